/** 评分等级 from the total, and what a grade cell says. SPEC S18, S19. */
import { type Decimal, decimal, plain } from "../model/decimal";
import type { Explanation } from "../model/explanation";
import type { GradeField } from "../model/form";
import type { GradeWord } from "../model/review";
import type { Policy } from "../policy/policy";

export const GRADES: readonly GradeWord[] = ["优", "良", "中", "差"];

export function gradeOf(total: Decimal, policy: Policy): GradeWord {
  const { 优: best, 良: good, 中: fair } = policy.grades.limits;
  if (total.gte(decimal(best))) return "优";
  if (total.gte(decimal(good))) return "良";
  return total.gte(decimal(fair)) ? "中" : "差";
}

export function explainGrade(total: Decimal, word: GradeWord, policy: Policy): Explanation {
  const { 优: best, 良: good, 中: fair } = policy.grades.limits;
  return {
    steps: [{ text: `总分 ${plain(total)}：优 ≥ ${best}，良 ≥ ${good}，中 ≥ ${fair}，其余为差 → ${word}`, cells: [], parts: [] }],
    source: policy.grades.source,
  };
}

const TICKED = "[☑☒■√✓✔]";
const BOX = "[□☐☑☒■√✓✔]";

/** The grades that a cell names: a word, or every ticked box. An empty list: nothing is filled in or ticked. */
export function gradesIn(field: GradeField): GradeWord[] {
  const text = field.text.replace(/\s+/g, "");
  if (field.style === "boxes") return GRADES.filter((word) => new RegExp(`${TICKED}${word}|${word}(?:[(（][^)）]*[)）])?${TICKED}`).test(text) && hasOwnTick(text, word));
  if (text === "") return [];
  const bare = text.replace(/[“”"'（）()。]/g, "");
  return GRADES.filter((word) => bare === word || bare.startsWith(word));
}

/** Boxes stand before their words or behind them; the first box of the text tells which. */
function boxesLead(text: string): boolean {
  return new RegExp(`^[^优良中差]*${BOX}`).test(text);
}

function hasOwnTick(text: string, word: GradeWord): boolean {
  return boxesLead(text) ? new RegExp(`${TICKED}${word}`).test(text) : new RegExp(`${word}[^优良中差]*?${TICKED}`).test(text);
}

/** The cell's text with the box of one grade ticked and all others empty; same length, nothing else changed. */
export function tick(text: string, grade: GradeWord): string {
  const lead = boxesLead(text.replace(/\s+/g, ""));
  const pattern = lead ? new RegExp(`(${BOX})(\\s*)([优良中差])`, "g") : new RegExp(`([优良中差])([^优良中差]*?)(${BOX})`, "g");
  return text.replace(pattern, (_whole, a: string, between: string, c: string) => {
    const word = lead ? c : a;
    const box = word === grade ? "☑" : "□";
    return lead ? box + between + c : a + between + box;
  });
}
