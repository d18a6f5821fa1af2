import { fold } from "../../grammar/text";
import type { Form, ValueField } from "../../model/form";
import { budgetField, totalFundRow } from "../../scoring/funds";
import { VAGUE_PLAN, VAGUE_TIME, filledRows } from "../knowledge";
import { ALL_KINDS, type Found, type Rule, type RuleContext } from "../rule";
import { REVIEW_PRACTICE } from "../sources";

function check({ scored }: RuleContext): readonly Found[] {
  const found: Found[] = [];
  for (const { indicator, name, target } of filledRows(scored)) {
    const vague = target && whatIsVague(target, scored.form);
    if (!vague) continue;
    found.push({ severity: "info", cell: target.ref, message: `“${name}”的指标值“${target.written}”：${vague}`, indicator });
  }
  return found;
}

function whatIsVague({ reading }: ValueField, form: Form): string | null {
  if (reading.kind === "limit") return hasBudget(form) ? null : "没有写明金额，年末无法直接比较，宜写明预算金额";
  if (reading.kind !== "quality") return null;
  const word = fold(reading.word);
  if (VAGUE_TIME.test(word)) return "没有写明期限，宜写明完成的年月";
  return VAGUE_PLAN.test(word) ? "没有写明计划的内容，宜写明数量或期限" : null;
}

/** On a 自评表 the limit is held against 全年预算数 of the same form. */
function hasBudget(form: Form): boolean {
  const row = form.kind === "self-evaluation" ? totalFundRow(form.funds) : null;
  return (row && budgetField(row)?.number) !== null;
}

export const rule: Rule = {
  id: "value/vague",
  severities: ["info"],
  kinds: ALL_KINDS,
  source: REVIEW_PRACTICE,
  yieldsTo: ["value/circular", "value/unreadable", "value/placeholder"],
  what: "指标值笼统，没有期限或金额",
  why: "“在规定的时间内完成”“小于等于预算数”要另找依据才能判断是否达到。",
  fix: "写明年月或金额。",
  examples: {
    good: [
      { note: "写明期限和金额", kind: "target-declaration", rows: [{ target: "11月底前完成" }, { name: "项目总成本", target: "≤80万元" }] },
      { note: "自评表上有预算数可比", rows: [{ level1: "成本指标", level2: "经济成本指标", name: "成本控制数", target: "控制在预算范围内", actual: "达成指标", weight: "90", score: "90" }] },
      { note: "合同约定的时间查得到", rows: [{ target: "按合同约定时间完成", actual: "达成指标", weight: "90", score: "90" }] },
    ],
    bad: [
      { note: "没有期限", kind: "target-declaration", rows: [{ target: "在规定的时间内完成项目" }], finds: ["info"] },
      { note: "没有金额", kind: "target-declaration", rows: [{ name: "项目成本控制", target: "小于等于预算数" }], finds: ["info"] },
    ],
  },
  check,
};
