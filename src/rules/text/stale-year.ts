import { decimal, toHalfWidth } from "../../model/decimal";
import type { Form, GoalKey, HeadField } from "../../model/form";
import { YEAR_MEANT_AFTER, YEAR_MEANT_BEFORE } from "../knowledge";
import { ALL_KINDS, type Found, type Rule, type RuleContext } from "../rule";
import { REVIEW_PRACTICE } from "../sources";

const GOALS: readonly GoalKey[] = ["expected", "achieved", "annual", "overall"];
/** Titles and document numbers have years of their own. */
const QUOTED = /《[^》]{0,80}》|〔[^〕]{0,10}〕|\[[^\]]{0,10}\]|“[^”]{0,80}”/g;
/** How far around a year words speak of it. */
const NEAR = 16;
const YEAR = /(?<!\d)(20\d{2})年/g;

function check({ scored }: RuleContext): readonly Found[] {
  const found: Found[] = [];
  const { form } = scored;
  const from = firstYear(form);
  if (from === null) return found;
  const texts: readonly (readonly [string, HeadField | undefined])[] = [...GOALS.map((key) => [key, form.goals[key]] as const), ["plan", form.head.plan] as const];
  for (const [key, head] of texts) {
    const year = head && staleYear(head.text, from, form.head.project?.text ?? "");
    if (!year) continue;
    found.push({
      severity: "warning",
      cell: head.field.ref,
      message: `“${head.label.text.replace(/\s+/g, "")}”里写的是 ${year} 年，本表是 ${form.year ?? ""} 年度，可能是沿用旧文字没有改`,
      aspect: key,
    });
  }
  return found;
}

/** The form's year, or that of the planned start if it is earlier. */
function firstYear(form: Form): string | null {
  if (form.year === null) return null;
  const year = form.year.toString();
  const start = /(?<!\d)20\d{2}/.exec(toHalfWidth(form.head.start?.text ?? ""))?.[0];
  return start !== undefined && start < year ? start : year;
}

/** The first year before `from` that stands for the work itself; null: none. */
function staleYear(written: string, from: string, project: string): string | null {
  const text = toHalfWidth(written).replace(QUOTED, "");
  const name = toHalfWidth(project).replace(/\s+/g, "");
  for (const match of text.matchAll(YEAR)) {
    const year = match[1] ?? "";
    const end = match.index + match[0].length;
    if (!decimal(year).lt(decimal(from)) || name.includes(match[0])) continue;
    if (YEAR_MEANT_AFTER.test(text.slice(end, end + NEAR)) || YEAR_MEANT_BEFORE.test(text.slice(Math.max(0, match.index - NEAR), match.index).trimEnd())) continue;
    return year;
  }
  return null;
}

export const rule: Rule = {
  id: "text/stale-year",
  severities: ["warning"],
  kinds: ALL_KINDS,
  source: REVIEW_PRACTICE,
  what: "目标或计划里写的是以前的年度",
  why: "年度不符多半是沿用上一年的文字，目标因此与本年度的工作不符。",
  fix: "改为本年度；确实指以前年度的（如支付上年款项），写明原因。",
  examples: {
    good: [
      { note: "项目名称里的年份", kind: "target-declaration", head: { project: "区域卫生平台2021年信息化建设项目" }, goals: { annual: "保障区域卫生平台2021年信息化建设项目稳定运行" } },
      { note: "文件发布的年份", kind: "target-declaration", goals: { annual: "根据2021年12月发布的数据采集方案，完成接口改造" } },
      { note: "规划不是年份", kind: "target-declaration", goals: { annual: "实现十四五规划目标，完成年度培训任务" } },
    ],
    bad: [
      { note: "两年前的年度", year: 2026, kind: "target-declaration", goals: { annual: "及时足额缴纳2024年度残疾人就业保障金" }, finds: ["warning"] },
      { note: "自评表的目标", goals: { expected: "完成2023年培训四次" }, finds: ["warning"] },
    ],
  },
  check,
};
