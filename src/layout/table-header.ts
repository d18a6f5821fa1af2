/** Finding the header of an indicator table: which row it is, and which column means what. SPEC L3–L5. */
import { REASON_PARTS, TABLE_COLUMNS, type TableColumn } from "./lexicon/column-words";
import type { CellView, RowView, SheetView } from "./sheet-view";
import { wordMap } from "./word-map";

export interface ColumnSpan {
  readonly row: number;
  readonly col: number;
  /** The last column that still belongs to this header. */
  readonly right: number;
}

export interface TableHeader {
  readonly top: number;
  readonly bottom: number;
  readonly columns: Readonly<Partial<Record<TableColumn, ColumnSpan>>>;
}

const words = wordMap(TABLE_COLUMNS);

function columnOf(view: CellView): TableColumn | null {
  const label = view.label;
  if (!label || label.word.length > 24) return null;
  const known = words(label);
  if (known) return known;
  return REASON_PARTS.some((part) => label.word.includes(part)) ? "reason" : null;
}

/** The header that begins in this row, or null. A row is one if it names the indicators and at least one of their values. */
export function headerAt(view: SheetView, position: number): TableHeader | null {
  const row = view.rows[position];
  if (!row) return null;
  const first = columnsIn(row);
  if (first.length < 2) return null;
  const kinds = new Set(first.map(([column]) => column));
  const names = kinds.has("name") || (kinds.has("level1") && kinds.has("level2"));
  if (!names || first.length < 3) return null;

  // A second header row splits a parent: 年度指标值 over 指标性质 | 指标值 | 度量单位.
  const second = view.rows[position + 1];
  const below = second && second.row === row.row + 1 ? subHeaders(first, row, second) : [];
  const all = [...first.filter(([, cell]) => !below.some(([, sub]) => isUnder(cell, sub))), ...below];
  const values: readonly TableColumn[] = ["target", "actual", "weight", "score"];
  if (!all.some(([column]) => values.includes(column))) return null;
  return { top: row.row, bottom: below.length > 0 ? row.row + 1 : row.row, columns: spans(all, row, second) };
}

function columnsIn(row: RowView): (readonly [TableColumn, CellView])[] {
  const found: (readonly [TableColumn, CellView])[] = [];
  for (const cell of row.cells) {
    const column = columnOf(cell);
    if (column) found.push([column, cell]);
  }
  return found;
}

/** Headers of the next row that stand below a known header of this one, provided that the row holds nothing but headers. */
function subHeaders(first: readonly (readonly [TableColumn, CellView])[], row: RowView, second: RowView): (readonly [TableColumn, CellView])[] {
  const found = columnsIn(second);
  if (found.length < 2 || found.length < second.cells.length) return [];
  const firstColumns = new Set(first.map(([, cell]) => cell.cell.col));
  // A row that repeats the same headers is the next page's, not this one's second line.
  const repeats = found.filter(([column, cell]) => firstColumns.has(cell.cell.col) && first.some(([c, f]) => c === column && f.cell.col === cell.cell.col));
  return repeats.length > found.length / 2 || row.cells.length === 0 ? [] : found;
}

function isUnder(parent: CellView, sub: CellView): boolean {
  return sub.cell.col >= parent.cell.col && sub.cell.col <= parent.right;
}

function spans(found: readonly (readonly [TableColumn, CellView])[], row: RowView, second: RowView | undefined): Partial<Record<TableColumn, ColumnSpan>> {
  const starts = [...row.cells, ...(second?.row === row.row + 1 ? found.filter(([, c]) => c.cell.row === second.row).map(([, c]) => c) : [])].map((c) => c.cell.col).sort((a, b) => a - b);
  const columns: Partial<Record<TableColumn, ColumnSpan>> = {};
  for (const [column, cell] of found) {
    const next = starts.find((col) => col > cell.cell.col) ?? cell.right + 1;
    const span = { row: cell.cell.row, col: cell.cell.col, right: Math.max(cell.cell.col, Math.min(cell.right, next - 1)) };
    // The first of two equal headers is the unit's own; a reviewer's second 得分 stands to its right.
    if (columns[column] === undefined) columns[column] = span;
  }
  return columns;
}
