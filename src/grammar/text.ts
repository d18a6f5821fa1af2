/** What is done to every value before it is read (G1, G2), and small helpers on characters. */
import { toHalfWidth } from "../model/decimal";
import { memo } from "../model/memo";
import { LEADING_MARKS, QUOTES, SIGN_TWINS, TRAILING_MARKS } from "./lexicon";

const HIDDEN = /(?!\s)[\p{Cc}\p{Cf}]/gu;
/** Nothing in it to remove or to replace: most names. */
const PLAIN = /^[一-鿿A-Za-z\d]*$/;
const BLANKS = /\s+/g;
const BLANK_OR_HIDDEN = /[\s\p{Cc}\p{Cf}]/u;
const ASCII_WORD = /[0-9A-Za-z]/;
const ANY_QUOTE = new RegExp(`[${QUOTES}]`);
const TWINS = new RegExp(`[${[...SIGN_TWINS.keys()].join("")}]`, "g");

function stripEdges(text: string, leading: string, trailing: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && leading.includes(text.charAt(start))) start++;
  while (end > start && trailing.includes(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}

/**
 * The value as a person means it: no line breaks, no blanks (but one between two Latin words or numbers), no star in front,
 * no full stop behind, no quotes around. `clean(clean(x)) === clean(x)`: a quality's word is a cleaned text, and reading it
 * again must find nothing more to remove.
 */
export function clean(text: string): string {
  return PLAIN.test(text) ? text : cleaned(text);
}

const cleaned = memo(cleanText);

function cleanText(text: string): string {
  let squeezed = text;
  if (BLANK_OR_HIDDEN.test(text)) {
    const visible = text.replace(HIDDEN, "");
    squeezed = visible.replace(BLANKS, (blank: string, offset: number) =>
      ASCII_WORD.test(visible.charAt(offset - 1)) && ASCII_WORD.test(visible.charAt(offset + blank.length)) ? " " : "",
    );
  }
  const bare = stripEdges(squeezed, LEADING_MARKS + QUOTES, TRAILING_MARKS + QUOTES);
  // “甲”和“乙”: here the outer quotes do not belong together.
  return ANY_QUOTE.test(bare) ? stripEdges(squeezed, LEADING_MARKS, TRAILING_MARKS) : bare;
}

/** One spelling for signs that look alike (＞﹥ > , ≧ ≥, — -). Length is kept: positions in both texts agree. */
export function fold(text: string): string {
  return PLAIN.test(text) ? text : folded(text);
}

const folded = memo(foldText);

function foldText(text: string): string {
  return toHalfWidth(text).replace(TWINS, (sign) => SIGN_TWINS.get(sign) ?? sign);
}

export function isDigit(character: string): boolean {
  return character >= "0" && character <= "9" && character.length === 1;
}

export function isLatin(character: string): boolean {
  return (character >= "a" && character <= "z") || (character >= "A" && character <= "Z");
}

export function isHan(character: string): boolean {
  return character >= "㐀" && character <= "鿿";
}

/** Up to four ASCII digits as a calendar number; domain values are Decimals and never come here. */
export function calendarNumber(digits: string): number {
  let value = 0;
  for (let i = 0; i < digits.length; i++) value = value * 10 + (digits.charCodeAt(i) - 48);
  return value;
}

/** Position of the bracket that closes the one at `open`, at most `reach` characters on; -1 if there is none. */
export function closingBracket(text: string, open: number, reach: number): number {
  const limit = Math.min(text.length, open + reach);
  for (let i = open + 1; i < limit; i++) {
    if (text.charAt(i) === ")") return i;
    if (text.charAt(i) === "(") return -1;
  }
  return -1;
}
