/** What stands below the indicator table: total, grade, one reason for all. SPEC L19–L21. */
import type { AmountField, Field, Form, GradeField, TotalRow } from "../model/form";
import { amountAt, fieldAt, toAmount } from "./fields";
import { COMMON_REASON_LABELS, GRADE_LABELS, TOTAL_LABELS } from "./lexicon/label-words";
import { isAnyLabel } from "./read-head";
import { valueRight } from "./read-pairs";
import type { CellView, RowView, SheetView } from "./sheet-view";
import type { TableHeader } from "./table-header";
import { wordSet } from "./word-map";

const isTotalLabel = wordSet(TOTAL_LABELS);
const isGradeLabel = wordSet(GRADE_LABELS);
const isReasonLabel = wordSet(COMMON_REASON_LABELS);

const GRADE_WORD = /^(?:优|良|中|差|优秀|良好|中等|较差|合格|不合格)$/;
const BOX = /[□☐☑☒■√✓✔]/;

export function readTotal(view: SheetView, rows: readonly RowView[], header: TableHeader): TotalRow | null {
  for (const row of rows) {
    const label = row.cells.find((cell) => cell.label !== null && isTotalLabel(cell.label));
    if (!label) continue;
    const { weight, score } = header.columns;
    const found = {
      label: fieldAt(view, row.row, label.cell.col),
      weight: weight && weight.col > label.right ? amountAt(view, row.row, weight.col, "points") : null,
      score: score && score.col > label.right ? amountAt(view, row.row, score.col, "points") : null,
    };
    return found.weight === null && found.score === null ? besideLabel(view, row, label, found.label) : found;
  }
  return null;
}

/** A total row that does not follow the table's columns: the numbers beside the label, the last one being the score. */
function besideLabel(view: SheetView, row: RowView, label: CellView, labelField: Field): TotalRow {
  const numbers = row.cells
    .filter((cell) => cell.cell.col > label.right)
    .map((cell) => amountAt(view, row.row, cell.cell.col, "points"))
    .filter((field) => field.number !== null);
  const score = numbers.at(-1) ?? amountAt(view, row.row, label.right + 1, "points");
  return { label: labelField, weight: numbers.length > 1 ? (numbers[0] ?? null) : null, score };
}

/** 自评得分 or 项目总得分 in the head stands for the total row that a form lacks. */
export function totalInHead(head: Form["head"]): TotalRow | null {
  const found = head["total-score"];
  if (!found) return null;
  const score: AmountField = toAmount(found.field, "points");
  return { label: found.label, weight: null, score };
}

/** The labelled cell; without a label the grade word at the end of the total row. */
export function readGrade(view: SheetView, rows: readonly RowView[], total: TotalRow | null): GradeField | null {
  for (const row of rows) {
    const label = row.cells.find((cell) => cell.label !== null && isGradeLabel(cell.label));
    if (!label) continue;
    return toGrade(valueRight(view, row, label, isAnyLabel).field);
  }
  const totalRow = total && rows.find((row) => row.row === total.label.ref.row);
  const scoreCol = total?.score?.ref.col ?? 0;
  const cell = totalRow?.cells.find((other) => other.cell.col > scoreCol && (GRADE_WORD.test(other.text.trim()) || BOX.test(other.text)));
  return cell ? toGrade(fieldAt(view, cell.cell.row, cell.cell.col)) : null;
}

function toGrade(field: Field): GradeField {
  return { ...field, style: BOX.test(field.text) && /[优良中差]/.test(field.text) ? "boxes" : "word" };
}

export function readCommonReason(view: SheetView, rows: readonly RowView[]): Field | null {
  for (const row of rows) {
    const label = row.cells.find((cell) => cell.label !== null && isReasonLabel(cell.label));
    if (label) return valueRight(view, row, label, isAnyLabel).field;
  }
  return null;
}
