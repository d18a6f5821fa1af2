/** Edits and marks in one line each. */
import { parseA1 } from "../../src/model/address";
import { type CellValue, EMPTY } from "../../src/model/grid";
import type { CellEdit, Mark } from "../../src/model/write-plan";

/** A string is text, a number's digits are written as { n: "9.79" }, null is empty. */
export type Short = string | { readonly n: string } | null;

export function value(short: Short): CellValue {
  if (short === null) return EMPTY;
  return typeof short === "string" ? { kind: "text", text: short } : { kind: "number", digits: short.n };
}

export function edit(sheet: string, address: string, before: Short, after: Short, format: string | null = null): CellEdit {
  const at = parseA1(address);
  if (!at) throw new Error(address);
  return { ref: { sheet, ...at }, before: value(before), after: value(after), format, shown: "", why: "测试", form: 0, field: "score" };
}

export function mark(sheet: string, address: string, severity: Mark["severity"] = "error", holds: Short | undefined = undefined): Mark {
  const at = parseA1(address);
  if (!at) throw new Error(address);
  const cell = { sheet, ...at };
  return { ref: cell, rule: "deviation/reason-missing", severity, conditions: [holds === undefined ? { kind: "no-reason", cell } : { kind: "holds", cell, value: value(holds) }] };
}
