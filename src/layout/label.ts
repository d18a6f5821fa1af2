/** A cell's text as a label: the bare word, and what its brackets say. SPEC L2, L7. */
import { toHalfWidth } from "../model/decimal";
import type { MoneyUnit } from "../model/form";
import { isListed } from "./lexicon/all-words";

export interface Label {
  /** Without blanks, quotes, colon, numbering and bracketed suffixes; full-width characters folded. */
  readonly word: string;
  /** The same with its brackets: 年度(/项目)指标值. */
  readonly full: string;
  /** The word is in one of the lexicons; all others need not be looked up. */
  readonly listed: boolean;
  /** "10" of 预算执行情况(10分). */
  readonly points: string | null;
  readonly money: MoneyUnit | null;
  /** 其中：当年财政拨款 is 当年财政拨款, a part of what stands above. */
  readonly among: boolean;
  /** What follows the colon in the same cell: 项目名称：甲 → "甲"; "" if nothing does, null if there is no colon. */
  readonly inline: string | null;
  /** The next label of the same cell: 主管部门：甲  实施单位：乙. */
  readonly next: Label | null;
}

/** Longer texts are prose, not labels; reading them as labels would only cost time. */
export const LABEL_LIMIT = 80;
/** A colon further on belongs to a sentence. */
const COLON_LIMIT = 20;

const POINTS = /^(?:满分|共|计)?(\d+(?:\.\d+)?)分(?:[*×x].*)?$/;
const POINTS_BEHIND = /^(.*[^\d.])(\d+(?:\.\d+)?)分$/;
const MONEY = /^(?:(?:金额)?单位[:为]?)?(?:人民币)?(万?元)$/;
/** 一、 (一) 1. 2、 - before the word. */
const NUMBERING = /^(?:\(?[一二三四五六七八九十]{1,3}[)、.]|\(?\d{1,2}[)、.](?!\d)|[-—+·]+)+(?=.)/;
const AMONG = /^\s*其中\s*[:：]?\s*(?=\S)/;
const PLAIN_WORDS = /^[一-鿿A-Za-z\d]+$/;
const NEXT_LABEL = /[ \t　]+([^\s:：]{2,10}[ \t　]*[:：])/;

/** Null for texts that are too long to be a label. Never throws. */
export function readLabel(text: string): Label | null {
  if (text.length === 0) return null;
  // Nothing to fold, to strip or to take apart: most cells of a form.
  if (text.length <= LABEL_LIMIT && PLAIN_WORDS.test(text) && !text.startsWith("其中") && !text.endsWith("分")) {
    return { word: text, full: text, listed: isListed(text, text), points: null, money: null, among: false, inline: null, next: null };
  }
  const among = AMONG.exec(text)?.[0] ?? "";
  const own = among === "" ? text : text.slice(among.length);
  const colon = colonAt(own);
  // Only an inline value (项目名称：甲) lets a label be long.
  if (own.length > LABEL_LIMIT && (colon < 0 || colon > COLON_LIMIT)) return null;
  const full = tight(colon < 0 ? own : own.slice(0, colon)).replace(NUMBERING, "");
  const inside = readBrackets(full);
  const behind = inside.points === null ? POINTS_BEHIND.exec(inside.word) : null;
  const after = colon < 0 ? null : splitInline(own.slice(colon + 1));
  const word = (behind?.[1] ?? inside.word).replace(/[、,;。]+$/, "");
  return {
    word,
    full,
    listed: isListed(word, full),
    points: inside.points ?? behind?.[2] ?? null,
    money: inside.money,
    among: among !== "",
    inline: after?.value ?? null,
    next: after?.rest ? readLabel(after.rest) : null,
  };
}

function tight(text: string): string {
  return toHalfWidth(text).replace(/[\s"“”'‘’]+/g, "").replace(/^[★☆*]+/, "");
}

/** The first colon outside of brackets: 项目资金(单位：万元) has none. */
function colonAt(text: string): number {
  if (!/[:：]/.test(text)) return -1;
  let depth = 0;
  for (let at = 0; at < text.length && at <= LABEL_LIMIT; at++) {
    const character = text.charAt(at);
    if (/[(（【[]/.test(character)) depth++;
    else if (/[)）】\]]/.test(character)) depth--;
    else if (depth <= 0 && /[:：]/.test(character)) return at;
  }
  return -1;
}

function readBrackets(full: string): Pick<Label, "word" | "points" | "money"> {
  let points: string | null = null;
  let money: MoneyUnit | null = null;
  const word = full.replace(/[([【]([^()[\]【】]*)[)\]】]/g, (whole, inside: string, at: number) => {
    const score = POINTS.exec(inside);
    const unit = MONEY.exec(inside);
    if (score) points = score[1] ?? null;
    else if (unit) money = unit[1] === "元" ? "元" : "万元";
    // (A), (B/A), (盖章), (/项目): a remark on the word before it.
    else if (at === 0 || inside.length > 12) return whole;
    return "";
  });
  return { word, points, money };
}

/** The text behind the colon as written, up to the next label of the same line. */
function splitInline(text: string): { value: string; rest: string | null } {
  const next = text.length <= LABEL_LIMIT && !/[\r\n]/.test(text.trim()) ? NEXT_LABEL.exec(text) : null;
  if (!next) return { value: text.trim(), rest: null };
  return { value: text.slice(0, next.index).trim(), rest: text.slice(next.index).trim() };
}
