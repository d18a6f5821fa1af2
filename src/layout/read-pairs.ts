/** Labels and their values in the head of a form. SPEC L7. */
import type { Field, HeadField } from "../model/form";
import { fieldAt, unwrap } from "./fields";
import type { Label } from "./label";
import type { CellView, RowView, SheetView } from "./sheet-view";

/** Labels of any sort: a cell that is one is never taken for a value. */
export type IsLabel = (cell: CellView) => boolean;

/**
 * The value to the right of a label: the next filled cell of the row unless that is a label itself;
 * without one, the (empty) cell next to the label. `label` tells which one of several in the same cell.
 */
export function valueRight(view: SheetView, row: RowView, cell: CellView, isLabel: IsLabel, label: Label | null = cell.label): HeadField {
  const labelField = fieldAt(view, cell.cell.row, cell.cell.col);
  const inline = label?.inline ?? "";
  if (inline !== "" || label?.next || label !== cell.label) return { label: labelField, field: labelField, text: unwrap(inline) };
  const next = nextCell(row, cell);
  const beside = emptyMergeBeside(view, cell);
  const field = next && !beside && !isLabel(next) ? fieldAt(view, next.cell.row, next.cell.col) : fieldAt(view, cell.cell.row, cell.right + 1);
  return { label: labelField, field, text: unwrap(field.text) };
}

/** An empty merged area next to the label is meant for its value: what stands behind it belongs to something else. */
function emptyMergeBeside(view: SheetView, cell: CellView): boolean {
  const area = view.mergeOver(cell.cell.row, cell.right + 1);
  if (!area || area.left !== cell.right + 1 || area.right === area.left) return false;
  const value = view.at(area.top, area.left)?.value;
  return value === undefined || value.kind === "empty";
}

export function nextCell(row: RowView, cell: CellView): CellView | undefined {
  return row.cells.find((other) => other.cell.col > cell.right);
}

/** The value below a label, in the first row under the label's own cell. */
export function valueBelow(view: SheetView, cell: CellView): HeadField {
  const label: Field = fieldAt(view, cell.cell.row, cell.cell.col);
  const field = fieldAt(view, cell.bottom + 1, cell.cell.col);
  return { label, field, text: unwrap(field.text) };
}
