import { HUNDRED, ONE, decimal, divide, isAbove, isBelow, isPositive, plain, round } from "../../model/decimal";
import { isNoReason } from "../../model/no-reason";
import { type Found, type Rule, type RuleContext, scoredRows } from "../rule";
import { DEPLOYED_SYSTEM } from "../sources";

/** A percentage this near to 100 cannot be over-achieved by much; what looks so is another mistake. */
const NEAR_HUNDRED = decimal("90");

function check({ scored, policy }: RuleContext): readonly Found[] {
  const found: Found[] = [];
  const factor = decimal(policy.thresholds.overAchieved);
  const needsMore = isAbove(factor, ONE);
  for (const { indicator, computed } of scoredRows(scored)) {
    const reading = indicator.target?.reading;
    const reason = indicator.reason ?? scored.form.commonReason;
    if (computed.status !== "met" || reading?.kind !== "quantity" || reading.operator === "<=" || reading.operator === "<") continue;
    if (reason && !isNoReason(reason.text)) continue;
    const { numbers } = computed;
    if (!numbers || (needsMore && numbers.actual === numbers.target)) continue;
    if (!isPositive(numbers.target) || (numbers.unit === "%" && numbers.target.gte(NEAR_HUNDRED)) || isBelow(numbers.actual, numbers.target.times(factor))) continue;
    const share = round(divide(numbers.actual.times(HUNDRED), numbers.target), 2, "half-up");
    const cell = reason ?? indicator.actual;
    if (!cell) continue;
    found.push({
      severity: "warning",
      cell: cell.ref,
      message: `“${indicator.name}”指标值 ${indicator.target?.written ?? ""}，完成值 ${indicator.actual?.written ?? ""}，是指标值的 ${plain(share)}%：超额完成过多，请说明原因（指标值是否偏低）`,
      related: [indicator.target, indicator.actual].flatMap((field) => (field ? [field.ref] : [])),
      explanation: { steps: [{ text: `${plain(numbers.actual)} ÷ ${plain(numbers.target)} × 100% = ${plain(share)}% ≥ ${plain(factor.times(HUNDRED))}%`, cells: [], parts: [] }], source: DEPLOYED_SYSTEM },
      mark: [...(reason ? [{ kind: "no-reason" as const, cell: reason.ref }] : []), ...(indicator.actual ? [{ kind: "holds" as const, cell: indicator.actual.ref, value: indicator.actual.value }] : [])],
      indicator,
    });
  }
  return found;
}

export const rule: Rule = {
  id: "deviation/over-achieved",
  severities: ["warning"],
  kinds: ["self-evaluation"],
  source: DEPLOYED_SYSTEM,
  yieldsTo: ["value/direction-suspect"],
  what: "完成值大大超过指标值",
  why: "超过指标值 30% 以上，多半说明指标值定得偏低，须说明原因。",
  fix: "在偏差原因分析中说明超额完成的原因。",
  examples: {
    good: [
      { note: "超过两成", rows: [{ target: "≥100人次", actual: "120人次", weight: "90", score: "90" }] },
      { note: "接近 100% 的百分比", rows: [{ target: "≥90%", actual: "100%", weight: "90", score: "90" }] },
      { note: "已说明原因", rows: [{ target: "≥100人次", actual: "200人次", weight: "90", score: "90", reason: "新增两期培训" }] },
    ],
    bad: [{ note: "两倍于指标值", rows: [{ target: "≥100人次", actual: "200人次", weight: "90", score: "90" }], finds: ["warning"] }],
  },
  check,
};
