import { isPositive, plain } from "../../model/decimal";
import { isFillable } from "../../scoring/indicator";
import { type Found, type Rule, type RuleContext, unsettledRows } from "../rule";
import { FORM_NOTES } from "../sources";

function check({ scored }: RuleContext): readonly Found[] {
  const found: Found[] = [];
  for (const { indicator, computed } of unsettledRows(scored)) {
    const { score, weight } = indicator;
    if (!score || score.text !== "" || score.covered || !isPositive(weight?.number)) continue;
    // What did not apply this year needs no score.
    if (computed.status === "not-applicable" || (isFillable(score) && computed.ruleScore !== null)) continue;
    found.push({
      severity: "warning",
      cell: score.ref,
      message: `“${indicator.name}”（分值 ${plain(weight.number)}）没有得分，也不能按规则推算：${reasonFor(computed.status)}`,
      related: [indicator.actual, weight].flatMap((field) => (field ? [field.ref] : [])),
      explanation: computed.explanation,
      indicator,
    });
  }
  return found;
}

function reasonFor(status: string): string {
  switch (status) {
    case "judged":
      return "完成值没有说明是否达成，请评价人评分";
    case "unmet":
      return "没有全部达成，得分由评价人酌定";
    default:
      return "指标值与完成值无法比较，请核对后评分";
  }
}

export const rule: Rule = {
  id: "score/missing",
  severities: ["warning"],
  kinds: ["self-evaluation"],
  source: FORM_NOTES,
  yieldsTo: ["value/placeholder"],
  what: "有分值的指标没有得分",
  why: "缺一个得分，总分就算不出来。",
  fix: "请评价人按完成情况评分。",
  examples: {
    good: [
      { note: "空白但能推算：将自动填写", rows: [{ weight: "90", score: "" }] },
      { note: "明细行不计分", rows: [{ weight: "90", score: "90" }, { name: "其中：线下", weight: "", score: "" }] },
    ],
    bad: [
      { note: "部分达成，须由人评分", rows: [{ target: "提升", actual: "部分达成年度指标", weight: "90", score: "", reason: "进度滞后" }], finds: ["warning"] },
      { note: "完成值空白", rows: [{ actual: "", weight: "90", score: "" }], finds: ["warning"] },
    ],
  },
  check,
};
