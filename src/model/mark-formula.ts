/** The conditions of a mark as one worksheet formula, the same for every host. */
import { a1 } from "./address";
import { decimalFromCell, plain } from "./decimal";
import type { CellValue } from "./grid";
import { NO_REASON_WORDS } from "./no-reason";
import type { Mark, MarkCondition } from "./write-plan";

/** Excel allows 255 characters in a text literal; a prefix is enough to notice that a text was changed. */
const LITERAL_LIMIT = 100;

/**
 * True while the mark is to show. References are absolute, so the formula means the same whatever range it is attached to.
 * Conditional formats of old Excel versions cannot look at other sheets: a condition there is left out.
 */
export function markFormula(mark: Mark): string {
  const terms = mark.conditions.filter((condition) => condition.cell.sheet === mark.ref.sheet).map(term);
  if (terms.length === 0) return "TRUE";
  return terms.length === 1 ? (terms[0] ?? "TRUE") : `AND(${terms.join(",")})`;
}

function term(condition: MarkCondition): string {
  const cell = absolute(condition.cell);
  switch (condition.kind) {
    case "no-reason":
      // No array constants in conditional formats: a search in a list with separators does the same.
      return `ISNUMBER(FIND("|"&SUBSTITUTE(TRIM(${cell}),"　","")&"|",${literal(`|${NO_REASON_WORDS.join("|")}|`)}))`;
    case "below":
      // VALUE: scores are text in many workbooks; an unreadable one is no deviation but another finding.
      return `IFERROR(VALUE(${cell})<VALUE(${absolute(condition.than)}),FALSE)`;
    case "holds":
      return holds(cell, condition.value);
  }
}

function holds(cell: string, value: CellValue): string {
  switch (value.kind) {
    case "empty":
      return `LEN(${cell})=0`;
    case "number":
      return `${cell}=${plain(decimalFromCell(value.digits))}`;
    case "boolean":
      return `${cell}=${value.value ? "TRUE" : "FALSE"}`;
    case "error":
      return `ISERROR(${cell})`;
    case "text": {
      const prefix = firstLine(value.text);
      return prefix === value.text ? `${cell}=${literal(prefix)}` : `LEFT(${cell},${prefix.length})=${literal(prefix)}`;
    }
  }
}

function firstLine(text: string): string {
  let end = Math.min(text.length, LITERAL_LIMIT);
  // A formula in XML cannot carry control characters faithfully.
  const control = /[\u0000-\u001f]/.exec(text);
  if (control && control.index < end) end = control.index;
  // Never between the halves of a surrogate pair.
  if (end < text.length && /[\ud800-\udbff]/.test(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

function literal(text: string): string {
  return `"${text.replace(/"/g, '""')}"`;
}

function absolute(cell: { readonly row: number; readonly col: number }): string {
  return a1(cell).replace(/^([A-Z]+)(\d+)$/, "$$$1$$$2");
}
