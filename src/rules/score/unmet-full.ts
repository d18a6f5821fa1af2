import { levelOf } from "../../grammar/levels";
import { isPositive, plain } from "../../model/decimal";
import type { Indicator } from "../../model/form";
import { type Found, type Rule, type RuleContext, unsettledRows } from "../rule";
import { FORM_NOTES } from "../sources";
import { figure } from "../words";

function check({ scored }: RuleContext): readonly Found[] {
  const found: Found[] = [];
  for (const { indicator, computed } of unsettledRows(scored)) {
    const { score, weight, target, actual } = indicator;
    if (computed.status !== "unmet" || !score?.number || score.mergedRows > 1 || !isPositive(weight?.number) || score.number.lt(weight.number)) continue;
    // > 90% against exactly 90%: not met, and yet the proportional score is the full one.
    if (computed.ruleScore?.gte(weight.number) || isPartly(indicator)) continue;
    const rule = computed.ruleScore ? `，按完成比例应为 ${figure(computed.ruleScore)}` : "";
    found.push({
      severity: "error",
      cell: score.ref,
      message: `“${indicator.name}”指标值 ${target?.written ?? ""}，完成值 ${actual?.written ?? ""}：没有达到却得了满分 ${plain(score.number)}${rule}`,
      related: [target, actual, weight].flatMap((field) => (field ? [field.ref] : [])),
      explanation: computed.explanation,
      mark: [
        { kind: "holds", cell: score.ref, value: score.value },
        ...(actual ? [{ kind: "holds" as const, cell: actual.ref, value: actual.value }] : []),
      ],
      indicator,
    });
  }
  return found;
}

/** 部分达成 with full marks is for score/band. */
function isPartly(indicator: Indicator): boolean {
  const reading = indicator.actual?.reading;
  return reading?.kind === "quality" && levelOf(reading.word) === "partly";
}

export const rule: Rule = {
  id: "score/unmet-full",
  severities: ["error"],
  kinds: ["self-evaluation"],
  source: FORM_NOTES,
  what: "没有达到指标值却得了满分",
  why: "完成值达到指标值才记满分；没有达到的按比例或按评分档次计分。",
  fix: "按完成比例改正得分，并填写偏差原因；或核对完成值。",
  examples: {
    good: [
      { note: "达到指标值", rows: [{ target: "≥200人次", actual: "200人次", weight: "90", score: "90" }] },
      { note: "没有达到，按比例计分", rows: [{ target: "≥200人次", actual: "180人次", weight: "90", score: "81", reason: "部分培训班取消" }] },
    ],
    bad: [
      { note: "186 人次低于 200 人次", rows: [{ target: "≥200人次", actual: "186人次", weight: "90", score: "90", reason: "部分培训班取消" }], finds: ["error"] },
      { note: "超过上限", rows: [{ target: "≤2小时", actual: "3小时", weight: "90", score: "90", reason: "交通拥堵" }], finds: ["error"] },
    ],
  },
  check,
};
