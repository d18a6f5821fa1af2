/**
 * Indicator values as readings: 年度指标值, 实际完成值 (SPEC.md, G1–G24).
 *
 * Total and stateless: any text has a reading, no text throws, and the time is linear in its length.
 */
import { memo } from "../model/memo";
import { EMPTY_READING, UNREADABLE, type Reading } from "../model/reading";
import { deadlineIn } from "./deadlines";
import { ANSWER_SIGNS, EMPTY_MARKS, EMPTY_WORDS, ERROR_VALUES, OPERATOR_WORDS, PLACEHOLDER } from "./lexicon";
import { isBudgetLimit } from "./limits";
import { itemsByNumber, itemsBySign, piecesBetween } from "./lists";
import { quantitiesIn } from "./quantities";
import { clean, fold } from "./text";
import { isUnitOnly } from "./unit-reader";

export interface ReadingContext {
  /** The form's year, for deadlines that name none; null if unknown. */
  readonly year: number | null;
}

const LINE_BREAK = /[\r\n\v\f\u0085\u2028\u2029]+/;
const SAYS_SOMETHING = /[\p{L}\p{N}]/u;
const DIGIT = /\d/;
const LEADING_OPERATOR = /^[<>=≥≤]+/;

/** Lists in lists in lists: nobody writes deeper, and a cap keeps the time linear. */
const DEEPEST = 4;

/** Carries a figure, a date or an amount, and thus counts as a part of its own (G19). */
function isFirm(reading: Reading): boolean {
  switch (reading.kind) {
    case "quantity":
    case "deadline":
    case "limit":
      return true;
    case "several":
      return reading.parts.some(isFirm);
    case "quality":
    case "empty":
    case "unreadable":
      return false;
  }
}

function combine(readings: readonly Reading[]): Reading {
  const [first, second] = readings;
  if (first === undefined) return EMPTY_READING;
  return second === undefined ? first : { kind: "several", parts: readings };
}

function readEach(pieces: readonly string[], context: ReadingContext, depth: number): Reading[] {
  const readings: Reading[] = [];
  for (const piece of pieces) for (const reading of read(piece, context, depth + 1)) readings.push(reading);
  return readings;
}

/** Readings of the pieces if at least two of them carry figures; null: the text is one value. */
function readIfFirm(pieces: readonly string[] | null, context: ReadingContext, depth: number): Reading[] | null {
  if (pieces === null) return null;
  const readings = readEach(pieces, context, depth);
  let firm = 0;
  for (const reading of readings) if (isFirm(reading)) firm++;
  return firm >= 2 ? readings : null;
}

function isMarksOnly(folded: string): boolean {
  for (const character of folded) if (!EMPTY_MARKS.includes(character)) return false;
  return true;
}

function isUnreadable(folded: string): boolean {
  if (ERROR_VALUES.has(folded.toUpperCase()) || OPERATOR_WORDS.has(folded)) return true;
  if (!SAYS_SOMETHING.test(folded)) return !(folded.length === 1 && ANSWER_SIGNS.includes(folded));
  if (PLACEHOLDER.test(folded)) return true;
  if (DIGIT.test(folded)) return false;
  const bare = folded.replace(LEADING_OPERATOR, "");
  return (bare !== folded || bare.startsWith("(")) && isUnitOnly(bare);
}

/** A text that is no list: deadline, quantity, limit, or a level in words. */
function readOne(word: string, folded: string, context: ReadingContext): Reading[] {
  const quality: Reading = { kind: "quality", word };
  const deadline = deadlineIn(folded, context.year);
  if (deadline) {
    if (deadline.date === null) return [quality];
    const readings: Reading[] = [{ kind: "deadline", date: deadline.date }];
    for (const rest of [folded.slice(0, deadline.start), folded.slice(deadline.end)]) {
      if (DIGIT.test(rest)) for (const quantity of quantitiesIn(rest)) readings.push(quantity);
    }
    return readings;
  }
  const quantities = DIGIT.test(folded) ? quantitiesIn(folded) : [];
  if (quantities.length > 0) return [...quantities];
  return isBudgetLimit(folded) ? [{ kind: "limit", of: "budget" }] : [quality];
}

/** Flat: a list within a list adds its parts. Nothing at all for an empty text. */
function read(text: string, context: ReadingContext, depth: number): readonly Reading[] {
  const word = clean(text);
  const folded = fold(word);
  if (word === "" || EMPTY_WORDS.has(folded) || isMarksOnly(folded)) return [];
  if (depth > DEEPEST) return [UNREADABLE];
  const items = itemsBySign(word) ?? itemsByNumber(word, folded);
  if (items) return readEach(items, context, depth);
  if (isUnreadable(folded)) return [UNREADABLE];
  const parts = readIfFirm(piecesBetween(word, folded, ";。"), context, depth);
  if (parts) return parts;
  const clauses = readIfFirm(piecesBetween(word, folded, ","), context, depth);
  if (clauses) return clauses.filter(isFirm);
  return readOne(word, folded, context);
}

/** Lines of a cell, if each of them is a complete value: a unit or a date shows that the break is no mere wrap. */
function readLines(text: string, context: ReadingContext): Reading[] | null {
  const lines = text.split(LINE_BREAK).filter((line) => clean(line) !== "");
  if (lines.length < 2) return null;
  const readings = readEach(lines, context, 0);
  const complete = readings.length >= lines.length && readings.every((reading) => reading.kind === "deadline" || (reading.kind === "quantity" && reading.unit !== null));
  return complete ? readings : null;
}

/**
 * Reads one value. Numbers keep their digits (no unit is converted, no percentage turned into a fraction); a 万 or 亿 stays
 * part of the unit. A deadline without a year is a quality with its words if `context.year` is null.
 */
export function parseReading(text: string, context: ReadingContext): Reading {
  const key = context.year ?? 0;
  let reader = readers.get(key);
  if (!reader) readers.set(key, (reader = memo((value) => parse(value, context))));
  return reader(text);
}

/** One memory for each year, for the year decides what 11月底 means. */
const readers = new Map<number, (text: string) => Reading>();

function parse(text: string, context: ReadingContext): Reading {
  const lines = LINE_BREAK.test(text) ? readLines(text, context) : null;
  return combine(lines ?? read(text, context, 0));
}
