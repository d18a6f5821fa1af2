import { isAbove, isPositive, plain } from "../../model/decimal";
import type { AmountField, Indicator } from "../../model/form";
import { totalFundRow } from "../../scoring/funds";
import { type Found, type Rule, type RuleContext, unsettledRows } from "../rule";
import { FORM_NOTES } from "../sources";

function check({ scored }: RuleContext): readonly Found[] {
  const row = totalFundRow(scored.form.funds);
  const funds = outOfRange("预算执行率", row?.weight ?? null, row?.score ?? null);
  const rows = unsettledRows(scored).map(({ indicator }) => outOfRange(indicator.name, indicator.weight, indicator.score, indicator));
  return [funds, ...rows].filter((found) => found !== null);
}

function outOfRange(name: string, weight: AmountField | null, score: AmountField | null, indicator?: Indicator): Found | null {
  // One score for several rows is held against none of their weights (score/unreadable speaks of it).
  if (!score?.number || (indicator && score.mergedRows > 1)) return null;
  const above = isPositive(weight?.number) && isAbove(score.number, weight.number);
  if (!above && !score.number.isNeg()) return null;
  return {
    severity: "error",
    cell: score.ref,
    message: above ? `“${name}”的得分 ${plain(score.number)} 大于分值 ${plain(weight?.number ?? score.number)}` : `“${name}”的得分 ${plain(score.number)} 小于 0`,
    related: weight ? [weight.ref] : [],
    mark: [{ kind: "holds", cell: score.ref, value: score.value }],
    ...(indicator ? { indicator } : {}),
  };
}

export const rule: Rule = {
  id: "score/out-of-range",
  severities: ["error"],
  kinds: ["self-evaluation"],
  source: FORM_NOTES,
  yieldsTo: ["fund/score-mismatch"],
  what: "得分大于分值，或小于 0",
  why: "得分一档最高不能超过该指标分值上限，也不能为负。",
  fix: "把得分改到 0 与分值之间。",
  examples: {
    good: [{ note: "得满分", rows: [{ weight: "90", score: "90" }] }],
    bad: [
      { note: "得分大于分值", rows: [{ weight: "45", score: "50" }, { name: "资料汇编数", weight: "45", score: "40" }], finds: ["error"] },
      { note: "得分为负", rows: [{ weight: "90", score: "-5" }], finds: ["error"] },
    ],
  },
  check,
};
