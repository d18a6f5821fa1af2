/** Labels and their values in the head of a form. SPEC L7. */
import type { Field, HeadField } from "../model/form";
import { fieldAt, unwrap } from "./fields";
import type { CellView, RowView, SheetView } from "./sheet-view";

/** Labels of any sort: a cell that is one is never taken for a value. */
export type IsLabel = (cell: CellView) => boolean;

/**
 * The value to the right of a label: the next filled cell of the row unless that is a label itself;
 * without one, the (empty) cell next to the label.
 */
export function valueRight(view: SheetView, row: RowView, cell: CellView, isLabel: IsLabel): HeadField {
  const label = fieldAt(view, cell.cell.row, cell.cell.col);
  const inline = cell.label?.inline ?? "";
  if (inline !== "") return { label, field: label, text: unwrap(inline) };
  const next = nextCell(row, cell);
  const field = next && !isLabel(next) ? fieldAt(view, next.cell.row, next.cell.col) : fieldAt(view, cell.cell.row, cell.right + 1);
  return { label, field, text: unwrap(field.text) };
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
