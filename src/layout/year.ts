/** The budget year of a form. SPEC L22. */
import { toHalfWidth } from "../model/decimal";
import type { Form } from "../model/form";
import { DATE_LABELS, YEAR_LABELS } from "./lexicon/label-words";
import { isAnyLabel } from "./read-head";
import { valueRight } from "./read-pairs";
import type { CellView, RowView, SheetView } from "./sheet-view";
import { chain, wordSet } from "./word-map";

const YEAR = /(20\d{2})\s*年/;
const BARE_YEAR = /(?:^|[^\d])(20\d{2})(?:$|[^\d])/;
const CHINESE_DIGITS = "〇一二三四五六七八九";
const CHINESE_YEAR = /二[〇○零Oo0][〇○零一二三四五六七八九]{2}(?=\s*年)/g;
/** Title and year stand together: the title's row and the two below it. */
const TITLE_ROWS = 2;

const isDateLabel = wordSet(DATE_LABELS);
const isYearLabel = wordSet(YEAR_LABELS);

/**
 * From the title or the lines next to it; else from a cell that says so (预算年度); else from the planned dates, the name of the
 * sheet, the name of the project. The day on which the form was filled in tells nothing.
 */
export function readYear(view: SheetView, above: readonly RowView[], title: CellView | null, head: Form["head"]): number | null {
  return (
    inTitleLines(above, title) ??
    inLabelled(view, above) ??
    match(head.end?.text ?? "", BARE_YEAR) ??
    match(head.start?.text ?? "", BARE_YEAR) ??
    match(view.sheet.name, YEAR) ??
    match(view.sheet.name, BARE_YEAR) ??
    match(head.project?.text ?? "", YEAR)
  );
}

function inTitleLines(above: readonly RowView[], title: CellView | null): number | null {
  const first = title?.cell.row ?? above[0]?.row ?? 0;
  for (const row of above) {
    if (row.row < first || row.row > first + TITLE_ROWS || row.cells.length > 3) continue;
    for (const cell of row.cells) {
      if (cell.text.length > 60 || (cell !== title && isNoYearLine(cell, row))) continue;
      const year = match(cell.text, YEAR) ?? (cell === title || /^[（(]?20\d\d[)）]?$/.test(cell.text) ? match(cell.text, BARE_YEAR) : null);
      if (year !== null) return year;
    }
  }
  return null;
}

/** Dates of filling in, labels and their values: 项目名称 | 2019年改造工程 names no budget year. */
function isNoYearLine(cell: CellView, row: RowView): boolean {
  for (const label of chain(cell.label)) if (isDateLabel(label)) return true;
  return row.cells.some(isAnyLabel) && !row.cells.every((other) => other.label?.inline);
}

function inLabelled(view: SheetView, above: readonly RowView[]): number | null {
  for (const row of above) {
    for (const cell of row.cells) {
      for (const label of chain(cell.label)) {
        if (!isYearLabel(label)) continue;
        const { field, text } = valueRight(view, row, cell, isAnyLabel, label);
        const year = match(text === "" ? field.text : text, BARE_YEAR) ?? match(text, YEAR);
        if (year !== null) return year;
      }
    }
  }
  return null;
}

function match(text: string, pattern: RegExp): number | null {
  const digits = pattern.exec(toHalfWidth(text).replace(CHINESE_YEAR, arabic))?.[1];
  if (digits === undefined) return null;
  let year = 0;
  for (const digit of digits) year = year * 10 + digit.charCodeAt(0) - 48;
  return year;
}

function arabic(year: string): string {
  return [...year].map((digit) => (/[〇○零Oo0]/.test(digit) ? "0" : CHINESE_DIGITS.indexOf(digit))).join("");
}
