import { toHalfWidth } from "../../model/decimal";
import { memo } from "../../model/memo";
import type { ValueField } from "../../model/form";
import { filledRows } from "../knowledge";
import { ALL_KINDS, type Found, type Rule, type RuleContext } from "../rule";
import { REVIEW_PRACTICE } from "../sources";

const WRITTEN = /^(?:[<>=≥≤≧≦]+|[一-鿿]{2,5})?(\d+)(\.\d+)?(\(%\)|%)$/;
const SIGN_FIRST = /^[<>=≥≤≧≦\d]/;

function check({ scored }: RuleContext): readonly Found[] {
  const byNotation = new Map<string, ValueField>();
  for (const { indicator } of filledRows(scored)) {
    for (const field of [indicator.target, indicator.actual]) {
      const notation = field && notationOf(field.written);
      if (notation && !byNotation.has(notation)) byNotation.set(notation, field);
    }
  }
  const [first, second, ...more] = byNotation.values();
  if (!first || !second) return [];
  const all = [first, second, ...more];
  return [
    {
      severity: "info",
      cell: second.ref,
      message: `同一张表里百分比有 ${all.length} 种写法：${all.map((field) => `“${field.text}”`).join("、")}，宜统一`,
      related: [first, ...more].map((field) => field.ref),
    },
  ];
}

/** Percentages only: other units are rarely written twice alike. Brackets, idle decimals and words for signs tell notations apart. */
const notationOf = memo((written): string | null => {
  const text = toHalfWidth(written).replace(/\s+/g, "");
  const match = WRITTEN.exec(text);
  if (!match) return null;
  const decimals = match[2] === undefined ? "whole" : /^\.0+$/.test(match[2]) ? "padded" : null;
  // 99.95% has its decimals for a reason.
  if (decimals === null) return null;
  return `${SIGN_FIRST.test(text) ? "sign" : "word"} ${decimals} ${match[3] ?? ""}`;
});

export const rule: Rule = {
  id: "value/mixed-notation",
  severities: ["info"],
  kinds: ALL_KINDS,
  source: REVIEW_PRACTICE,
  what: "同一张表里混用几种写法",
  why: "=100(%)、=100.00(%)、100%、大于等于95% 意思相同，混用显得没有核对过，也不利于汇总。",
  fix: "统一为一种写法。",
  examples: {
    good: [
      { note: "写法一致", kind: "target-declaration", rows: [{ name: "考核合格率", target: "≥95%" }, { name: "完成率", target: "=100%" }] },
      { note: "小数有意义", kind: "target-declaration", rows: [{ name: "系统可用率", target: "≥99.95%" }, { name: "完成率", target: "=100%" }] },
    ],
    bad: [
      { note: "小数位数不一", kind: "target-declaration", rows: [{ name: "考核合格率", target: "=100(%)" }, { name: "完成率", target: "=100.00(%)" }], finds: ["info"] },
      { note: "文字与符号", kind: "target-declaration", rows: [{ name: "考核合格率", target: "大于等于95%" }, { name: "完成率", target: "≥90%" }, { name: "覆盖率", target: "≥90.00(%)" }], finds: ["info"] },
    ],
  },
  check,
};
