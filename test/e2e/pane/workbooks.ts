/** Workbooks as emulated ones: those of the corpus, with what a user may have added to them or left out. */
import { a1, cellKey, parseA1 } from "../../../src/model/address";
import { EMPTY, type WorkbookGrid } from "../../../src/model/grid";
import type { WorkbookReview } from "../../../src/model/review";
import { DEFAULT_SETTINGS } from "../../../src/model/settings";
import { review } from "../../../src/review/review";
import { showNumber } from "../../../src/host/number-text";
import { BLANK_CELL } from "../../office-host/cell-state";
import type { EmulatedWorkbook } from "../../office-host/workbook-model";
import { workbookFromGrid } from "../../office-host/workbook-source";
import { type CorpusWorkbook, openCorpus } from "../../support/corpus";

export const JIADING_1 = "1.其他专项工作经费";
export const JIADING_8 = "8.信息化建设项目（高质量发展示范项目）";

/** Fills, fonts, an unlocked cell and conditional formats: what has to stay as it is, in the cells that are written to as well. */
export function decorated(grid: WorkbookGrid): EmulatedWorkbook {
  const book = workbookFromGrid(grid);
  for (const sheet of book.sheets) {
    const used = sheet.usedArea(false);
    if (!used) continue;
    for (const { row, col, cell } of [...sheet.area(used)]) {
      if (col >= 5 && (row + col) % 3 === 0) sheet.setCell(row, col, { ...cell, fill: "#FFFF00", fontColor: "#C00000", bold: row % 2 === 0, locked: row % 5 !== 0 });
    }
    sheet.setCell(used.bottom + 2, 1, { ...BLANK_CELL, content: { kind: "number", value: 3 }, formula: "=1+2", format: "0.0" });
    const format = { id: book.newId(), areas: [used], stopIfTrue: true, fill: null, fontColor: "#0000FF", bold: true };
    sheet.setConditionalFormats([{ ...format, type: "Custom", formula: '=$A1="合计"' }, { ...format, id: book.newId(), type: "DataBar", formula: "" }]);
  }
  book.takeJournal();
  return book;
}

export function corpusGrid(name: CorpusWorkbook, sheets?: readonly string[]): WorkbookGrid {
  const grid = openCorpus(name).grid();
  return sheets ? { sheets: grid.sheets.filter((sheet) => sheets.includes(sheet.name)) } : grid;
}

/** The grid with some cells emptied. */
export function emptied(grid: WorkbookGrid, sheetName: string, addresses: readonly string[]): WorkbookGrid {
  const keys = new Set(addresses.map((address) => {
    const at = parseA1(address);
    if (!at) throw new Error(`Not a cell: ${address}`);
    return cellKey(at.row, at.col);
  }));
  return {
    sheets: grid.sheets.map((sheet) => (sheet.name === sheetName ? { ...sheet, cells: sheet.cells.map((cell) => (keys.has(cellKey(cell.row, cell.col)) ? { ...cell, value: EMPTY } : cell)) } : sheet)),
  };
}

/** The last column of a form of 嘉定's, below its head. */
export function withoutReasons(grid: WorkbookGrid): WorkbookGrid {
  return { sheets: grid.sheets.map((sheet) => ({ ...sheet, cells: sheet.cells.map((cell) => (cell.col === 8 && cell.row > 12 && cell.value.kind === "text" ? { ...cell, value: EMPTY } : cell)) })) };
}

/** By the core, on the grid that the emulated workbook was made from. */
export function reviewOf(grid: WorkbookGrid): WorkbookReview {
  return review(grid, { settings: DEFAULT_SETTINGS, showNumber });
}

/** The grid after edits, for the review that follows them. */
export function withEdits(grid: WorkbookGrid, { plan }: Pick<WorkbookReview, "plan">): WorkbookGrid {
  const edits = new Map(plan.edits.map((edit) => [`${edit.ref.sheet}!${a1(edit.ref)}`, edit]));
  return {
    sheets: grid.sheets.map((sheet) => ({
      ...sheet,
      cells: sheet.cells.map((cell) => {
        const edit = edits.get(`${sheet.name}!${a1(cell)}`);
        return edit ? { ...cell, value: edit.after, format: edit.format ?? cell.format } : cell;
      }),
    })),
  };
}
