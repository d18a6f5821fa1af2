/** The budget year of a form. SPEC L22. */
import { toHalfWidth } from "../model/decimal";
import type { Form } from "../model/form";
import type { CellView, RowView, SheetView } from "./sheet-view";

const YEAR = /(20\d{2})\s*年/;
const BARE_YEAR = /(?:^|[^\d])(20\d{2})(?:$|[^\d])/;

/** From the title or the lines just below it; else from the planned dates; else from the name of the sheet. */
export function readYear(view: SheetView, above: readonly RowView[], title: CellView | null, head: Form["head"]): number | null {
  const titleRow = title?.cell.row ?? 0;
  const lines = above.filter((row) => row.cells.length <= 3 && (title === null || (row.row >= titleRow && row.row <= titleRow + 2)));
  for (const row of lines.slice(0, 4)) {
    for (const cell of row.cells) {
      const year = cell.text.length <= 60 ? match(cell.text, YEAR) : null;
      if (year !== null) return year;
    }
  }
  for (const text of [head.end?.text ?? "", head.start?.text ?? ""]) {
    const year = match(text, BARE_YEAR);
    if (year !== null) return year;
  }
  return match(view.sheet.name, YEAR) ?? match(view.sheet.name, BARE_YEAR);
}

function match(text: string, pattern: RegExp): number | null {
  const digits = pattern.exec(toHalfWidth(text))?.[1];
  if (digits === undefined) return null;
  let year = 0;
  for (const digit of digits) year = year * 10 + digit.charCodeAt(0) - 48;
  return year;
}
