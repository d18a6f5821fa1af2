import type { CellValue, GridCell, WorkbookGrid } from "../../src/model/grid";
import { EMPTY } from "../../src/model/grid";
import type { CellEdit } from "../../src/model/write-plan";

export const SHEET = "自评表";

export const digits = (text: string): CellValue => ({ kind: "number", digits: text });
export const words = (text: string): CellValue => ({ kind: "text", text });

export function cell(row: number, col: number, value: CellValue, more: Partial<GridCell> = {}): GridCell {
  return { row, col, value, formula: null, format: "General", ...more };
}

export function gridOf(cells: readonly GridCell[]): WorkbookGrid {
  return { sheets: [{ name: SHEET, visibility: "visible", protected: false, merges: [], cells: [...cells].sort((a, b) => a.row - b.row || a.col - b.col) }] };
}

export function change(row: number, col: number, before: CellValue, after: CellValue, more: Partial<CellEdit> = {}): CellEdit {
  const shown = after.kind === "number" ? after.digits : after.kind === "text" ? after.text : "";
  return { ref: { sheet: SHEET, row, col }, before, after, format: null, shown, why: "因为", form: 0, field: "score", ...more };
}

export { EMPTY };
