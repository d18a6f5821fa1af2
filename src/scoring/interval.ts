/**
 * Can a published figure be right although the printed amounts give another one? The amounts are rounded themselves
 * (to 0.01 万元), so the question is asked of every true amount that prints the same. SPEC S6, S7.
 *
 * All comparisons are by cross-multiplication: no quotient is rounded on the way, so bounds are exact.
 */
import { decimal, type Decimal, decimalsOf, isPositive, max, powerOfTen, round, type RoundingMode, ZERO } from "../model/decimal";
import type { Rounding } from "../policy/policy";

/** An amount as its cell shows it. */
export interface ShownAmount {
  readonly number: Decimal;
  readonly shownDecimals: number;
}

/** A quotient that is not worked out. The denominator is positive. */
interface Ratio {
  readonly numerator: Decimal;
  readonly denominator: Decimal;
}

/**
 * The true ratios executed ÷ budget behind the printed amounts lie strictly between the two (an amount that prints x.xx is
 * at least half a unit below and less than half a unit above); `high` is null if the budget may be zero.
 */
export interface RatioRange {
  readonly low: Ratio;
  readonly high: Ratio | null;
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

/** Of amounts that are not negative. */
export function ratioRange(executed: ShownAmount, budget: ShownAmount): RatioRange {
  const spent = printed(executed);
  const planned = printed(budget);
  return {
    low: { numerator: max(ZERO, spent.low), denominator: planned.high },
    high: isPositive(planned.low) ? { numerator: spent.high, denominator: planned.low } : null,
  };
}

/** Amounts are printed with at least two places, even where a cell shows fewer digits: 112 stands for 112.00. */
function printed(amount: ShownAmount): { readonly low: Decimal; readonly high: Decimal } {
  const places = Math.max(2, amount.shownDecimals);
  const centre = round(amount.number, places, "half-up");
  const half = decimal("0.5").times(powerOfTen(-places));
  return { low: centre.minus(half), high: centre.plus(half) };
}

export interface Figure {
  /** As shown, in the figure's own scale (percent for a rate). */
  readonly value: Decimal;
  readonly shownDecimals: number;
  /** The figure recomputed from the cells' amounts under the policy. */
  readonly computed: Decimal;
  /** The figure is ratio × factor: 100 for a rate, the weight for a score. */
  readonly factor: Decimal;
  /** Greatest value: the weight for a score; null for a rate, which may pass 100 when more than the budget was spent. */
  readonly cap: Decimal | null;
  /** Is a figure with fewer places acceptable (a rate) or wrong (a score)? */
  readonly fewerPlaces: "info" | "error";
}

export function judge(figure: Figure, range: RatioRange, rounding: Rounding): Judgement {
  if (figure.value.eq(figure.computed) || givenBy(figure, range, rounding.places, rounding.mode)) return "explained";
  if (givenBy(figure, range, rounding.places, rounding.mode === "down" ? "half-up" : "down")) return "other-mode";
  if (figure.shownDecimals < rounding.places) {
    const explained = reachable(figure, range, figure.shownDecimals, "half-up") || reachable(figure, range, figure.shownDecimals, "down");
    return figure.fewerPlaces === "info" && explained ? "fewer-decimals" : "wrong";
  }
  const unit = powerOfTen(-rounding.places);
  return figure.value.minus(figure.computed).abs().lte(unit) ? "last-unit" : "wrong";
}

/** At the policy's places, or at more of them if the cell shows more: 97.8503 is no worse than 97.85. */
function givenBy(figure: Figure, range: RatioRange, places: number, mode: RoundingMode): boolean {
  return reachable(figure, range, places, mode) || (figure.shownDecimals > places && reachable(figure, range, figure.shownDecimals, mode));
}

/** Is there a ratio in the range whose figure, cut to `places` by `mode`, is the value? */
function reachable(figure: Figure, { low, high }: RatioRange, places: number, mode: RoundingMode): boolean {
  const { value, factor, cap } = figure;
  if (value.lt(0) || decimalsOf(value) > places) return false;
  if (cap && (high === null || isAbove(high, factor, cap)) && (value.eq(cap) || value.eq(round(cap, places, mode)))) return true;
  // What is cut to the value: [value, value + unit) by truncation, half a unit lower by rounding.
  const unit = powerOfTen(-places);
  const from = mode === "down" ? value : value.minus(unit.times("0.5"));
  const to = from.plus(unit);
  if (cap && (from.gte(cap) || !isBelow(low, factor, cap))) return false;
  return isBelow(low, factor, to) && (high === null || isAbove(high, factor, from));
}

function isBelow(ratio: Ratio, factor: Decimal, bound: Decimal): boolean {
  return ratio.numerator.times(factor).lt(bound.times(ratio.denominator));
}

function isAbove(ratio: Ratio, factor: Decimal, bound: Decimal): boolean {
  return ratio.numerator.times(factor).gt(bound.times(ratio.denominator));
}
