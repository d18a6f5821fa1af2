/** A workbook as the core sees it: values, formulas, number formats and merges; no fonts, no fills, no file. */
import { type Area, cellKey } from "./address";
import { decimalFromCell } from "./decimal";

export type CellValue =
  | { readonly kind: "empty" }
  /** Decimal digits as the workbook stores them, e.g. "0.97849999999999993"; read with `decimalFromCell`. */
  | { readonly kind: "number"; readonly digits: string }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "boolean"; readonly value: boolean }
  /** An error value such as "#DIV/0!". */
  | { readonly kind: "error"; readonly code: string };

export const EMPTY: CellValue = { kind: "empty" };

export interface GridCell {
  readonly row: number;
  readonly col: number;
  /** What the cell holds; for a formula its stored result ("empty" if it has none). */
  readonly value: CellValue;
  /** The formula without "=", null for a constant. Text that begins with "=" is text, not a formula. */
  readonly formula: string | null;
  /** The number format code, "General" if none. */
  readonly format: string;
}

export type SheetVisibility = "visible" | "hidden" | "very-hidden";

export interface SheetGrid {
  readonly name: string;
  readonly visibility: SheetVisibility;
  readonly protected: boolean;
  /** Cells in reading order (by row, then column), each address once. A blank cell is there if it has a number format other than General. */
  readonly cells: readonly GridCell[];
  /** Merged areas; null where the host cannot tell (Excel before ExcelApi 1.13). */
  readonly merges: readonly Area[] | null;
}

export interface WorkbookGrid {
  readonly sheets: readonly SheetGrid[];
}

/** Random access to a sheet. Building it is linear in the cells; merges that span thousands of cells cost nothing extra. */
export class SheetIndex {
  readonly sheet: SheetGrid;
  private readonly byKey = new Map<number, GridCell>();
  private readonly mergeByAnchor = new Map<number, Area>();

  constructor(sheet: SheetGrid) {
    this.sheet = sheet;
    for (const cell of sheet.cells) this.byKey.set(cellKey(cell.row, cell.col), cell);
    for (const area of sheet.merges ?? []) this.mergeByAnchor.set(cellKey(area.top, area.left), area);
  }

  at(row: number, col: number): GridCell | undefined {
    return this.byKey.get(cellKey(row, col));
  }

  /** The merged area whose top-left cell this is, if any. */
  mergeAt(row: number, col: number): Area | undefined {
    return this.mergeByAnchor.get(cellKey(row, col));
  }
}

/** Equal in kind and content; what compare-and-set goes by. Numbers are equal when Excel would show the same 15 digits. */
export function sameValue(a: CellValue, b: CellValue): boolean {
  switch (a.kind) {
    case "empty":
      return b.kind === "empty" || (b.kind === "text" && b.text === "");
    case "number":
      return b.kind === "number" && sameDigits(a.digits, b.digits);
    case "text":
      return (b.kind === "text" && a.text === b.text) || (b.kind === "empty" && a.text === "");
    case "boolean":
      return b.kind === "boolean" && a.value === b.value;
    case "error":
      return b.kind === "error" && a.code === b.code;
  }
}

function sameDigits(a: string, b: string): boolean {
  return a === b || decimalFromCell(a).eq(decimalFromCell(b));
}
