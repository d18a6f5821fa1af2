/** Rates that were entered as fractions: what the header allows, and what it does not. SPEC S5. */
import { decimal, type Decimal, HUNDRED, isPositive, ONE } from "../model/decimal";
import type { AmountField, FundRow, FundsBlock } from "../model/form";
import type { Policy } from "../policy/policy";
import { budgetField, scoreFunds } from "./funds";

/** Does the header itself ask for percent: 执行率(%)? */
export function asksPercent(funds: FundsBlock): boolean {
  return /[%％]|百分/.test(funds.rateHeader?.text ?? "");
}

/** A bare 0.57 (no % of its own) under 执行率(%), while a hundred times as much is nearer to the truth. */
export function isRateAsFraction(funds: FundsBlock, row: FundRow, policy: Policy): boolean {
  const rate = bareRate(row.rate);
  if (!rate || !asksPercent(funds) || rate.gt(ONE)) return false;
  const computed = scoreFunds(row, policy);
  return computed !== null && isNearerTimesHundred(rate, computed.rate);
}

/**
 * A bare 0.9785 or 1 under 执行率 or 执行率(B/A) is a fraction and means 97.85 or 100; under 执行率(%) it is a mistake.
 * Returns the row with its rate in percent.
 */
export function readFraction(funds: FundsBlock, row: FundRow): FundRow {
  const { rate } = row;
  const number = bareRate(rate);
  if (!rate || !number || asksPercent(funds) || !meansFraction(number, row)) return row;
  return { ...row, rate: { ...rate, number: number.times(HUNDRED), shownDecimals: Math.max(0, rate.shownDecimals - 2), asFraction: true } };
}

function meansFraction(rate: Decimal, row: FundRow): boolean {
  const budget = budgetField(row)?.number;
  const executed = row.executed?.number;
  if (!budget || !executed || budget.lte(0)) return false;
  // Less than one percent spent: then 0.57 may be meant as it stands.
  if (rate.lte(ONE)) return executed.gt(budget.times(decimal("0.01")));
  // 1.04: more was spent than planned, and nobody spends a hundredth.
  return executed.gt(budget) && isNearerTimesHundred(rate.times(budget), executed.times(HUNDRED));
}

/** The number of a rate that shows no percent sign and is no percentage to Excel either; null for anything else and for 0. */
function bareRate(rate: AmountField | null): Decimal | null {
  return isPositive(rate?.number) && !rate.asFraction && !/[%％]/.test(rate.text) ? rate.number : null;
}

/** Is 100 × value nearer to what it is held against than the value itself? */
export function isNearerTimesHundred(value: Decimal, against: Decimal): boolean {
  return value.times(HUNDRED).minus(against).abs().lt(value.minus(against).abs());
}
