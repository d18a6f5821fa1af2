/** The funds block: as a table (自评表) or as labels with one amount each (申报表, 目标表). SPEC L9–L12. */
import { parseDecimal } from "../model/decimal";
import type { AmountField, Field, FundRole, FundRow, FundsBlock, MoneyUnit } from "../model/form";
import { amountAt, fieldAt, toAmount } from "./fields";
import { FUNDS_COLUMNS, type FundsColumn } from "./lexicon/column-words";
import { FUNDS_TITLES, FUND_ROWS, UNIT_LABELS } from "./lexicon/label-words";
import type { Label } from "./label";
import { isAnyLabel } from "./read-head";
import { nextCell, valueRight } from "./read-pairs";
import type { CellView, RowView, SheetView } from "./sheet-view";
import { wordMap, wordSet } from "./word-map";

const columnOf = wordMap(FUNDS_COLUMNS);
const isBlockTitle = wordSet(FUNDS_TITLES);
const isUnitLabel = wordSet(UNIT_LABELS);
const plainRole = wordMap(FUND_ROWS);

export interface FundsFound {
  readonly block: FundsBlock;
  /** First and last row number of the block. */
  readonly top: number;
  readonly bottom: number;
}

export function readFunds(view: SheetView, rows: readonly RowView[]): FundsFound | null {
  const header = rows.findIndex((row) => headerColumns(row) !== null);
  return header >= 0 ? readTable(view, rows, header) : readPairs(view, rows);
}

type Columns = ReadonlyMap<FundsColumn, CellView>;

/** A row is the block's header if it names at least two of: a budget, the spending, the rate. */
function headerColumns(row: RowView): Columns | null {
  const columns = new Map<FundsColumn, CellView>();
  for (const cell of row.cells) {
    const column = cell.label && columnOf(cell.label);
    if (column && !columns.has(column)) columns.set(column, cell);
  }
  const telling = (["initial", "annual", "executed", "rate"] as const).filter((column) => columns.has(column));
  return telling.length >= 2 ? columns : null;
}

function readTable(view: SheetView, rows: readonly RowView[], header: number): FundsFound | null {
  const headerRow = rows[header];
  const columns = headerRow && headerColumns(headerRow);
  if (!headerRow || !columns) return null;
  const moneyColumns = (["initial", "annual", "executed"] as const).flatMap((column) => columns.get(column)?.cell.col ?? []);
  const firstAmount = Math.min(...[...columns.values()].map((cell) => cell.cell.col));
  const title = blockTitle(rows.slice(0, header + 1)) ?? blockTitle(rows.slice(header + 1, header + 2));

  const found: FundRow[] = [];
  let bottom = headerRow.row;
  for (const row of rows.slice(header + 1)) {
    const label = [...row.cells].reverse().find((cell) => cell.cell.col < firstAmount && cell.text !== "" && !isTitleOnly(cell, title));
    const filled = moneyColumns.some((col) => row.cells.some((cell) => cell.cell.col === col && (cell.cell.value.kind === "number" || parseDecimal(cell.text) !== null)));
    const role = label?.label ? roleOf(label.label) : null;
    if (!label || (role === null && !filled) || headerColumns(row)) break;
    found.push(tableRow(view, row.row, label, role, columns, found));
    bottom = row.row;
  }
  if (found.length === 0) return null;

  const rateHeader = columns.get("rate");
  const rowsOut = withTitleWeight(view, withTotal(found), columns, title);
  return {
    block: { ...moneyUnit(view, rows.slice(0, header + 2), [...columns.values()]), rateHeader: rateHeader ? cellField(view, rateHeader) : null, rows: rowsOut },
    top: headerRow.row,
    bottom,
  };
}

/** The side header 项目资金(万元) may stand in the first row of amounts; it is not that row's label. */
function isTitleOnly(cell: CellView, title: CellView | null): boolean {
  return cell === title || (cell.label !== null && isBlockTitle(cell.label) && roleOf(cell.label) === null);
}

function blockTitle(rows: readonly RowView[]): CellView | null {
  for (const row of [...rows].reverse()) {
    const cell = row.cells.find((other) => other.label !== null && isBlockTitle(other.label));
    if (cell) return cell;
  }
  return null;
}

/** 其中：当年财政拨款 → appropriation. Null for words that name no row of a funds block. */
function roleOf(label: Label): FundRole | null {
  const own = plainRole(label);
  if (own) return own;
  const inner = (label.inline ?? label.word).replace(/\s+/g, "").replace(/^(?:其中[:：]?|[-—+·]|\d+[.、)]|[(（]?[一二三四五六七八九十\d]+[)）、.])+/, "").replace(/[:：]$/, "").replace(/[(（].*$/, "");
  const role = plainRole({ ...label, word: inner, full: inner });
  if (role) return role;
  return /^其中/.test(label.word) ? "part" : null;
}

function tableRow(view: SheetView, row: number, label: CellView, role: FundRole | null, columns: Columns, before: readonly FundRow[]): FundRow {
  const field = (column: FundsColumn, kind: "money" | "points" | "rate"): AmountField | null => {
    const header = columns.get(column);
    return header ? amountAt(view, row, header.cell.col, kind) : null;
  };
  // 其中 rows under the total may call themselves 合计 as well; only the first is the block's total.
  const own = role === "total" && before.some((other) => other.role === "total") ? "part" : (role ?? "part");
  return {
    role: own,
    label: cellField(view, label),
    initial: field("initial", "money"),
    annual: field("annual", "money"),
    executed: field("executed", "money"),
    weight: field("weight", "points"),
    rate: field("rate", "rate"),
    score: field("score", "points"),
  };
}

/** A block of which no row calls itself the total has it in its first row. */
function withTotal(rows: readonly FundRow[]): FundRow[] {
  if (rows.some((row) => row.role === "total")) return [...rows];
  return rows.map((row, i) => (i === 0 ? { ...row, role: "total" as const } : row));
}

/** 预算执行情况(10分): where there is no weight column, or nothing in it, the title's points are the weight. */
function withTitleWeight(view: SheetView, rows: readonly FundRow[], columns: Columns, title: CellView | null): FundRow[] {
  const holders = [title, columns.get("score") ?? null, columns.get("rate") ?? null];
  const holder = holders.find((cell) => cell?.label?.points);
  const points = holder?.label?.points;
  if (!holder || !points) return [...rows];
  return rows.map((row) => {
    if (row.role !== "total" || (row.weight && row.weight.text !== "")) return row;
    const field = toAmount(cellField(view, holder), "points");
    return { ...row, weight: { ...field, number: parseDecimal(points) } };
  });
}

/** 申报表 and 目标表: 年度资金申请总额 | 127,200.00. */
function readPairs(view: SheetView, rows: readonly RowView[]): FundsFound | null {
  const labels: { row: RowView; cell: CellView; role: FundRole }[] = [];
  for (const row of rows) {
    for (const cell of row.cells) {
      const role = cell.label && !isTitleWithoutAmount(row, cell) ? roleOf(cell.label) : null;
      if (role && role !== "part") labels.push({ row, cell, role });
    }
  }
  // One stray word such as 其他 in the head is no funds block; a total is.
  if (!labels.some(({ role }) => role === "total" || role === "project-total")) return null;
  const projectCol = labels.find(({ role }) => role === "project-total")?.cell.cell.col;
  const annualCol = labels.find(({ role }) => role === "total")?.cell.cell.col;
  const found = labels.map(({ row, cell, role }): FundRow => {
    const pair = valueRight(view, row, cell, isAnyLabel);
    return {
      role: projectRole(role, cell.cell.col, projectCol, annualCol),
      label: pair.label,
      initial: null,
      annual: toAmount(pair.field, "money"),
      executed: null,
      weight: null,
      rate: null,
      score: null,
    };
  });
  const numbers = labels.map(({ row }) => row.row);
  return {
    block: { ...moneyUnit(view, rows, labels.map(({ cell }) => cell)), rateHeader: null, rows: found },
    top: Math.min(...numbers),
    bottom: Math.max(...numbers),
  };
}

function isTitleWithoutAmount(row: RowView, cell: CellView): boolean {
  return cell.label !== null && isBlockTitle(cell.label) && nextCell(row, cell)?.label !== null;
}

/** Two columns of labels: what stands under 项目资金总额 is a part of the multi-year sum, not of the annual one. */
function projectRole(role: FundRole, col: number, projectCol: number | undefined, annualCol: number | undefined): FundRole {
  if (projectCol === undefined || projectCol === annualCol || col !== projectCol) return role;
  if (role === "appropriation") return "project-fiscal";
  return role === "other" ? "project-other" : role;
}

/** The unit is named in the block's title, in a header, in a label, or in a cell of its own (单位：万元). */
function moneyUnit(view: SheetView, rows: readonly RowView[], headers: readonly CellView[]): { unit: MoneyUnit | null; unitField: Field | null } {
  const named = (cell: CellView): MoneyUnit | null => {
    const label = cell.label;
    if (!label) return null;
    if (label.inline && isUnitLabel(label)) return label.inline.includes("万元") ? "万元" : label.inline.includes("元") ? "元" : null;
    return label.money;
  };
  const title = blockTitle(rows);
  for (const cell of [...(title ? [title] : []), ...headers]) {
    const unit = named(cell);
    if (unit) return { unit, unitField: cellField(view, cell) };
  }
  for (const row of rows) {
    for (const cell of row.cells) {
      const unit = named(cell);
      if (unit) return { unit, unitField: cellField(view, cell) };
    }
  }
  const first = headers[0];
  return { unit: null, unitField: first ? cellField(view, first) : null };
}

function cellField(view: SheetView, cell: CellView): Field {
  return fieldAt(view, cell.cell.row, cell.cell.col);
}
