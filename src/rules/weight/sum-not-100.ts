import { decimal, plain, ZERO } from "../../model/decimal";
import { totalFundRow } from "../../scoring/funds";
import { fundsPointsApart } from "../../scoring/total";
import type { Found, Rule, RuleContext } from "../rule";
import { FORM_NOTES } from "../sources";

function check({ scored, policy }: RuleContext): readonly Found[] {
  const { form, total } = scored;
  const full = decimal(policy.fullScore);
  if (!form.columns.weight || !total || total.weight.eq(full) || (fundsPointsApart(form) && total.weight.lt(full))) return [];
  const weights = form.indicators.flatMap((indicator) => indicator.weight ?? []);
  if (!weights.some((weight) => weight.number)) return [];
  // A word or an error value in a weight cell is the finding; the sum is only its consequence.
  if (weights.some((weight) => weight.number === null && weight.text !== "")) return [];
  const cell = form.total?.weight ?? form.title ?? form.columns.weight;
  const fundsWeight = totalFundRow(form.funds)?.weight?.number ?? ZERO;
  return [
    {
      severity: "error",
      cell: cell.ref,
      message: `分值合计 ${plain(total.weight)}（预算执行 ${plain(fundsWeight)} + 各指标 ${plain(total.weight.minus(fundsWeight))}），应为 ${policy.fullScore}`,
      related: weights.map((weight) => weight.ref),
    },
  ];
}

export const rule: Rule = {
  id: "weight/sum-not-100",
  severities: ["error"],
  kinds: ["self-evaluation"],
  source: FORM_NOTES,
  what: "分值合计不等于 100",
  why: "总分和等级都以满分 100 分为前提。",
  fix: "调整指标分值，使其与预算执行率的分值合计为 100。",
  examples: {
    good: [{ note: "10 + 90" }],
    bad: [{ note: "合计 95", rows: [{ weight: "45", score: "45" }, { name: "群众满意度", level1: "满意度指标", level2: "服务对象满意度指标", target: "≥90%", actual: "95%", weight: "40", score: "40" }], finds: ["error"] }],
  },
  check,
};
