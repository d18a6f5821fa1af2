/** What people put into a 偏差原因分析 cell when they give no reason. Scoring SPEC S20; the marks' formula uses the same list. */
import { toHalfWidth } from "./decimal";

/** Compared after blanks are removed and full-width characters folded. The empty text is one of them. */
export const NO_REASON_WORDS: readonly string[] = ["", "无", "无。", "/", "//", "\\", "-", "--", "—", "——", "0", "。", ".", "、", "…", "……"];

const words = new Set(NO_REASON_WORDS);

export function isNoReason(text: string): boolean {
  // Longer than any word with some blanks around it: a reason, and no need to fold a long text.
  return text.length <= 16 && (words.has(text) || words.has(toHalfWidth(text).replace(/\s+/g, "")));
}
