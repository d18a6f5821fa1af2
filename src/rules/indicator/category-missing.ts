import type { Severity } from "../../model/finding";
import { costExpected } from "../../policy/cost-category";
import { type Category, filledRows } from "../knowledge";
import { ALL_KINDS, type Found, type Rule, type RuleContext } from "../rule";
import { REVIEW_PRACTICE } from "../sources";

function check({ scored, policy }: RuleContext): readonly Found[] {
  const found: Found[] = [];
  const { form } = scored;
  const cell = form.columns.level1 ?? form.columns.level2 ?? form.title;
  const rows = filledRows(scored);
  const has = (category: Category): boolean => rows.some(({ categories }) => categories.has(category));
  // 决策, 过程 and the like are another scheme; nothing of it is known to be mandatory.
  if (!cell || !(has("产出") || has("效益") || has("满意度"))) return found;
  const missing = (category: Category, severity: Severity): Found => ({
    severity,
    cell: cell.ref,
    message: `没有“${category}”指标，或该类各行都没有填写`,
    aspect: category,
  });
  const cost = costExpected(policy.costCategory, form.year);
  if (cost && !has("成本")) found.push(missing("成本", cost));
  if (!has("产出")) found.push(missing("产出", "warning"));
  else for (const category of ["数量", "质量", "时效"] as const) if (!has(category)) found.push(missing(category, "warning"));
  if (!has("效益")) found.push(missing("效益", "warning"));
  if (!has("满意度")) found.push(missing("满意度", "warning"));
  return found;
}

const FULL = [
  { level1: "成本指标", level2: "经济成本指标", name: "项目总成本", target: "≤80万元" },
  { name: "培训次数" },
  { level2: "质量指标", name: "考核合格率", target: "≥95%" },
  { level2: "时效指标", name: "培训按期完成率", target: "=100%" },
  { level1: "效益指标", level2: "社会效益指标", name: "服务能力", target: "提升" },
  { level1: "满意度指标", level2: "服务对象满意度指标", name: "学员满意度", target: "≥90%" },
] as const;

export const rule: Rule = {
  id: "indicator/category-missing",
  severities: ["warning", "info"],
  kinds: ALL_KINDS,
  source: REVIEW_PRACTICE,
  what: "缺少应有的指标类别",
  why: "产出（数量、质量、时效）、效益、满意度通常都要设置；上海 2024 年起公开的表普遍设成本指标。",
  fix: "补充该类指标；确实不适用的，请说明。",
  examples: {
    good: [
      { note: "各类齐全", kind: "target-declaration", rows: FULL },
      { note: "没有规定成本指标的地区", department: "某省农业农村厅", kind: "target-declaration", rows: FULL.slice(1), head: { unit: "某中心" } },
    ],
    bad: [
      { note: "没有满意度", kind: "target-declaration", rows: FULL.slice(0, 5), finds: ["warning"] },
      { note: "成本只有横线", kind: "target-declaration", rows: [{ level1: "成本指标", level2: "经济成本指标", name: "-", target: "-" }, ...FULL.slice(1)], finds: ["warning"] },
      { note: "没有时效", kind: "target-declaration", rows: FULL.filter((row) => !("level2" in row) || row.level2 !== "时效指标"), finds: ["warning"] },
      { note: "2023 年尚不普遍设成本指标，仅作提示", year: 2023, kind: "target-declaration", rows: FULL.slice(1), finds: ["info"] },
    ],
  },
  check,
};
