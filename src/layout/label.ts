/** A cell's text as a label: the bare word, and what its brackets say. */
import { toHalfWidth } from "../model/decimal";
import type { MoneyUnit } from "../model/form";

export interface Label {
  /** Without blanks, quotes, colon and bracketed suffixes; full-width characters folded. */
  readonly word: string;
  /** The same with its brackets: 年度(/项目)指标值. */
  readonly full: string;
  /** "10" of 预算执行情况(10分). */
  readonly points: string | null;
  readonly money: MoneyUnit | null;
  /** 执行率(%) */
  readonly percent: boolean;
  /** What follows the colon in the same cell: 项目名称：甲 → "甲"; "" if nothing does, null if there is no colon. */
  readonly inline: string | null;
}

/** Longer texts are prose, not labels; reading them as labels would only cost time. */
export const LABEL_LIMIT = 80;

const POINTS = /^(\d+(?:\.\d+)?)分(?:[*×x].*)?$/;

/** Null for texts that are too long to be a label. Never throws. */
export function readLabel(text: string): Label | null {
  if (text.length === 0) return null;
  const tight = toHalfWidth(text.length > LABEL_LIMIT ? text.slice(0, LABEL_LIMIT) : text).replace(/[\s"“”'‘’]+/g, "").replace(/^[★☆*]+/, "");
  const colon = tight.indexOf(":");
  // Only an inline value (项目名称：甲) lets a label be long.
  if (text.length > LABEL_LIMIT && (colon < 0 || colon > 20)) return null;
  const full = colon < 0 ? tight : tight.slice(0, colon);
  let points: string | null = null;
  let money: MoneyUnit | null = null;
  let percent = false;
  const word = full.replace(/[([【]([^()[\]【】]*)[)\]】]/g, (whole, inside: string, at: number) => {
    const score = POINTS.exec(inside);
    if (score) points = score[1] ?? null;
    else if (/万元/.test(inside)) money = "万元";
    else if (/元/.test(inside)) money = "元";
    else if (/%/.test(inside)) percent = true;
    // (A), (B/A), (盖章), (/项目): a remark on the word before it.
    else if (at === 0 || inside.length > 12) return whole;
    return "";
  });
  return { word: word.replace(/[、,;。]+$/, ""), full, points, money, percent, inline: colon < 0 ? null : inlineValue(text) };
}

/** After the first colon of the text as written, blanks inside kept. */
function inlineValue(text: string): string {
  const at = text.search(/[:：]/);
  return text.slice(at + 1).trim();
}
