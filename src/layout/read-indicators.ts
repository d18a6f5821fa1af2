/** The rows of the indicator table. SPEC L13–L18. */
import { parseReading } from "../grammar/parse";
import type { AmountField, Field, Indicator, ValueField } from "../model/form";
import { amountAt, fieldAt, fieldOf, refOf, textOf, tighten, unwrap } from "./fields";
import { isColumnNumbers } from "./column-numbers";
import type { ColumnSpan, TableHeader } from "./table-header";
import { CLOSING_LABELS, GRADE_LABELS, TOTAL_LABELS } from "./lexicon/label-words";
import { BLANK_ENTRY, EMPTY_NAME, LEVEL_POINTS, NAME_PREFIX, PLAIN_NAME, SUBTOTAL } from "./lexicon/noise-words";
import type { RowView, SheetView } from "./sheet-view";
import type { GridCell } from "../model/grid";
import { memo } from "../model/memo";
import { Memo } from "./memo";
import type { Reading } from "../model/reading";
import { cellFor, firstFilled, inherited } from "./under-header";
import { wordSet } from "./word-map";

const isTotalWord = wordSet(TOTAL_LABELS);
const isGradeWord = wordSet(GRADE_LABELS);
const isEndWord = wordSet(CLOSING_LABELS);

export interface IndicatorsFound {
  readonly indicators: readonly Indicator[];
  /** The first row after the table, as a position in the given rows; rows.length if the table runs to the end. */
  readonly endPosition: number;
}

/** A level label goes on for the rows below it, until the next one. */
interface Level {
  readonly text: string;
  readonly field: Field | null;
}

const NO_LEVEL: Level = { text: "", field: null };

/** `rows` are the form's rows after the first header; further headers among them are page breaks. */
export function readIndicators(view: SheetView, rows: readonly RowView[], headers: readonly TableHeader[], year: number | null): IndicatorsFound {
  const indicators: Indicator[] = [];
  let header = headers[0];
  let level1 = NO_LEVEL;
  let level2 = NO_LEVEL;
  for (let position = 0; position < rows.length; position++) {
    const row = rows[position];
    if (!row || !header) break;
    const repeated = headers.find((other) => row.row >= other.top && row.row <= other.bottom);
    if (repeated) {
      header = repeated;
      continue;
    }
    if (endsTable(row, header)) return { indicators, endPosition: position };
    if (isSubtotal(row, header) || isColumnNumbers(row)) continue;
    const columns = header.columns;
    const own1 = levelAt(view, row.row, columns.level1);
    const own2 = levelAt(view, row.row, columns.level2);
    if (own1) {
      // A new first level leaves the second to the row's own cell; the same label repeated on every row changes nothing.
      if (own1.text !== level1.text) level2 = NO_LEVEL;
      level1 = own1;
    }
    if (own2) level2 = own2;
    const indicator = readRow(view, row, header, level1, level2, year);
    if (indicator) indicators.push(indicator);
  }
  return { indicators, endPosition: rows.length };
}

function endsTable(row: RowView, header: TableHeader): boolean {
  const columns = header.columns;
  const nameCol = columns.name?.col ?? columns.level2?.col ?? 0;
  const firstLevel = columns.level1?.col ?? columns.level2?.col ?? nameCol;
  return row.cells.some((cell) => {
    const label = cell.label;
    if (cell.cell.col > nameCol) return false;
    // Notes merged over the table: prose where an indicator would have its name.
    if (cell.right >= nameCol && cell.cell.col < nameCol && cell.cell.col <= firstLevel && (label === null || label.inline)) return cell.text !== "";
    if (!label) return false;
    if (isTotalWord(label) || isGradeWord(label)) return true;
    // 说明 and the like are end labels only in the first columns; an indicator may have such a name.
    return cell.cell.col <= firstLevel && isEndWord(label);
  });
}

/** 小计 sums up rows above it and is none itself. */
function isSubtotal(row: RowView, header: TableHeader): boolean {
  const nameCol = header.columns.name?.col ?? 0;
  return row.cells.some((cell) => cell.cell.col <= nameCol && cell.label !== null && SUBTOTAL.test(cell.label.word));
}

function levelAt(view: SheetView, row: number, span: ColumnSpan | undefined): Level | null {
  const cell = span && firstFilled(view, row, span);
  const field = cell && fieldOf(view, cell);
  const text = field && levelText(field.text);
  return text ? { text, field } : null;
}

const levelText = memo((text) => tighten(text).replace(LEVEL_POINTS, ""));

function readRow(view: SheetView, row: RowView, header: TableHeader, level1: Level, level2: Level, year: number | null): Indicator | null {
  const columns = header.columns;
  const nameField = nameAt(view, row.row, header);
  const plain = PLAIN_NAME.test(nameField.text);
  const name = plain ? nameField.text : unwrap(nameField.text).replace(NAME_PREFIX, "").trim();
  const target = targetAt(view, row.row, header, year);
  const actualCell = cellFor(view, row.row, columns.actual);
  const actual = actualCell && valueField(view, actualCell, textOf(actualCell.value, actualCell.format), year);
  const weight = points(view, row.row, columns.weight);
  const score = points(view, row.row, columns.score);
  const entries = [target, actual, weight, score].filter((field) => field !== null && field.text !== "" && field.ref.row === row.row);
  const named = name !== "" && nameField.ref.row === row.row;
  // A row that the template left over: 指标3： or ……, with nothing in it or only marks.
  const leftOver = !plain && EMPTY_NAME.test(tighten(nameField.text));
  if (leftOver ? entries.every((field) => BLANK_ENTRY.test(tighten(field?.text ?? ""))) : entries.length === 0 && !named) return null;
  return {
    level1: level1.text,
    level2: level2.text,
    level1Field: level1.field,
    level2Field: level2.field,
    name,
    nameField,
    target,
    actual,
    weight,
    score,
    reason: inherited(view, row.row, columns.reason ?? columns.remark),
  };
}

/** 四级指标, else 三级指标, else 二级指标. */
function nameAt(view: SheetView, row: number, { columns, left }: TableHeader): Field {
  const own = inherited(view, row, columns.name ?? columns.level2);
  const group = own?.text === "" ? inherited(view, row, columns.level3) : null;
  return (group?.text ? group : own) ?? fieldAt(view, row, left);
}

/** A weight or a score: always the row's own cell, for it may be written to; a cell merged over several rows stays with its first. */
function points(view: SheetView, row: number, span: ColumnSpan | undefined): AmountField | null {
  return span ? amountAt(view, row, span.col, "points") : null;
}

function targetAt(view: SheetView, row: number, header: TableHeader, year: number | null): ValueField | null {
  const { target, "target-operator": operator, "target-unit": unit } = header.columns;
  const cell = cellFor(view, row, target);
  if (!cell) return null;
  const text = textOf(cell.value, cell.format);
  if (!operator && !unit) return valueField(view, cell, text, year);
  const operatorText = tighten(inherited(view, row, operator)?.text ?? "");
  const unitText = tighten(inherited(view, row, unit)?.text ?? "");
  return valueField(view, cell, putTogether(operatorText, text, unitText), year);
}

/** 指标性质 | 指标值 | 度量单位 → "≥735人次". 定性 and 定量 say how to judge, not how to compare. */
function putTogether(operator: string, value: string, unit: string): string {
  if (value === "") return "";
  const digits = /\d/.test(value);
  const front = !digits || /^(?:定性|定量|正向|反向|[-/—无])?$/.test(operator) || /^[≥≤><=＞＜＝≧≦]/.test(value) ? "" : operator;
  const back = !digits || /^[-/—无]?$/.test(unit) || value.endsWith(unit) ? "" : unit;
  return front + value + back;
}

function valueField(view: SheetView, { row, col, value, formula, format }: GridCell, written: string, year: number | null): ValueField {
  return { ref: refOf(view, row, col), value, text: textOf(value, format), formula, format, written: unwrap(written), reading: readingOf(written, year) };
}

const readings = new Memo<number | null, Memo<string, Reading>>();
/** Longer values are one project's own. */
const SHARED_LENGTH = 40;

function readingOf(text: string, year: number | null): Reading {
  if (text.length > SHARED_LENGTH) return parseReading(text, { year });
  const ofYear = readings.get(year) ?? readings.set(year, new Memo<string, Reading>());
  return ofYear.get(text) ?? ofYear.set(text, parseReading(text, { year }));
}
