/** 评分等级 from the total, and what a grade cell says. SPEC S19. */
import { type Decimal, decimal, fixed } from "../model/decimal";
import type { Explanation } from "../model/explanation";
import type { GradeField } from "../model/form";
import { memo } from "../model/memo";
import type { GradeWord } from "../model/review";
import type { Policy } from "../policy/policy";
import { hasBoxes, tickedGrades } from "./grade-boxes";

export { tick } from "./grade-boxes";

export const GRADES: readonly GradeWord[] = ["优", "良", "中", "差"];

export function gradeOf(total: Decimal, policy: Policy): GradeWord {
  const { 优: best, 良: good, 中: fair } = policy.grades.limits;
  if (total.gte(decimal(best))) return "优";
  if (total.gte(decimal(good))) return "良";
  return total.gte(decimal(fair)) ? "中" : "差";
}

export function explainGrade(total: Decimal, word: GradeWord, policy: Policy): Explanation {
  const { 优: best, 良: good, 中: fair } = policy.grades.limits;
  const score = fixed(total, Math.max(2, total.decimalPlaces()));
  const ranges = `${best}（含）以上为优，${good}（含）–${best} 为良，${fair}（含）–${good} 为中，${fair} 以下为差`;
  return { steps: [{ text: `总分 ${score}：${ranges} → ${word}`, cells: [], parts: [] }], source: policy.grades.source };
}

/** 优, 优秀, “良好”, 评分等级：中, 优（95分）: one grade, and nothing else that could be a word. */
const ONE_GRADE = /^(?:自评|评分|评价|绩效|综合|得|总|分|为)*(?:等级|级别|结果|结论)?为?较?([优良中差])(?:秀|好|等|级)*(?:分|含|及|以上|以下)*$/;
const NOISE = /[\s“”"'‘’（）()[\]【】。.,，:：;；≥≤<>\d–~～-]/g;

/** The grades that a cell names: a word, or every ticked box. An empty list: nothing is filled in or ticked. */
export function gradesIn({ style, text }: GradeField): readonly GradeWord[] {
  return style === "boxes" || hasBoxes(text) ? ticked(text) : worded(text);
}

const ticked = memo((text): readonly GradeWord[] => GRADES.filter((word) => tickedGrades(text).has(word)));

const worded = memo((text): readonly GradeWord[] => {
  const word = ONE_GRADE.exec(text.replace(NOISE, ""))?.[1];
  return GRADES.filter((grade) => grade === word);
});
