/** Finding the header of an indicator table: which rows it is, and which column means what. SPEC L3–L6. */
import { PART_COLUMNS, REASON_PARTS, TABLE_COLUMNS, type PartColumn, type TableColumn } from "./lexicon/column-words";
import type { CellView, RowView, SheetView } from "./sheet-view";
import { HEAD_LABELS } from "./lexicon/label-words";
import { wordMap, wordSet } from "./word-map";

export interface ColumnSpan {
  readonly row: number;
  readonly col: number;
  /** The last column that still belongs to this header. */
  readonly right: number;
}

export interface TableHeader {
  readonly top: number;
  readonly bottom: number;
  /** Columns that the header row fills, side headers included. */
  readonly left: number;
  readonly right: number;
  readonly columns: Readonly<Partial<Record<TableColumn, ColumnSpan>>>;
  /** In a ledger, where 项目名称 is a column beside the indicators: the headers of what is said once for a project. Null in a form. */
  readonly projectHeaders: readonly CellView[] | null;
}

type Found = readonly [TableColumn, CellView];

const words = wordMap(TABLE_COLUMNS);
const partWords = wordMap(PART_COLUMNS);
const isProjectLabel = wordSet(HEAD_LABELS.project);

/** Prose that happens to begin like a header is none. */
const HEADER_WORD_LIMIT = 24;

function columnOf(view: CellView): TableColumn | null {
  const label = view.label;
  if (!label?.listed || label.word.length > HEADER_WORD_LIMIT) return null;
  const known = words(label);
  if (known) return known;
  return REASON_PARTS.some((part) => label.word.includes(part)) ? "reason" : null;
}

const NO_COLUMNS: readonly Found[] = [];

export function columnsIn(row: RowView): readonly Found[] {
  let found: Found[] | null = null;
  for (const cell of row.cells) {
    const column = columnOf(cell);
    if (column) (found ??= []).push([column, cell]);
  }
  return found ? withDetails(found) : NO_COLUMNS;
}

/** 四级指标 names the indicators: beside it 三级指标 is one more level, which a row without a name of its own is called by. */
function withDetails(found: readonly Found[]): readonly Found[] {
  if (!found.some(([column]) => column === "detail")) return found;
  return found.map(([column, cell]): Found => [column === "detail" ? "name" : column === "name" ? "level3" : column, cell]);
}

/** The header that begins in this row, or null: one row, or two of which the second splits or completes the first. */
export function headerAt(view: SheetView, position: number): TableHeader | null {
  const row = view.rows[position];
  if (!row) return null;
  const first = columnsIn(row);
  if (first.length === 0) return null;
  const second = secondRow(view, position, row, first);
  if (second) {
    const header = twoRows(row, first, second);
    if (header) return header;
  }
  return isHeader(first) ? toHeader(view, first, row, null) : null;

  function twoRows(top: RowView, upper: readonly Found[], below: RowView): TableHeader | null {
    const lower = lowerColumns(view, top, upper, below);
    if (!lower || (isHeader(lower) && !completes(upper, lower, below))) return null;
    const kept = upper.filter(([, cell]) => !lower.some(([, sub]) => isUnder(view, cell, sub, top)));
    const all = [...kept, ...lower];
    return isHeader(all) ? toHeader(view, all, top, below) : null;
  }
}

/** A header names the indicators and what is expected of them or was reached; an index of indicators with weights only is none. */
function isHeader(found: readonly Found[]): boolean {
  const has = (column: TableColumn): boolean => found.some(([other]) => other === column);
  const named = has("name") || (has("level1") && has("level2"));
  return named && found.length >= 3 && (has("target") || has("actual")) && (has("level1") || has("level2") || has("score") || has("weight"));
}

/** The next row, if it can be a second line of headers: directly below, texts only, nothing that the first row says already. */
function secondRow(view: SheetView, position: number, row: RowView, first: readonly Found[]): RowView | null {
  const second = view.rows[position + 1];
  if (!second || second.row !== row.row + 1 || second.cells.length === 0) return null;
  if (second.cells.some((cell) => cell.label === null)) return null;
  const repeated = columnsIn(second).filter(([column, cell]) => first.some(([c, f]) => c === column && f.cell.col === cell.cell.col));
  // A row that repeats the same headers is the next page's, not this one's second line.
  return repeated.length * 2 > second.cells.length ? null : second;
}

/** Meanings of the second row's cells, each read under its parent; null if one of them is no header word. */
function lowerColumns(view: SheetView, top: RowView, upper: readonly Found[], below: RowView): Found[] | null {
  const found: Found[] = [];
  for (const cell of below.cells) {
    const parent = upper.find(([, over]) => isUnder(view, over, cell, top));
    const column = partOf(parent?.[0] ?? null, cell) ?? columnOf(cell);
    if (!column) return null;
    found.push([column, cell]);
  }
  const known = found.filter(([column]) => column !== "other").length;
  return found.length >= 2 || (known === 1 && upper.length >= 3) ? found : null;
}

/** 指标性质 | 指标值 | 度量单位 under 年度指标值 are parts of the target; 数值 | 单位 under 实际完成值 belong to the actual. */
function partOf(parent: TableColumn | null, cell: CellView): TableColumn | null {
  const part: PartColumn | null = cell.label && partWords(cell.label);
  if (!part || (parent !== "target" && parent !== "actual")) return null;
  if (part === "value") return parent;
  if (parent === "actual") return "other";
  return part === "operator" ? "target-operator" : "target-unit";
}

/** Goals may stand right above a header; only weights, scores or reasons, or a cell merged downwards, make that row its first line. */
function completes(upper: readonly Found[], lower: readonly Found[], below: RowView): boolean {
  return upper.some(([column, cell]) => {
    if (lower.some(([other]) => other === column)) return false;
    return column === "weight" || column === "score" || column === "reason" || cell.bottom >= below.row;
  });
}

/** Under a parent: between its column and the next filled one of its row. */
function isUnder(view: SheetView, parent: CellView, sub: CellView, top: RowView): boolean {
  if (sub.cell.row <= parent.cell.row || sub.cell.col < parent.cell.col) return false;
  if (view.knowsMerges) return sub.cell.col <= parent.right;
  const next = top.cells.find((cell) => cell.cell.col > parent.cell.col);
  return next === undefined || sub.cell.col < next.cell.col;
}

function toHeader(view: SheetView, found: readonly Found[], row: RowView, second: RowView | null): TableHeader {
  const cells = second ? [...row.cells, ...second.cells] : row.cells;
  const [left, right] = reach(cells, found);
  const own = isLedger(cells, found) ? found.filter(([, cell]) => cell.cell.col >= firstColumn(found)) : found;
  return {
    top: row.row,
    bottom: Math.max(second?.row ?? row.row, headerBottom(found)),
    left,
    right,
    columns: spans(view, own, cells),
    projectHeaders: isLedger(cells, found) ? cells.filter((cell) => !own.some(([, other]) => other === cell)) : null,
  };
}

/** 项目名称 left of the indicators heads a column of projects; a form has it above its table. */
function isLedger(cells: readonly CellView[], found: readonly Found[]): boolean {
  return cells.some((cell) => cell.label !== null && isProjectLabel(cell.label) && cell.label.inline === null && cell.cell.col < firstColumn(found));
}

/** Of the indicators' own columns. A ledger's projects may have a 得分 too, left of them. */
function firstColumn(found: readonly Found[]): number {
  return Math.min(...found.filter(([column]) => column === "level1" || column === "level2" || column === "name").map(([, cell]) => cell.cell.col));
}

/** A header merged over two rows of which the second holds nothing. */
function headerBottom(found: readonly Found[]): number {
  return Math.min(...found.map(([, cell]) => Math.min(cell.bottom, cell.cell.row + 2)));
}

/** From the known headers outwards over every cell that joins them without an empty column in between. */
function reach(cells: readonly CellView[], found: readonly Found[]): [left: number, right: number] {
  let left = Math.min(...found.map(([, cell]) => cell.cell.col));
  let right = Math.max(...found.map(([, cell]) => cell.right));
  const sorted = [...cells].sort((a, b) => a.cell.col - b.cell.col);
  for (const cell of sorted) if (cell.cell.col > right && cell.cell.col <= right + 1) right = cell.right;
  for (const cell of sorted.reverse()) if (cell.right < left && cell.right >= left - 1) left = cell.cell.col;
  return [left, right];
}

function spans(view: SheetView, found: readonly Found[], cells: readonly CellView[]): Partial<Record<TableColumn, ColumnSpan>> {
  const starts = cells.map((cell) => cell.cell.col).sort((a, b) => a - b);
  const columns: Partial<Record<TableColumn, ColumnSpan>> = {};
  for (const [column, cell] of [...found].sort(([, a], [, b]) => a.cell.col - b.cell.col)) {
    const next = starts.find((col) => col > cell.cell.col);
    const far = view.knowsMerges ? cell.right : (next ?? cell.cell.col + 1) - 1;
    const span = { row: cell.cell.row, col: cell.cell.col, right: Math.max(cell.cell.col, Math.min(far, (next ?? far + 1) - 1)) };
    // The first of two equal headers is the unit's own; a reviewer's second 得分 stands to its right.
    if (columns[column] === undefined) columns[column] = span;
  }
  return columns;
}
