import { decimal } from "../../model/decimal";
import { totalFundRow } from "../../scoring/funds";
import type { Found, Rule, RuleContext } from "../rule";
import { FORM_NOTES } from "../sources";
import { figure } from "../words";

function check({ scored, policy }: RuleContext): readonly Found[] {
  const row = totalFundRow(scored.form.funds);
  const cell = row?.rate ?? row?.executed;
  if (!row || !cell || !scored.funds || scored.funds.rate.gte(decimal(policy.thresholds.lowRate))) return [];
  return [
    {
      severity: "warning",
      cell: cell.ref,
      message: `执行率 ${figure(scored.funds.rate)}%，低于 ${policy.thresholds.lowRate}%，需要说明原因（本表没有专门的说明栏，可写入总体目标完成情况或另附说明）`,
      related: [row.executed, row.annual ?? row.initial].flatMap((field) => (field ? [field.ref] : [])),
      explanation: scored.funds.rateExplanation,
    },
  ];
}

export const rule: Rule = {
  id: "fund/low-rate",
  severities: ["warning"],
  kinds: ["self-evaluation"],
  source: FORM_NOTES,
  what: "预算执行率偏低",
  why: "执行率低于规定比例的项目应当说明原因和改进措施。",
  fix: "在总体目标完成情况或附件中说明执行率低的原因。",
  examples: {
    good: [{ note: "恰好 90%", funds: { annual: "100", executed: "90", rate: "90.00", score: "9.00" } }],
    bad: [{ note: "低于 90%", funds: { annual: "100", executed: "89.99", rate: "89.99", score: "9.00" }, finds: ["warning"] }],
  },
  check,
};
