import { totalFundRow } from "../../scoring/funds";
import type { Found, Rule, RuleContext } from "../rule";
import { FORM_NOTES } from "../sources";
import { amount } from "../words";

function check({ scored }: RuleContext): readonly Found[] {
  const row = totalFundRow(scored.form.funds);
  if (!row?.initial?.number || !row.annual?.number || row.initial.number.eq(row.annual.number)) return [];
  return [
    {
      severity: "info",
      cell: row.annual.ref,
      message: `全年预算数 ${amount(row.annual)} 与年初预算数 ${amount(row.initial)} 不同：年度中调整过预算，请确认有调整依据`,
      related: [row.initial.ref],
    },
  ];
}

export const rule: Rule = {
  id: "fund/budget-adjusted",
  severities: ["info"],
  kinds: ["self-evaluation"],
  source: FORM_NOTES,
  what: "年度中调整过预算",
  why: "执行率按调整后的预算计算，调整应有批复依据。",
  fix: "确认调整有依据；没有调整的，改正其中一个数。",
  examples: {
    good: [{ note: "没有调整", funds: {} }],
    bad: [{ note: "调减", funds: { initial: "112.96" }, finds: ["info"] }],
  },
  check,
};
