/** A worksheet's XML as a grid. */
import type { Area } from "../../../model/address";
import { EMPTY, type GridCell } from "../../../model/grid";
import * as faults from "../faults";
import { isTrue } from "../xml/tree";
import { enterRoot, END, EOF, START, XmlScanner } from "../xml/scanner";
import { cellValue, type ValueContext } from "./cell-value";
import { SheetCursor } from "./cursor";
import { Formulas } from "./formulas";
import { readMerges } from "./read-merges";

// Bound once: where modules are compiled to CommonJS, an import read in a loop is a call.
const NOTHING = EMPTY;
const GENERAL = "General";

export interface SheetContext extends ValueContext {
  /** The number format code of each cell format. */
  readonly formats: readonly string[];
  /** Counts down what the workbook may still hold of cells and merges. */
  readonly budget: { items: number };
}

export interface SheetContent {
  readonly cells: GridCell[];
  readonly merges: Area[];
  readonly protected: boolean;
  readonly hasFormulas: boolean;
}

/** Throws FaultError `damaged` or `too-large`. */
export function readSheet(text: string, context: SheetContext): SheetContent {
  const scanner = new XmlScanner(text, context.part);
  const prefix = enterRoot(scanner, "worksheet");
  const content = { cells: [] as GridCell[], merges: [] as Area[], protected: false, hasFormulas: false };
  if (!scanner.selfClosing) {
    for (let token = scanner.next(); token !== END; token = scanner.next()) {
      if (token !== START) continue;
      if (scanner.named(prefix, "sheetData")) {
        if (!scanner.selfClosing) content.hasFormulas = readCells(scanner, prefix, context, content.cells);
      } else if (scanner.named(prefix, "mergeCells")) readMerges(scanner, prefix, context.budget, content.merges);
      else if (scanner.named(prefix, "sheetProtection")) {
        content.protected = isTrue(scanner.attribute("sheet"));
        scanner.skip();
      } else scanner.skip();
    }
  }
  while (scanner.next() !== EOF);
  return content;
}

function readCells(scanner: XmlScanner, prefix: string, context: SheetContext, cells: GridCell[]): boolean {
  const cursor = new SheetCursor(scanner, prefix);
  const formulas = new Formulas();
  const { formats, budget } = context;
  let hasFormulas = false;
  while (cursor.nextRow()) {
    while (cursor.nextCell()) {
      if (--budget.items < 0) throw faults.tooLarge("单元格过多");
      const { row, col, formula: tag } = cursor;
      if (tag) hasFormulas = true;
      const formula = formulas.of(row, col, tag);
      const value = cursor.hasValue ? cellValue(cursor, context) : NOTHING;
      const format = formats[cursor.style] ?? GENERAL;
      // A border or a fill is all that such a cell has.
      if (value === NOTHING && formula === null && format === GENERAL) continue;
      cells.push({ row, col, value, formula, format });
    }
  }
  if (cursor.disordered) putInOrder(cells);
  return hasFormulas;
}

/** Files whose rows or cells do not ascend: sorted, and of cells with one address the last counts. */
function putInOrder(cells: GridCell[]): void {
  cells.sort((a, b) => a.row - b.row || a.col - b.col);
  let kept = 0;
  for (const cell of cells) {
    const before = cells[kept - 1];
    if (before && before.row === cell.row && before.col === cell.col) kept--;
    cells[kept++] = cell;
  }
  cells.length = kept;
}
