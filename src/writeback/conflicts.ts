/** What a grid says about edits: which would still be applied, which are done, which no longer fit. */
import { sameValue, type WorkbookGrid } from "../model/grid";
import type { CellEdit, Conflict } from "../model/write-plan";
import { GridReader } from "./grid-reader";

/** Edits whose cell does not hold what the plan saw, or holds a formula, each with what was found; in the plan's order. */
export function conflictsIn(edits: readonly CellEdit[], grid: WorkbookGrid): Conflict[] {
  const reader = new GridReader(grid);
  return edits.flatMap((edit) => {
    const cell = reader.cell(edit.ref);
    const found = reader.value(edit.ref);
    const formula = cell?.formula ?? null;
    return formula === null && sameValue(found, edit.before) ? [] : [{ edit, found, foundFormula: formula }];
  });
}

export interface Whereabouts {
  /** The cell holds the new value. */
  readonly written: readonly CellEdit[];
  /** The cell still holds the old one. */
  readonly untouched: readonly CellEdit[];
  /** The cell holds neither. */
  readonly other: readonly Conflict[];
}

/** After a write that failed on its way: which cells are which. An edit that changes nothing counts as untouched. */
export function whereabouts(edits: readonly CellEdit[], grid: WorkbookGrid): Whereabouts {
  const reader = new GridReader(grid);
  const written: CellEdit[] = [];
  const untouched: CellEdit[] = [];
  const other: Conflict[] = [];
  for (const edit of edits) {
    const found = reader.value(edit.ref);
    const foundFormula = reader.cell(edit.ref)?.formula ?? null;
    if (foundFormula === null && sameValue(found, edit.before)) untouched.push(edit);
    else if (foundFormula === null && sameValue(found, edit.after)) written.push(edit);
    else other.push({ edit, found, foundFormula });
  }
  return { written, untouched, other };
}
