import type { Severity } from "../../model/finding";
import type { FundRole, HeadField, HeadKey } from "../../model/form";
import { type Found, type Rule, type RuleContext, TARGET_FORMS } from "../rule";
import { REVIEW_PRACTICE } from "../sources";
import { isDash } from "../words";

const FIELDS: readonly (readonly [HeadKey, Severity])[] = [
  ["project", "error"],
  ["department", "error"],
  ["unit", "info"],
  ["nature", "info"],
  ["category", "info"],
];
/** 目标表 asks for them; a project of the first year has none. */
const AMOUNTS: readonly FundRole[] = ["last-year-budget", "last-year-executed"];

/** Only fields that the form has: a template without 主管部门 does not lack it. */
function check({ scored }: RuleContext): readonly Found[] {
  const found: Found[] = [];
  const { form } = scored;
  for (const [key, severity] of FIELDS) {
    const head = form.head[key];
    if (head && isDash(head.text)) found.push(empty(head, severity, key));
  }
  const goal = form.goals.annual ?? form.goals.overall;
  if (goal && isDash(goal.text)) found.push(empty(goal, "error", "goal"));
  for (const role of AMOUNTS) {
    const row = form.funds?.rows.find((other) => other.role === role);
    if (row?.annual && isDash(row.annual.text)) found.push({ severity: "info", cell: row.annual.ref, message: `“${label(row.label.text)}”没有填写（新增项目可不填）`, aspect: role });
  }
  const total = form.funds?.rows.find((row) => row.role === "project-total");
  if (form.head.nature?.text.includes("阶段性") && total?.annual && isDash(total.annual.text)) {
    found.push({ severity: "warning", cell: total.annual.ref, message: "阶段性项目没有填写项目资金总额，看不出分年安排", related: [form.head.nature.field.ref], aspect: "project-total" });
  }
  return found;
}

function empty(head: HeadField, severity: Severity, aspect: string): Found {
  return { severity, cell: head.field.ref, message: `“${label(head.label.text)}”没有填写`, aspect };
}

function label(text: string): string {
  return text.replace(/\s+/g, "").replace(/[:：（(].*$/, "");
}

export const rule: Rule = {
  id: "declaration/field-missing",
  severities: ["error", "info", "warning"],
  kinds: TARGET_FORMS,
  source: REVIEW_PRACTICE,
  what: "应填的栏目空白",
  why: "没有项目名称、主管部门或年度目标的表无法审核；阶段性项目的总额说明资金怎样分年安排。",
  fix: "补填空白的栏目。",
  examples: {
    good: [
      { note: "填写齐全", kind: "target-declaration" },
      { note: "阶段性项目填了总额", kind: "target-declaration", head: { nature: "阶段性项目" }, declared: { projectTotal: "2400000", projectFiscal: "2400000" } },
    ],
    bad: [
      { note: "没有年度目标", kind: "target-declaration", goals: { annual: "" }, finds: ["error"] },
      { note: "没有项目类别", kind: "target-declaration", head: { category: "" }, finds: ["info"] },
      { note: "阶段性项目没有总额", kind: "target-declaration", head: { nature: "阶段性项目" }, finds: ["warning"] },
    ],
  },
  check,
};
