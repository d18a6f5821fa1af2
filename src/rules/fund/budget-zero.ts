import { isPositive } from "../../model/decimal";
import { totalFundRow } from "../../scoring/funds";
import type { Found, Rule, RuleContext } from "../rule";
import { DEPLOYED_SYSTEM } from "../sources";
import { amount, quoted } from "../words";

function check({ scored }: RuleContext): readonly Found[] {
  const found: Found[] = [];
  const row = totalFundRow(scored.form.funds);
  const budget = row?.annual ?? row?.initial;
  if (!row || !budget || isPositive(budget.number)) return found;
  const name = row.annual ? "全年预算数" : "年初预算数";
  if (budget.number === null && budget.text !== "") {
    found.push({ severity: "error", cell: budget.ref, message: `${name}${quoted(budget)}不是数字，不能计算执行率` });
    return found;
  }
  const spent = row.executed?.number?.isZero() === false;
  const rated = row.rate?.number?.isZero() === false;
  if (!spent && !rated && budget.number === null) return found;
  const state = budget.number === null ? "空白" : amount(budget);
  found.push({
    severity: spent || rated ? "error" : "warning",
    cell: budget.ref,
    message: spent
      ? `${name}为${state}，全年执行数却有 ${amount(row.executed)}：不能计算执行率`
      : rated
        ? `${name}为${state}，执行率却填了 ${amount(row.rate)}：没有依据`
        : `${name}为${state}，且没有支出：请确认本年度是否安排了预算`,
    related: [row.executed, row.rate].flatMap((field) => (field ? [field.ref] : [])),
  });
  return found;
}

export const rule: Rule = {
  id: "fund/budget-zero",
  severities: ["error", "warning"],
  kinds: ["self-evaluation"],
  source: DEPLOYED_SYSTEM,
  what: "全年预算数为 0、空白或不是数字",
  why: "没有预算数就没有执行率，也没有执行率得分。",
  fix: "补填全年（调整后）预算数；确无预算的，说明原因。",
  examples: {
    good: [{ note: "有预算", funds: {} }, { note: "资金栏还没有填", funds: { initial: "", annual: "", executed: "", rate: "", score: "" } }],
    bad: [
      { note: "没有预算却有支出", funds: { annual: "0", executed: "5", rate: "0", score: "0" }, finds: ["error"] },
      { note: "没有预算却有执行率", funds: { annual: "", executed: "", rate: "100", score: "10" }, finds: ["error"] },
      { note: "没有预算也没有支出", funds: { annual: "0", executed: "0", rate: "0", score: "0" }, finds: ["warning"] },
    ],
  },
  check,
};
