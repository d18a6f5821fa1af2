/** What a cell holds, from the four arrays in which Excel tells it. */
import { type CellValue, EMPTY } from "../../../model/grid";

export interface CellContent {
  readonly value: CellValue;
  /** Without "=", null for a constant. */
  readonly formula: string | null;
  readonly format: string;
}

export const GENERAL = "General";

/** The properties to load for `contentAt`. */
export const CONTENT_PROPERTIES = "values,formulas,numberFormat,valueTypes";

export interface LoadedCells {
  readonly values: unknown[][];
  readonly formulas: unknown[][];
  readonly numberFormat: unknown[][];
  readonly valueTypes: unknown[][];
}

/** Row and column count from 0. */
export function contentAt(cells: LoadedCells, row: number, col: number): CellContent {
  const raw = cells.values[row]?.[col];
  const typed = cells.formulas[row]?.[col];
  const format = cells.numberFormat[row]?.[col];
  // A text that begins with "=" reads the same both ways; a formula never gives itself as its result.
  const formula = typeof typed === "string" && typed.startsWith("=") && typed !== raw ? typed.slice(1) : null;
  return { value: valueOf(raw, cells.valueTypes[row]?.[col]), formula, format: typeof format === "string" && format !== "" ? format : GENERAL };
}

function valueOf(raw: unknown, type: unknown): CellValue {
  switch (typeof raw) {
    case "number":
      // The shortest digits that mean this double, as Excel's own file would be read.
      return { kind: "number", digits: String(Object.is(raw, -0) ? 0 : raw) };
    case "boolean":
      return { kind: "boolean", value: raw };
    case "string":
      if (raw === "") return EMPTY;
      // A text may read "#N/A" too: only the type tells.
      return type === "Error" ? { kind: "error", code: raw } : { kind: "text", text: raw };
    default:
      return EMPTY;
  }
}
