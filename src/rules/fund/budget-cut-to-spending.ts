import { decimal, divide, HUNDRED, plain, round } from "../../model/decimal";
import { totalFundRow } from "../../scoring/funds";
import type { Found, Rule, RuleContext } from "../rule";
import { REVIEW_PRACTICE } from "../sources";
import { amount } from "../words";

/** 年初预算数 more than this share above the spending that the budget was cut to. */
const MARGIN = decimal("1.1");

function check({ scored }: RuleContext): readonly Found[] {
  const row = totalFundRow(scored.form.funds);
  const { initial, annual, executed } = row ?? {};
  if (!initial?.number || !annual?.number || !executed?.number || executed.number.lte(0)) return [];
  if (!annual.number.eq(executed.number) || initial.number.lte(annual.number.times(MARGIN))) return [];
  const cut = round(divide(initial.number.minus(annual.number).times(HUNDRED), initial.number), 2, "half-up");
  return [
    {
      severity: "warning",
      cell: annual.ref,
      message: `全年预算数由年初 ${amount(initial)} 调减到与执行数相同的 ${amount(annual)}（调减 ${plain(cut)}%），执行率因此为 100%：请说明调减的原因`,
      related: [initial.ref, executed.ref],
    },
  ];
}

export const rule: Rule = {
  id: "fund/budget-cut-to-spending",
  severities: ["warning"],
  kinds: ["self-evaluation"],
  source: REVIEW_PRACTICE,
  what: "预算被调减到恰好等于支出",
  why: "年末把预算调成支出数，会使执行率失去意义。",
  fix: "附上预算调整的批复，并说明年初预算没有用完的原因。",
  examples: {
    good: [{ note: "调减不到一成", funds: { initial: "105" } }],
    bad: [{ note: "年初 130，调减到 100，恰好用完", funds: { initial: "130" }, finds: ["warning"] }],
  },
  check,
};
