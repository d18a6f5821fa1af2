/** What a workbook is to become, told apart from what its file holds: nothing is patched before it is asked for. */
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

export interface Desired {
  /** By sheet part, then by cell key. Without an entry, a cell stays exactly as the file has it. */
  readonly cells: ReadonlyMap<string, ReadonlyMap<number, CellOverride>>;
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
}

export function sheetNamed(workbook: WorkbookPart, name: string): SheetEntry | undefined {
  return workbook.sheets.find((sheet) => sheet.name === name);
}
