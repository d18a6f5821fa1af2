import { reconcile } from "../../grammar/units";
import { decimal } from "../../model/decimal";
import { filledRows } from "../knowledge";
import type { Found, Rule, RuleContext } from "../rule";
import { REVIEW_PRACTICE } from "../sources";

function check({ scored }: RuleContext): readonly Found[] {
  const found: Found[] = [];
  for (const { indicator, name, target } of filledRows(scored)) {
    const wanted = target?.reading;
    const done = indicator.actual?.reading;
    if (!indicator.actual || wanted?.kind !== "quantity" || done?.kind !== "quantity") continue;
    // "=100%" as an actual still says how much; "≥266米" does not.
    if (done.operator === null || done.operator === "=") continue;
    const both = reconcile({ number: decimal(wanted.number), unit: wanted.unit }, { number: decimal(done.number), unit: done.unit });
    if (!both?.a.eq(both.b)) continue;
    found.push({
      severity: "warning",
      cell: indicator.actual.ref,
      message: `“${name}”的完成值“${indicator.actual.written}”是照抄指标值，没有说明实际完成了多少`,
      related: target ? [target.ref] : [],
      indicator,
    });
  }
  return found;
}

export const rule: Rule = {
  id: "value/actual-copies-target",
  severities: ["warning"],
  kinds: ["self-evaluation"],
  source: REVIEW_PRACTICE,
  what: "完成值照抄了带“≥”“≤”的指标值",
  why: "完成值应是一个实际的数；“≥266米”说明不了实际完成多少。",
  fix: "填写实际完成的数。",
  examples: {
    good: [
      { note: "实际数", rows: [{ target: "≥266米", actual: "270米", weight: "90", score: "90" }] },
      { note: "等于", rows: [{ target: "=100%", actual: "=100%", weight: "90", score: "90" }] },
    ],
    bad: [{ note: "照抄", rows: [{ target: "≥266米", actual: "≥266米", weight: "90", score: "90" }], finds: ["warning"] }],
  },
  check,
};
