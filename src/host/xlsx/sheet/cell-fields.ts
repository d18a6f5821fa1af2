/** What is known of a cell of a sheet's XML when it has been read. */

export type CellType = "number" | "shared" | "string" | "inline" | "boolean" | "error" | "date";

export interface FormulaTag {
  /** As written, "" for the children of a shared formula. */
  readonly text: string;
  readonly type: "normal" | "shared" | "array" | "dataTable";
  readonly ref: string | null;
  readonly shared: string | null;
}

/** The cursor's fields of the cell it stands on; see there. */
export interface CellFields {
  readonly row: number;
  col: number;
  style: number;
  type: CellType;
  formula: FormulaTag | null;
  valueFrom: number;
  valueTo: number;
  pieced: string | null;
  inline: string | null;
  inlineRich: boolean;
  inlineFrom: number;
  inlineTo: number;
  cellStart: number;
  cellEnd: number;
  disordered: boolean;
}
