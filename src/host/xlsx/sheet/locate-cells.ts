/** Finds given cells in a sheet's XML, and the places where missing ones belong. */
import * as faults from "../faults";
import type { Child, Outline } from "../xml/outline";
import { END, START, XmlScanner } from "../xml/scanner";
import type { CellType } from "./cell-fields";
import { index, SheetCursor } from "./cursor";

export interface CellSite {
  readonly col: number;
  readonly start: number;
  readonly end: number;
  readonly style: number;
  readonly type: CellType;
  /** The text of `<v>`: for a shared string its index. */
  readonly value: string | null;
  readonly inlineRich: boolean;
}

export interface RowSite {
  readonly row: number;
  readonly start: number;
  readonly openEnd: number;
  readonly selfClosing: boolean;
  readonly contentEnd: number;
  readonly style: number;
  readonly cells: readonly CellSite[];
}

export interface SheetSites {
  readonly sheetData: Child;
  /** The wanted rows that exist. */
  readonly rows: ReadonlyMap<number, RowSite>;
  /** For a wanted row that does not exist: the start of the first row behind it; absent if there is none. */
  readonly rowsBehind: ReadonlyMap<number, number>;
}

/** Throws FaultError `damaged`. */
export function locateRows(text: string, part: string, outline: Outline, wanted: readonly number[]): SheetSites {
  const sheetData = outline.children.find((child) => child.own && child.name === "sheetData");
  if (!sheetData) throw faults.damagedPart(part, "没有单元格数据");
  const rows = new Map<number, RowSite>();
  const rowsBehind = new Map<number, number>();
  if (sheetData.selfClosing) return { sheetData, rows, rowsBehind };

  // sheetData as a document of its own: same tokens, offsets moved by `by`.
  const by = sheetData.start;
  const scanner = new XmlScanner(text.slice(sheetData.start, sheetData.end), part);
  scanner.next();
  const cursor = new SheetCursor(scanner, outline.prefix);
  const ascending = [...new Set(wanted)].sort((a, b) => a - b);
  const isWanted = new Set(ascending);
  let next = 0;
  while (cursor.nextRow()) {
    for (let row = ascending[next]; row !== undefined && row < cursor.row; row = ascending[++next]) rowsBehind.set(row, cursor.rowStart + by);
    const cells: CellSite[] = [];
    const here = isWanted.has(cursor.row);
    const { row, rowStart, rowOpenEnd, rowSelfClosing, rowStyle } = cursor;
    while (cursor.nextCell()) {
      if (!here) continue;
      const { col, cellStart, cellEnd, style, type, inlineRich } = cursor;
      const value = cursor.hasValue ? cursor.value : null;
      cells.push({ col, start: cellStart + by, end: cellEnd + by, style, type, value, inlineRich });
    }
    if (here) {
      rows.set(row, { row, start: rowStart + by, openEnd: rowOpenEnd + by, selfClosing: rowSelfClosing, contentEnd: cursor.rowContentEnd + by, style: rowStyle, cells });
    }
  }
  return { sheetData, rows, rowsBehind };
}

/** The cell format that a column gives to its empty cells; -1 if it gives none. */
export function columnStyle(text: string, part: string, outline: Outline, col: number): number {
  const cols = outline.children.find((child) => child.own && child.name === "cols");
  if (!cols || cols.selfClosing) return -1;
  const scanner = new XmlScanner(text.slice(cols.start, cols.end), part);
  scanner.next();
  for (let token = scanner.next(); token !== END; token = scanner.next()) {
    if (token !== START) continue;
    const { min, max, style } = { min: index(scanner.attribute("min")), max: index(scanner.attribute("max")), style: index(scanner.attribute("style")) };
    if (scanner.named(outline.prefix, "col") && col >= min && col <= max) return style;
    scanner.skip();
  }
  return -1;
}
