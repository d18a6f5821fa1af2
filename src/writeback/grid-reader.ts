/** Cells of a whole workbook by address; sheets are indexed when they are first asked for. */
import type { CellRef } from "../model/address";
import { type CellValue, EMPTY, type GridCell, SheetIndex, type WorkbookGrid } from "../model/grid";

export class GridReader {
  private readonly indexes = new Map<string, SheetIndex | null>();

  constructor(private readonly grid: WorkbookGrid) {}

  cell(ref: CellRef): GridCell | undefined {
    let index = this.indexes.get(ref.sheet);
    if (index === undefined) {
      const sheet = this.grid.sheets.find((candidate) => candidate.name === ref.sheet);
      index = sheet ? new SheetIndex(sheet) : null;
      this.indexes.set(ref.sheet, index);
    }
    return index?.at(ref.row, ref.col);
  }

  value(ref: CellRef): CellValue {
    return this.cell(ref)?.value ?? EMPTY;
  }
}
