/** 栏次 | 1 | 2 | 3: a row below a header that numbers its columns, and says nothing of any indicator. SPEC L3. */
import { toHalfWidth } from "../model/decimal";
import type { CellView, RowView } from "./sheet-view";

const CAPTION = /^(?:栏次|列次|行次|栏号|列号|栏)$/;
/** 3, (3), ③, 3=2/1 */
const NUMBER = /^(?:\(?(\d{1,2})\)?(?:=.+)?|([①-⑳]))$/;
const LEAST = 3;
/** Longer texts are no numbers; most rows are told by their last cell. */
const LONGEST = 12;

export function isColumnNumbers({ cells }: RowView): boolean {
  const first = cells[0];
  const last = cells.at(-1);
  if (!first || !last || cells.length < LEAST || !isShort(last)) return false;
  const numbers = CAPTION.test(tight(first.text)) ? cells.slice(1) : cells;
  if (numbers.length < LEAST) return false;
  let before: number | null = null;
  for (const { cell, text } of numbers) {
    const number = numberIn(cell.value.kind === "number" ? cell.value.digits : tight(text));
    if (number === null || (before !== null && number !== before + 1)) return false;
    before = number;
  }
  return true;
}

function isShort({ cell, text }: CellView): boolean {
  return cell.value.kind === "number" || (text.length <= LONGEST && /[\d０-９①-⑳]/.test(text));
}

function tight(text: string): string {
  return toHalfWidth(text).replace(/\s+/g, "");
}

/** A column's number: counted, not measured. */
function numberIn(text: string): number | null {
  const [, digits, circled] = NUMBER.exec(text) ?? [];
  if (circled !== undefined) return circled.charCodeAt(0) - "①".charCodeAt(0) + 1;
  if (digits === undefined) return null;
  return [...digits].reduce((number, digit) => number * 10 + digit.charCodeAt(0) - "0".charCodeAt(0), 0);
}
