import { HUNDRED, decimal, divide, plain, round } from "../../model/decimal";
import { isNoReason } from "../../model/no-reason";
import { fewerIsBetter, isMoney, isTime } from "../knowledge";
import { type Found, type Rule, type RuleContext, scoredRows } from "../rule";
import { DEPLOYED_SYSTEM } from "../sources";

function check({ scored, policy }: RuleContext): readonly Found[] {
  const found: Found[] = [];
  const factor = decimal(policy.thresholds.farBelowLimit);
  for (const { indicator, computed } of scoredRows(scored)) {
    const reading = indicator.target?.reading;
    if (computed.status !== "met" || reading?.kind !== "quantity" || (reading.operator !== "<=" && reading.operator !== "<")) continue;
    if (indicator.reason && !isNoReason(indicator.reason.text)) continue;
    if (fewerIsBetter(indicator.name) || isTime(indicator.name, reading.unit) || isMoney(indicator.name, reading.unit) || indicator.level1.includes("成本")) continue;
    const { numbers } = computed;
    if (!numbers || numbers.target.lte(0) || numbers.actual.gt(numbers.target.times(factor)) || !indicator.actual) continue;
    const share = round(divide(numbers.actual.times(HUNDRED), numbers.target), 2, "half-up");
    found.push({
      severity: "info",
      cell: indicator.actual.ref,
      message: `“${indicator.name}”指标值 ${indicator.target?.written ?? ""}，完成值 ${indicator.actual.written}，只有上限的 ${plain(share)}%：请确认指标值和方向`,
      related: indicator.target ? [indicator.target.ref] : [],
      indicator,
    });
  }
  return found;
}

export const rule: Rule = {
  id: "deviation/far-below-limit",
  severities: ["info"],
  kinds: ["self-evaluation"],
  source: DEPLOYED_SYSTEM,
  yieldsTo: ["value/direction-suspect"],
  what: "完成值远低于上限",
  why: "“≤”的指标完成得太少，可能是方向写反了，或计划偏大。",
  fix: "确认指标方向；属实的不必修改。",
  examples: {
    good: [
      { note: "投诉越少越好", rows: [{ name: "投诉次数", target: "≤10次", actual: "1次", weight: "90", score: "90" }] },
      { note: "接近上限", rows: [{ name: "签约学生数", target: "≤15人", actual: "12人", weight: "90", score: "90" }] },
    ],
    bad: [{ note: "上限 15，只有 8", rows: [{ name: "签约学生数", target: "≤15人", actual: "8人", weight: "90", score: "90" }], finds: ["info"] }],
  },
  check,
};
