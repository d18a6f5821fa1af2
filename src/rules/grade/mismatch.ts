import { plain } from "../../model/decimal";
import { gradeOf, gradesIn } from "../../scoring/grade";
import type { Found, Rule, RuleContext } from "../rule";
import { FORM_NOTES } from "../sources";
import { formulaNote, quoted } from "../words";

function check({ scored, policy }: RuleContext): readonly Found[] {
  const { form } = scored;
  const field = form.grade;
  const total = scored.total?.score ?? form.total?.score?.number ?? null;
  // A blank word cell is filled by the review, and nothing to complain of.
  if (!field || !total || (field.style === "word" && field.text === "")) return [];
  const word = scored.grade?.word ?? gradeOf(total, policy);
  const given = gradesIn(field);
  if (given.length === 1 && given[0] === word) return [];
  const should = `总分 ${plain(total)}，应为“${word}”${formulaNote(field)}`;
  return [
    {
      severity: "error",
      cell: field.ref,
      message:
        given.length === 0
          ? field.style === "boxes"
            ? `评分等级一个都没有勾选：${should}`
            : `评分等级${quoted(field)}不是优、良、中、差之一：${should}`
          : given.length > 1
            ? `评分等级勾选了“${given.join("、")}”${given.length} 个：${should}`
            : `评分等级“${given.join("")}”与总分不符：${should}`,
      related: form.total?.score ? [form.total.score.ref] : [],
      ...(scored.grade ? { explanation: scored.grade.explanation } : {}),
    },
  ];
}

export const rule: Rule = {
  id: "grade/mismatch",
  severities: ["error"],
  kinds: ["self-evaluation"],
  source: FORM_NOTES,
  what: "评分等级与总分不符",
  why: "等级由总分决定：90（含）以上为优，80（含）–90 为良，60（含）–80 为中，60 以下为差。",
  fix: "采用按总分得出的等级。",
  examples: {
    good: [
      { note: "100 分为优", grade: "优" },
      { note: "勾选一个", grade: "☑优（90含-100分） □良（80含-90分） □中（60含-80分） □差（60分以下）" },
      { note: "没有等级栏", gradeLabel: null },
    ],
    bad: [
      { note: "100 分不是良", grade: "良", finds: ["error"] },
      { note: "一个都没有勾选", grade: "□优（90含-100分） □良（80含-90分） □中（60含-80分） □差（60分以下）", finds: ["error"] },
      { note: "勾选了两个", grade: "☑优 ☑良 □中 □差", finds: ["error"] },
    ],
  },
  check,
};
