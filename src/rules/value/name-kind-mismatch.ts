import type { ValueField } from "../../model/form";
import { CONDITION_IN_NAME, COUNT_NAME, PUNCTUALITY_NAME, filledRows, isShareName } from "../knowledge";
import { ALL_KINDS, type Found, type Rule, type RuleContext } from "../rule";
import { REVIEW_PRACTICE } from "../sources";

function check({ scored }: RuleContext): readonly Found[] {
  const found: Found[] = [];
  for (const { indicator, name, target } of filledRows(scored)) {
    const wrong = target && whatIsWrong(name, target);
    if (!wrong) continue;
    found.push({ severity: "info", cell: target.ref, message: `“${name}”的指标值“${target.written}”：${wrong}`, related: [indicator.nameField.ref], indicator });
  }
  return found;
}

function whatIsWrong(name: string, { reading }: ValueField): string | null {
  if (reading.kind === "quality") {
    if (CONDITION_IN_NAME.test(name)) return "数值条件写在了名称里，指标值只剩文字";
    return isShareName(name) ? "名称是比率，指标值是文字，宜写百分比" : null;
  }
  if (reading.kind !== "quantity" || reading.unit !== "%") return null;
  if (COUNT_NAME.test(name)) return "名称是数量，指标值是百分比，宜改为比率的名称或填数量";
  return PUNCTUALITY_NAME.test(name) ? "“及时性”填了百分比，名称宜改为“及时率”" : null;
}

export const rule: Rule = {
  id: "value/name-kind-mismatch",
  severities: ["info"],
  kinds: ALL_KINDS,
  source: REVIEW_PRACTICE,
  yieldsTo: ["value/circular", "value/unreadable", "value/placeholder", "value/unit-mismatch"],
  what: "指标名称与指标值的形式不一致",
  why: "“……率”写“及时”、“……数”写百分比，年末难以说明完成了多少。",
  fix: "调整名称或指标值：比率写百分比，数量写数，程度写程度。",
  examples: {
    good: [
      { note: "比率写百分比", kind: "target-declaration", rows: [{ name: "故障响应解决及时率", target: "=100%" }] },
      { note: "效率不是比率", kind: "target-declaration", rows: [{ name: "医疗服务质量和效率", target: "提高" }] },
    ],
    bad: [
      { note: "及时率写“及时”", kind: "target-declaration", rows: [{ name: "故障响应解决及时率", target: "及时" }], finds: ["info"] },
      { note: "……数写百分比", rows: [{ name: "补贴应发尽发数", target: "=100%", actual: "100%", weight: "90", score: "90" }], finds: ["info"] },
      { note: "及时性写百分比", kind: "target-declaration", rows: [{ name: "维护工作及时性", target: "=100%" }], finds: ["info"] },
      { note: "条件写在名称里", rows: [{ name: "住院均次费用增幅≤10.00(%)", target: "是", actual: "达成指标", weight: "90", score: "90" }], finds: ["info"] },
    ],
  },
  check,
};
