import { isPositive } from "../../model/decimal";
import type { Indicator, ValueField } from "../../model/form";
import { filledRows, onlyNamesAnAttribute } from "../knowledge";
import { ALL_KINDS, type Found, type Rule, type RuleContext } from "../rule";
import { REVIEW_PRACTICE } from "../sources";
import { isDash, quoted } from "../words";

function check({ scored }: RuleContext): readonly Found[] {
  const found: Found[] = [];
  const notFilledYet = scored.form.indicators.every((indicator) => (indicator.actual?.text ?? "") === "");
  for (const { indicator, name, target } of filledRows(scored)) {
    if (target) {
      const wrong = whatIsWrong(target) ?? (target.reading.kind === "quality" && onlyNamesAnAttribute(target.reading.word) ? "只说了考核什么，没有说要达到什么程度" : null);
      if (wrong) found.push({ severity: "warning", cell: target.ref, message: `“${name}”的指标值${shown(target)}：${wrong}`, indicator, aspect: "target" });
    }
    const { actual } = indicator;
    // A table whose actuals are all still blank has not been filled in yet.
    if (!actual || notFilledYet || !isExpected(indicator)) continue;
    const wrong = (isBlank(actual) ? "没有说完成了什么" : null) ?? (actual.reading.kind === "unreadable" ? "读不出数值或程度" : null);
    if (wrong) found.push({ severity: "warning", cell: actual.ref, message: `“${name}”的实际完成值${shown(actual)}：${wrong}`, related: target ? [target.ref] : [], indicator, aspect: "actual" });
  }
  return found;
}

function whatIsWrong(target: ValueField): string | null {
  if (target.reading.kind === "unreadable") return "读不出数值或程度";
  return isBlank(target) ? "没有说要达到什么程度" : null;
}

/** 无 may mean that nothing happened or did not apply; only blanks, dashes and dots say nothing at all. */
function isBlank({ reading, text }: ValueField): boolean {
  return reading.kind === "empty" && (isDash(text) || /^[….、。]+$/.test(text));
}

/** Breakdown rows (其中…, no weight) need no actual; a row without actual and without score is score/missing's. */
function isExpected({ weight, score, actual }: Indicator): boolean {
  if (weight && !isPositive(weight.number)) return false;
  return !score || score.text !== "" || (actual?.text ?? "") !== "";
}

function shown(field: ValueField): string {
  return field.text === "" ? "空白" : quoted(field);
}

export const rule: Rule = {
  id: "value/unreadable",
  severities: ["warning"],
  kinds: ALL_KINDS,
  source: REVIEW_PRACTICE,
  yieldsTo: ["value/placeholder", "value/circular"],
  what: "指标值或完成值读不出来，或等于没有说",
  why: "指标值要能判断是否达到；只写“……程度”“……情况”或留空，事后无法考核。",
  fix: "写明数值和单位、完成期限，或要达到的程度。",
  examples: {
    good: [
      { note: "数值、程度、期限都可以", kind: "target-declaration", rows: [{ target: "≥4次" }, { name: "服务能力", target: "提升" }, { name: "完工时间", target: "11月底前完成" }, { name: "技术水平", target: "达到国内先进水平" }] },
      { note: "空行不算", kind: "target-declaration", rows: [{}, { name: "-", target: "-" }] },
    ],
    bad: [
      { note: "只说考核什么", kind: "target-declaration", rows: [{ name: "受众对象的感受", target: "对在用系统的使用满意程度" }], finds: ["warning"] },
      { note: "没有指标值", kind: "target-declaration", rows: [{ target: "" }], finds: ["warning"] },
      { note: "有得分，没有完成值", rows: [{ actual: "/", weight: "45", score: "45" }, { name: "资料汇编数", weight: "45", score: "45" }], finds: ["warning"] },
    ],
  },
  check,
};
