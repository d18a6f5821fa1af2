import { isNoReason } from "../../model/no-reason";
import { isBelow, isPositive, plain } from "../../model/decimal";
import type { MarkCondition } from "../../model/write-plan";
import { type Found, type Rule, type RuleContext, unsettledRows } from "../rule";
import { FORM_NOTES } from "../sources";
import { isDash } from "../words";

function check({ scored }: RuleContext): readonly Found[] {
  const found: Found[] = [];
  const { form } = scored;
  for (const { indicator, computed } of unsettledRows(scored)) {
    const { score, weight, target, actual } = indicator;
    const reason = indicator.reason ?? form.commonReason;
    const standing = score?.number ?? computed.standing;
    const lowered = standing !== null && (score?.mergedRows ?? 1) === 1 && isPositive(weight?.number) && isBelow(standing, weight.number);
    const unmet = computed.status === "unmet";
    if ((!lowered && !unmet) || (reason && !isNoReason(reason.text))) continue;
    // A breakdown row is not scored; where the form has no weights at all, every row counts.
    if (form.columns.weight && isDash(weight?.text ?? "") && isDash(score?.text ?? "")) continue;
    const cell = (reason ?? score ?? actual ?? indicator.nameField).ref;
    const values = `指标值 ${target?.written ?? ""}，完成值 ${actual?.written ?? ""}`;
    const figures = lowered && standing && weight?.number ? `得分 ${plain(standing)} 低于分值 ${plain(weight.number)}` : "没有达到指标值";
    const mark: MarkCondition[] = [];
    if (reason) mark.push({ kind: "no-reason", cell: reason.ref });
    if (lowered && !unmet && score && weight) mark.push({ kind: "below", cell: score.ref, than: weight.ref });
    else if (actual) mark.push({ kind: "holds", cell: actual.ref, value: actual.value });
    found.push({
      severity: "error",
      cell,
      message: `“${indicator.name}”${figures}（${values}），没有填写偏差原因分析${reason ? "" : "（本表没有这一栏）"}`,
      related: [score, weight, actual].flatMap((field) => (field ? [field.ref] : [])),
      explanation: computed.explanation,
      mark,
      indicator,
    });
  }
  return found;
}

export const rule: Rule = {
  id: "deviation/reason-missing",
  severities: ["error"],
  kinds: ["self-evaluation"],
  source: FORM_NOTES,
  what: "有偏差而没有填写偏差原因分析及改进措施",
  why: "没有完成的指标和扣分的指标，都应逐条说明偏差原因和改进措施；“无”“/”等不算说明。",
  fix: "填写偏差原因分析及改进措施。",
  examples: {
    good: [
      { note: "已说明原因", rows: [{ target: "≥200人次", actual: "180人次", weight: "90", score: "81", reason: "部分培训班取消，明年提前安排" }] },
      { note: "没有偏差，原因栏空白", rows: [{ weight: "90", score: "90", reason: "" }] },
    ],
    bad: [
      { note: "扣了分，原因栏只写“无”", rows: [{ target: "≥200人次", actual: "180人次", weight: "90", score: "81", reason: "无" }], finds: ["error"] },
      { note: "没有达到，得了满分，也没有原因", rows: [{ target: "≥200人次", actual: "180人次", weight: "90", score: "90", reason: "/" }], finds: ["error"] },
      { note: "达到了，但扣了分，原因栏空白", rows: [{ weight: "90", score: "85", reason: "" }], finds: ["error"] },
    ],
  },
  check,
};
