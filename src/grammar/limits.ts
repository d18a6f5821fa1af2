/** Limits in words (G21): 小于等于预算数, 控制在预算范围内. Works on folded text without quantities. */
import { BUDGET_NOUNS, BUDGET_NOUN_TAILS, OPERATOR_WORDS, WITHIN_VERBS, WITHIN_WORDS } from "./lexicon";
import { WordIndex } from "./word-index";

const nouns = new WordIndex(BUDGET_NOUNS);
const nounTails = new WordIndex(BUDGET_NOUN_TAILS);
const withinWords = new WordIndex(WITHIN_WORDS);
const withinVerbs = new WordIndex(WITHIN_VERBS);
const operatorWords = new WordIndex(OPERATOR_WORDS.keys());

function limitsFromBefore(text: string, noun: number): boolean {
  for (let i = 0; i < noun; i++) {
    if ("≤<".includes(text.charAt(i))) return true;
    if (withinVerbs.at(text, i) !== null) return true;
    const word = operatorWords.at(text, i);
    if (word === null) continue;
    const operator = OPERATOR_WORDS.get(word);
    if (operator === "<=" || operator === "<") return true;
    // 不低于预算数: skip the whole word, or its 低于 would be found.
    i += word.length - 1;
  }
  return false;
}

/** Whether the text says "within the budget". */
export function isBudgetLimit(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const noun = nouns.at(text, i);
    if (noun === null) continue;
    let end = i + noun.length;
    for (let tail = nounTails.at(text, end); tail !== null; tail = nounTails.at(text, end)) end += tail.length;
    return withinWords.at(text, end) !== null || limitsFromBefore(text, i);
  }
  return false;
}
