/** Where a value falls into several (G18–G20). Pieces are cut from the cleaned text at positions found in the folded one. */
import { ITEM_SIGNS } from "./lexicon";
import { calendarNumber, isDigit } from "./text";

const ITEM_SIGN = new RegExp(ITEM_SIGNS.source, "g");
/** "(2)", "2)", "2、" or "2." (but not 2.5, 1.(次)). */
const MARKER = /\((\d{1,2})\)|(\d{1,2})(?:([、)])|\.(?![\d(%]|$))/g;
const FIRST_MARKER = /^(?:\(1\)|1(?:[、)]|\.(?![\d(%]|$)))/;

/** Items that signs such as ① start; null if there is no such sign. */
export function itemsBySign(word: string): readonly string[] | null {
  return ITEM_SIGNS.test(word) ? word.split(ITEM_SIGN) : null;
}

/** Items numbered 1. 2. 3. or (1)(2)(3) or 1、2、, in one style and in sequence; null if the text does not begin with the first. */
export function itemsByNumber(word: string, folded: string): readonly string[] | null {
  if (!FIRST_MARKER.test(folded)) return null;
  const items: string[] = [];
  let style: string | null = null;
  let expected = 1;
  let from = 0;
  MARKER.lastIndex = 0;
  for (let found = MARKER.exec(folded); found; found = MARKER.exec(folded)) {
    const number = found[1] ?? found[2] ?? "";
    const own = found[1] !== undefined ? "(" : (found[3] ?? ".");
    if (calendarNumber(number) !== expected || (style !== null && own !== style)) continue;
    if (found.index > 0 && (isDigit(folded.charAt(found.index - 1)) || folded.charAt(found.index - 1) === ".")) continue;
    if (expected > 1) items.push(word.slice(from, found.index));
    style = own;
    from = MARKER.lastIndex;
    expected++;
  }
  items.push(word.slice(from));
  return items;
}

/** Pieces between separators outside brackets; null if there is but one. A comma between digits separates no pieces. */
export function piecesBetween(word: string, folded: string, separators: string): readonly string[] | null {
  const pieces: string[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i < folded.length; i++) {
    const character = folded.charAt(i);
    if (character === "(") depth++;
    else if (character === ")") depth = Math.max(0, depth - 1);
    else if (depth === 0 && separators.includes(character)) {
      if (character === "," && isDigit(folded.charAt(i - 1)) && isDigit(folded.charAt(i + 1))) continue;
      pieces.push(word.slice(from, i));
      from = i + 1;
    }
  }
  if (pieces.length === 0) return null;
  pieces.push(word.slice(from));
  return pieces;
}
