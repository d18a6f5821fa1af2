/** Compare, write, verify: the whole of a plan or nothing of it, as far as Excel lets us. */
import type { ApplyResult, CellEdit, Conflict, WritePlan } from "../../../model/write-plan";
import { faultOf } from "../faults";
import { addSteps, deleteStep } from "../marks/formats";
import type { Memory } from "../memory";
import { DONE } from "../messages";
import { CellReads } from "../read/cell-reads";
import { writing } from "../session";
import type { OwnMark, OwnState } from "../../../model/workbook-state";
import { saveText, stateText, type StoredState } from "../state/state-store";
import { inputFor } from "./cell-input";
import { cellSteps } from "./cell-steps";
import { inverseOf, marksOf, means } from "./inverse";
import { checkPlan, prepare, type Prepared } from "./prepare";
import { recover } from "./recover";
import { send, type Step, wireBytes } from "./steps";

/** Three requests for a usual plan: look, write, verify. */
export async function applyPlan(plan: WritePlan, memory: Memory): Promise<ApplyResult> {
  checkPlan(plan);
  const progress: { prepared: Prepared | null } = { prepared: null };
  try {
    return await writing(async (context) => {
      const prepared = await prepare(context, plan, memory);
      memory.sheets = prepared.sheets;
      memory.stored = prepared.stored;
      const { steps, storedAfter } = stepsOf(prepared);
      if (steps.length === 0) return resultOf(prepared, null);
      progress.prepared = prepared;
      expectEvents(prepared, memory);
      await send(context, steps);
      // From here on Excel has done everything that it was asked.
      progress.prepared = null;
      memory.stored = storedAfter();
      return resultOf(prepared, await verified(context, prepared));
    });
  } catch (error) {
    if (!progress.prepared) throw faultOf(error, DONE.nothingWritten);
    memory.stored = null;
    throw await recover(progress.prepared, memory, error);
  }
}

/**
 * The list of marks grows before anything else happens and shrinks last, so that it names every mark in the workbook even if
 * Excel is killed in between.
 */
function stepsOf({ stored, orphans, old, fresh, next, held }: Prepared): { readonly steps: readonly Step[]; readonly storedAfter: () => StoredState } {
  const cells = held.flatMap(({ edit, before }) => cellSteps({ ref: edit.ref, value: edit.after, format: edit.format }, before));
  // The same marks as last time, all still there: nothing to do.
  const unchanged = sameMarks(stored.own, next);
  const renewed = unchanged && old.length === fresh.length ? [] : [...old.map(({ format }) => deleteStep(format)), ...addSteps(fresh)];
  const marks = [...orphans.map(deleteStep), ...renewed];
  const final = stateText(stored.storage, next);
  const union = stored.own.marks.length === 0 ? final : stateText(stored.storage, { ...next, marks: unionOf(next.marks, stored.own.marks) });
  const saved: { after: () => StoredState } = { after: () => stored };
  const save = (text: string | null): Step => ({
    bytes: 1000 + wireBytes(text ?? ""),
    run: ({ context }) => {
      saved.after = saveText(context, stored, text);
    },
  });
  if (unchanged) return { steps: [...cells, ...marks], storedAfter: () => saved.after() };
  const steps = [save(union), ...cells, ...marks, ...(union === final ? [] : [save(final)])];
  return { steps, storedAfter: () => saved.after() };
}

function unionOf(next: readonly OwnMark[], old: readonly OwnMark[]): OwnMark[] {
  const known = new Set(next.map((mark) => JSON.stringify(mark)));
  return [...next, ...old.filter((mark) => !known.has(JSON.stringify(mark)))];
}

function sameMarks(a: OwnState, b: OwnState): boolean {
  return JSON.stringify(a.marks) === JSON.stringify(b.marks);
}

function expectEvents({ held, sheets }: Prepared, memory: Memory): void {
  const ids = new Map(sheets.map((sheet) => [sheet.name, sheet.id]));
  memory.ownWrites.expect(held.map(({ edit, before }) => ({ sheetId: ids.get(edit.ref.sheet) ?? "", ref: edit.ref, input: inputFor(edit.after, edit.format ?? before.format) })));
}

/** Null if the cells cannot be read any more; Excel said that it had written them. */
async function verified(context: Excel.RequestContext, { held }: Prepared): Promise<CellReads | null> {
  const reads = new CellReads(held.map(({ edit }) => edit.ref));
  try {
    await reads.readAll(context);
    return reads;
  } catch {
    return null;
  }
}

function resultOf({ held, conflicts, stored, unmarked }: Prepared, reads: CellReads | null): ApplyResult {
  const applied: CellEdit[] = [];
  const inverse: CellEdit[] = [];
  const unlike: Conflict[] = [];
  for (const entry of held) {
    const { edit, before } = entry;
    const now = reads?.at(edit.ref) ?? { value: edit.after, formula: null, format: edit.format ?? before.format };
    if (now.formula === null && means(now.value, edit.after)) {
      applied.push(edit);
      inverse.push(inverseOf(entry, now));
    } else unlike.push({ edit, found: now.value, foundFormula: now.formula });
  }
  return { applied, conflicts: [...conflicts, ...unlike], inverse: { edits: inverse, marks: marksOf(stored.own) }, ...(unmarked.length > 0 ? { unmarked } : {}) };
}
