/** 执行率 and 执行率得分. SPEC S1–S4. */
import { type Decimal, HUNDRED, divide, divideRounded, fixed, isBelow, isPositive, isSame, min, plain, round, ZERO } from "../model/decimal";
import type { Explanation } from "../model/explanation";
import type { AmountField, FundRow, FundsBlock } from "../model/form";
import { memoFor } from "../model/memo";
import type { ScoredFunds } from "../model/review";
import type { Policy } from "../policy/policy";
import { ExplainedFunds } from "./explained";
import { judge, type Judgement, ratioRange } from "./interval";
import { resultText } from "./steps";

/** The row that carries the score. */
export function totalFundRow(funds: FundsBlock | null): FundRow | null {
  return funds?.rows.find((row) => row.role === "total") ?? null;
}

/** The budget that the rate is measured by: 全年预算数, or 年初预算数 where that is the only budget column. */
export function budgetField(row: FundRow): AmountField | null {
  return row.annual ?? row.initial;
}

/**
 * Null where there is nothing to compute: no budget, a budget of zero, no spending entered yet, a negative amount. Never
 * divides by zero. The score is null where the row carries no weight.
 */
export function scoreFunds(row: FundRow, policy: Policy): ScoredFunds | null {
  return onceFor(scored, row, policy, computeFunds);
}

/** Every rule asks, and every policy that is tried: each answer is found once for a row and a rounding. */
function onceFor<Answer>(memory: (row: FundRow) => Map<Policy["rounding"], Answer>, row: FundRow, policy: Policy, answer: (row: FundRow, policy: Policy) => Answer): Answer {
  const known = memory(row);
  const found = known.get(policy.rounding);
  if (found !== undefined) return found;
  const value = answer(row, policy);
  known.set(policy.rounding, value);
  return value;
}

const scored = memoFor((_row: FundRow) => new Map<Policy["rounding"], ScoredFunds | null>());
const judgedRates = memoFor((_row: FundRow) => new Map<Policy["rounding"], JudgedFigure>());
const judgedScores = memoFor((_row: FundRow) => new Map<Policy["rounding"], JudgedFigure>());

function computeFunds(row: FundRow, policy: Policy): ScoredFunds | null {
  const amounts = amountsOf(row);
  if (!amounts) return null;
  const { executed, budget } = amounts;
  const rate = divideRounded(executed.number.times(HUNDRED), budget.number, policy.rounding.rate.places, policy.rounding.rate.mode);
  const weight = row.weight?.number?.gte(0) ? row.weight.number : null;
  const score = weight && fundsScore(executed.number, budget.number, weight, policy);
  return new ExplainedFunds(
    rate,
    score,
    () => rateExplanation(amounts, rate, policy),
    () => (score && weight ? scoreExplanation(amounts, weight, row.weight, score, policy) : { steps: [], source: null }),
  );
}

/** A cell with a number in it. */
type Amount = AmountField & { readonly number: Decimal };

interface Amounts {
  readonly executed: Amount;
  readonly budget: Amount;
  /** As the column is called. */
  readonly budgetName: string;
}

function amountsOf(row: FundRow): Amounts | null {
  const { executed } = row;
  const budget = budgetField(row);
  if (!hasNumber(executed) || !hasNumber(budget) || !isPositive(budget.number) || isBelow(executed.number, ZERO)) return null;
  return { executed, budget, budgetName: row.annual ? "全年预算数" : "年初预算数" };
}

function hasNumber(field: AmountField | null): field is Amount {
  return field !== null && field.number !== null;
}

/** min(ratio, 1) × weight, cut from the exact ratio; full marks are the weight as it stands. */
function fundsScore(executed: Decimal, budget: Decimal, weight: Decimal, policy: Policy): Decimal {
  const { places, mode } = policy.rounding.score;
  return executed.gte(budget) ? weight : min(divideRounded(executed.times(weight), budget, places, mode), weight);
}

function rateExplanation({ executed, budget, budgetName }: Amounts, rate: Decimal, policy: Policy): Explanation {
  const quotient = divide(executed.number.times(HUNDRED), budget.number);
  const text = `执行率 = 全年执行数 ÷ ${budgetName} × 100% = ${shown(executed)} ÷ ${shown(budget)} × 100% = ${resultText(quotient, rate, policy.rounding.rate, "%")}`;
  return { steps: [{ text, cells: [executed.ref, budget.ref], parts: [] }], source: policy.rounding.source };
}

function scoreExplanation({ executed, budget }: Amounts, weight: Decimal, weightField: AmountField | null, score: Decimal, policy: Policy): Explanation {
  const cells = [executed.ref, budget.ref, ...(weightField ? [weightField.ref] : [])];
  const exact = divide(executed.number.times(weight), budget.number);
  const text = executed.number.gt(budget.number)
    ? `执行数 ${shown(executed)} 超过预算数 ${shown(budget)}，执行率按 100% 计：执行率得分 = 100% × ${plain(weight)} = ${fixed(score, Math.max(2, score.decimalPlaces()))}`
    : `执行率得分 = 执行数 ÷ 预算数 × 分值 = ${shown(executed)} ÷ ${shown(budget)} × ${plain(weight)} = ${resultText(exact, score, policy.rounding.score)}`;
  return { steps: [{ text, cells, parts: [] }], source: policy.rounding.source };
}

/** As the cell shows it, so that the line can be checked against the sheet. */
function shown(field: Amount): string {
  return fixed(field.number, Math.max(field.shownDecimals, field.number.decimalPlaces()));
}

export type JudgedFigure = Judgement | "missing" | "unreadable" | "not-computed";

/** A given 执行率 against the amounts of its row. A rate is not capped: 104 spent of 100 is 104.00, and 100.00 is wrong. */
export function judgeRate(row: FundRow, policy: Policy): JudgedFigure {
  return onceFor(judgedRates, row, policy, rateJudgement);
}

function rateJudgement(row: FundRow, policy: Policy): JudgedFigure {
  const field = row.rate;
  if (!field || field.text === "") return "missing";
  const amounts = amountsOf(row);
  const computed = scoreFunds(row, policy)?.rate;
  if (!amounts || !computed) return "not-computed";
  if (!field.number) return "unreadable";
  if (isSame(field.number, computed)) return "explained";
  const figure = { value: asShown(field), shownDecimals: field.shownDecimals, computed, factor: HUNDRED, cap: null, fewerPlaces: "info" as const };
  return judge(figure, ratioRange(amounts.executed, amounts.budget), policy.rounding.rate);
}

/** A given 执行率得分 against the amounts of its row. */
export function judgeFundsScore(row: FundRow, policy: Policy): JudgedFigure {
  return onceFor(judgedScores, row, policy, scoreJudgement);
}

function scoreJudgement(row: FundRow, policy: Policy): JudgedFigure {
  const field = row.score;
  if (!field || field.text === "") return "missing";
  const amounts = amountsOf(row);
  const computed = scoreFunds(row, policy)?.score;
  const weight = row.weight?.number;
  if (!amounts || !computed || !weight) return "not-computed";
  if (!field.number) return "unreadable";
  if (isSame(field.number, computed)) return "explained";
  const figure = { value: asShown(field), shownDecimals: field.shownDecimals, computed, factor: weight, cap: weight, fewerPlaces: "error" as const };
  return judge(figure, ratioRange(amounts.executed, amounts.budget), policy.rounding.score);
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
