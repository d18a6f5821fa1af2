import { decimal } from "../../model/decimal";
import type { Quantity } from "../../model/reading";
import { IMPLAUSIBLE_FAULT_RATE, directionOf, filledRows } from "../knowledge";
import { ALL_KINDS, type Found, type Rule, type RuleContext } from "../rule";
import { REVIEW_PRACTICE } from "../sources";

function check({ scored }: RuleContext): readonly Found[] {
  const found: Found[] = [];
  for (const { indicator, name, target } of filledRows(scored)) {
    if (target?.reading.kind !== "quantity" || (indicator.level1.includes("成本") && target.reading.unit === "%")) continue;
    const wrong = whatIsWrong(name, target.reading);
    if (!wrong) continue;
    found.push({
      severity: scored.form.kind === "self-evaluation" ? "warning" : "error",
      cell: target.ref,
      message: `“${name}”的指标值“${target.written}”：${wrong}，请核对“≥”“≤”的方向`,
      mark: [{ kind: "holds", cell: target.ref, value: target.value }],
      indicator,
    });
  }
  return found;
}

function whatIsWrong(name: string, { operator, number, unit }: Quantity): string | null {
  const atLeast = operator === ">=" || operator === ">";
  const atMost = operator === "<=" || operator === "<";
  // Nothing below asks about any other.
  if (!atLeast && unit !== "%") return null;
  switch (directionOf(name, unit)) {
    case "fewer":
      if (atLeast) return "越少越好的指标写成了不低于";
      return unit === "%" && decimal(number).gte(decimal(IMPLAUSIBLE_FAULT_RATE)) ? "越低越好的比率不应允许这么高" : null;
    case "sooner":
      return atLeast ? "越快越好的时间写成了不少于" : null;
    case "cheaper":
      return atLeast ? "成本写成了不低于" : null;
    case "more":
      return atMost ? "越高越好的比率写成了不高于" : null;
    case null:
      return null;
  }
}

export const rule: Rule = {
  id: "value/direction-suspect",
  severities: ["error", "warning"],
  kinds: ALL_KINDS,
  source: REVIEW_PRACTICE,
  what: "指标值的方向（≥、≤）与指标的含义相反",
  why: "方向写反，完成得越差反而越“达标”，考核会得出相反的结论。",
  fix: "改正“≥”“≤”，或改用含义相反的名称（如把故障率改为完好率）。",
  examples: {
    good: [
      { note: "故障排除率越高越好", kind: "target-declaration", rows: [{ name: "系统故障排除率", target: "≥95%" }] },
      { note: "事故少于一次", kind: "target-declaration", rows: [{ name: "网络安全事故", target: "<1次" }] },
      { note: "服务天数不是等候时间", kind: "target-declaration", rows: [{ name: "服务天数", target: "≥252天" }] },
      { note: "受理投诉是工作量", kind: "target-declaration", rows: [{ name: "受理投诉件数", target: "≥100件" }] },
      { note: "预算执行率有上限", kind: "target-declaration", rows: [{ name: "预算执行率", target: "≤100%" }] },
    ],
    bad: [
      { note: "满意度写成低于", kind: "target-declaration", rows: [{ name: "使用者满意度", target: "<90.00(%)" }], finds: ["error"] },
      { note: "24 小时以上才处理", kind: "target-declaration", rows: [{ name: "处理数据反馈及时性", target: "≥24.00(小时)" }], finds: ["error"] },
      { note: "故障率 97%", kind: "target-declaration", rows: [{ name: "设备故障率", target: "<97%" }], finds: ["error"] },
      { note: "成本不低于", kind: "target-declaration", rows: [{ level1: "成本指标", level2: "经济成本指标", name: "项目总成本", target: "≥80万元" }], finds: ["error"] },
      { note: "自评表上提请核对", rows: [{ name: "有责投诉次数", target: "≥3次", actual: "3次", weight: "90", score: "90" }], finds: ["warning"] },
    ],
  },
  check,
};
