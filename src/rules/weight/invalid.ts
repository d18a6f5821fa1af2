import { isPositive, plain } from "../../model/decimal";
import { type Found, type Rule, type RuleContext, unsettledRows } from "../rule";
import { DEPLOYED_SYSTEM } from "../sources";
import { isDash } from "../words";

function check({ scored }: RuleContext): readonly Found[] {
  const found: Found[] = [];
  for (const { indicator } of unsettledRows(scored)) {
    const { weight, score } = indicator;
    if (!weight || weight.covered) continue;
    if (weight.number && !isPositive(weight.number)) {
      found.push({ severity: "error", cell: weight.ref, message: `“${indicator.name}”的分值为 ${plain(weight.number)}，应大于 0`, indicator });
    } else if (!weight.number && isDash(weight.text) && score?.number && !score.covered) {
      found.push({ severity: "error", cell: weight.ref, message: `“${indicator.name}”有得分 ${plain(score.number)}，却没有分值`, related: [score.ref], indicator });
    }
  }
  return found;
}

export const rule: Rule = {
  id: "weight/invalid",
  severities: ["error"],
  kinds: ["self-evaluation"],
  source: DEPLOYED_SYSTEM,
  what: "指标的分值缺失、为 0 或为负数",
  why: "没有分值的得分无从核对，也会使总分虚高。",
  fix: "补填分值；不计分的明细行（其中……）请同时清空得分。",
  examples: {
    good: [{ note: "明细行没有分值也没有得分", rows: [{ weight: "90", score: "90" }, { name: "其中：线下培训", weight: "", score: "" }] }],
    bad: [
      { note: "分值为 0", rows: [{ weight: "90", score: "90" }, { name: "资料汇编数", weight: "0", score: "" }], finds: ["error"] },
      { note: "有得分没有分值", rows: [{ weight: "85", score: "85" }, { name: "资料汇编数", weight: "", score: "5" }], finds: ["error"] },
    ],
  },
  check,
};
