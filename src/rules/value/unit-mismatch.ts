import type { Quantity } from "../../model/reading";
import { normaliseUnit } from "../../grammar/units";
import { COUNTED_BY_UNIT, filledRows, isGrowthName, isRateName } from "../knowledge";
import { ALL_KINDS, type Found, type Rule, type RuleContext } from "../rule";
import { REVIEW_PRACTICE } from "../sources";

/** What a …率 may be measured in besides %; per mille and per head of so many are shares as well. */
const SHARE_UNIT = /^(?:%|‰|‱|百分点|倍|成|分)$|\//;

function check({ scored }: RuleContext): readonly Found[] {
  const found: Found[] = [];
  for (const { indicator, computed, name, target } of filledRows(scored)) {
    const reading = target?.reading;
    const against = reading?.kind === "quantity" ? againstName(name, reading) : null;
    if (target && against) {
      found.push({ severity: "warning", cell: target.ref, message: `“${name}”的指标值“${target.written}”：${against}`, indicator, aspect: "target" });
    }
    const { actual } = indicator;
    if (!target || !actual) continue;
    if (computed.obstacle !== "units") continue;
    found.push({
      severity: "warning",
      cell: actual.ref,
      message: `“${name}”指标值“${target.written}”与完成值“${actual.written}”的单位不同，不能换算，无法比较`,
      related: [target.ref],
      indicator,
      aspect: "actual",
    });
  }
  return found;
}

function againstName(name: string, { unit }: Quantity): string | null {
  const measured = normaliseUnit(unit);
  if (measured === null) return null;
  if (measured === "%" && COUNTED_BY_UNIT.test(name)) return "名称是数量，指标值却是百分比";
  if (isRateName(name) && !isGrowthName(name) && !SHARE_UNIT.test(measured)) return `名称是比率，指标值的单位却是“${unit ?? ""}”`;
  return null;
}

export const rule: Rule = {
  id: "value/unit-mismatch",
  severities: ["warning"],
  kinds: ALL_KINDS,
  source: REVIEW_PRACTICE,
  what: "指标值、完成值或名称的单位对不上",
  why: "单位不同就无法比较，也看不出要完成多少。",
  fix: "统一单位；比率用百分比，数量用次、人、台次等。",
  examples: {
    good: [
      { note: "可以换算", rows: [{ name: "补贴发放额", target: "≤30万元", actual: "280000元", weight: "90", score: "90" }] },
      { note: "完成值省略单位", rows: [{ target: "≥4次", actual: "4", weight: "90", score: "90" }] },
    ],
    bad: [
      { note: "次与百分比", rows: [{ target: "≥4次", actual: "100%", weight: "90", score: "90" }], finds: ["warning"] },
      { note: "台次写成百分比", kind: "target-declaration", rows: [{ name: "巡检台次", target: "100%" }], finds: ["warning"] },
      { note: "完成率写成次数", kind: "target-declaration", rows: [{ name: "定期维护计划完成率", target: ">=52次.周" }], finds: ["warning"] },
      { note: "响应率写成小时", kind: "target-declaration", rows: [{ name: "服务响应率", target: "≤2小时到场" }], finds: ["warning"] },
    ],
  },
  check,
};
