/** The rule score of an indicator row, and the score that stands. SPEC S6–S16. */
import { type Decimal, ZERO, clamp, divide, divideRounded, fixed, plain, round } from "../model/decimal";
import type { Explanation, Step } from "../model/explanation";
import type { AmountField, FundsBlock, Indicator } from "../model/form";
import type { IndicatorStatus, ScoredIndicator } from "../model/review";
import type { ScoreMode } from "../model/settings";
import type { Policy } from "../policy/policy";
import { type Comparison, compare } from "./compare";
import { modeText, quotientText } from "./steps";

export function scoreIndicator(indicator: Indicator, funds: FundsBlock | null, policy: Policy, mode: ScoreMode): ScoredIndicator {
  const comparison = compare(indicator, funds, policy.exceededLimit.form);
  const weight = indicator.weight?.number ?? null;
  const ruleScore = weight && weight.gt(0) ? ruleScoreOf(comparison, weight, policy) : null;
  return {
    status: statusOf(comparison),
    ruleScore,
    standing: standingScore(indicator, ruleScore, mode),
    explanation: explain(indicator, comparison, ruleScore, policy),
  };
}

function statusOf(comparison: Comparison): IndicatorStatus {
  return comparison.outcome;
}

/** Cut to the policy's places and to 0…weight; null where the rule gives none. */
function ruleScoreOf(comparison: Comparison, weight: Decimal, policy: Policy): Decimal | null {
  const { places, mode } = policy.rounding.score;
  if (comparison.outcome === "met") return round(weight, places, mode);
  if (comparison.outcome !== "unmet" || !comparison.share) return null;
  const { numerator, denominator } = comparison.share;
  return clamp(divideRounded(numerator.times(weight), denominator, places, mode), ZERO, weight);
}

/** Is the row one whose score the rule decides by numbers? Levels in words are a person's to lower. */
export function isNumeric(indicator: Indicator): boolean {
  return indicator.target?.reading.kind === "quantity" && indicator.actual?.reading.kind === "quantity";
}

/** What `rule` mode replaces: scores decided by numbers that differ from the rule score; never a formula. */
export function isReplaced(indicator: Indicator, ruleScore: Decimal | null, mode: ScoreMode): boolean {
  const given = indicator.score;
  return mode === "rule" && ruleScore !== null && isNumeric(indicator) && given !== null && given.text !== "" && !(given.number?.eq(ruleScore) ?? false);
}

/** A blank cell that can be filled. */
export function isBlank(field: AmountField): boolean {
  return field.text === "" && field.formula === null && !field.covered;
}

/** The same for a score: of this row alone, for one figure cannot be right for several rows. */
export function isFillable(field: AmountField): boolean {
  return isBlank(field) && field.mergedRows === 1;
}

/** The score that counts after the writes; a kept one below 0 or above the weight is cut to that bound for the total. */
function standingScore(indicator: Indicator, ruleScore: Decimal | null, mode: ScoreMode): Decimal | null {
  const { score, weight } = indicator;
  if (!score) return null;
  if (isFillable(score)) return ruleScore;
  if (isReplaced(indicator, ruleScore, mode) && score.formula === null) return ruleScore;
  if (!score.number) return null;
  return weight?.number && weight.number.gt(0) ? clamp(score.number, ZERO, weight.number) : score.number;
}

function explain(indicator: Indicator, comparison: Comparison, ruleScore: Decimal | null, policy: Policy): Explanation {
  const target = indicator.target?.written ?? "";
  const actual = indicator.actual?.written ?? "";
  const cells = [indicator.target, indicator.actual, indicator.weight].flatMap((field) => (field ? [field.ref] : []));
  const step = (text: string): Step => ({ text, cells, parts: [] });
  const weight = indicator.weight?.number;
  const points = weight ? plain(weight) : "";
  switch (comparison.outcome) {
    case "met":
      return { steps: [step(`指标值 ${target}，完成值 ${actual}：达到指标值${weight ? `，得满分 ${points}` : ""}`)], source: null };
    case "unmet":
      if (!comparison.share || !weight || !ruleScore) return { steps: [step(`指标值 ${target}，完成值 ${actual}：未全部达成，得分由评价人酌定`)], source: null };
      return { steps: [step(unmetText(target, actual, comparison.share.numerator, comparison.share.denominator, weight, ruleScore, policy))], source: policy.exceededLimit.source };
    case "judged":
      return { steps: [step(`指标值 ${target}，完成值 ${actual}：完成值没有说明是否达成，得分由评价人酌定`)], source: null };
    case "not-applicable":
      return { steps: [step("本年度不适用（完成值为“无”并已说明原因），保留原得分")], source: null };
    case "unreadable":
      return { steps: [step(`指标值 ${target || "（空）"}，完成值 ${actual || "（空）"}：无法比较，保留原得分`)], source: null };
  }
}

function unmetText(target: string, actual: string, numerator: Decimal, denominator: Decimal, weight: Decimal, score: Decimal, policy: Policy): string {
  const { places, mode } = policy.rounding.score;
  const product = divide(numerator.times(weight), denominator);
  const exact = product.lte(0) ? "0" : `${plain(numerator)} ÷ ${plain(denominator)} × ${plain(weight)} = ${quotientText(product)}，${modeText(mode, places)}`;
  return `指标值 ${target}，完成值 ${actual}：未达到指标值，${exact} → ${fixed(score, places)}`;
}
