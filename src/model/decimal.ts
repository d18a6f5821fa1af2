/**
 * Exact decimal arithmetic: the only door to decimal.js.
 *
 * Money, weights, rates and scores are `Decimal`s from the first digit read to the last digit written;
 * no JavaScript number ever holds one. Quotients are never rounded twice: `divideRounded` works on the
 * exact ratio (see scoring SPEC S3), `divide` is for showing and for comparing only.
 */
import { Decimal as DecimalBase } from "decimal.js";

/** 60 significant digits: amounts have at most 15, so sums and products of a form are exact. */
const Exact = DecimalBase.clone({ precision: 60, toExpNeg: -60, toExpPos: 60, rounding: DecimalBase.ROUND_HALF_UP });

export type Decimal = DecimalBase;

/** How a figure is cut to its last place. The names are those of the policies (see policy/policy.ts). */
export type RoundingMode = "half-up" | "down";

/**
 * Decimals never change, so one per number will do, however it is spelled (2, 2.0, 2.00): forms repeat the same weights and
 * scores thousands of times, and two that are the same object need no comparing.
 */
const known = new Map<string, Decimal>();
const KNOWN_LIMIT = 4096;

/** Reads plain decimal digits (`-12.50`, `1e-7`). Throws on anything else: for text from cells use `parseDecimal`. */
export function decimal(digits: string | number): Decimal {
  if (typeof digits === "number" || digits.length > 12) return new Exact(digits);
  let value = known.get(digits);
  if (value === undefined) {
    const read = new Exact(digits);
    const canonical = read.isZero() ? "0" : read.toFixed();
    if (known.size >= KNOWN_LIMIT) known.clear();
    value = known.get(canonical) ?? read;
    known.set(canonical, value).set(digits, value);
  }
  return value;
}

export const ZERO = decimal("0");
export const ONE = decimal("1");
export const HUNDRED = decimal("100");

const PLAIN_NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d{1,3})?$/i;
const GROUPED_NUMBER = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d*)?$/;

/**
 * A text that a person would read as one number: digits in half or full width, thousands separators, blanks around.
 * A percent sign, a unit or an operator makes it something else (grammar/ reads those); then the answer is null.
 */
export function parseDecimal(text: string): Decimal | null {
  const plain = toHalfWidth(text).replace(/[\s ]+/g, "").replace(/^[−—](?=\d)/, "-");
  if (PLAIN_NUMBER.test(plain)) return decimal(plain.replace(/^\+/, ""));
  if (GROUPED_NUMBER.test(plain)) return decimal(plain.replace(/,/g, "").replace(/^\+/, ""));
  return null;
}

/** Full-width digits, letters and punctuation (U+FF01–U+FF5E) and the ideographic space as their half-width twins. */
export function toHalfWidth(text: string): string {
  // Most cells have nothing to fold; the test is a good deal cheaper than the replacement.
  if (!/[　！-～]/.test(text)) return text;
  return text.replace(/[！-～]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replace(/　/g, " ");
}

/**
 * A worksheet stores numbers as binary doubles: 0.1+0.2 arrives as 0.30000000000000004.
 * Excel itself calculates and shows with 15 significant digits, and so do we: the digits beyond are noise.
 */
export function decimalFromCell(digits: string): Decimal {
  const value = decimal(digits);
  return digits.length <= 15 ? value : value.toSignificantDigits(15);
}

/** 10ⁿ, also for negative n: one unit of the n-th place before or behind the point. */
export function powerOfTen(n: number): Decimal {
  return decimal(`1e${n}`);
}

/** Above zero, without making a zero to compare with: asked of every row by every rule. */
export function isPositive(value: Decimal | null | undefined): value is Decimal {
  return value !== null && value !== undefined && !value.isNeg() && !value.isZero();
}

export function round(value: Decimal, places: number, mode: RoundingMode): Decimal {
  return value.toDecimalPlaces(places, mode === "down" ? DecimalBase.ROUND_DOWN : DecimalBase.ROUND_HALF_UP);
}

/**
 * numerator ÷ denominator, cut to `places` from the exact ratio (never from an already rounded quotient).
 * The denominator must not be zero: a zero budget is a finding, and whoever calls has dealt with it.
 */
export function divideRounded(numerator: Decimal, denominator: Decimal, places: number, mode: RoundingMode): Decimal {
  if (denominator.isZero()) throw new RangeError("divideRounded: zero denominator");
  const scale = powerOfTen(places);
  const scaled = numerator.times(scale);
  const whole = scaled.divToInt(denominator);
  const cut = mode === "half-up" && isHalfOrMore(scaled.minus(whole.times(denominator)), denominator) ? whole.plus(scaled.isNeg() === denominator.isNeg() ? 1 : -1) : whole;
  return cut.times(powerOfTen(-places));
}

function isHalfOrMore(rest: Decimal, of: Decimal): boolean {
  return rest.times(2).abs().gte(of.abs());
}

/** The quotient to 60 digits: for comparing and for showing, not for figures that are written. */
export function divide(numerator: Decimal, denominator: Decimal): Decimal {
  if (denominator.isZero()) throw new RangeError("divide: zero denominator");
  return numerator.dividedBy(denominator);
}

export function sum(values: Iterable<Decimal>): Decimal {
  let total = ZERO;
  for (const value of values) total = added(total, value);
  return total;
}

/** Columns of the same few weights and scores are added up again and again: each step is worked out once. */
const sums = new Map<Decimal, Map<Decimal, Decimal>>();
const SUMS_LIMIT = 8192;
let sumsKept = 0;

function added(total: Decimal, value: Decimal): Decimal {
  const found = sums.get(total)?.get(value);
  if (found !== undefined) return found;
  const result = one(total.plus(value));
  if (sumsKept >= SUMS_LIMIT) {
    sums.clear();
    sumsKept = 0;
  }
  const byValue = sums.get(total);
  if (byValue) byValue.set(value, result);
  else sums.set(total, new Map([[value, result]]));
  sumsKept++;
  return result;
}

/** The one object of a number, where there is one. */
function one(value: Decimal): Decimal {
  return known.get(value.isZero() ? "0" : value.toFixed()) ?? value;
}

// Most questions are asked of a figure and itself (a full score and its weight); decimal.js copies before it compares.

export function isSame(a: Decimal, b: Decimal): boolean {
  return a === b || a.eq(b);
}

export function isBelow(a: Decimal, b: Decimal): boolean {
  return a !== b && a.lt(b);
}

export function isAbove(a: Decimal, b: Decimal): boolean {
  return a !== b && a.gt(b);
}

export function min(a: Decimal, b: Decimal): Decimal {
  return isAbove(a, b) ? b : a;
}

export function max(a: Decimal, b: Decimal): Decimal {
  return isBelow(a, b) ? b : a;
}

export function clamp(value: Decimal, low: Decimal, high: Decimal): Decimal {
  return max(low, min(high, value));
}

/** Digits without exponent and without idle zeros: 10.00 → "10". */
export function plain(value: Decimal): string {
  return value.isZero() ? "0" : value.toFixed();
}

/** Digits with a fixed number of places: 10 → "10.00". The value must already be cut to them. */
export function fixed(value: Decimal, places: number): string {
  return (value.isZero() ? ZERO : value).toFixed(places);
}

/** How many decimals a value really has: 9.80 → 1. */
export function decimalsOf(value: Decimal): number {
  return value.decimalPlaces();
}
