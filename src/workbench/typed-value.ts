/** What a typed text means for a cell, as close to Excel as is safe: figures become numbers, everything else stays as typed. */
import { decimal, decimalFromCell, HUNDRED, ONE, parseDecimal, plain, toHalfWidth } from "../model/decimal";
import { type CellValue, EMPTY } from "../model/grid";
import { formatShape } from "../model/number-format";
import { strings } from "./strings.zh-CN";

export type Typed = { readonly kind: "value"; readonly value: CellValue } | { readonly kind: "refused"; readonly message: string };

/** Excel's own limit. */
const MAX_TEXT = 32_767;
/** More digits than Excel keeps: an account number, which must stay as typed. */
const MAX_DIGITS = 15;
/** A function call, or references joined by operators: what Excel would calculate. "=100%" and "=100.00(%)" are none. */
const FORMULA = /^=[-+(\s]*(?:[A-Za-z_][\w.]*\s*\(|(?:'[^']+'|[\w\u4e00-\u9fff]+)!|\$?[A-Za-z]{1,3}\$?\d+\s*(?:$|[-+*/^&=<>:,)]))/;
/** A calculation with figures only. */
const CALCULATION = /^=\s*[-+]?[\d.]+\s*%?(?:\s*[-+*/^]\s*[-+(]*[\d.]+\s*%?\)*)+$/;

const DAY_MS = 86_400_000;

export function parseTyped(typed: string, format: string, date1904: boolean = false): Typed {
  const text = typed.replace(/\r\n?/g, "\n");
  if (text === "") return { kind: "value", value: EMPTY };
  if (text.length > MAX_TEXT) return { kind: "refused", message: strings.edit.tooLong };
  const shape = formatShape(format);
  if (shape.text) return words(text);
  // As in Excel: an apostrophe says "this is text".
  if (text.startsWith("'")) return text.length === 1 ? { kind: "value", value: EMPTY } : words(text.slice(1));
  if (text.startsWith("=") || text.startsWith("＝")) return equation(`=${text.slice(1)}`, text);
  const folded = toHalfWidth(text).trim();
  if (/^(true|false)$/i.test(folded)) return { kind: "value", value: { kind: "boolean", value: /^t/i.test(folded) } };
  if (shape.date) {
    const serial = dateSerial(folded, date1904);
    if (serial !== null) return digits(serial);
  }
  if (shape.percent) {
    const percent = folded.endsWith("%");
    const number = parseDecimal(percent ? folded.slice(0, -1) : folded);
    // Excel's "automatic percent entry": 97 and 97% are 0.97, and so is 0.97.
    if (number) return digits(plain(percent || number.abs().gte(ONE) ? number.dividedBy(HUNDRED) : number));
  }
  const number = parseDecimal(folded);
  if (!number || number.precision() > MAX_DIGITS || number.abs().gte("1e300")) return words(text);
  return digits(plain(number));
}

function equation(formula: string, text: string): Typed {
  const number = parseDecimal(formula.slice(1));
  if (number) return digits(plain(number));
  return FORMULA.test(formula) || CALCULATION.test(formula) ? { kind: "refused", message: strings.edit.formulaTyped } : words(text);
}

function words(text: string): Typed {
  return { kind: "value", value: { kind: "text", text } };
}

function digits(value: string): Typed {
  return { kind: "value", value: { kind: "number", digits: value } };
}

/** The text that editing begins with: a percentage as Excel shows it while editing, everything else as it stands. */
export function editText(value: CellValue, format: string, shown: string): string {
  switch (value.kind) {
    case "empty":
      return "";
    case "text":
      return formatShape(format).text || !readsOtherwise(value.text, format) ? value.text : `'${value.text}`;
    case "boolean":
      return value.value ? "TRUE" : "FALSE";
    case "error":
      return value.code;
    case "number": {
      const shape = formatShape(format);
      if (shape.date) return shown;
      const number = decimalFromCell(value.digits);
      return shape.percent ? `${plain(number.times(HUNDRED))}%` : plain(number);
    }
  }
}

/** Whether a text would become something else if it were typed: "4.50" as text must not turn into a number by F2 and Enter. */
function readsOtherwise(text: string, format: string): boolean {
  const typed = parseTyped(text, format);
  return typed.kind === "refused" || typed.value.kind !== "text" || typed.value.text !== text;
}

/** The day number of a date in figures; null for what is none. */
function dateSerial(text: string, date1904: boolean): string | null {
  const found = /^(\d{4})(?:[-/.]|年)(\d{1,2})(?:[-/.]|月)(\d{1,2})日?$/.exec(text);
  if (!found) return null;
  const [year, month, day] = found.slice(1).map((part) => parseInt(part, 10)) as [number, number, number];
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || year < 1904) return null;
  return plain(decimal((time - Date.UTC(date1904 ? 1904 : 1899, date1904 ? 0 : 11, date1904 ? 1 : 30)) / DAY_MS));
}
