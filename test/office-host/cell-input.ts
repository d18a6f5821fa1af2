/** What Excel makes of a value written through `values` or `formulas`: the same as if it had been typed into the cell. */
import { type CellState, type Content, EMPTY_CONTENT } from "./cell-state";
import { isFormula } from "./formula-syntax";
import { fail } from "./host-error";
import { isRecord, type Json } from "./json";

const ERROR_VALUES = new Set(["#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!"]);
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const GROUPED = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const PERCENT = /^([+-]?(?:\d+\.?\d*|\.\d+))%$/;
const DATE = /^(?:(\d{4})[-/](\d{1,2})[-/](\d{1,2})|(\d{4})年(\d{1,2})月(\d{1,2})日)$/;
const MONTH_DAY = /^(\d{1,2})(?:[-/](\d{1,2})|月(\d{1,2})日)$/;

/** The cell after the input; `null` is handled by the caller (it leaves the cell alone). */
export function typeInto(cell: CellState, input: Json, currentYear: number): CellState {
  if (typeof input === "number") return { ...cell, content: { kind: "number", value: input }, formula: null };
  if (typeof input === "boolean") return { ...cell, content: { kind: "boolean", value: input }, formula: null };
  if (typeof input === "string") return typeText(cell, input, currentYear);
  if (isRecord(input) || Array.isArray(input)) fail("InvalidArgument");
  return cell;
}

function typeText(cell: CellState, input: string, currentYear: number): CellState {
  if (input === "") return constant(cell, EMPTY_CONTENT);
  if (input.startsWith("'")) return constant(cell, { kind: "text", text: input.slice(1) });
  if (cell.format === "@") return constant(cell, { kind: "text", text: input });
  const trimmed = input.trim();
  const plain = constantOf(trimmed, currentYear);
  if (plain) return { ...constant(cell, plain.content), format: plain.format !== null && cell.format === "General" ? plain.format : cell.format };
  if (input.length > 1 && /^[=+\-@]/.test(input)) return formulaCell(cell, input);
  return constant(cell, { kind: "text", text: input });
}

function constant(cell: CellState, content: Content): CellState {
  return { ...cell, content, formula: null };
}

/** "+A1" and "-A1" keep their sign behind the "=", "@SUM(A1)" loses the "@": as when typed. */
function formulaCell(cell: CellState, input: string): CellState {
  const formula = input.startsWith("=") ? input : `=${input.startsWith("@") ? input.slice(1) : input}`;
  if (!isFormula(formula)) fail("InvalidArgument");
  return { ...cell, formula, content: { kind: "uncomputed" } };
}

function constantOf(text: string, currentYear: number): { readonly content: Content; readonly format: string | null } | null {
  if (NUMBER.test(text)) return number(Number(text), /e/i.test(text) ? "0.00E+00" : null);
  if (GROUPED.test(text)) return number(Number(text.replace(/,/g, "")), text.includes(".") ? "#,##0.00" : "#,##0");
  const percent = PERCENT.exec(text);
  if (percent) return number(Number(percent[1]) / 100, text.includes(".") ? "0.00%" : "0%");
  if (/^(?:true|false)$/i.test(text)) return { content: { kind: "boolean", value: /^true$/i.test(text) }, format: null };
  if (ERROR_VALUES.has(text.toUpperCase())) return { content: { kind: "error", code: text.toUpperCase() }, format: null };
  return dateOf(text, currentYear);
}

function number(value: number, format: string | null): { readonly content: Content; readonly format: string | null } {
  // Of what is typed, Excel keeps fifteen digits; 97.85% is 0.9785, whatever a division of doubles gives.
  return { content: { kind: "number", value: Number(value.toPrecision(15)) }, format };
}

/** Text that looks like a date becomes a serial number: "2024-01-05", "2024年1月5日", "3-4", "11月30日". */
function dateOf(text: string, currentYear: number): { readonly content: Content; readonly format: string | null } | null {
  const full = DATE.exec(text);
  if (full) return serial(Number(full[1] ?? full[4]), Number(full[2] ?? full[5]), Number(full[3] ?? full[6]), full[4] ? 'yyyy"年"m"月"d"日"' : "yyyy/m/d");
  const short = MONTH_DAY.exec(text);
  return short ? serial(currentYear, Number(short[1]), Number(short[2] ?? short[3]), 'm"月"d"日"') : null;
}

function serial(year: number, month: number, day: number, format: string): { readonly content: Content; readonly format: string } | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || year < 1901) return null;
  return { content: { kind: "number", value: date.getTime() / 86_400_000 + 25_569 }, format };
}
