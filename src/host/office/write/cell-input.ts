/** What to hand to Excel so that a cell holds exactly what is meant: Excel treats what an add-in writes as if it had been typed. */
import type { CellValue } from "../../../model/grid";

/** Formulas and what Excel takes for the beginning of one, in both widths; and the apostrophe, which would be swallowed. */
const STARTS_LIKE_INPUT = /^[=+\-@'＝＋－＠]/;

/** What numbers, dates, times, amounts and percentages are made of in a Chinese Excel; English month names too. */
const NUMBERISH = /^[\u0020-\u007e\s０-９．，％￥＄：／（）年月日号时点分秒上下午星期周一二三四五六七八九十〇零百千万亿元¥€£°]*$/;
const HAS_DIGIT = /[0-9０-９一二三四五六七八九十〇零]/;
const WORD = /^\s*(?:true|false|#(?:n\/a|ref!|value!|div\/0!|name\?|num!|null!))\s*$/i;

/** `format` is the number format that the cell has when the value arrives. */
export function inputFor(value: CellValue, format: string): string | number | boolean {
  switch (value.kind) {
    case "empty":
      return "";
    case "number":
      // Excel holds doubles: the nearest one to the digits is what typing them would give, in every locale.
      return Number(value.digits);
    case "boolean":
      return value.value;
    case "error":
      return value.code;
    case "text":
      return needsApostrophe(value.text, format) ? `'${value.text}` : value.text;
  }
}

/** Only where it is needed: the apostrophe stays with the cell's style. */
export function needsApostrophe(text: string, format: string): boolean {
  if (text === "") return false;
  if (STARTS_LIKE_INPUT.test(text)) return true;
  // A cell formatted as text keeps everything else as it comes.
  if (format === "@") return false;
  return WORD.test(text) || (HAS_DIGIT.test(text) && NUMBERISH.test(text));
}
