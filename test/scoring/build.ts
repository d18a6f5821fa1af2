/** Forms for the scoring tests, without a sheet: what layout/ would make of a few texts. */
import { parseReading } from "../../src/grammar/parse";
import { decimal, parseDecimal } from "../../src/model/decimal";
import type { AmountField, Field, Form, FundRow, FundsBlock, Indicator, ValueField } from "../../src/model/form";
import type { ScoredForm, ScoredIndicator } from "../../src/model/review";
import type { ScoreMode } from "../../src/model/settings";
import { national } from "../../src/policy/packs/national";
import { shanghai2023 } from "../../src/policy/packs/shanghai-2023";
import { shanghai2024 } from "../../src/policy/packs/shanghai-2024";
import { EXCEEDED_LIMIT } from "../../src/policy/exceeded-limit";
import type { Policy } from "../../src/policy/policy";
import { scoreIndicator } from "../../src/scoring/indicator";
import { scoreForm } from "../../src/scoring/score-form";

export { national, shanghai2023, shanghai2024 };
export const formB: Policy = { ...national, exceededLimit: EXCEEDED_LIMIT.linear };

export function field(text: string, row = 1, col = 1): Field {
  return { ref: { sheet: "表", row, col }, value: text === "" ? { kind: "empty" } : { kind: "text", text }, text, formula: null, format: "General" };
}

type AmountOptions = Partial<Pick<AmountField, "shownDecimals" | "formula" | "mergedRows" | "covered" | "asFraction">> & { readonly row?: number };

/** A number cell that shows the places that are written, unless told otherwise. */
export function amount(text: string, { row = 1, ...options }: AmountOptions = {}): AmountField {
  const number = parseDecimal(text);
  return {
    ...field(text, row),
    number,
    shownDecimals: /\.(\d+)/.exec(text)?.[1]?.length ?? 0,
    asFraction: false,
    mergedRows: 1,
    covered: false,
    ...options,
  };
}

export function value(text: string, year: number | null = 2024): ValueField {
  return { ...field(text), written: text, reading: parseReading(text, { year }) };
}

export interface FundsTexts {
  readonly initial?: string | null;
  readonly annual?: string | null;
  readonly executed?: string;
  readonly weight?: string;
  readonly rate?: string;
  readonly score?: string;
}

/** null: the form has no such column. */
export function fundRow(texts: FundsTexts, cells: Partial<FundRow> = {}): FundRow {
  const at = (text: string | null | undefined): AmountField | null => (text === null || text === undefined ? null : amount(text));
  return {
    role: "total",
    label: field("年度资金总额"),
    initial: at(texts.initial),
    annual: at(texts.annual),
    executed: at(texts.executed ?? ""),
    weight: at(texts.weight ?? "10"),
    rate: at(texts.rate ?? ""),
    score: at(texts.score ?? ""),
    ...cells,
  };
}

export function funds(rows: readonly FundRow[], options: Partial<FundsBlock> = {}): FundsBlock {
  return { unit: "万元", unitField: null, rateHeader: field("执行率(%)"), rows, ...options };
}

export interface IndicatorTexts {
  readonly target?: string;
  readonly actual?: string;
  readonly weight?: string;
  readonly score?: string;
  readonly reason?: string;
  readonly name?: string;
}

export function indicator(texts: IndicatorTexts, cells: Partial<Indicator> = {}): Indicator {
  return {
    level1: "产出指标",
    level2: "数量指标",
    level1Field: null,
    level2Field: null,
    name: texts.name ?? "培训次数",
    nameField: field(texts.name ?? "培训次数"),
    target: value(texts.target ?? "≥1次"),
    actual: value(texts.actual ?? "1次"),
    weight: amount(texts.weight ?? "10"),
    score: amount(texts.score ?? ""),
    reason: field(texts.reason ?? ""),
    ...cells,
  };
}

export interface FormTexts {
  readonly year?: number | null;
  readonly department?: string;
  readonly unit?: string;
  readonly title?: string;
}

export function form(fundsBlock: FundsBlock | null, indicators: readonly Indicator[], texts: FormTexts = {}, cells: Partial<Form> = {}): Form {
  const label = field("");
  const head = (text: string | undefined) => (text === undefined ? undefined : { label, field: field(text), text });
  const department = head(texts.department);
  const unit = head(texts.unit);
  return {
    kind: "self-evaluation",
    sheet: "表",
    hidden: false,
    protected: false,
    area: { top: 1, left: 1, bottom: 50, right: 8 },
    title: texts.title === undefined ? null : field(texts.title),
    year: texts.year === undefined ? 2024 : texts.year,
    head: { ...(department ? { department } : {}), ...(unit ? { unit } : {}) },
    goals: {},
    funds: fundsBlock,
    columns: { level1: label, level2: label, name: label, target: label, actual: label, weight: label, score: label, reason: label },
    indicators,
    total: { label, weight: null, score: amount("", { shownDecimals: 2 }) },
    grade: null,
    inLedger: false,
    commonReason: null,
    ...cells,
  };
}

export function scoreRow(texts: IndicatorTexts, policy: Policy = national, mode: ScoreMode = "keep", block: FundsBlock | null = null): ScoredIndicator {
  return scoreIndicator(indicator(texts), block, policy, mode);
}

export function scored(given: Form, policy: Policy = national, mode: ScoreMode = "keep"): ScoredForm {
  return scoreForm(given, policy, "测试", mode);
}

/** "4.5" and "4.50" alike; null stays. */
export function digits(number: { toFixed(): string } | null | undefined): string | null {
  return number ? decimal(number.toFixed()).toFixed() : null;
}
