import { divide, HUNDRED, isAbove, plain, round, sum } from "../../model/decimal";
import { type Found, type Rule, type RuleContext, weightedRows } from "../rule";
import { REVIEW_PRACTICE } from "../sources";

function check({ scored }: RuleContext): readonly Found[] {
  const found: Found[] = [];
  const rows = weightedRows(scored);
  if (rows.length < 2) return found;
  const total = sum(rows.map(({ indicator }) => indicator.weight.number));
  const half = total.times("0.5");
  for (const { indicator } of rows) {
    const { weight } = indicator;
    if (!isAbove(weight.number, half)) continue;
    const share = round(divide(weight.number.times(HUNDRED), total), 2, "half-up");
    found.push({ severity: "warning", cell: weight.ref, message: `“${indicator.name}”一项占全部指标分值的 ${plain(share)}%（${plain(weight.number)} / ${plain(total)}），超过一半`, indicator });
  }
  return found;
}

export const rule: Rule = {
  id: "weight/concentrated",
  severities: ["warning"],
  kinds: ["self-evaluation"],
  source: REVIEW_PRACTICE,
  what: "一项指标占了一半以上的分值",
  why: "分值过于集中时，其他指标对评价结果几乎没有影响。",
  fix: "分散分值，或说明该指标的重要性。",
  examples: {
    good: [{ note: "各占一半", rows: [{ weight: "45", score: "45" }, { name: "资料汇编数", weight: "45", score: "45" }] }],
    bad: [{ note: "一项 80 分", rows: [{ weight: "80", score: "80" }, { name: "资料汇编数", weight: "10", score: "10" }], finds: ["warning"] }],
  },
  check,
};
