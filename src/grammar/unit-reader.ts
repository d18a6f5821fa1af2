/** Where a unit ends (G8–G10): in brackets, from the lexicon, or as a short unknown noun. Works on folded text. */
import { closingBracket, isDigit, isHan, isLatin } from "./text";
import { BARE_MULTIPLIERS, MULTIPLIERS, NAMED_BY_NUMBER, NOT_IN_UNIT, UNIT_JOINTS, UNIT_WORDS } from "./unit-words";
import { WordIndex } from "./word-index";

const units = new WordIndex(UNIT_WORDS);
const multipliers = new WordIndex(MULTIPLIERS);
const notInUnit = new WordIndex(NOT_IN_UNIT);
const namedByNumber = new WordIndex(NAMED_BY_NUMBER);

const LONGEST_UNKNOWN = 4;
const LONGEST_BRACKET = 24;
const UNKNOWN_PART = /^[㐀-鿿A-Za-z℃°µμΩ²³㎡%‰‱][㐀-鿿A-Za-z0-9℃°µμΩ²³㎡%‰‱]{0,7}$/;

export interface UnitSpan {
  /** Null: no unit stands here. */
  readonly unit: string | null;
  readonly end: number;
  /** From the lexicon or in brackets: proof enough that the number before it is a quantity. */
  readonly sure: boolean;
  readonly bracketed: boolean;
  /** A long run of words that is no unit: 12345热线. */
  readonly wordy: boolean;
}

const isDigitOrLatin = (character: string): boolean => isDigit(character) || isLatin(character);

/** A Latin unit must not be the beginning of a longer word: 5GHz is not 5 GB. */
function wordAt(text: string, position: number): string | null {
  const word = units.at(text, position);
  if (word === null) return null;
  return isLatin(word.charAt(word.length - 1)) && isDigitOrLatin(text.charAt(position + word.length)) ? null : word;
}

/** One unit without joints: 次, 万元, 万. */
function simpleAt(text: string, position: number): string | null {
  const word = wordAt(text, position);
  const multiplier = multipliers.at(text, position);
  if (multiplier === null) return word;
  const multiplied = wordAt(text, position + multiplier.length);
  const together = multiplied === null ? (BARE_MULTIPLIERS.has(multiplier) ? multiplier : null) : multiplier + multiplied;
  if (word !== null && (together === null || word.length >= together.length)) return word;
  return together;
}

/** End of a unit of the lexicon with its joints (元/人·月), or -1. */
function knownEnd(text: string, start: number): number {
  const first = simpleAt(text, start);
  if (first === null) return -1;
  let end = start + first.length;
  for (;;) {
    if (end >= text.length || !UNIT_JOINTS.includes(text.charAt(end))) return end;
    const each = text.charAt(end + 1) === "每" ? 1 : 0;
    const next = simpleAt(text, end + 1 + each);
    if (next === null) return end;
    end += 1 + each + next.length;
  }
}

/** A unit in brackets may be any short noun, for the brackets say that it is one. */
function isBracketUnit(content: string): boolean {
  if (content === "" || content.length > LONGEST_BRACKET) return false;
  if (knownEnd(content, 0) === content.length) return true;
  let part = "";
  for (let i = 0; i <= content.length; i++) {
    const character = content.charAt(i);
    if (i < content.length && !UNIT_JOINTS.includes(character)) {
      part += character;
      continue;
    }
    if (!UNKNOWN_PART.test(part) || notInUnit.firstIn(part) >= 0) return false;
    part = "";
  }
  return true;
}

/** The unit of "(元/人)" that opens at `open`: also "(单位:次)". */
function bracketAt(text: string, open: number): UnitSpan | null {
  const close = closingBracket(text, open, LONGEST_BRACKET + 5);
  if (close < 0) return null;
  const content = text.slice(open + 1, close).replace(/^单位:?/, "");
  return isBracketUnit(content) ? { unit: content, end: close + 1, sure: true, bracketed: true, wordy: false } : null;
}

function unknownAt(text: string, start: number): UnitSpan {
  let end = start;
  while (end < text.length && end - start <= LONGEST_UNKNOWN && isHan(text.charAt(end)) && notInUnit.at(text, end) === null) end++;
  const length = end - start;
  const wordy = length > LONGEST_UNKNOWN || namedByNumber.at(text, start) !== null;
  if (length === 0 || wordy) return { unit: null, end: start, sure: false, bracketed: false, wordy };
  return { unit: text.slice(start, end), end, sure: false, bracketed: false, wordy: false };
}

/** The unit behind a number that ends at `position`. `guess`: take a short unknown noun as well. */
export function unitAt(text: string, position: number, guess: boolean): UnitSpan {
  let start = position;
  while (text.charAt(start) === " ") start++;
  // 100余人: about that many.
  while (text.charAt(start) === "余" || text.charAt(start) === "多") start++;
  const bracket = text.charAt(start) === "(" ? bracketAt(text, start) : null;
  if (bracket) return bracket;
  const end = knownEnd(text, start);
  if (end >= 0) {
    const unit = text.slice(start, end);
    // ≥15万(人)
    const more = BARE_MULTIPLIERS.has(unit) && text.charAt(end) === "(" ? bracketAt(text, end) : null;
    if (more?.unit && knownEnd(unit + more.unit, 0) === unit.length + more.unit.length) return { ...more, unit: unit + more.unit };
    return { unit, end, sure: true, bracketed: false, wordy: false };
  }
  if (guess) return unknownAt(text, start);
  return { unit: null, end: position, sure: false, bracketed: false, wordy: isHan(text.charAt(start)) };
}

/** Whether the unit reads as itself without brackets. */
export function readsUnbracketed(unit: string): boolean {
  const span = unitAt(unit, 0, true);
  return span.unit === unit && !span.bracketed && span.end === unit.length;
}

/** Whether the text is nothing but a unit, in brackets or without: a template without its number. */
export function isUnitOnly(text: string): boolean {
  return text.startsWith("(") ? bracketAt(text, 0)?.end === text.length : knownEnd(text, 0) === text.length;
}
