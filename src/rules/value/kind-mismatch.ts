import type { Reading } from "../../model/reading";
import { filledRows } from "../knowledge";
import { type Found, type Rule, type RuleContext } from "../rule";
import { REVIEW_PRACTICE } from "../sources";

function check({ scored }: RuleContext): readonly Found[] {
  const found: Found[] = [];
  for (const { indicator, computed, name, target } of filledRows(scored)) {
    const { actual } = indicator;
    if (!target || !actual) continue;
    if (computed.obstacle !== "kinds" || isNone(target.reading, actual.reading)) continue;
    found.push({
      severity: "warning",
      cell: actual.ref,
      message: `“${name}”指标值“${target.written}”是${kindText(target.reading)}，完成值“${actual.written}”是${kindText(actual.reading)}，无法比较是否达到`,
      related: [target.ref],
      indicator,
    });
  }
  return found;
}

/** =0(次) and 未发生 say the same. */
function isNone(target: Reading, actual: Reading): boolean {
  return target.kind === "quantity" && target.number === "0" && actual.kind === "quality" && /^[无未没零]/.test(actual.word);
}

function kindText(reading: Reading): string {
  switch (reading.kind) {
    case "quantity":
      return "数量";
    case "quality":
      return "文字";
    case "deadline":
      return "期限";
    case "limit":
      return "预算限额";
    case "several":
      return "几个数";
    case "empty":
    case "unreadable":
      return "空白";
  }
}

export const rule: Rule = {
  id: "value/kind-mismatch",
  severities: ["warning"],
  kinds: ["self-evaluation"],
  source: REVIEW_PRACTICE,
  yieldsTo: ["value/placeholder", "value/unreadable", "value/circular"],
  what: "指标值与完成值一个是数、一个是文字",
  why: "指标值是“≤30万元”，完成值写“完成”，看不出实际是多少，也无法按比例计分。",
  fix: "完成值按指标值的口径填写：指标值是数的填数，是程度的填程度。",
  examples: {
    good: [
      { note: "都是数", rows: [{ target: "≤30万元", actual: "28万元", weight: "90", score: "90" }] },
      { note: "指标值为 0，完成值写“未发生”", rows: [{ name: "安全事故", target: "=0(次)", actual: "未发生", weight: "90", score: "90" }] },
    ],
    bad: [
      { note: "数与文字", rows: [{ target: "≤30万元", actual: "完成", weight: "90", score: "90" }], finds: ["warning"] },
      { note: "文字与数", rows: [{ target: "提升", actual: "3次", weight: "90", score: "90" }], finds: ["warning"] },
    ],
  },
  check,
};
