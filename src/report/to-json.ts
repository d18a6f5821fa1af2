/** A review as the result format tells it. Pure: whoever calls writes the text. */
import { a1, areaA1, type CellRef, refText } from "../model/address";
import { type Decimal, fixed, plain } from "../model/decimal";
import type { Fault } from "../model/fault";
import type { Finding, KeptFinding } from "../model/finding";
import type { AmountField, Field, FundRow, HeadField, Indicator, ValueField } from "../model/form";
import type { ScoredForm, ScoredIndicator, WorkbookReview } from "../model/review";
import { valueText } from "../model/value-text";
import type { JsonForm, JsonHolding, JsonResult, JsonWorkbook } from "./json-contract";

export function toJson(workbooks: readonly JsonWorkbook[]): JsonResult {
  return { schema: 1, workbooks: [...workbooks] };
}

/** A workbook that could not be read. */
export function faultToJson(path: string, fault: Fault): JsonWorkbook {
  return { path, fault: { code: fault.code, message: fault.message }, forms: [], findings: [], writes: [], marks: [] };
}

/** `kept` are findings that somebody has answered for; they are told apart and are none of `review.findings`. */
export function reviewToJson(path: string, review: WorkbookReview, kept: readonly KeptFinding[] = []): JsonWorkbook {
  const homeOf = (form: number): string => review.forms[form]?.form.sheet ?? "";
  const toFinding = (finding: Finding): JsonWorkbook["findings"][number] => ({
    rule: finding.rule,
    severity: finding.severity,
    form: finding.form,
    sheet: finding.cell.sheet,
    cell: a1(finding.cell),
    message: finding.message,
    related: finding.related.map((ref) => refText(ref, homeOf(finding.form))),
  });
  return {
    path,
    fault: null,
    forms: review.forms.map(formToJson),
    findings: review.findings.map(toFinding),
    writes: review.plan.edits.map((edit) => ({
      sheet: edit.ref.sheet,
      cell: a1(edit.ref),
      before: edit.before.kind === "empty" ? null : valueText(edit.before),
      after: edit.after.kind === "number" ? edit.after.digits : valueText(edit.after),
      shown: edit.shown,
      why: edit.why,
    })),
    marks: review.plan.marks.map((mark) => ({ sheet: mark.ref.sheet, cell: a1(mark.ref), rule: mark.rule })),
    ...(kept.length > 0 ? { ignored: kept.map(({ finding, entry }) => ({ ...toFinding(finding), text: entry.text, date: entry.date })) } : {}),
  };
}

/** Scores and rates have at least two places. */
function score(value: Decimal): string {
  return fixed(value, Math.max(2, value.decimalPlaces()));
}

function formToJson(scored: ScoredForm): JsonForm {
  const { form } = scored;
  const at = (ref: CellRef): string => refText(ref, form.sheet);
  return {
    kind: form.kind,
    sheet: form.sheet,
    range: areaA1(form.area),
    ...(form.hidden ? { hidden: true as const } : {}),
    title: form.title?.text ?? null,
    year: form.year,
    project: headText(form.head.project),
    department: headText(form.head.department),
    unit: headText(form.head.unit),
    funds: form.funds && {
      unit: form.funds.unit,
      rows: form.funds.rows.map((row) => fundRowToJson(row, at)),
      computed: scored.funds && { rate: score(scored.funds.rate), score: scored.funds.score && score(scored.funds.score) },
    },
    indicators: form.indicators.map((indicator, i) => indicatorToJson(indicator, scored.indicators[i], at)),
    total: form.total && {
      weight: holding(form.total.weight, at),
      score: holding(form.total.score, at),
      computed: { weight: scored.total ? score(scored.total.weight) : "0.00", score: scored.total?.score ? score(scored.total.score) : null },
    },
    grade: form.grade && { cell: at(form.grade.ref), value: form.grade.text === "" ? null : form.grade.text, computed: scored.grade?.word ?? null },
    policy: { id: scored.policy.id, rateRounding: scored.policy.rateRounding, scoreRounding: scored.policy.scoreRounding, why: scored.policy.why },
  };
}

function headText(field: HeadField | undefined): string | null {
  return field && field.text !== "" ? field.text : null;
}

type At = (ref: CellRef) => string;

function fundRowToJson(row: FundRow, at: At): NonNullable<JsonForm["funds"]>["rows"][number] {
  return {
    label: row.label.text.replace(/[:：\s]+$/, ""),
    initial: holding(row.initial, at),
    annual: holding(row.annual, at),
    executed: holding(row.executed, at),
    weight: holding(row.weight, at),
    rate: holding(row.rate, at),
    score: holding(row.score, at),
  };
}

function indicatorToJson(indicator: Indicator, computed: ScoredIndicator | undefined, at: At): JsonForm["indicators"][number] {
  return {
    level1: indicator.level1,
    level2: indicator.level2,
    name: indicator.name,
    target: valueToJson(indicator.target, at),
    actual: valueToJson(indicator.actual, at),
    weight: holding(indicator.weight, at),
    score: holding(indicator.score, at),
    reason: indicator.reason && { cell: at(indicator.reason.ref), text: indicator.reason.text },
    computed: { status: computed?.status ?? "unreadable", score: computed?.ruleScore ? score(computed.ruleScore) : null },
  };
}

function valueToJson(field: ValueField | null, at: At): JsonForm["indicators"][number]["target"] {
  return field && { cell: at(field.ref), text: field.written, reading: field.reading };
}

/** The number that the cell holds (a rate in percent), else its text; null if it is empty. */
function holding(field: AmountField | Field | null, at: At): JsonHolding | null {
  if (!field) return null;
  const number = "number" in field ? field.number : null;
  return { cell: at(field.ref), value: number ? plain(number) : field.text === "" ? null : field.text };
}
