/** What the review would write: blanks filled, arithmetic cells corrected, scores replaced where the mode says so. SPEC W1–W8. */
import { type Decimal, HUNDRED, fixed, plain } from "../model/decimal";
import type { AmountField, Field, FundRow, Form } from "../model/form";
import { type CellValue, sameValue } from "../model/grid";
import { formatShape } from "../model/number-format";
import type { ScoredForm } from "../model/review";
import type { ScoreMode } from "../model/settings";
import type { CellEdit } from "../model/write-plan";
import type { ShowNumber } from "../host/port";
import type { Policy } from "../policy/policy";
import { asShown, judgeFundsScore, judgeRate, scoreFunds, stands, totalFundRow } from "../scoring/funds";
import { gradesIn, tick } from "../scoring/grade";
import { isBlank, isFillable, isReplaced } from "../scoring/indicator";

export interface WriteContext {
  readonly scored: ScoredForm;
  readonly form: number;
  readonly policy: Policy;
  readonly mode: ScoreMode;
  readonly showNumber: ShowNumber;
}

export function planWrites(context: WriteContext): CellEdit[] {
  if (context.scored.form.kind !== "self-evaluation") return [];
  // A formula is the user's own arithmetic: a wrong result is a finding, never a write.
  return [...rateEdits(context), ...fundsScoreEdit(context), ...scoreEdits(context), ...totalEdit(context), ...gradeEdit(context)];
}

const PLACES = 2;

function* rateEdits(context: WriteContext): Iterable<CellEdit> {
  const { scored, policy } = context;
  const rows = scored.form.funds?.rows ?? [];
  for (const row of rows) {
    const field = row.rate;
    const computed = scoreFunds(row, policy);
    if (!field || !computed || field.formula !== null || !needsRate(row, policy)) continue;
    const column = rows.flatMap((other) => (other !== row && other.rate ? [other.rate] : []));
    yield numberEdit(context, field, computed.rate, "rate", column, lastStep(computed.rateExplanation.steps));
  }
}

/** Blank rates are filled in the row that carries the score only; a wrong one is corrected wherever it stands. */
function needsRate(row: FundRow, policy: Policy): boolean {
  const field = row.rate;
  if (!field) return false;
  if (row.role === "total") return isBlank(field) || (field.text !== "" && !stands(judgeRate(row, policy)));
  return judgeRate(row, policy) === "wrong" && !(row.executed?.number?.isZero() ?? true);
}

function* fundsScoreEdit(context: WriteContext): Iterable<CellEdit> {
  const { scored, policy } = context;
  const row = totalFundRow(scored.form.funds);
  const field = row?.score;
  if (!row || !field || field.formula !== null || !scored.funds?.score) return;
  if (!isBlank(field) && (field.text === "" || stands(judgeFundsScore(row, policy)))) return;
  const column = (scored.form.funds?.rows ?? []).flatMap((other) => (other !== row && other.score ? [other.score] : []));
  yield numberEdit(context, field, scored.funds.score, "funds-score", [...column, ...weightsOf(scored.form)], lastStep(scored.funds.scoreExplanation.steps));
}

function* scoreEdits(context: WriteContext): Iterable<CellEdit> {
  const { scored, mode } = context;
  const { form } = scored;
  let column: readonly Field[] | null = null;
  for (const [i, indicator] of form.indicators.entries()) {
    const computed = scored.indicators[i];
    const field = indicator.score;
    if (!field || !computed?.ruleScore || field.formula !== null) continue;
    if (!isFillable(field) && !isReplaced(indicator, computed.ruleScore, mode)) continue;
    column ??= scoresAndWeights(form);
    yield numberEdit(context, field, computed.ruleScore, "score", column, lastStep(computed.explanation.steps));
  }
}

function* totalEdit(context: WriteContext): Iterable<CellEdit> {
  const { form, total } = context.scored;
  const field = form.total?.score;
  if (!field || !total?.score || field.formula !== null) return;
  if (field.text === "" ? !isBlank(field) : field.number !== null && asShown(field).eq(total.score)) return;
  yield numberEdit(context, field, total.score, "total-score", scoresAndWeights(form), lastStep(total.explanation.steps));
}

function* gradeEdit(context: WriteContext): Iterable<CellEdit> {
  const { form, grade } = context.scored;
  const field = form.grade;
  if (!field || !grade || field.formula !== null || field.value.kind === "error") return;
  const given = gradesIn(field);
  if (given.length === 1 && given[0] === grade.word) return;
  const text = field.style === "boxes" && field.value.kind === "text" ? tick(field.value.text, grade.word) : (besideLabel(field, grade.word) ?? grade.word);
  const after: CellValue = { kind: "text", text };
  if (sameValue(field.value, after)) return;
  yield { ref: field.ref, before: field.value, after, format: null, shown: text, why: lastStep(grade.explanation.steps), form: context.form, field: "grade" };
}

/** Cells whose number format a score may take. */
function scoresAndWeights(form: Form): Field[] {
  return [...form.indicators.flatMap((indicator) => indicator.score ?? []), ...weightsOf(form)];
}

function weightsOf(form: Form): AmountField[] {
  return form.indicators.flatMap((indicator) => indicator.weight ?? []);
}

function lastStep(steps: readonly { readonly text: string }[]): string {
  return steps.at(-1)?.text ?? "";
}

/** A number goes in with the cell's own number format, else that of its column, else two places. */
function numberEdit(context: WriteContext, field: AmountField, value: Decimal, what: CellEdit["field"], column: readonly Field[], why: string): CellEdit {
  const fitting = fittingFormat(field, column, what);
  const format = fitting === field.format ? null : fitting;
  const inline = besideLabel(field, fixed(value, Math.max(PLACES, value.decimalPlaces())));
  if (inline !== null) return { ref: field.ref, before: field.value, after: { kind: "text", text: inline }, format: null, shown: inline, why, form: context.form, field: what };
  const asFraction = what === "rate" && (formatShape(fitting).percent || field.asFraction);
  const digits = asFraction ? plain(value.dividedBy(HUNDRED)) : fixed(value, Math.max(PLACES, value.decimalPlaces()));
  return {
    ref: field.ref,
    before: field.value,
    after: { kind: "number", digits },
    format,
    shown: context.showNumber(digits, fitting),
    why,
    form: context.form,
    field: what,
  };
}

/** 总分：96分 → 总分：95.66分: where a cell holds its label too, only the value in it is replaced. Null for a cell of its own. */
function besideLabel(field: Field, shown: string): string | null {
  if (field.value.kind !== "text" || field.text === "" || field.value.text.trim() === field.text) return null;
  const whole = field.value.text;
  const at = whole.lastIndexOf(field.text);
  if (at < 0) return null;
  const value = field.text.replace(/[-−]?[\d０-９.．,，]+|^[^\d]+$/, () => shown);
  return whole.slice(0, at) + value + whole.slice(at + field.text.length);
}

function fittingFormat(field: Field, column: readonly Field[], what: CellEdit["field"]): string {
  if (suits(field.format, what)) return field.format;
  const neighbour = column.find((other) => suits(other.format, what));
  const percent = formatShape(field.format).percent;
  return neighbour?.format ?? (percent && what === "rate" ? "0.00%" : "0.00");
}

/** Shows a number with at least two places; a percentage only for a rate. */
function suits(format: string, what: CellEdit["field"]): boolean {
  const shape = formatShape(format);
  return shape.decimals !== null && shape.decimals >= PLACES && (!shape.percent || what === "rate");
}
