/** Everything that is looked at before the first cell is written: what the planned cells hold, our old marks, protection. */
import { a1 } from "../../../model/address";
import { FaultError } from "../../../model/fault";
import { EMPTY, sameValue } from "../../../model/grid";
import { markFormula } from "../../../model/mark-formula";
import type { CellEdit, Conflict, WritePlan } from "../../../model/write-plan";
import { brief } from "../brief";
import { loadFormats, resolveDoubtful } from "../marks/formats";
import { type FoundFormat, type Ours, recognise } from "../marks/recognise";
import type { Memory } from "../memory";
import { protectedSheets } from "../messages";
import { CellReads, refKey } from "../read/cell-reads";
import type { CellContent } from "../read/cell-content";
import { loadSheets, type SheetFacts } from "../read/sheets";
import type { OwnMark, OwnState } from "../../../model/workbook-state";
import { loadState, type StoredState } from "../state/state-store";

/** An edit whose cell holds what the plan saw. */
export interface Held {
  readonly edit: CellEdit;
  readonly before: CellContent;
}

export interface Prepared {
  readonly held: readonly Held[];
  readonly conflicts: readonly Conflict[];
  readonly sheets: readonly SheetFacts[];
  readonly stored: StoredState;
  /** Every custom format on the sheets that the write concerns, by id, as it was before; without the orphans. */
  readonly listed: ReadonlyMap<string, FoundFormat>;
  readonly listedSheets: readonly string[];
  /** What a broken write has left. */
  readonly orphans: readonly FoundFormat[];
  /** Old marks to delete. */
  readonly old: readonly Ours[];
  /** New marks to add, with the names of their sheets. */
  readonly fresh: readonly { readonly sheet: string; readonly mark: OwnMark }[];
  readonly next: OwnState;
  /** Protected sheets on which marks of the plan are left out. */
  readonly unmarked: readonly string[];
}

/** Throws RangeError for what no plan may hold: mistakes of ours, found before anything is asked of Excel. */
export function checkPlan({ edits }: WritePlan): void {
  const seen = new Set<string>();
  for (const { ref, after } of edits) {
    const key = refKey(ref);
    if (seen.has(key)) throw new RangeError(`two edits of one cell: ${ref.sheet} ${a1(ref)}`);
    seen.add(key);
    if (after.kind === "number" && !/^-?\d+(?:\.\d+)?(?:[eE][+-]?\d{1,3})?$/.test(after.digits)) throw new RangeError(`no number: ${after.digits}`);
  }
}

/** One request; one more where old marks lie on other sheets than the new ones, or where planned sheets are protected. */
export async function prepare(context: Excel.RequestContext, plan: WritePlan, memory: Memory): Promise<Prepared> {
  const reads = new CellReads(plan.edits.map((edit) => edit.ref));
  const knownSheets = (memory.stored?.own.marks ?? []).map(sheetFinder(memory.sheets)).filter((name) => name !== null);
  const firstSheets = [...new Set([...plan.marks.map((mark) => mark.ref.sheet), ...knownSheets])];
  const takeSheets = loadSheets(context);
  const takeState = loadState(context, memory.storage);
  const takeCells = reads.loadFirst(context);
  const takeFormats = firstSheets.map((name) => loadFormats(context, name));
  await context.sync();
  takeCells();
  const sheets = takeSheets();
  const found = takeFormats.flatMap((take) => take());
  const stored = await takeState();
  await reads.readRest(context);

  const { held, conflicts } = compare(plan.edits, reads);
  const others = [...new Set(stored.own.marks.map(sheetFinder(sheets)))].filter((name) => name !== null).filter((name) => !firstSheets.includes(name));
  found.push(...(await lookFurther(context, others, held, sheets)));
  const sheetOf = sheetFinder(sheets);
  const { ours, doubtful } = recognise(stored.own.marks, found, sheetOf);
  const formattable = new Set(sheets.filter((sheet) => sheet.formattable).map((sheet) => sheet.name));
  const old = [...ours, ...(await resolveDoubtful(context, doubtful))].filter(({ format }) => formattable.has(format.sheet));
  const byName = new Map(sheets.map((sheet) => [sheet.name, sheet]));
  const fresh = plan.marks.flatMap((mark) => {
    const sheet = byName.get(mark.ref.sheet);
    if (!sheet?.formattable) return [];
    return [{ sheet: sheet.name, mark: { sheetId: sheet.id, sqref: a1(mark.ref), formula: markFormula(mark), mark } }];
  });
  // Marks on sheets that have been protected since cannot be taken away now, but later.
  const kept = stored.own.marks.filter((mark) => {
    const sheet = sheetOf(mark);
    return sheet !== null && !formattable.has(sheet);
  });
  const present = new Set(kept.map(({ mark }) => JSON.stringify(mark)));
  const leftOut = plan.marks.filter((mark) => byName.get(mark.ref.sheet)?.formattable === false && !present.has(JSON.stringify(mark)));
  return {
    held,
    conflicts,
    sheets,
    stored,
    listed: new Map(found.filter(({ id }) => !memory.orphans.has(id)).map((format) => [format.id, format])),
    orphans: found.filter(({ id }) => memory.orphans.has(id)),
    listedSheets: [...firstSheets, ...others],
    old,
    fresh,
    next: { ...stored.own, marks: [...fresh.map(({ mark }) => mark), ...kept] },
    unmarked: [...new Set(leftOut.map((mark) => mark.ref.sheet))],
  };
}

/** The present name of the sheet of a mark: by Excel's id, else by the name that it had; null if it is gone. */
export function sheetFinder(sheets: readonly SheetFacts[]): (mark: OwnMark) => string | null {
  const byId = new Map(sheets.map((sheet) => [sheet.id, sheet.name]));
  const names = new Set(byId.values());
  return ({ sheetId, mark }) => byId.get(sheetId) ?? (names.has(mark.ref.sheet) ? mark.ref.sheet : null);
}

function compare(edits: readonly CellEdit[], reads: CellReads): { readonly held: Held[]; readonly conflicts: Conflict[] } {
  const held: Held[] = [];
  const conflicts: Conflict[] = [];
  for (const edit of edits) {
    const now = reads.at(edit.ref);
    if (now !== null && now.formula === null && sameValue(now.value, edit.before)) held.push({ edit, before: now });
    else conflicts.push({ edit, found: now?.value ?? EMPTY, foundFormula: now?.formula ?? null });
  }
  return { held, conflicts };
}

/** Throws FaultError `protected` before anything is written if a planned cell cannot be. */
async function lookFurther(context: Excel.RequestContext, others: readonly string[], held: readonly Held[], sheets: readonly SheetFacts[]): Promise<FoundFormat[]> {
  const guardedSheets = new Map(sheets.filter((sheet) => sheet.protected).map((sheet) => [sheet.name, sheet]));
  const takeFormats = others.map((name) => loadFormats(context, name));
  const guarded = held.flatMap(({ edit, before }) => {
    const sheet = guardedSheets.get(edit.ref.sheet);
    if (!sheet) return [];
    const { protection } = brief(context.workbook.worksheets.getItem(sheet.id).getRange(a1(edit.ref))).format;
    protection.load("locked");
    const format = edit.format !== null && edit.format !== before.format && !sheet.formattable;
    return [{ edit, format, protection }];
  });
  if (takeFormats.length + guarded.length === 0) return [];
  await context.sync();
  const refused = guarded.filter(({ format, protection }) => format || protection.locked !== false).map(({ edit }) => edit.ref);
  if (refused.length > 0) throw new FaultError("protected", protectedSheets([...new Set(refused.map((ref) => ref.sheet))], refused.map(a1)));
  return takeFormats.flatMap((take) => take());
}
