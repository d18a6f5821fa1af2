/** The funds block: as a table (自评表) or as labels with one amount each (申报表, 目标表). SPEC L9–L12. */
import { parseDecimal } from "../model/decimal";
import type { AmountField, Field, FundRole, FundRow, FundsBlock } from "../model/form";
import { amountAt, type AmountRole, fieldAt, toAmount } from "./fields";
import { isColumnNumbers } from "./column-numbers";
import { isTelling, isTitle, roleOf, withTotal } from "./fund-rows";
import { FUNDS_COLUMNS, type FundsColumn } from "./lexicon/column-words";
import { cellField, moneyUnit } from "./money-unit";
import { isAnyLabel } from "./read-head";
import { nextCell, valueRight } from "./read-pairs";
import type { CellView, RowView, SheetView } from "./sheet-view";
import { wordMap } from "./word-map";

const columnOf = wordMap(FUNDS_COLUMNS);

export interface FundsFound {
  readonly block: FundsBlock;
  /** First and last row number of the block's table; its labels are no head fields. Null for labels with an amount each. */
  readonly table: { readonly top: number; readonly bottom: number } | null;
}

export function readFunds(view: SheetView, rows: readonly RowView[]): FundsFound | null {
  return readFundsTable(view, rows) ?? readPairs(view, rows);
}

export function readFundsTable(view: SheetView, rows: readonly RowView[]): FundsFound | null {
  for (const [position, row] of rows.entries()) {
    const columns = headerColumns(row);
    const found = isHeader(columns) ? (readTable(view, rows, position, columns) ?? readLine(view, rows, row, columns)) : null;
    if (found) return found;
  }
  return null;
}

export type Columns = ReadonlyMap<FundsColumn, CellView>;

export function headerColumns(row: RowView): Columns {
  const columns = new Map<FundsColumn, CellView>();
  for (const cell of row.cells) {
    const column = cell.label && columnOf(cell.label);
    if (column && !columns.has(column)) columns.set(column, cell);
  }
  return columns;
}

/** A row is the block's header if it names at least two of: a budget, the spending, the rate. */
export function isHeader(columns: Columns): boolean {
  return (["initial", "annual", "executed", "rate"] as const).filter((column) => columns.has(column)).length >= 2;
}

/** Headers over two rows: 分值, 执行率, 得分 may stand in the line above or below the budgets. */
function withNeighbours(rows: readonly RowView[], position: number, columns: Columns): Columns {
  const all = new Map(columns);
  const own = rows[position];
  for (const neighbour of [rows[position - 1], rows[position + 1]]) {
    if (!own || !neighbour || Math.abs(neighbour.row - own.row) !== 1) continue;
    if (neighbour.row > own.row && neighbour.cells.some((cell) => cell.label === null)) continue;
    for (const [column, cell] of headerColumns(neighbour)) {
      const taken = [...all.values()].some((other) => other.cell.col === cell.cell.col);
      if (!all.has(column) && !taken && own.cells.every((other) => other.cell.col !== cell.cell.col)) all.set(column, cell);
    }
  }
  return all;
}

function readTable(view: SheetView, rows: readonly RowView[], position: number, own: Columns): FundsFound | null {
  const columns = withNeighbours(rows, position, own);
  const headers = [...columns.values()];
  const firstAmount = Math.min(...headers.map((cell) => cell.cell.col));
  const headerRow = rows[position]?.row ?? 0;
  const top = Math.min(headerRow, ...headers.map((cell) => cell.cell.row));
  const lastHeader = Math.max(headerRow, ...headers.map((cell) => cell.cell.row));
  const below = rows.slice(position + 1).filter((row) => row.row > lastHeader);
  const found = tableRows(view, below, columns, firstAmount);
  if (found.length === 0) return null;
  const bottom = found.at(-1)?.label.ref.row ?? lastHeader;

  const titles = titleCells(rows, position, bottom, firstAmount);
  const rateHeader = columns.get("rate");
  const lines = rows.filter((row) => row.row <= bottom);
  return {
    block: {
      ...moneyUnit(view, titles, headers, lines),
      rateHeader: rateHeader ? cellField(view, rateHeader) : null,
      rows: withTitleWeight(view, withTotal(found), [...titles, columns.get("score"), columns.get("rate")]),
    },
    table: { top, bottom },
  };
}

/** 全年预算数 | 100 | 全年执行数 | 98 | 执行率 | 98%: labels and figures in one line. */
function readLine(view: SheetView, rows: readonly RowView[], row: RowView, columns: Columns): FundsFound | null {
  const figure = (column: FundsColumn, kind: AmountRole): AmountField | null => {
    const label = columns.get(column);
    return label ? amountAt(view, row.row, label.right + 1, kind) : null;
  };
  const amounts = { initial: figure("initial", "money"), annual: figure("annual", "money"), executed: figure("executed", "money"), rate: figure("rate", "rate") };
  if (Object.values(amounts).filter((amount) => amount !== null && amount.number !== null).length < 2) return null;
  const headers = [...columns.values()];
  const first = row.cells[0];
  if (!first) return null;
  const line: FundRow = { role: "total", label: cellField(view, first), ...amounts, weight: figure("weight", "points"), score: figure("score", "points") };
  const rate = columns.get("rate");
  const titles = row.cells.filter(isTitle);
  return {
    block: { ...moneyUnit(view, titles, headers, rows), rateHeader: rate ? cellField(view, rate) : null, rows: withTitleWeight(view, [line], [...titles, columns.get("score"), rate]) },
    table: { top: row.row, bottom: row.row },
  };
}

function tableRows(view: SheetView, below: readonly RowView[], columns: Columns, firstAmount: number): FundRow[] {
  const moneyColumns = (["initial", "annual", "executed"] as const).flatMap((column) => columns.get(column)?.cell.col ?? []);
  const found: FundRow[] = [];
  for (const row of below) {
    if (isColumnNumbers(row)) continue;
    const side = row.cells.filter((cell) => cell.cell.col < firstAmount && cell.text !== "").reverse();
    const label = side.find((cell) => !isTitle(cell)) ?? side[0];
    const filled = row.cells.some((cell) => moneyColumns.includes(cell.cell.col) && holdsNumber(cell));
    const role = label?.label ? roleOf(label.label) : null;
    if ((role === null && !filled) || isHeader(headerColumns(row))) break;
    // A row of amounts without a label is named by the cell beside them.
    found.push(tableRow(view, row, label ? cellField(view, label) : fieldAt(view, row.row, Math.max(1, firstAmount - 1)), role, columns, found));
  }
  return found;
}

function holdsNumber(cell: CellView): boolean {
  return cell.cell.value.kind === "number" || parseDecimal(cell.text) !== null;
}

function tableRow(view: SheetView, row: RowView, label: Field, role: FundRole | null, columns: Columns, before: readonly FundRow[]): FundRow {
  // 其中 rows under the total may call themselves 合计 as well; only the first is the block's total.
  const own = role === "total" && before.some((other) => other.role === "total") ? "part" : (role ?? "part");
  return {
    role: own,
    label,
    initial: cellAmount(view, row, columns.get("initial"), "money", own),
    annual: cellAmount(view, row, columns.get("annual"), "money", own),
    executed: cellAmount(view, row, columns.get("executed"), "money", own),
    weight: cellAmount(view, row, columns.get("weight"), "points", own),
    rate: cellAmount(view, row, columns.get("rate"), "rate", own),
    score: cellAmount(view, row, columns.get("score"), "points", own),
  };
}

/** One figure merged over all rows of the block is the total's, wherever its first row is; one merged over columns is its first column's. */
function cellAmount(view: SheetView, row: RowView, header: CellView | undefined, kind: AmountRole, role: FundRole): AmountField | null {
  if (!header) return null;
  const amount = amountAt(view, row.row, header.cell.col, kind);
  const area = role === "total" && amount.covered ? view.mergeOver(row.row, header.cell.col) : undefined;
  return area && area.left === header.cell.col ? amountAt(view, area.top, area.left, kind) : amount;
}

/** The block's side headers, from the line above its header to its last row, nearest first; known titles further above too. */
function titleCells(rows: readonly RowView[], position: number, bottom: number, firstAmount: number): CellView[] {
  const inside = rows.slice(position).filter((row) => row.row <= bottom);
  const beside = inside.flatMap((row) => row.cells.filter((cell) => cell.cell.col < firstAmount && cell.label !== null));
  const above = rows.slice(Math.max(0, position - 2), position).reverse().flatMap((row) => row.cells.filter(isTitle));
  return [...beside, ...above];
}

/** 预算执行情况(10分): where there is no weight column, or nothing in it, the points of the title or of a header are the weight. */
function withTitleWeight(view: SheetView, rows: readonly FundRow[], holders: readonly (CellView | undefined)[]): FundRow[] {
  const holder = holders.find((cell) => cell?.label?.points);
  const points = holder?.label?.points;
  if (!holder || !points) return [...rows];
  return rows.map((row) => {
    if (row.role !== "total" || (row.weight && row.weight.text !== "")) return row;
    const field = toAmount(cellField(view, holder), "points");
    return { ...row, weight: { ...field, number: parseDecimal(points) } };
  });
}

interface Pair {
  readonly row: RowView;
  readonly cell: CellView;
  readonly role: FundRole;
}

/** 申报表 and 目标表: 年度资金申请总额 | 127,200.00. */
function readPairs(view: SheetView, rows: readonly RowView[]): FundsFound | null {
  const pairs = pairsIn(rows);
  // One stray word such as 其他 or 合计 in the head is no funds block; a total that names itself is.
  if (!pairs.some(({ role, cell }) => (role === "total" || role === "project-total") && cell.label !== null && isTelling(cell.label))) return null;
  const projectCol = pairs.find(({ role }) => role === "project-total")?.cell.cell.col;
  const annualCol = pairs.find(({ role }) => role === "total")?.cell.cell.col;
  const found = pairs.map(({ row, cell, role }): FundRow => {
    const pair = valueRight(view, row, cell, isAnyLabel);
    return {
      role: projectRole(role, cell.cell.col, projectCol, annualCol),
      label: pair.label,
      initial: null,
      annual: inlineAmount(pair.text, toAmount(pair.field, "money"), pair.label.ref.col),
      executed: null,
      weight: null,
      rate: null,
      score: null,
    };
  });
  const titles = rows.flatMap((row) => row.cells.filter(isTitle));
  return { block: { ...moneyUnit(view, titles, pairs.map(({ cell }) => cell), rows), rateHeader: null, rows: found }, table: null };
}

function pairsIn(rows: readonly RowView[]): Pair[] {
  return rows.flatMap((row) =>
    row.cells.flatMap((cell): Pair[] => {
      const role = cell.label && !isTitleWithoutAmount(row, cell) ? roleOf(cell.label) : null;
      return role && role !== "part" ? [{ row, cell, role }] : [];
    }),
  );
}

/** 年度资金总额：100万元 in one cell. */
function inlineAmount(text: string, field: AmountField, labelCol: number): AmountField {
  if (field.number || field.ref.col !== labelCol || text === "") return field;
  const number = toAmount({ ...field, value: { kind: "text", text }, text }, "money").number;
  return { ...field, number };
}

function isTitleWithoutAmount(row: RowView, cell: CellView): boolean {
  return isTitle(cell) && nextCell(row, cell)?.label !== null;
}

/** Two columns of labels: what stands under 项目资金总额 is a part of the multi-year sum, not of the annual one. */
function projectRole(role: FundRole, col: number, projectCol: number | undefined, annualCol: number | undefined): FundRole {
  if (projectCol === undefined || projectCol === annualCol || col !== projectCol) return role;
  if (role === "appropriation") return "project-fiscal";
  return role === "other" ? "project-other" : role;
}
