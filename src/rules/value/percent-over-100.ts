import { HUNDRED, decimal } from "../../model/decimal";
import { filledRows, isGrowthName, isSatisfactionName, isShareName } from "../knowledge";
import { ALL_KINDS, type Found, type Rule, type RuleContext } from "../rule";
import { REVIEW_PRACTICE } from "../sources";

function check({ scored }: RuleContext): readonly Found[] {
  const found: Found[] = [];
  for (const { indicator, name, target, categories } of filledRows(scored)) {
    const reading = target?.reading;
    if (!target || reading?.kind !== "quantity" || reading.unit !== "%") continue;
    const value = decimal(reading.number);
    const limit = reading.operator === "<=" || reading.operator === "<";
    const over = value.gt(HUNDRED) && (isShareName(name) || categories.has("满意度")) && !isGrowthName(name);
    const all = isSatisfactionName(name) && value.eq(HUNDRED) && !limit;
    if (!over && !all) continue;
    found.push({
      severity: "warning",
      cell: target.ref,
      message: over ? `“${name}”的指标值“${target.written}”超过 100%，不可能达到` : `“${name}”的指标值“${target.written}”要求人人满意，难以达到也难以测量，请确认`,
      indicator,
    });
  }
  return found;
}

export const rule: Rule = {
  id: "value/percent-over-100",
  severities: ["warning"],
  kinds: ALL_KINDS,
  source: REVIEW_PRACTICE,
  what: "比率的指标值超过 100%，或满意度要求 100%",
  why: "比率不会超过 100%；满意度来自调查，要求 100% 等于不容许任何一个人不满意。",
  fix: "改为可以达到的比率，满意度通常定在 80%–95%。",
  examples: {
    good: [
      { note: "满意度 95%", kind: "target-declaration", rows: [{ name: "学员满意度", target: "≥95%" }] },
      { note: "增长率可以超过 100%", kind: "target-declaration", rows: [{ name: "业务增长率", target: "≥120%" }] },
    ],
    bad: [
      { note: "合格率 110%", kind: "target-declaration", rows: [{ name: "验收合格率", target: "≥110%" }], finds: ["warning"] },
      { note: "满意度 100%", kind: "target-declaration", rows: [{ name: "部门单位满意度", target: "≥100.00(%)" }], finds: ["warning"] },
    ],
  },
  check,
};
