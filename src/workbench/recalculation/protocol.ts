/** What the page and the formula engine say to each other. Sheets go by their index in the workbook. */
import type { CellValue } from "../../model/grid";

export interface Spot {
  readonly sheet: number;
  readonly row: number;
  readonly col: number;
}

export interface SpotValue extends Spot {
  readonly value: CellValue;
}

export interface FormulaCell extends Spot {
  /** Without "=". */
  readonly formula: string;
  /** Its result as the file has it; "empty" if it has none. */
  readonly value: CellValue;
}

/** What an edit does to the formulas of a workbook. */
export interface Affected {
  /** To be calculated, each behind those that it reads. */
  readonly formulas: readonly FormulaCell[];
  /** Sheets that they read or stand on. */
  readonly sheets: readonly number[];
  /** Their results may be others now, and cannot be calculated: volatile, circular, or reading who knows what. */
  readonly kept: readonly Spot[];
}

export const UNAFFECTED: Affected = { formulas: [], sheets: [], kept: [] };

/** A cell that holds something, as in a sheet's text for the engine: row, column, value. */
export type Filled = readonly [row: number, col: number, value: CellValue];

export interface Recalculated {
  /** Of the formulas asked for: what they come to now. */
  readonly values: readonly SpotValue[];
  /** Those that the engine cannot do: they keep what they have. */
  readonly kept: readonly Spot[];
}

/** Request by request: what goes to the engine, and what comes back. */
export interface EngineCalls {
  readonly open: { readonly args: { readonly sheets: readonly string[] }; readonly reply: null };
  /** The cells of a sheet as they are in the file; `cells` is JSON of `Filled[]`, so that the page only hands it on. */
  readonly fill: { readonly args: { readonly sheet: number; readonly cells: string }; readonly reply: null };
  /** Edits since then, and the formulas that they affect, in the order in which they were made. */
  readonly calculate: { readonly args: { readonly changes: readonly SpotValue[]; readonly formulas: readonly FormulaCell[] }; readonly reply: Recalculated };
}
