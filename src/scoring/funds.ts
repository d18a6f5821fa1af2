/** 执行率 and 执行率得分. SPEC S1–S5. */
import { type Decimal, HUNDRED, divide, divideRounded, fixed, plain, round } from "../model/decimal";
import type { Explanation, Step } from "../model/explanation";
import type { AmountField, FundRow, FundsBlock } from "../model/form";
import type { ScoredFunds } from "../model/review";
import type { Policy } from "../policy/policy";
import { judge, type Judgement, ratioRange } from "./interval";
import { modeText, quotientText } from "./steps";

/** The row that carries the score. */
export function totalFundRow(funds: FundsBlock | null): FundRow | null {
  return funds?.rows.find((row) => row.role === "total") ?? null;
}

/** The budget that the rate is measured by: 全年预算数, or 年初预算数 where that is the only budget column. */
export function budgetField(row: FundRow): AmountField | null {
  return row.annual ?? row.initial;
}

/** Null where there is nothing to compute: no budget, a budget of zero, or no spending entered yet. Never divides by zero. */
export function scoreFunds(row: FundRow, policy: Policy): ScoredFunds | null {
  const budget = budgetField(row);
  const executed = row.executed;
  if (!budget?.number || !executed?.number || budget.number.lte(0) || executed.number.isNeg()) return null;
  const rate = divideRounded(executed.number.times(HUNDRED), budget.number, policy.rounding.rate.places, policy.rounding.rate.mode);
  const weight = row.weight?.number ?? null;
  const score = weight && fundsScore(executed.number, budget.number, weight, policy);
  return {
    rate,
    score,
    rateExplanation: rateExplanation(executed, budget, rate, policy),
    scoreExplanation: score && weight ? scoreExplanation(executed, budget, row.weight, score, policy) : { steps: [], source: null },
  };
}

/** min(ratio, 1) × weight, cut from the exact ratio. */
function fundsScore(executed: Decimal, budget: Decimal, weight: Decimal, policy: Policy): Decimal {
  const { places, mode } = policy.rounding.score;
  return executed.gte(budget) ? round(weight, places, mode) : divideRounded(executed.times(weight), budget, places, mode);
}

function rateExplanation(executed: AmountField, budget: AmountField, rate: Decimal, policy: Policy): Explanation {
  const { places, mode } = policy.rounding.rate;
  const quotient = divide((executed.number ?? HUNDRED).times(HUNDRED), budget.number ?? HUNDRED);
  return {
    steps: [
      {
        text: `执行率 = 全年执行数 ÷ 全年预算数 × 100% = ${shown(executed)} ÷ ${shown(budget)} × 100% = ${quotientText(quotient)}%，${modeText(mode, places)} → ${fixed(rate, places)}%`,
        cells: [executed.ref, budget.ref],
        parts: [],
      },
    ],
    source: policy.rounding.source,
  };
}

function scoreExplanation(executed: AmountField, budget: AmountField, weight: AmountField | null, score: Decimal, policy: Policy): Explanation {
  const { places, mode } = policy.rounding.score;
  const points = weight?.number ?? HUNDRED;
  const ratio = divide(executed.number ?? HUNDRED, budget.number ?? HUNDRED);
  const step: Step = ratio.gte(1)
    ? { text: `执行率达到 100%，得满分 ${plain(points)} → ${fixed(score, places)}`, cells: weight ? [weight.ref] : [], parts: [] }
    : {
        text: `执行率得分 = 执行率 × 分值 = ${shown(executed)} ÷ ${shown(budget)} × ${plain(points)} = ${quotientText(ratio.times(points))}，${modeText(mode, places)} → ${fixed(score, places)}`,
        cells: [executed.ref, budget.ref, ...(weight ? [weight.ref] : [])],
        parts: [],
      };
  return { steps: [step], source: policy.rounding.source };
}

/** As the cell shows it, so that the line can be checked against the sheet. */
function shown(field: AmountField): string {
  return field.number ? fixed(field.number, Math.max(field.shownDecimals, field.number.decimalPlaces())) : "";
}

export type JudgedFigure = Judgement | "missing" | "unreadable" | "not-computed";

/** A given 执行率 against the amounts of its row. */
export function judgeRate(row: FundRow, policy: Policy): JudgedFigure {
  const field = row.rate;
  if (!field || field.text === "") return "missing";
  const scored = scoreFunds(row, policy);
  const budget = budgetField(row)?.number;
  const executed = row.executed?.number;
  if (!scored || !budget || !executed) return "not-computed";
  if (!field.number) return "unreadable";
  // More than the budget was spent, and the rate says "all of it": fund/overspent speaks of it.
  if (field.number.eq(HUNDRED) && scored.rate.gt(HUNDRED)) return "explained";
  const figure = { value: asShown(field), shownDecimals: field.shownDecimals, computed: scored.rate, factor: HUNDRED, cap: null, fewerPlaces: "info" as const };
  return judge(figure, ratioRange(executed, budget), policy.rounding.rate);
}

/** A given 执行率得分 against the amounts of its row. */
export function judgeFundsScore(row: FundRow, policy: Policy): JudgedFigure {
  const field = row.score;
  if (!field || field.text === "") return "missing";
  const scored = scoreFunds(row, policy);
  const budget = budgetField(row)?.number;
  const executed = row.executed?.number;
  const weight = row.weight?.number;
  if (!scored?.score || !budget || !executed || !weight) return "not-computed";
  if (!field.number) return "unreadable";
  const figure = { value: asShown(field), shownDecimals: field.shownDecimals, computed: scored.score, factor: weight, cap: weight, fewerPlaces: "error" as const };
  return judge(figure, ratioRange(executed, budget), policy.rounding.score);
}

/** Published figures are compared as shown: a cell may hold more digits than its format prints. */
export function asShown(field: AmountField): Decimal {
  return field.number ? round(field.number, field.shownDecimals, "half-up") : HUNDRED;
}

/** Does the figure stand, or is it to be corrected? Hints (another mode, a last unit) are worth a look, not a change. */
export function stands(judged: JudgedFigure): boolean {
  switch (judged) {
    case "explained":
    case "other-mode":
    case "last-unit":
    case "fewer-decimals":
    case "not-computed":
      return true;
    case "missing":
    case "unreadable":
    case "wrong":
      return false;
  }
}
