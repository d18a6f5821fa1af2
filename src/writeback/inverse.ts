/** The way back: what to apply so that the cells hold again what a grid shows. */
import type { WorkbookGrid } from "../model/grid";
import type { CellEdit, Mark, WritePlan } from "../model/write-plan";
import { GridReader } from "./grid-reader";
import { valueText } from "../model/value-text";

/**
 * Computed from the grid as it was before the edits; `marks` are those that were there. Values come back exactly as stored,
 * number formats where the edit sets one. An edit that would have been a conflict has nothing to take back and must not be given.
 */
export function inverseOf(edits: readonly CellEdit[], before: WorkbookGrid, marks: readonly Mark[]): WritePlan {
  const reader = new GridReader(before);
  const back = edits.map((edit): CellEdit => {
    const cell = reader.cell(edit.ref);
    const old = cell?.value ?? edit.before;
    return {
      ...edit,
      before: edit.after,
      after: old,
      format: edit.format === null ? null : (cell?.format ?? "General"),
      shown: valueText(old),
    };
  });
  // Last written, first restored; the cells differ, so the order is for readers of the plan only.
  return { edits: back.reverse(), marks };
}
