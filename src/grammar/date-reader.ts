/** One date as people write it, at a given place of a folded text (G12–G15): how far it goes and what it names. */
import { MONTH_NUMERALS, MONTH_PARTS, NOT_BEFORE_YEAR_END, PERIOD_ENDS, QUARTER_NUMERALS, RELATIVE_YEARS } from "./date-words";
import { calendarNumber, isDigit, isHan, isLatin } from "./text";
import { WordIndex } from "./word-index";

const relativeYears = new WordIndex(RELATIVE_YEARS.keys());
const monthNumerals = new WordIndex(MONTH_NUMERALS.keys());
const monthParts = new WordIndex(MONTH_PARTS.keys());
const periodEnds = new WordIndex(PERIOD_ENDS);

const ISO = /((?:19|20)\d\d)([-/.])(\d{1,2})(?:\2(\d{1,2})(?: ?\d{1,2}:\d\d(?::\d\d)?)?)?(?![\d.])/y;
const YEAR = /((?:19|20)\d\d)年度?/y;
const SHORT_YEAR = /(\d\d)年(?=\d{1,2}月)/y;
const MONTH = /(?:\d{1,2}月?[-~至到])?(\d{1,2})月份?/y;
const DAY = /(\d{1,2})[日号](?:\d{1,2}[:时点](?:\d{1,2}分?)?)?/y;
const MONTH_DOT_DAY = /(\d{1,2})\.(\d{1,2})(?=[之以]?前)/y;

const DATE_STARTS: ReadonlySet<string> = new Set([
  ..."0123456789第年上下", ...MONTH_NUMERALS.keys(), ...[...RELATIVE_YEARS.keys()].map((word) => word.charAt(0)),
]);

export type Span = "day" | "month" | "quarter" | "half" | "year";

/** What a date names. Only `span` "day" has an exact day; a part of a month (11月中旬) counts as one. */
export interface WrittenDate {
  /** Null: the form's year, plus `shift`. */
  readonly year: number | null;
  readonly shift: number;
  readonly span: Span;
  /** 1–12: of the day, the month, or the last month of quarter or half. */
  readonly month: number;
  /** Null: the last day of the month. */
  readonly day: number | null;
  /** 底, 末: the end is named. */
  readonly ended: boolean;
  /** 2024.11 may as well be a number. */
  readonly doubtful: boolean;
  readonly end: number;
}

function match(pattern: RegExp, text: string, position: number): RegExpExecArray | null {
  pattern.lastIndex = position;
  return pattern.exec(text);
}

type YearPart = Pick<WrittenDate, "year" | "shift" | "end">;

function yearAt(text: string, position: number): YearPart | null {
  const full = match(YEAR, text, position);
  if (full) return { year: calendarNumber(full[1] ?? ""), shift: 0, end: YEAR.lastIndex };
  const short = match(SHORT_YEAR, text, position);
  if (short) return { year: 2000 + calendarNumber(short[1] ?? ""), shift: 0, end: SHORT_YEAR.lastIndex };
  const word = relativeYears.at(text, position);
  if (word === null) return null;
  const end = position + word.length;
  return { year: null, shift: RELATIVE_YEARS.get(word) ?? 0, end: text.charAt(end) === "度" ? end + 1 : end };
}

function isoAt(text: string, position: number): WrittenDate | null {
  const found = match(ISO, text, position);
  if (!found) return null;
  const [, year = "", joint = "", month = "", day] = found;
  const base = { year: calendarNumber(year), shift: 0, month: calendarNumber(month), ended: false };
  let end = ISO.lastIndex;
  if (day !== undefined) return { ...base, span: "day", day: calendarNumber(day), doubtful: false, end: text.charAt(end) === "日" ? end + 1 : end };
  const named = text.charAt(end) === "月";
  if (named) end++;
  const part = monthPartAt(text, end);
  return part
    ? { ...base, ...part }
    : { ...base, span: "month", day: null, doubtful: joint === "." && !named, end };
}

function monthPartAt(text: string, position: number): Pick<WrittenDate, "span" | "day" | "ended" | "doubtful" | "end"> | null {
  const word = monthParts.at(text, position);
  if (word === null) return null;
  return { span: "day", day: MONTH_PARTS.get(word) ?? null, ended: true, doubtful: false, end: position + word.length };
}

/** Month and what follows it, the year known or not. */
function monthAt(text: string, position: number, year: YearPart): WrittenDate | null {
  const digits = match(MONTH, text, position);
  const numeral = digits ? null : monthNumerals.at(text, position);
  let month: number;
  let end: number;
  if (digits) {
    month = calendarNumber(digits[1] ?? "");
    end = MONTH.lastIndex;
  } else if (numeral !== null && text.charAt(position + numeral.length) === "月") {
    month = MONTH_NUMERALS.get(numeral) ?? 0;
    end = position + numeral.length + 1;
  } else return null;
  const base = { year: year.year, shift: year.shift, month };
  const day = match(DAY, text, end);
  if (day) return { ...base, span: "day", day: calendarNumber(day[1] ?? ""), ended: false, doubtful: false, end: DAY.lastIndex };
  const part = monthPartAt(text, end);
  return part ? { ...base, ...part } : { ...base, span: "month", day: null, ended: false, doubtful: false, end };
}

/** Quarter, half-year or the year itself. */
function periodAt(text: string, position: number, year: YearPart): WrittenDate | null {
  const at = text.charAt(position) === "第" ? position + 1 : position;
  const base = { year: year.year, shift: year.shift, day: null, doubtful: false };
  const withEnd = (span: Span, month: number, end: number): WrittenDate => {
    const word = periodEnds.at(text, end);
    return { ...base, span, month, ended: word !== null, end: end + (word?.length ?? 0) };
  };
  const quarter = QUARTER_NUMERALS.get(text.charAt(at));
  if (quarter !== undefined && text.startsWith("季度", at + 1)) return withEnd("quarter", quarter * 3, at + 3);
  if (text.startsWith("上半年", position)) return withEnd("half", 6, position + 3);
  if (text.startsWith("下半年", position)) return withEnd("half", 12, position + 3);
  return null;
}

/** 年底, 年末, 年内 without a year before it; not 三年内. */
function bareYearEnd(text: string, position: number): WrittenDate | null {
  if (text.charAt(position) !== "年" || (position > 0 && NOT_BEFORE_YEAR_END.includes(text.charAt(position - 1)))) return null;
  const base = { year: null, shift: 0, span: "year" as const, day: null, doubtful: false };
  const word = periodEnds.at(text, position + 1);
  if (word !== null) return { ...base, month: 12, ended: true, end: position + 1 + word.length };
  if (text.charAt(position + 1) === "中" && !isHan(text.charAt(position + 2))) return { ...base, month: 6, ended: true, end: position + 2 };
  return text.startsWith("年内", position) || text.startsWith("年以内", position) ? { ...base, month: 12, ended: false, end: position + 1 } : null;
}

/** Year in words or digits and what follows it. */
function afterYear(text: string, year: YearPart): WrittenDate | null {
  const inner = monthAt(text, year.end, year) ?? periodAt(text, year.end, year);
  if (inner) return inner;
  const base = { year: year.year, shift: year.shift, span: "year" as const, day: null, doubtful: false };
  const at = text.charAt(year.end) === "年" ? year.end + 1 : year.end;
  const word = periodEnds.at(text, at);
  if (word !== null) return { ...base, month: 12, ended: true, end: at + word.length };
  return { ...base, month: 12, ended: false, end: year.end };
}

function dottedAt(text: string, position: number): WrittenDate | null {
  const dotted = match(MONTH_DOT_DAY, text, position);
  if (!dotted) return null;
  return {
    year: null, shift: 0, span: "day", month: calendarNumber(dotted[1] ?? ""), day: calendarNumber(dotted[2] ?? ""),
    ended: false, doubtful: false, end: MONTH_DOT_DAY.lastIndex,
  };
}

/** The date that begins exactly at `position`, or null. Figures may be impossible (13月): the caller checks. */
export function dateAt(text: string, position: number): WrittenDate | null {
  const first = text.charAt(position);
  if (!DATE_STARTS.has(first)) return null;
  const before = text.charAt(position - 1);
  const none: YearPart = { year: null, shift: 0, end: position };
  if (isDigit(first)) {
    if (isDigit(before) || isLatin(before) || before === "." || before === "第") return null;
    // Three digits and more are a year or nothing.
    if (isDigit(text.charAt(position + 1)) && isDigit(text.charAt(position + 2))) {
      const isoDate = isoAt(text, position);
      if (isoDate) return isoDate;
      const year = yearAt(text, position);
      return year ? afterYear(text, year) : null;
    }
  } else if (MONTH_NUMERALS.has(first) && (MONTH_NUMERALS.has(before) || isDigit(before))) return null;
  const year = yearAt(text, position);
  if (year) return afterYear(text, year);
  return monthAt(text, position, none) ?? periodAt(text, position, none) ?? bareYearEnd(text, position) ?? dottedAt(text, position);
}
