/** Sizes, frozen panes and formats of one sheet, from its part: what the grid of the model leaves out. */
import { cellKey, MAX_COL, MAX_ROW } from "../../model/address";
import { SheetCursor } from "../../host/xlsx/sheet/cursor";
import { END, enterRoot, START, XmlScanner } from "../../host/xlsx/xml/scanner";
import { isTrue } from "../../host/xlsx/xml/tree";
import { ConditionalFormats } from "./conditional-formats";
import type { AxisRun, ConditionalLook, RichText, SheetDisplay } from "./look";
import type { RichTexts } from "./rich-text";

/** Rows are at most 409 pt high, columns 255 digits wide. */
const MAX_HEIGHT_PT = 409.5;
const MAX_WIDTH = 255;

/** What a sheet takes from the workbook. */
export interface LayoutContext {
  /** Width of a digit of the standard font in pixels. */
  readonly digitPx: number;
  readonly texts: RichTexts;
  readonly differences: readonly ConditionalLook[];
}

interface Draft {
  standardRow: number;
  standardCol: number;
  rowsHidden: boolean;
  readonly columns: { first: number; last: number; size: number; fixed: boolean; style: number }[];
  readonly rows: AxisRun[];
  readonly rowStyles: [number, number][];
  readonly cells: [number, number][];
  readonly rich: [number, RichText][];
  frozenRows: number;
  frozenCols: number;
  gridLines: boolean;
}

/** Throws FaultError `damaged`, as reading the cells of such a sheet would. */
export function readSheetLayout(text: string, part: string, { digitPx, texts, differences }: LayoutContext): SheetDisplay {
  const scanner = new XmlScanner(text, part);
  const prefix = enterRoot(scanner, "worksheet");
  const draft: Draft = { standardRow: 20, standardCol: standardWidth(8, digitPx), rowsHidden: false, columns: [], rows: [], rowStyles: [], cells: [], rich: [], frozenRows: 0, frozenCols: 0, gridLines: true };
  const conditional = new ConditionalFormats(differences);
  if (!scanner.selfClosing) {
    for (let token = scanner.next(); token !== END; token = scanner.next()) {
      if (token !== START) continue;
      if (scanner.named(prefix, "sheetFormatPr")) readDefaults(scanner, draft, digitPx);
      else if (scanner.named(prefix, "sheetViews")) readView(scanner, prefix, draft);
      else if (scanner.named(prefix, "cols")) readColumns(scanner, prefix, draft, digitPx);
      else if (scanner.named(prefix, "sheetData")) {
        if (!scanner.selfClosing) readRows(scanner, prefix, draft, texts);
      } else if (scanner.named(prefix, "conditionalFormatting")) conditional.read(scanner, prefix);
      else scanner.skip();
    }
  }
  return finished(draft, conditional);
}

function finished(draft: Draft, conditional: ConditionalFormats): SheetDisplay {
  draft.rows.sort((a, b) => a.first - b.first);
  draft.columns.sort((a, b) => a.first - b.first);
  // Of cells with one address the last counts, as in the grid.
  const cells = draft.cells.sort((a, b) => a[0] - b[0]).filter(([key], n) => draft.cells[n + 1]?.[0] !== key);
  return {
    columns: { standard: draft.standardCol, runs: withoutOverlaps(draft.columns.map(({ first, last, size, fixed }) => ({ first, last, size, fixed }))) },
    rows: { standard: draft.rowsHidden ? 0 : draft.standardRow, runs: withoutOverlaps(draft.rows) },
    cellKeys: Float64Array.from(cells, ([key]) => key),
    cellStyles: Uint32Array.from(cells, ([, style]) => style),
    rowStyles: draft.rowStyles,
    columnStyles: draft.columns.filter(({ style }) => style > 0).map(({ first, last, style }) => ({ first, last, style })),
    rich: draft.rich,
    conditional: conditional.rules,
    frozenRows: draft.frozenRows,
    frozenCols: draft.frozenCols,
    gridLines: draft.gridLines,
  };
}

function withoutOverlaps(runs: readonly AxisRun[]): readonly AxisRun[] {
  const kept: AxisRun[] = [];
  for (const run of runs) if (run.first > (kept.at(-1)?.last ?? 0) && run.last >= run.first) kept.push(run);
  return kept;
}

function readDefaults(scanner: XmlScanner, draft: Draft, digitPx: number): void {
  const height = positive(scanner.attribute("defaultRowHeight"), MAX_HEIGHT_PT);
  if (height !== null) draft.standardRow = pixels(height);
  draft.rowsHidden = isTrue(scanner.attribute("zeroHeight"));
  const width = positive(scanner.attribute("defaultColWidth"), MAX_WIDTH);
  const base = positive(scanner.attribute("baseColWidth"), MAX_WIDTH);
  draft.standardCol = width === null ? standardWidth(base ?? 8, digitPx) : columnPx(width, digitPx);
  scanner.skip();
}

/** The first view counts: further ones belong to further windows. */
function readView(scanner: XmlScanner, prefix: string, draft: Draft): void {
  const outside = scanner.depth - 1;
  if (scanner.selfClosing) return;
  let views = 0;
  for (;;) {
    const token = scanner.next();
    if (token === END && scanner.depth === outside) return;
    if (token !== START) continue;
    if (scanner.named(prefix, "sheetView")) {
      views++;
      if (views === 1) draft.gridLines = scanner.attribute("showGridLines") === null || isTrue(scanner.attribute("showGridLines"));
    } else if (scanner.named(prefix, "pane") && views === 1 && /^frozen/.test(scanner.attribute("state") ?? "")) {
      draft.frozenRows = Math.min(MAX_ROW, Math.floor(positive(scanner.attribute("ySplit"), MAX_ROW) ?? 0));
      draft.frozenCols = Math.min(MAX_COL, Math.floor(positive(scanner.attribute("xSplit"), MAX_COL) ?? 0));
    }
  }
}

function readColumns(scanner: XmlScanner, prefix: string, draft: Draft, digitPx: number): void {
  if (scanner.selfClosing) return;
  for (let token = scanner.next(); token !== END; token = scanner.next()) {
    if (token !== START) continue;
    if (scanner.named(prefix, "col")) {
      const first = Math.floor(positive(scanner.attribute("min"), MAX_COL) ?? 0);
      const last = Math.floor(positive(scanner.attribute("max"), MAX_COL) ?? 0);
      const width = positive(scanner.attribute("width"), MAX_WIDTH);
      const size = isTrue(scanner.attribute("hidden")) ? 0 : width === null ? draft.standardCol : columnPx(width, digitPx);
      if (first >= 1) draft.columns.push({ first, last, size, fixed: true, style: parseInt(scanner.attribute("style") ?? "0", 10) || 0 });
    }
    scanner.skip();
  }
}

function readRows(scanner: XmlScanner, prefix: string, draft: Draft, texts: RichTexts): void {
  const cursor = new SheetCursor(scanner, prefix);
  while (cursor.nextRow()) {
    const { row } = cursor;
    // The scanner stands at the row's start tag, whose attributes are still at hand.
    const height = positive(scanner.attribute("ht"), MAX_HEIGHT_PT);
    const hidden = isTrue(scanner.attribute("hidden"));
    if (hidden || height !== null) draft.rows.push({ first: row, last: row, size: hidden ? 0 : pixels(height ?? 15), fixed: hidden || isTrue(scanner.attribute("customHeight")) });
    if (cursor.rowStyle > 0) draft.rowStyles.push([row, cursor.rowStyle]);
    while (cursor.nextCell()) {
      const key = cellKey(row, cursor.col);
      draft.cells.push([key, cursor.style]);
      const rich = texts.of(cursor, scanner.text, scanner.part, prefix);
      if (rich) draft.rich.push([key, rich]);
    }
  }
}

function positive(text: string | null, limit: number): number | null {
  const value = text === null ? NaN : parseFloat(text);
  return value > 0 ? Math.min(value, limit) : null;
}

function pixels(points: number): number {
  return Math.round((points * 96) / 72);
}

/** ECMA-376 18.3.1.13. */
function columnPx(width: number, digitPx: number): number {
  return Math.trunc(((256 * width + Math.trunc(128 / digitPx)) / 256) * digitPx);
}

/** Excel widens the standard column to a multiple of 8 pixels. */
function standardWidth(digits: number, digitPx: number): number {
  return Math.ceil((digits * digitPx + 5) / 8) * 8;
}
