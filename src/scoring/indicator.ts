/** The rule score of an indicator row, and the score that stands. SPEC S9–S17. */
import { clamp, type Decimal, divideRounded, isPositive, max, ZERO } from "../model/decimal";
import type { AmountField, FundsBlock, Indicator } from "../model/form";
import type { Reading } from "../model/reading";
import type { ScoredIndicator } from "../model/review";
import type { ScoreMode } from "../model/settings";
import type { Policy } from "../policy/policy";
import { type Comparison, compare } from "./compare";
import { explainIndicator } from "./explain-indicator";
import { ExplainedIndicator } from "./explained";

/** `bound` is the greatest score that the score's cell may hold: the row's weight, or that of all rows which it is merged over. */
export function scoreIndicator(indicator: Indicator, funds: FundsBlock | null, policy: Policy, mode: ScoreMode, bound = indicator.weight?.number ?? null): ScoredIndicator {
  const comparison = compare(indicator, funds, policy.exceededLimit.form);
  const weight = indicator.weight?.number ?? null;
  const ruleScore = isPositive(weight) ? ruleScoreOf(comparison, weight, policy) : null;
  const standing = standingScore(indicator, ruleScore, mode, bound);
  const numbers = comparison.outcome === "met" || comparison.outcome === "unmet" ? comparison.numbers : null;
  const obstacle = comparison.outcome === "unreadable" ? comparison.why : null;
  return new ExplainedIndicator(comparison.outcome, numbers, obstacle, ruleScore, standing, () => explainIndicator(indicator, comparison, ruleScore, policy));
}

/** Full marks are the weight as it stands, anything less is cut to the policy's places and to 0…weight; null where the rule gives none. */
function ruleScoreOf(comparison: Comparison, weight: Decimal, policy: Policy): Decimal | null {
  const { places, mode } = policy.rounding.score;
  if (comparison.outcome === "met") return weight;
  if (comparison.outcome !== "unmet" || !comparison.share) return null;
  const { numerator, denominator } = comparison.share;
  return clamp(divideRounded(numerator.times(weight), denominator, places, mode), ZERO, weight);
}

/** Does a level in words decide the row? Such a score is a person's to lower, and no mode replaces it. */
export function isQualitative(indicator: Indicator): boolean {
  const { target, actual } = indicator;
  if (!target || !actual || isWords(target.reading) || isWords(actual.reading)) return true;
  // 控制在预算范围内 without an amount, 无 against 无: words against words.
  return actual.reading.kind === "limit" || (target.reading.kind === "empty" && actual.reading.kind === "empty");
}

function isWords(reading: Reading): boolean {
  return reading.kind === "quality" || (reading.kind === "several" && reading.parts.some(isWords));
}

/** What `rule` mode replaces: scores decided by figures or dates that differ from the rule score; never a formula, never a merged score. */
export function isReplaced(indicator: Indicator, ruleScore: Decimal | null, mode: ScoreMode): boolean {
  const given = indicator.score;
  if (mode !== "rule" || ruleScore === null || given === null || isQualitative(indicator)) return false;
  if (given.text === "" || given.formula !== null || isShared(given)) return false;
  return !(given.number?.eq(ruleScore) ?? false);
}

/** A blank cell that can be filled. */
export function isBlank(field: AmountField): boolean {
  return field.text === "" && field.formula === null && !field.covered;
}

/** The same for a score: of this row alone, for one figure cannot be right for several rows. */
export function isFillable(field: AmountField): boolean {
  return isBlank(field) && !isShared(field);
}

function isShared(field: AmountField): boolean {
  return field.mergedRows > 1 || field.covered;
}

/** The score that counts after the writes; a kept one below 0 or above its bound is cut to that for the total. */
function standingScore(indicator: Indicator, ruleScore: Decimal | null, mode: ScoreMode, bound: Decimal | null): Decimal | null {
  const { score } = indicator;
  if (!score || score.covered) return null;
  if (isFillable(score) || isReplaced(indicator, ruleScore, mode)) return ruleScore;
  return score.number && within(score.number, bound);
}

/** Cut to 0…bound; without a usable weight only to 0. */
export function within(score: Decimal, bound: Decimal | null): Decimal {
  if (score === bound && isPositive(bound)) return score;
  return isPositive(bound) ? clamp(score, ZERO, bound) : max(ZERO, score);
}
