import type { Form } from "../../model/form";
import { ONLY_NECESSITY, SHORT_GOAL, onlyNamesAnAttribute } from "../knowledge";
import { type Found, type Rule, type RuleContext, TARGET_FORMS } from "../rule";
import { REVIEW_PRACTICE } from "../sources";

function check({ scored }: RuleContext): readonly Found[] {
  const found: Found[] = [];
  const { form } = scored;
  const goal = form.goals.annual ?? form.goals.overall;
  if (!goal) return found;
  const text = bare(goal.text);
  const overall = form.goals.overall;
  if (goal !== overall && overall && text !== "" && bare(overall.text) === text && isMultiYear(form)) {
    found.push({ severity: "info", cell: goal.field.ref, message: "年度总体目标与项目总目标完全相同，看不出本年度要完成哪一部分", related: [overall.field.ref], aspect: "copy" });
  }
  const wrong = whatIsWrong(text, bare(form.head.project?.text ?? ""));
  if (wrong) found.push({ severity: "info", cell: goal.field.ref, message: `年度总体目标${wrong}，没有说要达到什么`, aspect: "empty" });
  return found;
}

function whatIsWrong(text: string, project: string): string | null {
  if (text === "") return null;
  if (text === project) return "只重复了项目名称";
  if (text.length <= SHORT_GOAL && onlyNamesAnAttribute(text)) return `“${text}”只说了看什么`;
  return ONLY_NECESSITY.test(text) ? "只说了为什么设立项目" : null;
}

/** Without dates a total goal of its own says as much. */
function isMultiYear(form: Form): boolean {
  const [start, end] = [form.head.start?.text, form.head.end?.text].map((text) => /20\d{2}/.exec(text ?? "")?.[0]);
  return start === undefined || end === undefined || start !== end;
}

function bare(text: string): string {
  return text.replace(/\s+/g, "").replace(/[。.;；]+$/, "");
}

export const rule: Rule = {
  id: "declaration/goal-unlike",
  severities: ["info"],
  kinds: TARGET_FORMS,
  source: REVIEW_PRACTICE,
  yieldsTo: ["value/placeholder", "declaration/field-missing"],
  what: "年度总体目标不像目标",
  why: "目标要说明本年度做什么、达到什么；写成“……情况”或照抄总目标，年末无从对照。",
  fix: "写明本年度要完成的任务和效果。",
  examples: {
    good: [
      { note: "写明任务和效果", kind: "target-declaration", goals: { annual: "完成系统运维服务，保障系统稳定运行" } },
      { note: "说了要提高", kind: "target-declaration", goals: { annual: "提高基层医疗服务水平" } },
      { note: "一年的项目，总目标就是年度目标", kind: "target-declaration", goals: { overall: "完成系统运维服务", annual: "完成系统运维服务" } },
    ],
    bad: [
      { note: "只说看什么", kind: "target-declaration", goals: { annual: "系统稳定运行情况" }, finds: ["info"] },
      { note: "多年项目照抄总目标", kind: "target-declaration", head: { end: "2025-12-31" }, goals: { overall: "完成系统改造并迁移上云", annual: "完成系统改造并迁移上云" }, finds: ["info"] },
    ],
  },
  check,
};
