import { budgetField, totalFundRow } from "../../scoring/funds";
import type { Found, Rule, RuleContext } from "../rule";
import { REVIEW_PRACTICE } from "../sources";
import { amount } from "../words";

function check({ scored }: RuleContext): readonly Found[] {
  const row = totalFundRow(scored.form.funds);
  const budget = row && budgetField(row);
  if (!row?.executed?.number || !budget?.number || budget.number.lte(0) || row.executed.number.lte(budget.number)) return [];
  return [
    {
      severity: "warning",
      cell: row.executed.ref,
      message: `全年执行数 ${amount(row.executed)} 大于${row.annual ? "全年" : "年初"}预算数 ${amount(budget)}：请核对，或说明超出的来源`,
      related: [budget.ref],
    },
  ];
}

export const rule: Rule = {
  id: "fund/overspent",
  severities: ["warning"],
  kinds: ["self-evaluation"],
  source: REVIEW_PRACTICE,
  what: "执行数大于预算数",
  why: "支出不应超过调整后的预算；多半是预算数没有用调整后的数。",
  fix: "全年预算数改用调整后的数，或说明超支原因。",
  examples: {
    good: [{ note: "不超预算", funds: {} }],
    bad: [{ note: "超出预算", funds: { annual: "100", executed: "104", rate: "104", score: "10" }, finds: ["warning"] }],
  },
  check,
};
