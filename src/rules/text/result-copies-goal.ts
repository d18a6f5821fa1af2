import type { Found, Rule, RuleContext } from "../rule";
import { REVIEW_PRACTICE } from "../sources";

function check({ scored }: RuleContext): readonly Found[] {
  const { expected, achieved } = scored.form.goals;
  if (!expected || !achieved) return [];
  const goal = bare(expected.text);
  if (goal === "" || goal !== bare(achieved.text)) return [];
  return [{ severity: "info", cell: achieved.field.ref, message: "“实际完成情况”与“预期目标”一字不差，没有说明实际做了什么", related: [expected.field.ref] }];
}

/** Blanks and the final full stop make no difference. */
function bare(text: string): string {
  return text.replace(/\s+/g, "").replace(/[。.;；]+$/, "");
}

export const rule: Rule = {
  id: "text/result-copies-goal",
  severities: ["info"],
  kinds: ["self-evaluation"],
  source: REVIEW_PRACTICE,
  what: "实际完成情况照抄预期目标",
  why: "实际完成情况应写做了什么、达到什么效果；照抄目标看不出结果。",
  fix: "按实际完成的数量、时间和效果改写。",
  examples: {
    good: [{ note: "写了结果", goals: { expected: "完成四次培训", achieved: "全年举办培训 4 次，200 人参加" } }],
    bad: [{ note: "只差一个句号", goals: { expected: "完成四次培训，提升服务能力", achieved: "完成四次培训， 提升服务能力。" }, finds: ["info"] }],
  },
  check,
};
