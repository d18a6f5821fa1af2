/**
 * Can a published figure be right although the printed amounts give another one? The amounts are rounded themselves
 * (to 0.01 万元), so the question is asked of every true amount that prints the same. SPEC S5.
 */
import { type Decimal, HUNDRED, ZERO, decimal, decimalsOf, divide, max, min, round, type RoundingMode } from "../model/decimal";
import type { Rounding } from "../policy/policy";

/** Least and greatest true ratio executed ÷ budget behind the printed amounts; `high` null if the budget may be zero. */
export interface RatioRange {
  readonly low: Decimal;
  readonly high: Decimal | null;
}

export type Judgement =
  | "explained"
  /** Only another rounding mode gives the figure. */
  | "other-mode"
  /** One unit of the last place away. */
  | "last-unit"
  /** Right, but given with fewer places. */
  | "fewer-decimals"
  | "wrong";

export function ratioRange(executed: Decimal, budget: Decimal): RatioRange {
  const e = halfUnit(executed);
  const b = halfUnit(budget);
  const highBudget = budget.plus(b);
  const lowBudget = budget.minus(b);
  return {
    low: highBudget.gt(0) ? divide(max(ZERO, executed.minus(e)), highBudget) : ZERO,
    high: lowBudget.gt(0) ? divide(executed.plus(e), lowBudget) : null,
  };
}

/** Amounts are printed with at least two places, even where a cell holds fewer digits: 112 stands for 112.00. */
function halfUnit(amount: Decimal): Decimal {
  const places = Math.max(2, decimalsOf(amount));
  return decimal("0.5").times(decimal(10).pow(-places));
}

export interface Figure {
  /** As shown, in the figure's own scale (percent for a rate). */
  readonly value: Decimal;
  readonly shownDecimals: number;
  /** The figure recomputed from the printed amounts under the policy. */
  readonly computed: Decimal;
  /** The figure is ratio × factor: 100 for a rate, the weight for a score. */
  readonly factor: Decimal;
  /** Greatest value: the weight for a score; null for a rate, which may pass 100 when more than the budget was spent. */
  readonly cap: Decimal | null;
  /** Is a figure with fewer places acceptable (a rate) or wrong (a score)? */
  readonly fewerPlaces: "info" | "error";
}

export function judge(figure: Figure, range: RatioRange, rounding: Rounding): Judgement {
  const places = Math.max(rounding.places, figure.shownDecimals);
  if (figure.value.eq(figure.computed) || reachable(figure, range, places, rounding.mode)) return "explained";
  const other: RoundingMode = rounding.mode === "down" ? "half-up" : "down";
  if (reachable(figure, range, places, other)) return "other-mode";
  const fewer = figure.shownDecimals < rounding.places;
  if (fewer) {
    const explained = reachable(figure, range, figure.shownDecimals, "half-up") || reachable(figure, range, figure.shownDecimals, "down");
    return figure.fewerPlaces === "info" && explained ? "fewer-decimals" : "wrong";
  }
  const unit = decimal(10).pow(-rounding.places);
  return figure.value.minus(figure.computed).abs().lte(unit) ? "last-unit" : "wrong";
}

/** Is there a ratio in the range whose figure, cut to `places` by `mode`, is the value? */
function reachable(figure: Figure, range: RatioRange, places: number, mode: RoundingMode): boolean {
  const capped = (value: Decimal): Decimal => (figure.cap ? min(value, figure.cap) : value);
  const low = round(capped(range.low.times(figure.factor)), places, mode);
  if (figure.value.lt(low)) return false;
  if (range.high === null) return true;
  const high = round(capped(range.high.times(figure.factor)), places, mode);
  // Between low and high every figure of that many places is reached, for the ratio is continuous.
  return figure.value.lte(high) && decimalsOf(figure.value) <= places;
}

/** A rate of 100 % that stands for "all of it was spent" although a little more was. */
export function cappedRate(value: Decimal, computed: Decimal): boolean {
  return value.eq(HUNDRED) && computed.gt(HUNDRED);
}

