/** What a workbook is to become, told apart from what its file holds: nothing is patched before it is asked for. */
import type { CellRef } from "../../model/address";
import type { CellValue } from "../../model/grid";
import type { Mark } from "../../model/write-plan";
import type { SheetEntry, WorkbookPart } from "./package/workbook-part";
import type { Parts } from "./package/parts";
import type { OwnState, WorkbookState } from "../../model/workbook-state";

/** A cell that is to hold something else than in the file. */
export interface CellOverride {
  readonly row: number;
  readonly col: number;
  readonly value: CellValue;
  /** Null: the cell keeps its number format. */
  readonly format: string | null;
}

/** What a formula of the workbook comes to, told by whoever has calculated it. */
export interface FormulaResult {
  readonly ref: CellRef;
  readonly value: CellValue;
}

/** By cell key. Another change of a sheet is another map: that is how it is seen. */
export type Overrides = ReadonlyMap<number, CellOverride>;

export interface Desired {
  /** By sheet part. Without an entry, a cell stays exactly as the file has it. */
  readonly cells: ReadonlyMap<string, Overrides>;
  /** Other results of formulas than those in the file, by sheet part; the formulas stay. */
  readonly results: ReadonlyMap<string, Overrides>;
  /** Null: the marks in the file stay. */
  readonly marks: readonly Mark[] | null;
  /** Null: the state in the file stays. */
  readonly state: WorkbookState | null;
}

/** The file as it was opened. */
export interface Original {
  readonly parts: Parts;
  readonly workbook: WorkbookPart;
  /** Our own part, if there is one. */
  readonly own: { readonly part: string; readonly state: OwnState } | null;
  /** Whether any sheet has a formula; found out when it matters. */
  readonly hasFormulas: () => boolean;
  /** The raw XML of a shared string, null if there is none. Scanned when first asked for, and kept: each edit asks. */
  readonly sharedString: (index: number) => string | null;
}

export function sheetNamed(workbook: WorkbookPart, name: string): SheetEntry | undefined {
  return workbook.sheets.find((sheet) => sheet.name === name);
}
