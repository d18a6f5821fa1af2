import type { Reading } from "../../model/reading";
import { filledRows } from "../knowledge";
import { ALL_KINDS, type Found, type Rule, type RuleContext } from "../rule";
import { REVIEW_PRACTICE } from "../sources";

/** Without one of these between them, two figures are one target: 2天1夜, 11月底前完成3次. */
const SEPARATOR = /[①-⑳⑴-⒇；;。，,、\n]|\d[.、)）]/;

function check({ scored }: RuleContext): readonly Found[] {
  const found: Found[] = [];
  for (const { indicator, name, target } of filledRows(scored)) {
    if (target?.reading.kind !== "several" || !SEPARATOR.test(target.text)) continue;
    const { parts } = target.reading;
    if (isRange(parts) || isDatedQuantity(parts)) continue;
    found.push({
      severity: "warning",
      cell: target.ref,
      message: `“${name}”一个单元格里有 ${parts.length} 个指标值，只完成其中一部分时无法计分`,
      indicator,
    });
  }
  return found;
}

/** 80%-90% */
function isRange([low, high, ...more]: readonly Reading[]): boolean {
  return more.length === 0 && low?.kind === "quantity" && high?.kind === "quantity" && low.operator === ">=" && high.operator === "<=" && low.unit === high.unit;
}

/** 11月底前完成3次培训 */
function isDatedQuantity(parts: readonly Reading[]): boolean {
  return parts.length === 2 && parts.some((part) => part.kind === "deadline") && parts.some((part) => part.kind === "quantity");
}

export const rule: Rule = {
  id: "value/several-targets",
  severities: ["warning"],
  kinds: ALL_KINDS,
  source: REVIEW_PRACTICE,
  yieldsTo: ["value/placeholder"],
  what: "一个指标里写了几个指标值",
  why: "几个指标值合用一个分值，部分完成时不知道该得多少分。",
  fix: "拆成几行，每行一个指标值。",
  examples: {
    good: [
      { note: "一个范围", kind: "target-declaration", rows: [{ name: "机房温度达标率", target: "80%-90%" }] },
      { note: "期限和数量", kind: "target-declaration", rows: [{ target: "11月底前完成3次培训" }] },
    ],
    bad: [{ note: "四个指标值", kind: "target-declaration", rows: [{ target: "①培训每年≥3次。②竞赛每年≥1次。③会议报告每年≥3人次。④科技成果每年≥1项。" }], finds: ["warning"] }],
  },
  check,
};
