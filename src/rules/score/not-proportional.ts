import { plain, powerOfTen } from "../../model/decimal";
import type { Form } from "../../model/form";
import { type Found, type Rule, type RuleContext, unsettledRows } from "../rule";
import { FORM_NOTES } from "../sources";
import { figure } from "../words";

function check({ scored }: RuleContext): readonly Found[] {
  const found: Found[] = [];
  const unit = powerOfTen(-scoreDecimals(scored.form));
  for (const { indicator, computed } of unsettledRows(scored)) {
    const { score, weight, target, actual } = indicator;
    // Full marks for an unmet target are score/unmet-full's.
    if (computed.status !== "unmet" || !computed.ruleScore || !score?.number || score.mergedRows > 1 || !weight?.number || score.number.gte(weight.number)) continue;
    if (score.number.minus(computed.ruleScore).abs().lte(unit)) continue;
    found.push({
      severity: "warning",
      cell: score.ref,
      message: `“${indicator.name}”指标值 ${target?.written ?? ""}，完成值 ${actual?.written ?? ""}，得分 ${plain(score.number)}；按完成比例为 ${figure(computed.ruleScore)}`,
      related: [target, actual, weight].flatMap((field) => (field ? [field.ref] : [])),
      explanation: computed.explanation,
      indicator,
    });
  }
  return found;
}

/** How finely this form scores: whole points only, or to the second place. */
function scoreDecimals(form: Form): number {
  return Math.max(0, ...form.indicators.map((indicator) => (indicator.score?.number ? Math.min(2, indicator.score.shownDecimals) : 0)));
}

export const rule: Rule = {
  id: "score/not-proportional",
  severities: ["warning"],
  kinds: ["self-evaluation"],
  source: FORM_NOTES,
  yieldsTo: ["value/direction-suspect"],
  what: "得分与完成比例不一致",
  why: "定量指标没有完成的，得分 = 实际完成值 ÷ 指标值 × 分值。",
  fix: "按比例改正得分；确有理由另行计分的，在偏差原因中说明。",
  examples: {
    good: [
      { note: "按比例", rows: [{ target: "=100%", actual: "90%", weight: "90", score: "81", reason: "两名学员缺考" }] },
      { note: "只用整数计分的表，差在 1 分以内", rows: [{ target: "≥7次", actual: "5次", weight: "90", score: "64", reason: "场地不足" }] },
    ],
    bad: [{ note: "比例分 81，给了 72", rows: [{ target: "=100%", actual: "90%", weight: "90", score: "72", reason: "两名学员缺考" }], finds: ["warning"] }],
  },
  check,
};
