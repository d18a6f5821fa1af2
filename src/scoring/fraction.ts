/** Rates that were entered as fractions: what the header allows, and what it does not. SPEC S2. */
import { HUNDRED, decimal, divide } from "../model/decimal";
import type { FundRow, FundsBlock } from "../model/form";
import type { Policy } from "../policy/policy";
import { budgetField, scoreFunds } from "./funds";

/** Does the header itself ask for percent: 执行率(%)? */
export function asksPercent(funds: FundsBlock): boolean {
  return /[%％]|百分/.test(funds.rateHeader?.text ?? "");
}

/** A bare 0.57 (no % of its own) under 执行率(%), while a hundred times as much is nearer to the truth. */
export function isRateAsFraction(funds: FundsBlock, row: FundRow, policy: Policy): boolean {
  const rate = row.rate;
  if (!rate?.number || rate.asFraction || rate.text.includes("%") || !asksPercent(funds) || rate.number.lte(0) || rate.number.gt(1)) return false;
  const computed = scoreFunds(row, policy);
  if (!computed) return false;
  const asGiven = rate.number.minus(computed.rate).abs();
  const asFraction = rate.number.times(HUNDRED).minus(computed.rate).abs();
  return asFraction.lt(asGiven);
}

/**
 * A bare 0.9785 or 1 under 执行率 or 执行率(B/A) is a fraction and means 97.85 or 100; under 执行率(%) it is a mistake.
 * Returns the row with its rate in percent.
 */
export function readFraction(funds: FundsBlock, row: FundRow): FundRow {
  const rate = row.rate;
  if (asksPercent(funds) || !rate?.number || rate.asFraction || rate.value.kind !== "number" || rate.number.gt(1) || rate.number.lte(0)) return row;
  const budget = budgetField(row)?.number;
  const executed = row.executed?.number;
  // Less than one percent spent: then 0.57 may be meant as it stands.
  if (!budget || !executed || budget.lte(0) || divide(executed, budget).lte(decimal("0.01"))) return row;
  return { ...row, rate: { ...rate, number: rate.number.times(HUNDRED), shownDecimals: Math.max(0, rate.shownDecimals - 2), asFraction: true } };
}
