/**
 * Whether a mark shows, for displays that have no worksheet to ask: the same answer that the formula of model/mark-formula.ts
 * gives in Excel, oddities included (a blank cell equals 0 and FALSE, texts are compared without regard to case).
 */
import type { CellRef } from "../model/address";
import { type Decimal, HUNDRED, ZERO, decimalFromCell, parseDecimal } from "../model/decimal";
import type { CellValue } from "../model/grid";
import { NO_REASON_WORDS } from "../model/no-reason";
import type { Mark, MarkCondition } from "../model/write-plan";
import { valueText } from "../model/value-text";

export type ReadCell = (ref: CellRef) => CellValue;

/** As in the formula, a condition on another sheet is left out; a mark without any shows always. */
export function markHolds(mark: Mark, read: ReadCell): boolean {
  return mark.conditions.filter((condition) => condition.cell.sheet === mark.ref.sheet).every((condition) => conditionHolds(condition, read));
}

function conditionHolds(condition: MarkCondition, read: ReadCell): boolean {
  const found = read(condition.cell);
  switch (condition.kind) {
    case "no-reason":
      return found.kind !== "error" && NO_REASON_LIST.includes(`|${excelTrim(valueText(found)).replaceAll("　", "")}|`);
    case "below": {
      const value = numberOf(found);
      const limit = numberOf(read(condition.than));
      return value !== null && limit !== null && value.lt(limit);
    }
    case "holds":
      return stillHolds(found, condition.value);
  }
}

const NO_REASON_LIST = `|${NO_REASON_WORDS.join("|")}|`;

/** TRIM(): no blanks at the ends, one between words; the plain blank only. */
function excelTrim(text: string): string {
  return text.replace(/ +/g, " ").replace(/^ | $/g, "");
}

/** VALUE(): a blank cell is 0, an empty text is no number, a percent sign divides. */
function numberOf(value: CellValue): Decimal | null {
  switch (value.kind) {
    case "empty":
      return ZERO;
    case "number":
      return decimalFromCell(value.digits);
    case "text": {
      const text = value.text.trim();
      const percent = /[%％]$/.test(text);
      const number = parseDecimal(percent ? text.slice(0, -1) : text);
      return number && percent ? number.dividedBy(HUNDRED) : number;
    }
    case "boolean":
    case "error":
      return null;
  }
}

function stillHolds(found: CellValue, wanted: CellValue): boolean {
  switch (wanted.kind) {
    case "empty":
      return found.kind !== "error" && valueText(found).length === 0;
    case "number": {
      const number = decimalFromCell(wanted.digits);
      return found.kind === "number" ? decimalFromCell(found.digits).eq(number) : found.kind === "empty" && number.isZero();
    }
    case "boolean":
      return found.kind === "boolean" ? found.value === wanted.value : found.kind === "empty" && !wanted.value;
    case "error":
      return found.kind === "error";
    case "text":
      return holdsText(found, wanted.text);
  }
}

/** The formula compares a whole text, or only its beginning where the text is long or has control characters. */
function holdsText(found: CellValue, text: string): boolean {
  const prefix = literalPart(text);
  if (prefix === text) {
    if (found.kind === "empty") return text === "";
    return found.kind === "text" && found.text.toUpperCase() === text.toUpperCase();
  }
  return found.kind !== "error" && valueText(found).slice(0, prefix.length).toUpperCase() === prefix.toUpperCase();
}

/** Must cut where model/mark-formula.ts does; a test holds both against each other. */
const LITERAL_LIMIT = 100;

function literalPart(text: string): string {
  let end = Math.min(text.length, LITERAL_LIMIT);
  const control = /[\u0000-\u001f]/.exec(text);
  if (control && control.index < end) end = control.index;
  if (end < text.length && /[\ud800-\udbff]/.test(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}
