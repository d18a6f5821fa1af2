/** Cells as fields: the text that a person reads, and numbers out of whatever notation stands there. */
import { parseReading } from "../grammar/parse";
import type { CellRef } from "../model/address";
import { type Decimal, HUNDRED, decimal, decimalFromCell, decimalsOf, parseDecimal, plain, toHalfWidth } from "../model/decimal";
import type { AmountField, Field } from "../model/form";
import type { CellValue, GridCell } from "../model/grid";
import { formatShape } from "../model/number-format";
import { Memo } from "./memo";
import type { SheetView } from "./sheet-view";

/** The field at an address, empty if there is no such cell. */
export function fieldAt(view: SheetView, row: number, col: number): Field {
  return fieldOf(view, view.cellAt(row, col));
}

/** The same of a cell that was looked up already. */
export function fieldOf(view: SheetView, { row, col, value, formula, format }: GridCell): Field {
  return { ref: refOf(view, row, col), value, text: textOf(value, format), formula, format };
}

/** Numbers as plain digits, percentages as shown, dates as 2024-01-31. */
export function textOf(value: CellValue, format: string): string {
  switch (value.kind) {
    case "empty":
      return "";
    case "text":
      return value.text.trim();
    case "boolean":
      return value.value ? "TRUE" : "FALSE";
    case "error":
      return value.code;
    case "number":
      return figureOf(value.digits, format).text;
  }
}

/** A number cell as it is read in every role. */
interface Figure {
  readonly text: string;
  readonly number: Decimal;
  readonly shownDecimals: number;
  /** The same as a rate: in percent. */
  readonly rate: Decimal;
  readonly rateDecimals: number;
}

const figures = new Memo<string, Map<string, Figure>>();

function figureOf(digits: string, format: string): Figure {
  const byDigits = figures.get(format) ?? figures.set(format, new Map<string, Figure>());
  let figure = byDigits.get(digits);
  if (!figure) {
    figure = readFigure(digits, format);
    if (byDigits.size >= FIGURES_KEPT) byDigits.clear();
    byDigits.set(digits, figure);
  }
  return figure;
}

const FIGURES_KEPT = 5_000;

function readFigure(digits: string, format: string): Figure {
  const number = decimalFromCell(digits);
  const shape = formatShape(format);
  const percent = shape.percent ? number.times(HUNDRED) : number;
  const rateDecimals = shape.decimals ?? decimalsOf(percent);
  return {
    text: shape.percent ? `${plain(percent)}%` : shape.date ? (dateText(number) ?? plain(number)) : plain(number),
    number,
    shownDecimals: shape.decimals ?? decimalsOf(number),
    // A rate counts as it is shown: 0.854550… in the format 0.00% is 85.46.
    rate: shape.percent ? decimal(percent.toFixed(rateDecimals)) : number,
    rateDecimals,
  };
}

/** What a cell of numbers is about decides how its text is read. */
export type AmountRole = "money" | "points" | "rate";

export function amountAt(view: SheetView, row: number, col: number, role: AmountRole): AmountField {
  const area = view.mergeOver(row, col);
  const mergedRows = area ? area.bottom - area.top + 1 : 1;
  const covered = area !== undefined && (row !== area.top || col !== area.left);
  const cell = view.cellAt(row, col);
  // Most are plain numbers, and need no field of their own on the way.
  if (cell.value.kind === "number") return toFigure(refOf(view, row, col), cell, cell.value.digits, role, mergedRows, covered);
  return toAmount(fieldOf(view, cell), role, mergedRows, covered);
}

function toFigure(ref: CellRef, { value, formula, format }: Omit<GridCell, "row" | "col">, digits: string, role: AmountRole, mergedRows: number, covered: boolean): AmountField {
  const figure = figureOf(digits, format);
  const percent = role === "rate" && formatShape(format).percent;
  const number = percent ? figure.rate : figure.number;
  const shownDecimals = percent ? figure.rateDecimals : figure.shownDecimals;
  return { ref, value, text: figure.text, formula, format, number, shownDecimals, asFraction: percent, mergedRows, covered };
}

export function toAmount(field: Field, role: AmountRole, mergedRows = 1, covered = false): AmountField {
  const { ref, value, text, formula, format } = field;
  if (value.kind === "number") return toFigure(ref, field, value.digits, role, mergedRows, covered);
  const percent = role === "rate" && formatShape(format).percent;
  const number = value.kind === "text" ? numberInText(value.text, role) : null;
  const shownDecimals = number ? textDecimals(text) : (formatShape(format).decimals ?? 2);
  // An empty cell with a percent format wants a fraction written into it.
  return { ref, value, text, formula, format, number, shownDecimals, asFraction: percent && value.kind === "empty", mergedRows, covered };
}

/** "1,599.05", "10分", "97.85%", "112.96万元": only the unit that goes with the column is put up with. */
function numberInText(text: string, role: AmountRole): Decimal | null {
  const bare = parseDecimal(text);
  if (bare || text.length > 40) return bare;
  const reading = parseReading(text, { year: null });
  if (reading.kind !== "quantity" || reading.operator !== null) return null;
  const unit = reading.unit ?? "";
  const fits = role === "points" ? unit === "分" : role === "rate" ? unit === "%" : unit === "元" || unit === "万元";
  return fits ? decimal(reading.number) : null;
}

function textDecimals(text: string): number {
  return /\.(\d+)/.exec(toHalfWidth(text))?.[1]?.length ?? 0;
}

/** A line break inside a cell is where the column was too narrow, not part of the words. */
export function unwrap(text: string): string {
  return text.includes("\n") || text.includes("\r") ? text.replace(/[ \t　]*[\r\n]+[ \t　]*/g, "").trim() : text.trim();
}

/** 满意\n度指\n标 → 满意度指标 */
export function tighten(text: string): string {
  return text.replace(/\s+/g, "");
}

export function refOf(view: SheetView, row: number, col: number): CellRef {
  return { sheet: view.sheet.name, row, col };
}

/** Excel's serial day number as an ISO date; null outside of 1900–2199. The day part only. */
function dateText(serial: Decimal): string | null {
  if (serial.lt(1) || serial.gte(109_575)) return null;
  // Days since 1899-12-30; Excel's phantom 29 Feb 1900 concerns no budget year.
  let days = serial.trunc().toNumber();
  let year = 1900;
  days -= 2;
  for (;;) {
    const length = leap(year) ? 366 : 365;
    if (days < length) break;
    days -= length;
    year++;
  }
  let month = 0;
  const lengths = [31, leap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  while (days >= (lengths[month] ?? 31)) days -= lengths[month++] ?? 31;
  return `${year}-${two(month + 1)}-${two(days + 1)}`;
}

function leap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function two(value: number): string {
  return value < 10 ? `0${value}` : `${value}`;
}
