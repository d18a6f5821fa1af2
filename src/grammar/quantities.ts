/** Numbers with their operators and units inside a value (G3–G11). Works on folded text; linear in its length. */
import { decimal, plain } from "../model/decimal";
import type { Operator, Quantity } from "../model/reading";
import {
  FILLERS, NOT_A_TAIL, NO_NUMBER_AFTER, OLD_VALUE_WORDS, OPERATOR_WORDS, RATE_NAME_ENDS, TAIL_OPERATORS, YIELDING_OPERATORS,
} from "./lexicon";
import { closingBracket, isDigit, isHan, isLatin } from "./text";
import { DESCRIBING_UNITS, UNITS_AT_START_ONLY } from "./unit-words";
import { unitAt, type UnitSpan } from "./unit-reader";
import { WordIndex } from "./word-index";

const operatorWords = new WordIndex(OPERATOR_WORDS.keys());
const tailWords = new WordIndex(TAIL_OPERATORS.keys());
const notATail = new WordIndex(NOT_A_TAIL);
const fillers = new WordIndex(FILLERS);
const oldValues = new WordIndex(OLD_VALUE_WORDS);
const rateNames = new WordIndex(RATE_NAME_ENDS);

/** Thousands may be set apart by a comma or by a blank. */
const NUMBER = /(?:\d{1,3}(?:[, ]\d{3})+(?!\d)|\d+)(?:\.\d+)?|\.\d+/g;
const NUMBER_HERE = new RegExp(NUMBER.source, "y");
const YEAR = /^(?:19|20)\d\d$/;
const COMPARISON_SIGNS = "<>=≥≤";
const RANGE_SIGNS = "-~至到";
const CLAUSE_STARTS = ":(,;。";
/** What may stand behind a number without unit. */
const ENDS = ")(,;。、!?|[]'\"”’》>=<≥≤ ";
const LONGEST_REMARK = 40;

/** How loudly a number speaks for the value; only the loudest are read (G11). */
const LOUD = 3;
const PLAIN = 2;
/** Taken off where the number describes, quotes an old value or stands in brackets. */
const QUIETER = 2;

interface Candidate {
  readonly quantities: readonly Quantity[];
  readonly volume: number;
  readonly end: number;
}

/** Digits as the model wants them: no separators, no idle zeros. */
function digits(written: string, negative: boolean): string {
  const value = decimal(written.replace(/[, ]/g, ""));
  return plain(negative ? value.negated() : value);
}

function signOperator(run: string): Operator | null {
  const up = run.includes(">") || run.includes("≥");
  const down = run.includes("<") || run.includes("≤");
  if (up && down) return null;
  const equal = run.includes("=") || run.includes("≥") || run.includes("≤");
  if (up) return equal ? ">=" : ">";
  if (down) return equal ? "<=" : "<";
  return "=";
}

interface Left {
  readonly operator: Operator | null;
  readonly sign: boolean;
  readonly yields: boolean;
  /** Where operator and fillers begin. */
  readonly start: number;
}

/** What stands before the number: an operator, perhaps with fillers between. */
function leftOf(text: string, position: number, floor: number): Left {
  let at = position;
  while (at > floor) {
    let run = at;
    while (run > floor && COMPARISON_SIGNS.includes(text.charAt(run - 1))) run--;
    if (run < at) {
      const operator = signOperator(text.slice(run, at));
      const word = operator === "=" ? operatorWords.before(text, run) : null;
      const wordOperator = word === null ? null : OPERATOR_WORDS.get(word);
      // 大于=95%
      if (word !== null && (wordOperator === ">" || wordOperator === "<")) {
        return { operator: wordOperator === ">" ? ">=" : "<=", sign: true, yields: false, start: run - word.length };
      }
      return { operator, sign: true, yields: false, start: run };
    }
    const word = operatorWords.before(text, at);
    if (word !== null && at - word.length >= floor) {
      return { operator: OPERATOR_WORDS.get(word) ?? null, sign: false, yields: YIELDING_OPERATORS.has(word), start: at - word.length };
    }
    const filler = text.charAt(at - 1) === " " ? " " : fillers.before(text, at);
    if (filler === null || at - filler.length < floor) break;
    at -= filler.length;
  }
  return { operator: null, sign: false, yields: false, start: at };
}

/** A sign is one only at the start, behind an operator or behind a mark: in 满意度-95% it is a dash. */
function signAndLeft(text: string, start: number, floor: number): { readonly left: Left; readonly signed: boolean } {
  if (start > floor && "+-".includes(text.charAt(start - 1))) {
    const left = leftOf(text, start - 1, floor);
    const edge = text.charAt(left.start - 1);
    if (left.operator !== null || edge === "" || CLAUSE_STARTS.includes(edge)) return { left, signed: true };
  }
  return { left: leftOf(text, start, floor), signed: false };
}

interface Right {
  readonly span: UnitSpan;
  readonly tail: Operator | null;
  readonly tailed: boolean;
  readonly end: number;
}

function rightOf(text: string, position: number, guess: boolean): Right {
  const span = unitAt(text, position, guess);
  let end = span.end;
  let word = tailAt(text, end);
  if (word === null && text.charAt(end) === "(") {
    // 95%(含本数)以上
    const close = closingBracket(text, end, LONGEST_REMARK);
    const behind = close < 0 ? null : tailAt(text, close + 1);
    if (behind !== null) {
      end = close + 1;
      word = behind;
    }
  }
  return { span, tail: word === null ? null : (TAIL_OPERATORS.get(word) ?? null), tailed: word !== null, end: end + (word?.length ?? 0) };
}

function tailAt(text: string, position: number): string | null {
  return notATail.at(text, position) === null ? tailWords.at(text, position) : null;
}

/** A code, a version, a ratio, a fraction: 7*24, 1:15, 3/4, 2.0.1. */
function isPartOfCode(text: string, start: number, end: number): boolean {
  const before = text.charAt(start - 1);
  if (isLatin(before) || isDigit(before)) return true;
  if (before !== "" && NO_NUMBER_AFTER.includes(before)) return true;
  if (".:*×/,-+ ".includes(before) && before !== "" && (isDigit(text.charAt(start - 2)) || isLatin(text.charAt(start - 2)))) return true;
  const after = text.charAt(end);
  return after !== "" && ".:*×/,+xX".includes(after) && isDigit(text.charAt(end + 1));
}

/** 2024年 is a year, 1月5日 and 15日前 are dates: not quantities, unless an operator or brackets say so. */
function isDateLike(text: string, number: string, left: Left, right: Right): boolean {
  const { unit, bracketed } = right.span;
  if (bracketed || unit === null) return false;
  if (unit.startsWith("年") && YEAR.test(number)) return true;
  if (left.operator !== null || right.tailed) return false;
  const first = unit.charAt(0);
  const small = number.length <= 2 && (number.length < 2 || number <= "12");
  if (first === "月") return small || right.end < text.length;
  return (first === "日" || unit === "号") && right.end < text.length && !ENDS.includes(text.charAt(right.end));
}

function isAccepted(text: string, number: string, left: Left, right: Right, firm: boolean): boolean {
  const { unit, sure, wordy } = right.span;
  if (isDateLike(text, number, left, right)) return false;
  if (unit !== null) return firm || (sure && (!UNITS_AT_START_ONLY.has(unit) || right.tailed));
  if (right.tailed) return true;
  if (!firm) return false;
  const next = text.charAt(right.end);
  if (next === "" || ENDS.includes(next)) return true;
  if (next === "." || next === "-") return right.end === text.length - 1;
  return isHan(next) && (left.operator !== null || !wordy);
}

function isLower(a: string, b: string): boolean {
  return decimal(a).lt(decimal(b));
}

/** The upper end of a range that begins before `position`: 80%-90%, 3~5次. Null if no range stands here. */
function rangeEnd(text: string, position: number, guess: boolean): { readonly number: string; readonly right: Right } | null {
  if (position >= text.length || !RANGE_SIGNS.includes(text.charAt(position))) return null;
  NUMBER_HERE.lastIndex = position + 1;
  const match = NUMBER_HERE.exec(text);
  if (!match) return null;
  return { number: match[0], right: rightOf(text, NUMBER_HERE.lastIndex, guess) };
}

function candidateAt(text: string, match: string, start: number, floor: number, inBrackets: boolean): Candidate | null {
  const end = start + match.length;
  if (isPartOfCode(text, start, end)) return null;
  const { left, signed } = signAndLeft(text, start, floor);
  const edge = text.charAt(left.start - 1);
  const firm = left.operator !== null || edge === "" || CLAUSE_STARTS.includes(edge);
  if (left.sign && left.operator === null) return null;
  if (!firm && match.startsWith(".")) return null;
  const right = rightOf(text, end, firm);
  const named = rateNames.before(text, left.start) !== null && right.span.unit !== null;
  const volume = left.sign || named ? LOUD : PLAIN;
  const quiet = inBrackets || (right.span.unit !== null && DESCRIBING_UNITS.has(right.span.unit)) || oldValues.before(text, left.start) !== null;
  const loudness = quiet ? volume - QUIETER : volume;
  const negative = signed && text.charAt(start - 1) === "-";

  const upper = right.tailed ? null : rangeEnd(text, right.end, firm);
  if (upper) {
    const units = { low: right.span.unit ?? upper.right.span.unit, high: upper.right.span.unit ?? right.span.unit };
    const low = digits(match, negative);
    const high = digits(upper.number, false);
    const plausible = isAccepted(text, upper.number, left, upper.right, firm) && !(units.high?.startsWith("年") && YEAR.test(match));
    if (!plausible || !isLower(low, high)) return { quantities: [], volume: loudness, end: upper.right.end };
    return {
      quantities: [
        { kind: "quantity", operator: ">=", number: low, unit: units.low },
        { kind: "quantity", operator: "<=", number: high, unit: units.high },
      ],
      volume: loudness,
      end: upper.right.end,
    };
  }
  if (!isAccepted(text, match, left, right, firm)) return null;
  const overruled = left.operator === null || (left.yields && right.tail !== null);
  const operator = overruled ? (right.tail ?? left.operator) : left.operator;
  return { quantities: [{ kind: "quantity", operator, number: digits(match, negative), unit: right.span.unit }], volume: loudness, end: right.end };
}

/**
 * The quantities that the text states; several if it states more than one with equal weight, none if its digits are only
 * part of a name, a code or a year.
 */
export function quantitiesIn(text: string): readonly Quantity[] {
  let best: Quantity[] = [];
  let loudest = -1;
  let floor = 0;
  let depth = 0;
  let seen = 0;
  let opening = false;
  NUMBER.lastIndex = 0;
  for (let match = NUMBER.exec(text); match; match = NUMBER.exec(text)) {
    for (; seen < match.index; seen++) {
      const character = text.charAt(seen);
      if (character === "(") {
        if (depth === 0) opening = seen === 0;
        depth++;
      } else if (character === ")" && depth > 0) depth--;
    }
    const found = candidateAt(text, match[0], match.index, floor, depth > 0 && !opening);
    floor = NUMBER.lastIndex;
    if (!found) continue;
    floor = Math.max(floor, found.end);
    if (found.end > NUMBER.lastIndex) NUMBER.lastIndex = found.end;
    if (found.quantities.length === 0) continue;
    if (found.volume > loudest) best = [...found.quantities];
    else if (found.volume === loudest) best.push(...found.quantities);
    loudest = Math.max(loudest, found.volume);
  }
  return best;
}
