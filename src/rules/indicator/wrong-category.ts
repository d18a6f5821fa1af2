import type { ValueField } from "../../model/form";
import { ABOUT_BUDGET, ABOUT_SATISFACTION, ABOUT_TIME, COUNTABLE, HARM, LOSS, RATE_NOT_OF_QUANTITY, SAVING, type FilledRow, filledRows, isMoneyUnit, isTimeUnit } from "../knowledge";
import { ALL_KINDS, type Found, type Rule, type RuleContext } from "../rule";
import { REVIEW_PRACTICE } from "../sources";

function check({ scored }: RuleContext): readonly Found[] {
  const found: Found[] = [];
  for (const row of filledRows(scored)) {
    const { indicator, name, target } = row;
    const wrong = target && whatIsWrong(row, target);
    if (!wrong) continue;
    found.push({
      severity: "warning",
      cell: indicator.nameField.ref,
      message: `“${name}”（${target.written}）放在“${indicator.level2 || indicator.level1}”下：${wrong}`,
      related: [target.ref, ...(indicator.level2Field ? [indicator.level2Field.ref] : [])],
      indicator,
    });
  }
  return found;
}

function whatIsWrong({ indicator, name, categories }: FilledRow, target: ValueField): string | null {
  const { reading } = target;
  const unit = reading.kind === "quantity" ? reading.unit : null;
  if (categories.has("满意度")) return ABOUT_SATISFACTION.test(name) || ABOUT_SATISFACTION.test(target.written) ? null : "不是满意度";
  if (categories.has("时效")) {
    const timely = ABOUT_TIME.test(name) || ABOUT_TIME.test(target.written) || isTimeUnit(unit) || reading.kind === "deadline";
    return timely ? null : "与时间、进度无关";
  }
  if (categories.has("效益") && !categories.has("产出")) {
    const budget = ABOUT_BUDGET.test(name) && !SAVING.test(name) && (reading.kind === "limit" || isMoneyUnit(unit));
    if (budget) return "是成本控制，宜放到成本指标";
    return indicator.level2.includes("经济") && HARM.test(name) && !LOSS.test(name) ? "是安全或质量问题，不是经济效益" : null;
  }
  if (categories.has("数量")) return unit === "%" && RATE_NOT_OF_QUANTITY.test(name) && !COUNTABLE.test(name) ? "是质量、时效或满意度的比率，不是数量" : null;
  return null;
}

export const rule: Rule = {
  id: "indicator/wrong-category",
  severities: ["warning"],
  kinds: ALL_KINDS,
  source: REVIEW_PRACTICE,
  what: "指标放错了类别",
  why: "类别决定分值和考核角度；建档率不说明时效，用户数不说明满意。",
  fix: "移到相应的二级指标下，或换一个符合该类别的指标。",
  examples: {
    good: [
      { note: "及时性写百分比，仍是时效", kind: "target-declaration", rows: [{ level2: "时效指标", name: "维护工作及时性", target: "=100%" }] },
      { note: "完成率可以作数量指标", kind: "target-declaration", rows: [{ name: "维护工作完成率", target: "=100%" }] },
      { note: "节约的成本是效益", kind: "target-declaration", rows: [{ level1: "效益指标", level2: "经济效益指标", name: "节约项目成本", target: "≥5万元" }] },
      { note: "患者体验属于满意度", kind: "target-declaration", rows: [{ level1: "满意度指标", level2: "服务对象满意度指标", name: "患者就医体验度", target: "提高" }] },
    ],
    bad: [
      { note: "建档率不是时效", kind: "target-declaration", rows: [{ level2: "时效指标", name: "健康档案建档率", target: "≥80%" }], finds: ["warning"] },
      { note: "用户数不是满意度", kind: "target-declaration", rows: [{ level1: "满意度指标", level2: "服务对象满意度指标", name: "用户覆盖数", target: "≥15万" }], finds: ["warning"] },
      { note: "成本不是效益", kind: "target-declaration", rows: [{ level1: "效益指标", level2: "经济效益指标", name: "不超年初预算", target: "≤13920.00(元)" }], finds: ["warning"] },
      { note: "安全事故不是经济效益", kind: "target-declaration", rows: [{ level1: "效益指标", level2: "经济效益指标", name: "网络安全事故", target: "<1次" }], finds: ["warning"] },
      { note: "合格率不是数量", kind: "target-declaration", rows: [{ name: "考核合格率", target: "≥95%" }], finds: ["warning"] },
    ],
  },
  check,
};
