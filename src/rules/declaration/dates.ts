import { parseReading } from "../../grammar/parse";
import { toHalfWidth } from "../../model/decimal";
import type { Form, HeadField } from "../../model/form";
import { AFTER_THE_PROJECT } from "../knowledge";
import { type Found, type Rule, type RuleContext, TARGET_FORMS } from "../rule";
import { REVIEW_PRACTICE } from "../sources";

/** 2021年9月, 2021.9.30; 2021.5万元 is none. */
const MONTH = /(?<!\d)(20\d{2})\s?(?:年\s?(\d{1,2})\s?月|[./-](\d{1,2})[./-]\d{1,2}(?!\d))/g;
/** How far before a month words speak of it. */
const NEAR = 12;

function check({ scored }: RuleContext): readonly Found[] {
  const found: Found[] = [];
  const { form } = scored;
  const { start, end } = form.head;
  const last = dateOf(end, form);
  if (!end || last === null) return found;
  const first = dateOf(start, form);
  if (start && first !== null && first > last) {
    found.push({ severity: "error", cell: end.field.ref, message: `计划完成日期 ${end.text} 早于计划开始日期 ${start.text}`, related: [start.field.ref], aspect: "order" });
  } else if (form.year !== null && last.slice(0, 4) < form.year.toString()) {
    found.push({ severity: "error", cell: end.field.ref, message: `计划完成日期 ${end.text} 在本表的 ${form.year} 年度之前`, aspect: "year" });
  }
  for (const indicator of form.indicators) {
    const { target, name } = indicator;
    if (target?.reading.kind !== "deadline" || target.reading.date <= last) continue;
    found.push({ severity: "error", cell: target.ref, message: `“${name}”的期限“${target.written}”晚于计划完成日期 ${end.text}`, related: [end.field.ref], indicator });
  }
  const { plan } = form.head;
  const late = plan ? lateMonths(plan.text, last.slice(0, 7)) : [];
  if (plan && late.length > 0) {
    found.push({ severity: "error", cell: plan.field.ref, message: `项目实施计划安排到 ${late.join("、")}，晚于计划完成日期 ${end.text}`, related: [end.field.ref], aspect: "plan" });
  }
  return found;
}

/** The last day that the text names, ISO; null if it names none. */
function dateOf(head: HeadField | undefined, form: Form): string | null {
  const reading = head && parseReading(head.text, { year: form.year });
  return reading?.kind === "deadline" ? reading.date : null;
}

function lateMonths(written: string, last: string): string[] {
  const text = toHalfWidth(written);
  const late = new Set<string>();
  for (const match of text.matchAll(MONTH)) {
    const [, year = "", month = match[3] ?? ""] = match;
    const before = text.slice(Math.max(0, match.index - NEAR), match.index);
    if (`${year}-${month.padStart(2, "0")}` > last && !AFTER_THE_PROJECT.test(before)) late.add(`${year} 年 ${month} 月`);
  }
  return [...late];
}

export const rule: Rule = {
  id: "declaration/dates",
  severities: ["error"],
  kinds: TARGET_FORMS,
  source: REVIEW_PRACTICE,
  what: "计划日期前后矛盾",
  why: "开始晚于完成、完成早于本年度，或任务安排在完成日期之后，都说明日期填错了。",
  fix: "改正计划日期，或调整指标期限和实施计划。",
  examples: {
    good: [
      { note: "当年", kind: "target-declaration", rows: [{ target: "11月底前完成" }] },
      { note: "跨年度项目", kind: "target-declaration", head: { start: "2023/1/1", end: "2025/12/31" }, rows: [{ target: "2025年6月底前完成" }] },
      { note: "质保期不属于项目实施", kind: "target-declaration", head: { plan: "设备采购 完成时间 2024年9月，质保期至2027年9月" } },
    ],
    bad: [
      { note: "完成早于开始", kind: "target-declaration", head: { start: "2024-12-31", end: "2024-01-01" }, finds: ["error"] },
      { note: "去年已经完成", kind: "target-declaration", year: 2024, head: { start: "2023-01-01", end: "2023-12-31" }, finds: ["error"] },
      { note: "指标期限在完成日期之后", kind: "target-declaration", head: { end: "2024-06-30" }, rows: [{ target: "11月底前完成" }], finds: ["error"] },
      { note: "计划安排到第二年", kind: "target-declaration", head: { plan: "机房托管 开始实施时间 2024年9月 完成时间 2025年9月" }, finds: ["error"] },
    ],
  },
  check,
};
