import { ATTRIBUTE_NAME, LEVEL_WORDS, filledRows } from "../knowledge";
import { ALL_KINDS, type Found, type Rule, type RuleContext } from "../rule";
import { REVIEW_PRACTICE } from "../sources";

/** A level of two characters at the end of a name is a verb that both need: 医疗工作效率提高 = 提高. */
const LONG_ENOUGH = 4;

function check({ scored }: RuleContext): readonly Found[] {
  const found: Found[] = [];
  for (const { indicator, name, target } of filledRows(scored)) {
    if (target?.reading.kind !== "quality" || !repeats(name, target.reading.word)) continue;
    found.push({
      severity: "warning",
      cell: target.ref,
      message: `“${name}”的指标值“${target.written}”只是重复名称，没有说要达到什么程度`,
      related: [indicator.nameField.ref],
      indicator,
    });
  }
  return found;
}

function repeats(name: string, word: string): boolean {
  if (word === name) return true;
  if (!name.endsWith(word) || LEVEL_WORDS.has(word)) return false;
  return word.length >= LONG_ENOUGH || (word.length > 1 && ATTRIBUTE_NAME.test(word));
}

export const rule: Rule = {
  id: "value/circular",
  severities: ["warning"],
  kinds: ALL_KINDS,
  source: REVIEW_PRACTICE,
  yieldsTo: ["value/placeholder"],
  what: "指标值只是重复指标名称",
  why: "“有效性 = 有效性”无法判断是否达到。",
  fix: "写明要达到的程度或数值，例如“有效”“≥95%”。",
  examples: {
    good: [
      { note: "程度", kind: "target-declaration", rows: [{ name: "成本控制有效性", target: "有效" }] },
      { note: "名称以动词结尾", kind: "target-declaration", rows: [{ name: "医疗工作效率提高", target: "提高" }] },
      { note: "通行的写法", kind: "target-declaration", rows: [{ name: "部门工作协调机制建立健全", target: "建立健全" }] },
    ],
    bad: [
      { note: "有效性 = 有效性", kind: "target-declaration", rows: [{ name: "成本控制有效性", target: "有效性" }], finds: ["warning"] },
      { note: "互联互通 = 互联互通", kind: "target-declaration", rows: [{ name: "数据互联互通", target: "互联互通" }], finds: ["warning"] },
    ],
  },
  check,
};
