/** Flat ledgers: one table for many projects, with 项目名称 as a column. Each project is a form of its rows. SPEC L26. */
import type { AmountField, Field, FundsBlock, Form, GoalKey, GradeField, HeadField, HeadKey, Indicator, TotalRow } from "../model/form";
import { isColumnNumbers } from "./column-numbers";
import { amountAt, type AmountRole, fieldAt, textOf, tighten } from "./fields";
import type { FundsColumn } from "./lexicon/column-words";
import { GOAL_LABELS, GRADE_LABELS, HEAD_LABELS, TOTAL_LABELS } from "./lexicon/label-words";
import { moneyUnit } from "./money-unit";
import { readGrade, readTotal, toGrade } from "./read-closing";
import { headerColumns, isHeader } from "./read-funds";
import { readHead } from "./read-head";
import { readIndicators } from "./read-indicators";
import type { CellView, RowView, SheetView } from "./sheet-view";
import type { ColumnSpan, TableHeader } from "./table-header";
import { firstFilled, inherited, mergedRows } from "./under-header";
import { wordMap, wordSet } from "./word-map";

const headKey = wordMap(HEAD_LABELS);
const goalKey = wordMap(GOAL_LABELS);
const isTotalLabel = wordSet(TOTAL_LABELS);
const isGradeLabel = wordSet(GRADE_LABELS);

export interface LedgerProject extends Pick<Form, "head" | "goals" | "funds" | "total" | "grade"> {
  readonly indicators: readonly Indicator[];
  readonly rows: readonly RowView[];
}

/** `below`: the rows after the first header, `above`: those before it. Projects without an indicator are none. */
export function readProjects(view: SheetView, above: readonly RowView[], below: readonly RowView[], headers: readonly TableHeader[], year: number | null): LedgerProject[] {
  const [first] = headers;
  const cells = first?.projectHeaders;
  const project = cells?.find((cell) => keyOf(cell) === "project");
  if (!first || !cells || !project) return [];
  const common = commonHead(view, above);
  return byProject(view, below, headers, spanOf(project)).flatMap((rows): LedgerProject[] => {
    const top = rows[0]?.row ?? 0;
    // Columns are those of the header last seen.
    const current = headers.filter((header) => header.bottom < top).at(-1) ?? first;
    const { indicators, endPosition } = readIndicators(view, rows, [current, ...headers], year);
    if (indicators.length === 0) return [];
    const closing = rows.slice(endPosition);
    const total = totalAt(view, top, cells) ?? readTotal(view, closing, current);
    const own = endPosition < rows.length && !total ? rows.slice(0, endPosition) : rows;
    return [{ indicators, rows: own, head: { ...common, ...headAt(view, top, cells) }, goals: goalsAt(view, top, cells), funds: fundsAt(view, top, cells, above, project), total, grade: gradeAt(view, top, cells) ?? readGrade(view, closing, total, current) }];
  });
}

/** A project's rows begin where its name changes or a merged cell of several rows begins. */
function byProject(view: SheetView, below: readonly RowView[], headers: readonly TableHeader[], span: ColumnSpan): RowView[][] {
  const groups: RowView[][] = [];
  let name = "";
  for (const row of below) {
    if (isColumnNumbers(row)) continue;
    const repeated = headers.some(({ top, bottom }) => row.row >= top && row.row <= bottom);
    const cell = repeated ? undefined : firstFilled(view, row.row, span);
    const text = cell ? tighten(textOf(cell.value, cell.format)) : "";
    const group = groups.at(-1);
    if (!group || (text !== "" && (text !== name || mergedRows(view, row.row, span)?.top === row.row))) {
      groups.push([row]);
      name = text;
    } else group.push(row);
  }
  return groups;
}

function spanOf({ cell, right }: CellView): ColumnSpan {
  return { row: cell.row, col: cell.col, right };
}

function keyOf({ label }: CellView): HeadKey | null {
  return label && headKey(label);
}

function said(view: SheetView, row: number, header: CellView): HeadField | null {
  const field = inherited(view, row, spanOf(header));
  return field && { label: headerField(view, header), field, text: field.text };
}

function headerField(view: SheetView, { cell }: CellView): Field {
  return fieldAt(view, cell.row, cell.col);
}

function headAt(view: SheetView, row: number, cells: readonly CellView[]): Form["head"] {
  const head: Partial<Record<HeadKey, HeadField>> = {};
  for (const cell of cells) {
    const key = keyOf(cell);
    const value = key && key !== "total-score" && !head[key] ? said(view, row, cell) : null;
    if (key && value) head[key] = value;
  }
  return head;
}

/** What stands above the ledger, 主管部门：乙局, holds for every project that does not say otherwise. */
function commonHead(view: SheetView, above: readonly RowView[]): Form["head"] {
  const { department, unit } = readHead(view, above);
  return { ...(department && { department }), ...(unit && { unit }) };
}

function goalsAt(view: SheetView, row: number, cells: readonly CellView[]): Form["goals"] {
  const goals: Partial<Record<GoalKey, HeadField>> = {};
  for (const cell of cells) {
    const key = cell.label && goalKey(cell.label);
    const value = key && !goals[key] ? said(view, row, cell) : null;
    if (key && value) goals[key] = value;
  }
  return goals;
}

/** The project's own figure, though its cell be merged over the project's rows. */
function figureAt(view: SheetView, row: number, header: CellView | undefined, role: AmountRole): AmountField | null {
  return header ? { ...amountAt(view, row, header.cell.col, role), mergedRows: 1, covered: false } : null;
}

function fundsAt(view: SheetView, row: number, cells: readonly CellView[], above: readonly RowView[], project: CellView): FundsBlock | null {
  const columns = headerColumns({ row, cells });
  const label = inherited(view, row, spanOf(project));
  if (!isHeader(columns) || !label) return null;
  const figure = (column: FundsColumn, role: AmountRole): AmountField | null => figureAt(view, row, columns.get(column), role);
  const rate = columns.get("rate");
  return {
    ...moneyUnit(view, [], [...columns.values()], above),
    rateHeader: rate ? headerField(view, rate) : null,
    rows: [{ role: "total", label, initial: figure("initial", "money"), annual: figure("annual", "money"), executed: figure("executed", "money"), weight: figure("weight", "points"), rate: figure("rate", "rate"), score: figure("score", "points") }],
  };
}

function totalAt(view: SheetView, row: number, cells: readonly CellView[]): TotalRow | null {
  const header = cells.find(({ label }) => label !== null && isTotalLabel(label));
  return header ? { label: headerField(view, header), weight: null, score: figureAt(view, row, header, "points") } : null;
}

function gradeAt(view: SheetView, row: number, cells: readonly CellView[]): GradeField | null {
  const header = cells.find(({ label }) => label !== null && isGradeLabel(label));
  const field = header && inherited(view, row, spanOf(header));
  return field ? toGrade(field) : null;
}
