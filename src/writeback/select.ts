/** Parts of a plan. Marks go along unchanged: applying a plan replaces all marks, so each part carries those that are to remain. */
import type { CellEdit, Mark, WritePlan } from "../model/write-plan";
import { editId, editKind, type EditKind } from "./edit-id";

export function selectEdits(plan: WritePlan, chosen: ReadonlySet<string>): WritePlan {
  return { ...plan, edits: plan.edits.filter((edit) => chosen.has(editId(edit))) };
}

export function ofKind(plan: WritePlan, kind: EditKind): WritePlan {
  return { ...plan, edits: plan.edits.filter((edit) => editKind(edit) === kind) };
}

/** What is left of a list once some of it was written or refused. */
export function without(edits: readonly CellEdit[], gone: readonly CellEdit[]): CellEdit[] {
  const ids = new Set(gone.map(editId));
  return edits.filter((edit) => !ids.has(editId(edit)));
}

/** Nothing to write and the marks as they are: no need to trouble the host. */
export function isIdle(plan: WritePlan, placed: readonly Mark[]): boolean {
  return plan.edits.length === 0 && sameMarks(plan.marks, placed);
}

export function sameMarks(a: readonly Mark[], b: readonly Mark[]): boolean {
  return a.length === b.length && JSON.stringify(a) === JSON.stringify(b);
}
