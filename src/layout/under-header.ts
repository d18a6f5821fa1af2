/** The cells below a header: which one speaks for a row. SPEC L14. */
import type { Area } from "../model/address";
import type { Field } from "../model/form";
import type { GridCell } from "../model/grid";
import { fieldOf } from "./fields";
import type { SheetView } from "./sheet-view";
import type { ColumnSpan } from "./table-header";

function saysSomething({ value }: GridCell): boolean {
  return value.kind === "text" ? value.text.trim() !== "" : value.kind !== "empty";
}

/** The first filled cell under a header, which may span several columns. */
export function firstFilled(view: SheetView, row: number, span: ColumnSpan): GridCell | undefined {
  for (let { col } = span; col <= span.right; col++) {
    const cell = view.at(row, col);
    if (cell && (cell.formula !== null || saysSomething(cell))) return cell;
  }
  return undefined;
}

/** A cell merged over several rows speaks for each of them. Null for a column that the form lacks. */
export function cellFor(view: SheetView, row: number, span: ColumnSpan | undefined): GridCell | null {
  if (!span) return null;
  const own = firstFilled(view, row, span);
  if (own && saysSomething(own)) return own;
  const area = mergedRows(view, row, span);
  return area && area.top < row ? view.cellAt(area.top, area.left) : (own ?? view.cellAt(row, span.col));
}

/** The same as a field. */
export function inherited(view: SheetView, row: number, span: ColumnSpan | undefined): Field | null {
  const cell = cellFor(view, row, span);
  return cell && fieldOf(view, cell);
}

/** The merged area of several rows that a row lies in. */
export function mergedRows(view: SheetView, row: number, span: ColumnSpan): Area | undefined {
  const area = view.mergeOver(row, span.col);
  return area && area.bottom > area.top ? area : undefined;
}
