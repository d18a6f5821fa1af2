/** After a write that failed on its way: look what is there, put back what was, look again, and say exactly how it ended. */
import { a1 } from "../../../model/address";
import { sameValue } from "../../../model/grid";
import type { CellEdit, Conflict } from "../../../model/write-plan";
import { InterruptedWrite } from "../../port";
import { faultCode, faultOf, happened, officeCode } from "../faults";
import { addSteps, deleteStep, loadFormats } from "../marks/formats";
import type { FoundFormat } from "../marks/recognise";
import type { Memory } from "../memory";
import { DONE, interrupted, sheetCell, uncertain } from "../messages";
import { CellReads } from "../read/cell-reads";
import type { CellContent } from "../read/cell-content";
import { loadSheets } from "../read/sheets";
import { writing } from "../session";
import { loadState, saveText, type StoredState } from "../state/state-store";
import { cellSteps } from "./cell-steps";
import { inverseOf, marksOf, means } from "./inverse";
import type { Held, Prepared } from "./prepare";
import { send, type Step, wireBytes } from "./steps";

/** What differs from how it was before the write. */
interface Damage {
  readonly cells: readonly { readonly held: Held; readonly now: CellContent }[];
  /** Marks of the broken write. */
  readonly added: readonly FoundFormat[];
  /** Sheets on which old marks are gone. */
  readonly lost: ReadonlySet<string>;
  readonly present: ReadonlyMap<string, FoundFormat>;
  /** The state as it is now if it is another one. */
  readonly state: StoredState | null;
  readonly protectedSheets: readonly string[];
}

/** The error to throw. Never throws itself. */
export async function recover(prepared: Prepared, memory: Memory, error: unknown): Promise<unknown> {
  const first = await twice(() => look(prepared, memory));
  if (first === null) return unreadable(prepared, error);
  if (isWhole(first)) return faultOf(error, DONE.nothingWritten, first.protectedSheets);
  try {
    await writing((context) => send(context, repairs(prepared, first)));
  } catch {
    // How far the repair came is seen below.
  }
  const last = await twice(() => look(prepared, memory));
  if (last === null) return unreadable(prepared, error);
  if (isRestored(prepared, last)) return faultOf(error, DONE.restored, first.protectedSheets);
  memory.orphans = new Set(unfinished(prepared, last.present).map(({ id }) => id));
  return unrepaired(prepared, last, error);
}

async function twice<T>(work: () => Promise<T>): Promise<T | null> {
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      return await work();
    } catch {
      // Whatever broke the write may be over a moment later.
    }
  }
  return null;
}

function look(prepared: Prepared, memory: Memory): Promise<Damage> {
  return writing(async (context) => {
    const reads = new CellReads(prepared.held.map(({ edit }) => edit.ref));
    const takeSheets = loadSheets(context);
    const takeCells = reads.loadFirst(context);
    const takeState = loadState(context, memory.storage);
    const takeFormats = prepared.listedSheets.map((name) => loadFormats(context, name));
    await context.sync();
    takeCells();
    const present = new Map(takeFormats.flatMap((take) => take()).map((format) => [format.id, format]));
    const stored = await takeState();
    await reads.readRest(context);
    const cells = prepared.held.flatMap((held) => {
      const now = reads.at(held.edit.ref);
      return now === null || asBefore(held, now) ? [] : [{ held, now }];
    });
    const freshFormulas = new Set(prepared.fresh.map(({ mark }) => mark.formula));
    const concerned = new Set([...prepared.held.map(({ edit }) => edit.ref.sheet), ...prepared.listedSheets]);
    return {
      cells,
      added: [...unfinished(prepared, present), ...[...present.values()].filter(({ id, formula }) => !prepared.listed.has(id) && freshFormulas.has(formula))],
      lost: new Set(prepared.old.filter(({ format }) => !present.has(format.id)).map(({ format }) => format.sheet)),
      present,
      state: stored.text === prepared.stored.text ? null : stored,
      protectedSheets: takeSheets().flatMap((sheet) => (sheet.protected && concerned.has(sheet.name) ? [sheet.name] : [])),
    };
  });
}

function asBefore({ before }: Held, now: CellContent): boolean {
  return now.formula === null && sameValue(now.value, before.value) && now.format === before.format;
}

/** A cell that holds neither the old nor the new value was changed by somebody else: it is not ours to put back. */
function isOurs({ held, now }: Damage["cells"][number]): boolean {
  return now.formula === null && (means(now.value, held.edit.after) || sameValue(now.value, held.before.value));
}

/** A mark that has not got its formula: it was the last to be added. */
function unfinished({ listed }: Prepared, present: Damage["present"]): FoundFormat[] {
  return [...present.values()].filter(({ id, formula }) => formula === "" && !listed.has(id));
}

function isWhole({ cells, added, lost, state }: Damage): boolean {
  return cells.length === 0 && added.length === 0 && lost.size === 0 && state === null;
}

/** Marks that were set anew have another id, and are as good. */
function isRestored(prepared: Prepared, { cells, present, state }: Damage): boolean {
  const kinds = (formats: Damage["present"]): string => JSON.stringify([...formats.values()].map(({ sheet, formula }) => `${sheet}|${formula}`).sort());
  return !cells.some(isOurs) && state === null && kinds(present) === kinds(prepared.listed);
}

function repairs(prepared: Prepared, damage: Damage): Step[] {
  const cells = damage.cells.filter(isOurs).flatMap(({ held, now }) => cellSteps({ ref: held.edit.ref, value: held.before.value, format: held.before.format }, now));
  const { lost, present, state } = damage;
  // Where one is missing all are set anew, for their order counts.
  const renewed = prepared.old.filter(({ format }) => lost.has(format.sheet));
  const deletes = [...damage.added, ...renewed.map(({ format }) => format).filter(({ id }) => present.has(id))].map(deleteStep);
  const adds = addSteps(renewed.map(({ format, mark }) => ({ sheet: format.sheet, mark: { ...mark, formula: format.formula } })));
  const { text } = prepared.stored;
  const save: Step[] = state === null ? [] : [{ bytes: 1000 + wireBytes(text ?? ""), run: ({ context }) => void saveText(context, state, text) }];
  return [...cells, ...deletes, ...adds, ...save];
}

function unrepaired(prepared: Prepared, damage: Damage, error: unknown): unknown {
  if (officeCode(error) === null) return error;
  const applied: CellEdit[] = [];
  const conflicts: Conflict[] = [...prepared.conflicts];
  const inverse: CellEdit[] = [];
  for (const cell of damage.cells) {
    const { held, now } = cell;
    if (!isOurs(cell)) {
      conflicts.push({ edit: held.edit, found: now.value, foundFormula: now.formula });
      continue;
    }
    inverse.push(inverseOf(held, now));
    if (means(now.value, held.edit.after)) applied.push(held.edit);
  }
  const others = damage.cells.filter((cell) => !isOurs(cell)).map(({ held }) => held.edit);
  const message = interrupted(happened(error, damage.protectedSheets), named(applied), named(others), prepared.held.length - applied.length - others.length);
  return new InterruptedWrite(faultCode(error), message, { applied, conflicts, inverse: { edits: inverse, marks: marksOf(prepared.stored.own) } }, true, { cause: error });
}

/** Every planned cell may be written: the inverse names them all, and applying it changes only those that are. */
function unreadable(prepared: Prepared, error: unknown): unknown {
  if (officeCode(error) === null) return error;
  const inverse = prepared.held.map((held) => inverseOf(held, { value: held.edit.after, formula: null, format: held.edit.format ?? held.before.format }));
  const result = { applied: prepared.held.map(({ edit }) => edit), conflicts: prepared.conflicts, inverse: { edits: inverse, marks: marksOf(prepared.stored.own) } };
  return new InterruptedWrite(faultCode(error), uncertain(happened(error), prepared.held.length), result, false, { cause: error });
}

/** The sheet's name where it changes: “甲”G6、H6、“乙”B2. */
function named(edits: readonly CellEdit[]): string[] {
  return edits.map(({ ref }, n) => (ref.sheet === edits[n - 1]?.ref.sheet ? a1(ref) : sheetCell(ref.sheet, a1(ref))));
}
