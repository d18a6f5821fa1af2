/** What stands below the indicator table: total, grade, one reason for all. SPEC L19–L21. */
import { parseDecimal } from "../model/decimal";
import type { AmountField, Field, Form, GradeField, TotalRow } from "../model/form";
import { amountAt, fieldAt, toAmount } from "./fields";
import { COMMON_REASON_LABELS, GRADE_LABELS, TOTAL_LABELS, WEAK_GRADE_LABELS } from "./lexicon/label-words";
import { isAnyLabel } from "./read-head";
import { valueRight } from "./read-pairs";
import type { CellView, RowView, SheetView } from "./sheet-view";
import type { TableHeader } from "./table-header";
import { chain, wordSet } from "./word-map";

const isTotalLabel = wordSet(TOTAL_LABELS);
const isGradeLabel = wordSet(GRADE_LABELS);
const isWeakGradeLabel = wordSet(WEAK_GRADE_LABELS);
const isReasonLabel = wordSet(COMMON_REASON_LABELS);

const GRADE_WORD = /^(?:优|良|中|差|优秀|良好|中等|较差|合格|不合格)$/;
/** A box to tick, or brackets around a tick or around nothing; scoring reads them (grade-boxes.ts). */
const BOX = /[□☐☑☒■√✓✔✅◻▢○◯●]|[([（［【〔]\s*[√✓✔]?\s*[)\]）］】〕]/;
const TICK = /[☑☒■√✓✔]/;

export function readTotal(view: SheetView, rows: readonly RowView[], header: TableHeader): TotalRow | null {
  for (const row of rows) {
    const label = totalLabel(row, header);
    if (!label) continue;
    const labelField = fieldAt(view, row.row, label.cell.col);
    if (label.label?.inline) return { label: labelField, weight: null, score: withInline(toAmount(labelField, "points"), label.label.inline) };
    const { weight, score } = header.columns;
    // 总分 | 96 | 等级 | 优: what stands behind the second label is the grade's.
    const end = row.cells.find((cell) => cell.cell.col > label.right && cell.label !== null && isGradeLabel(cell.label))?.cell.col ?? Infinity;
    const isOwn = (col: number): boolean => col > label.right && col < end;
    const found = {
      label: labelField,
      weight: weight && isOwn(weight.col) ? amountAt(view, row.row, weight.col, "points") : null,
      score: score && isOwn(score.col) ? amountAt(view, row.row, score.col, "points") : null,
    };
    const own = besideLabel(view, row, label, labelField, end);
    if ((found.weight?.number ?? found.score?.number ?? null) === null && (own.score?.number || (!found.weight && !found.score))) return own;
    // A score merged over the columns of weight and score stands in the first of them.
    if (found.weight && found.score?.covered) return { label: labelField, weight: null, score: found.weight };
    return found;
  }
  return null;
}

/** The first cell of its row, or nearly so: 总分 as a column of some other list is none. */
function totalLabel(row: RowView, header: TableHeader): CellView | undefined {
  return row.cells.find((cell) => cell.label !== null && isTotalLabel(cell.label) && opensRow(row, cell, header));
}

function opensRow(row: RowView, cell: CellView, header: TableHeader): boolean {
  const { level1, level2, name } = header.columns;
  const last = name?.col ?? level2?.col ?? level1?.col ?? 0;
  const first = level1?.col ?? last;
  return cell.cell.col <= last && row.cells.every((other) => other.cell.col >= cell.cell.col || other.cell.col < first);
}

/** A total row that does not follow the table's columns: the numbers beside the label, the last one being the score. */
function besideLabel(view: SheetView, row: RowView, label: CellView, labelField: Field, end: number): TotalRow {
  const numbers = row.cells
    .filter((cell) => cell.cell.col > label.right && cell.cell.col < end)
    .map((cell) => amountAt(view, row.row, cell.cell.col, "points"))
    .filter((field) => field.number !== null);
  const score = numbers.at(-1) ?? amountAt(view, row.row, label.right + 1, "points");
  return { label: labelField, weight: numbers.length > 1 ? (numbers[0] ?? null) : null, score };
}

/** 总分：95.6 in one cell. */
function withInline(field: AmountField, inline: string): AmountField {
  return { ...field, text: inline, number: parseDecimal(inline.replace(/分$/, "")) };
}

/** 自评得分 or 项目总得分 in the head stands for the total row that a form lacks. */
export function totalInHead(head: Form["head"]): TotalRow | null {
  const found = head["total-score"];
  if (!found) return null;
  const score = toAmount(found.field, "points");
  return { label: found.label, weight: null, score: found.field === found.label ? withInline(score, found.text) : score };
}

/**
 * The labelled cell; without a label the grade word at the end of the total row. Below the table (`header` given) the label opens
 * its row or follows the total: 等级 as a column of some other list is none.
 */
export function readGrade(view: SheetView, rows: readonly RowView[], total: TotalRow | null, header: TableHeader | null): GradeField | null {
  for (const row of rows) {
    for (const cell of row.cells) {
      if (header && row.row !== total?.label.ref.row && !opensRow(row, cell, header)) continue;
      for (const label of chain(cell.label)) {
        if (!isGradeLabel(label) && !isWeakGradeLabel(label)) continue;
        const found = gradeBeside(view, row, cell, label);
        if (isGradeLabel(label) || isGrade(found.text)) return found;
      }
    }
  }
  const totalRow = total && rows.find((row) => row.row === total.label.ref.row);
  const scoreCol = total?.score?.ref.col ?? 0;
  const cell = totalRow?.cells.find((other) => other.cell.col > scoreCol && isGrade(other.text.trim()));
  return cell ? toGrade(fieldAt(view, cell.cell.row, cell.cell.col)) : null;
}

function isGrade(text: string): boolean {
  return GRADE_WORD.test(text) || (BOX.test(text) && /[优良中差]/.test(text));
}

function gradeBeside(view: SheetView, row: RowView, cell: CellView, label: CellView["label"]): GradeField {
  const { field, text } = valueRight(view, row, cell, isAnyLabel, label);
  // 评分等级：□优 □良: the boxes are ticked in the cell's own text.
  if (text !== field.text) return { ...toGrade(field), text: BOX.test(text) ? field.text : text };
  // One box a cell: the ticked one is the grade.
  const boxes = row.cells.filter((other) => other.cell.col > cell.right && BOX.test(other.text) && isGrade(other.text));
  const ticked = boxes.filter((other) => TICK.test(other.text));
  const own = boxes.length > 1 && ticked.length === 1 ? ticked[0] : undefined;
  return toGrade(own ? fieldAt(view, own.cell.row, own.cell.col) : field);
}

export function toGrade(field: Field): GradeField {
  return { ...field, style: BOX.test(field.text) && /[优良中差]/.test(field.text) ? "boxes" : "word" };
}

export function readCommonReason(view: SheetView, rows: readonly RowView[]): Field | null {
  for (const row of rows) {
    const label = row.cells.find((cell) => cell.label !== null && isReasonLabel(cell.label));
    if (!label) continue;
    const { field, text } = valueRight(view, row, label, isAnyLabel);
    return { ...field, text };
  }
  return null;
}
