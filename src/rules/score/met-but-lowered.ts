import { plain } from "../../model/decimal";
import { isNoReason } from "../../model/no-reason";
import { type Found, type Rule, type RuleContext, unsettledRows } from "../rule";
import { FORM_NOTES } from "../sources";

function check({ scored }: RuleContext): readonly Found[] {
  const found: Found[] = [];
  for (const { indicator, computed } of unsettledRows(scored)) {
    const { score, weight, target, actual } = indicator;
    if (computed.status !== "met" || !score?.number || score.mergedRows > 1 || !weight?.number || score.number.gte(weight.number)) continue;
    const reason = indicator.reason ?? scored.form.commonReason;
    const explained = reason !== null && !isNoReason(reason.text);
    found.push({
      severity: explained ? "info" : "warning",
      cell: score.ref,
      message: `“${indicator.name}”已达到指标值（${target?.written ?? ""} / ${actual?.written ?? ""}），得分 ${plain(score.number)} 低于分值 ${plain(weight.number)}${explained ? "，已说明原因，予以保留" : "，请说明扣分原因"}`,
      related: [weight, reason].flatMap((field) => (field ? [field.ref] : [])),
      explanation: computed.explanation,
      indicator,
    });
  }
  return found;
}

export const rule: Rule = {
  id: "score/met-but-lowered",
  severities: ["info", "warning"],
  kinds: ["self-evaluation"],
  source: FORM_NOTES,
  yieldsTo: ["deviation/reason-missing", "score/band"],
  what: "达到指标值，得分却低于分值",
  why: "单位可以自行扣分，但要说明理由；没有理由的多半是笔误。",
  fix: "填写扣分原因，或改回满分。",
  examples: {
    good: [{ note: "得满分", rows: [{ weight: "90", score: "90" }] }],
    bad: [
      { note: "扣分并说明了原因", rows: [{ target: "完善", actual: "达成指标", weight: "90", score: "80", reason: "制度仍需完善" }], finds: ["info"] },
      { note: "扣分没有原因", rows: [{ target: "完善", actual: "达成指标", weight: "90", score: "80", reason: "无" }], finds: ["warning"] },
    ],
  },
  check,
};
