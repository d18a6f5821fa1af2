/** A grid after edits, without reading the file again: what the worker keeps and what the page shows at once. */
import { type CellRef, cellKey } from "../model/address";
import type { CellValue, SheetGrid } from "../model/grid";

/** What a cell holds from now on: an edit's, or a formula's result. */
export interface NewValue {
  readonly ref: CellRef;
  readonly after: CellValue;
  /** Null: the cell keeps its number format. */
  readonly format: string | null;
}

export function editsBySheet(edits: readonly NewValue[]): Map<string, NewValue[]> {
  const map = new Map<string, NewValue[]>();
  for (const edit of edits) {
    const list = map.get(edit.ref.sheet);
    if (list) list.push(edit);
    else map.set(edit.ref.sheet, [edit]);
  }
  return map;
}

/** The same sheet with what the edits put into its cells, in reading order. */
export function withEdits(grid: SheetGrid, edits: readonly NewValue[]): SheetGrid {
  const left = new Map(edits.map((edit) => [cellKey(edit.ref.row, edit.ref.col), edit]));
  const cells = grid.cells.map((cell) => {
    const key = cellKey(cell.row, cell.col);
    const edit = left.get(key);
    if (!edit) return cell;
    left.delete(key);
    return { ...cell, value: edit.after, format: edit.format ?? cell.format };
  });
  if (left.size > 0) {
    for (const { ref, after, format } of left.values()) cells.push({ row: ref.row, col: ref.col, value: after, formula: null, format: format ?? "General" });
    cells.sort((a, b) => a.row - b.row || a.col - b.col);
  }
  return { ...grid, cells };
}
