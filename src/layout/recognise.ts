/**
 * Finds the forms on a sheet and maps every cell that matters: values and merges in, `Form`s out. SPEC.md numbers the rules.
 * Linear in the filled cells; never throws on what a sheet may hold.
 */
import type { Area } from "../model/address";
import type { Field, Form, FormKind, IndicatorColumns, SheetWithoutForm } from "../model/form";
import type { SheetGrid, WorkbookGrid } from "../model/grid";
import { fieldAt } from "./fields";
import { TABLE_COLUMNS } from "./lexicon/column-words";
import { readProjects } from "./ledger";
import { readCommonReason, readGrade, readTotal, totalInHead } from "./read-closing";
import { type FundsFound, readFunds, readFundsTable } from "./read-funds";
import { readGoals, readHead } from "./read-head";
import { readIndicators } from "./read-indicators";
import { type LabelCache, type RowView, SheetView } from "./sheet-view";
import { type FormRows, splitForms, titleKind } from "./split-forms";
import type { ColumnSpan, TableHeader } from "./table-header";
import { ownColumns, sideBySide, withinColumns } from "./column-bands";
import { wordMap } from "./word-map";
import { readYear } from "./year";

export interface Recognised {
  readonly forms: readonly Form[];
  readonly withoutForm: readonly SheetWithoutForm[];
}

export function recognise(grid: WorkbookGrid): Recognised {
  const labels: LabelCache = new Map();
  const forms: Form[] = [];
  const withoutForm: SheetWithoutForm[] = [];
  for (const sheet of grid.sheets) {
    const found = recogniseSheet(sheet, labels);
    forms.push(...found.forms);
    if (found.without) withoutForm.push(found.without);
  }
  return { forms, withoutForm };
}

/** One sheet, for hosts that read sheet by sheet and for re-checking after an edit. */
export function recogniseSheet(sheet: SheetGrid, labels: LabelCache = new Map()): { forms: Form[]; without: SheetWithoutForm | null } {
  const whole = new SheetView(sheet, labels);
  const found = splitForms(whole);
  const bands = sideBySide(whole, found.flatMap(({ headers }) => headers.flatMap(({ top, bottom }) => (top === bottom ? [top] : [top, bottom]))));
  const views = bands.length > 1 ? bands.map((band) => new SheetView(withinColumns(sheet, band), labels)) : [whole];
  const forms = views.flatMap((view) => (view === whole ? found : splitForms(view)).flatMap((rows) => readForms(view, rows)));
  if (views.length > 1) forms.sort((a, b) => a.area.top - b.area.top || a.area.left - b.area.left);
  return { forms, without: forms.length === 0 ? whyNot(whole) : null };
}

/** One form, or those of all projects of a ledger. */
function readForms(view: SheetView, found: FormRows): Form[] {
  const header = found.headers[0];
  if (!header) return [];
  const rows = ownColumns(view, view.rows.slice(found.from, found.to + 1), header);
  const parts = { header, rows, above: rows.filter((row) => row.row < header.top), below: rows.filter((row) => row.row > header.bottom) };
  // A form that names its project above the table may repeat it beside the indicators.
  if (header.projectHeaders && !readHead(view, parts.above).project?.text) return readLedger(view, found, parts);
  const form = readForm(view, found, parts);
  return form ? [form] : [];
}

interface FormParts {
  readonly header: TableHeader;
  readonly rows: readonly RowView[];
  readonly above: readonly RowView[];
  readonly below: readonly RowView[];
}

function readLedger(view: SheetView, found: FormRows, { header, above, below }: FormParts): Form[] {
  const columns = indicatorColumns(view, header);
  const year = readYear(view, above, found.title, {});
  return readProjects(view, above, below, found.headers, year).map(({ rows, ...project }) => ({ ...sheetFacts(view, found, header, columns), ...project, inLedger: true, area: areaOf(rows), year, columns, commonReason: null }));
}

/** What all forms of a sheet have in common. */
function sheetFacts(view: SheetView, found: FormRows, header: TableHeader, columns: IndicatorColumns): Pick<Form, "kind" | "sheet" | "hidden" | "protected" | "title"> {
  return {
    kind: kindOf(found.titleKind, header, columns),
    sheet: view.sheet.name,
    hidden: view.sheet.visibility !== "visible",
    protected: view.sheet.protected,
    title: found.title ? fieldAt(view, found.title.cell.row, found.title.cell.col) : null,
  };
}

function readForm(view: SheetView, found: FormRows, { header, rows, above, below }: FormParts): Form | null {
  const funds = readFunds(view, above);
  const table = funds?.table ?? null;
  // A funds table has columns such as 自评得分 that are no head fields.
  const head = readHead(view, table ? above.filter((row) => row.row < table.top || row.row > table.bottom) : above);
  if (!isForm(found, header, head, funds)) return null;
  const year = readYear(view, above, found.title, head);
  const { indicators, endPosition } = readIndicators(view, below, found.headers, year);
  if (indicators.length === 0) return null;
  const closing = nearRows(below, endPosition);
  const total = readTotal(view, closing, header) ?? totalInHead(head);
  const columns = indicatorColumns(view, header);
  return {
    ...sheetFacts(view, found, header, columns),
    inLedger: false,
    area: areaOf(rows),
    year,
    head,
    goals: readGoals(view, above),
    funds: (funds ?? readFundsTable(view, closing))?.block ?? null,
    columns,
    indicators,
    total,
    grade: readGrade(view, closing, total, header) ?? readGrade(view, above, null, null),
    commonReason: columns.reason ? null : readCommonReason(view, closing),
  };
}

/** A table of indicators alone may be an index or a template library; a form says whose it is or what was reached. */
function isForm(found: FormRows, header: TableHeader, head: Form["head"], funds: FundsFound | null): boolean {
  if (found.title) return true;
  const { level1, level2, actual, score } = header.columns;
  const says = head.project !== undefined || head.department !== undefined || head.unit !== undefined || funds !== null;
  return level1 || level2 ? says || actual !== undefined || score !== undefined : says;
}

/** Rows below the table that still belong to it: total and grade follow with at most one blank row between. */
function nearRows(below: readonly RowView[], from: number): RowView[] {
  let end = from;
  while (end < below.length && (below[end]?.row ?? 0) - (below[end - 1]?.row ?? 0) <= 2) end++;
  return below.slice(from, end);
}

/** Columns of actuals or scores make a 自评表 whatever the title says. */
function kindOf(title: FormKind | null, header: TableHeader, columns: IndicatorColumns): FormKind {
  if (header.columns.actual || header.columns.score) return "self-evaluation";
  if (title && title !== "self-evaluation") return title;
  return columns.level1?.text.includes("目标") ? "performance-target" : "target-declaration";
}

function indicatorColumns(view: SheetView, header: TableHeader): IndicatorColumns {
  const field = (span: ColumnSpan | undefined): Field | null => (span ? fieldAt(view, span.row, span.col) : null);
  const { level1, level2, name, target, actual, weight, score, reason, remark } = header.columns;
  return {
    level1: field(level1),
    level2: field(level2),
    name: field(name),
    target: field(target),
    actual: field(actual),
    weight: field(weight),
    score: field(score),
    reason: field(reason ?? remark),
  };
}

function areaOf(rows: readonly RowView[]): Area {
  let left = Infinity;
  let right = 0;
  let bottom = 0;
  for (const row of rows) {
    for (const cell of row.cells) {
      left = Math.min(left, cell.cell.col);
      right = Math.max(right, cell.right);
      // A merge reaching far below the form's last row is a frame around it, not a part of it.
      bottom = Math.max(bottom, row.row, cell.bottom <= row.row + 200 ? cell.bottom : row.row);
    }
  }
  return { top: rows[0]?.row ?? 1, left: left === Infinity ? 1 : left, bottom, right: Math.max(right, 1) };
}

const columnOf = wordMap(TABLE_COLUMNS);

/** For the question "why is my sheet not reviewed?": the header words that are there, and those that a form needs and that are not. */
function whyNot(view: SheetView): SheetWithoutForm {
  const present = new Set<string>();
  const found: string[] = [];
  for (const row of view.rows) {
    for (const cell of row.cells) {
      const column = cell.label && columnOf(cell.label);
      if (cell.text !== "" && titleKind(cell.text)) found.push(cell.text);
      if (!column || present.has(column)) continue;
      present.add(column);
      found.push(cell.text);
    }
  }
  const missing: string[] = [];
  if (!present.has("name") && !(present.has("level1") && present.has("level2"))) missing.push("三级指标");
  if (!present.has("level1")) missing.push("一级指标");
  if (!present.has("target")) missing.push("年度指标值");
  return { sheet: view.sheet.name, found, missing };
}
