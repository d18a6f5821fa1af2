/** Cell values as the engine knows them, and back. Number formats are left out: the engine takes a number in a cell formatted as text for text, Excel does not. */
import type { CellValue } from "../../model/grid";

/** The engine's names for kinds of values (`CellValueType`). */
export const CELL_TYPE = { text: 1, number: 2, boolean: 3 } as const;

export interface CellData {
  readonly v: string | number;
  readonly t: (typeof CELL_TYPE)[keyof typeof CELL_TYPE];
  /** Only says that the cell is not blank. */
  readonly f?: string;
}

/** What a formula may come to, as the engine tells it. */
export type Result = string | number | boolean | null | undefined;

/** Errors that Excel knows in every version; the engine has more of its own. */
const ERRORS = new Set(["#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"]);
const OWN_ERRORS = /^#(?:[A-Z]+[!?]|GETTING_DATA)$/;
/** Excel's own limit. */
const MAX_TEXT = 32_767;

/** Null: the cell is blank. */
export function cellData(value: CellValue): CellData | null {
  switch (value.kind) {
    case "empty":
      return null;
    case "number":
      return { v: parseFloat(value.digits), t: CELL_TYPE.number };
    case "text":
      // To the engine a cell with "" is blank unless there is a formula in it.
      return value.text === "" ? { v: "", t: CELL_TYPE.text, f: '=""' } : { v: value.text, t: CELL_TYPE.text };
    case "boolean":
      return { v: value.value ? 1 : 0, t: CELL_TYPE.boolean };
    case "error":
      return { v: value.code, t: CELL_TYPE.text };
  }
}

/** Null: nothing that Excel would have come to as well. */
export function resultValue(result: Result, isError: boolean): CellValue | null {
  // A blank that is referred to counts as 0.
  if (result === null || result === undefined) return { kind: "number", digits: "0" };
  if (typeof result === "boolean") return { kind: "boolean", value: result };
  if (typeof result === "number") return Number.isFinite(result) ? { kind: "number", digits: digitsOf(result) } : null;
  if (isError || OWN_ERRORS.test(result)) return ERRORS.has(result) ? { kind: "error", code: result } : null;
  return result.length <= MAX_TEXT ? { kind: "text", text: result } : null;
}

/** The shortest digits that mean this very double: what Excel would read back the same. */
function digitsOf(result: number): string {
  return result === 0 ? "0" : String(result).replace("e+", "e");
}
