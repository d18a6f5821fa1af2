/** What a review wants to change in a workbook, as plain values: computed first, shown, then applied by a host, then undone. */
import type { CellRef } from "./address";
import type { CellValue } from "./grid";

/** One cell to change. Applied only while the cell still holds `before` (compare-and-set). Never a cell with a formula. */
export interface CellEdit {
  readonly ref: CellRef;
  readonly before: CellValue;
  readonly after: CellValue;
  /** A number format to set with the value, null to leave the cell's own. */
  readonly format: string | null;
  /** What the cell will show. */
  readonly shown: string;
  /** One line in Chinese. */
  readonly why: string;
  /** Index of the form in the workbook's review; null for what a person edits in the sheet. */
  readonly form: number | null;
  /** Which field of that form; null as above. */
  readonly field: FieldName | null;
}

export type FieldName = "rate" | "funds-score" | "score" | "total-score" | "total-weight" | "grade" | "reason";

/**
 * A mark shows while all its conditions hold, and they are evaluated by the workbook itself (conditional formatting),
 * so that it vanishes as soon as the reason is typed or the figure corrected.
 */
export type MarkCondition =
  /** The cell is empty or holds only 无, /, -, 0, 。 and the like: no reason is given. */
  | { readonly kind: "no-reason"; readonly cell: CellRef }
  /** The cell still holds what the finding is about. */
  | { readonly kind: "holds"; readonly cell: CellRef; readonly value: CellValue }
  /** The number in one cell is below that in another: a score below its weight. */
  | { readonly kind: "below"; readonly cell: CellRef; readonly than: CellRef };

export interface Mark {
  readonly ref: CellRef;
  readonly rule: string;
  readonly severity: "error" | "warning" | "info";
  readonly conditions: readonly MarkCondition[];
}

export interface WritePlan {
  readonly edits: readonly CellEdit[];
  readonly marks: readonly Mark[];
}

export const EMPTY_PLAN: WritePlan = { edits: [], marks: [] };

/** A cell that no longer held what the plan saw: reported, not overwritten. */
export interface Conflict {
  readonly edit: CellEdit;
  readonly found: CellValue;
  readonly foundFormula: string | null;
}

/** What a host did with a plan. */
export interface ApplyResult {
  readonly applied: readonly CellEdit[];
  readonly conflicts: readonly Conflict[];
  /** Applying this plan puts back what was there: values and number formats. */
  readonly inverse: WritePlan;
  /** Names of sheets on which marks of the plan were left out, for the sheets are protected; absent if there are none. */
  readonly unmarked?: readonly string[];
}
