import { isPositive } from "../../model/decimal";
import { PLACEHOLDER } from "../../grammar/lexicon";
import { clean, fold } from "../../grammar/text";
import { memo } from "../../model/memo";
import type { GoalKey, HeadKey, Indicator, ValueField } from "../../model/form";
import { costExpected } from "../../policy/cost-category";
import { TEMPLATE_TEXT, type FilledRow, filledRows } from "../knowledge";
import { ALL_KINDS, type Found, type Rule, type RuleContext } from "../rule";
import { REVIEW_PRACTICE } from "../sources";
import { quoted } from "../words";

const TEXTS: readonly HeadKey[] = ["project", "overview", "basis", "necessity", "measures", "plan"];
const GOALS: readonly GoalKey[] = ["expected", "achieved", "overall", "annual"];

function check({ scored, policy }: RuleContext): readonly Found[] {
  const found: Found[] = [];
  const { form } = scored;
  const texts = [...TEXTS.map((key) => [key, form.head[key]] as const), ...GOALS.map((key) => [key, form.goals[key]] as const)];
  for (const [key, head] of texts) {
    const left = head && leftOver(head.text);
    if (left) found.push({ severity: "error", cell: head.field.ref, message: `“${label(head.label.text)}”里留有模板文字“${left}”`, aspect: key });
  }
  const cost = costExpected(policy.costCategory, form.year) === "warning";
  for (const row of filledRows(scored)) {
    const { indicator, name, target, actual } = row;
    if (target && (leftOver(target.text) !== null || isIdleTarget(row, target, cost))) found.push(notFilled(indicator, name, target, "target"));
    if (actual && leftOver(actual.text) !== null) found.push(notFilled(indicator, name, actual, "actual"));
  }
  return found;
}

function notFilled(indicator: Indicator, name: string, field: ValueField, aspect: "target" | "actual"): Found {
  return {
    severity: "error",
    cell: field.ref,
    message: `“${name}”的${aspect === "target" ? "指标值" : "完成值"}${quoted(field)}是模板占位，没有填写`,
    mark: [{ kind: "holds", cell: field.ref, value: field.value }],
    indicator,
    aspect,
  };
}

const leftOver = memo((text): string | null => {
  const folded = fold(clean(text));
  return (TEMPLATE_TEXT.exec(folded) ?? PLACEHOLDER.exec(folded))?.[0] ?? null;
});

/** …… in a row that is scored; a dash beside a real name, where the category must be filled. */
function isIdleTarget({ indicator, categories }: FilledRow, target: ValueField, cost: boolean): boolean {
  if (target.reading.kind === "quantity") return false;
  if (/^[…]+$|^\.{3,}$/.test(target.text.trim())) return indicator.weight === null || isPositive(indicator.weight.number);
  if (!/^[-/]+$/.test(fold(clean(target.text)))) return false;
  return (["数量", "质量", "时效", "满意度"] as const).some((category) => categories.has(category)) || (cost && categories.has("成本"));
}

function label(text: string): string {
  return text.replace(/[\s:：].*$/s, "");
}

export const rule: Rule = {
  id: "value/placeholder",
  severities: ["error"],
  kinds: ALL_KINDS,
  source: REVIEW_PRACTICE,
  what: "留有模板文字或占位符",
  why: "≥**、XX、“项目背景、基本情况等”是模板里待填的内容，公开后等于没有填写。",
  fix: "填写实际内容，或删去这一行。",
  examples: {
    good: [
      { note: "没有用到的行", kind: "target-declaration", rows: [{}, { name: "……", target: "……" }, { name: "-", target: "-" }] },
      { note: "官方名称里的括号", kind: "target-declaration", rows: [{ name: "培训人数（≥**人）", target: "≥30人" }] },
    ],
    bad: [
      { note: "占位符", kind: "target-declaration", rows: [{ target: "≥**次" }, { name: "资料汇编数", target: "XX份" }], finds: ["error", "error"] },
      { note: "目标里的模板文字", kind: "target-declaration", goals: { annual: "项目背景、基本情况等) 行风建设是当前工作的重点，完成系统运维" }, finds: ["error"] },
      { note: "必填类别只有横线", kind: "target-declaration", rows: [{ target: "-" }], finds: ["error"] },
      { note: "计分的行是省略号", rows: [{ target: "……", actual: "", weight: "45", score: "" }, { weight: "45", score: "45", name: "资料汇编数" }], finds: ["error"] },
    ],
  },
  check,
};
