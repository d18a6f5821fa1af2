/** Deadlines (G12–G17): which date of a value is one, and its last day. Works on folded text. */
import { dayBeforeMonth, isDay, isYear, iso, lastDay, type Day } from "./calendar";
import { dateAt, type WrittenDate } from "./date-reader";
import {
  BEFORE_WORDS, COMPLETION_WORDS, DATE_LEADS, DEADLINE_LEADS, NOT_A_DEADLINE_BEFORE, NOT_A_DEADLINE_BEHIND, WITHIN_PERIOD_WORDS,
} from "./date-words";
import { WordIndex } from "./word-index";

const beforeWords = new WordIndex(BEFORE_WORDS);
const withinWords = new WordIndex(WITHIN_PERIOD_WORDS);
const dateLeads = new WordIndex(DATE_LEADS);
const deadlineLeads = new WordIndex(DEADLINE_LEADS);
const notBefore = new WordIndex(NOT_A_DEADLINE_BEFORE);
const notBehind = new WordIndex(NOT_A_DEADLINE_BEHIND);
const completion = new WordIndex(COMPLETION_WORDS);

const MAY_HOLD_A_DATE = /[年月季]|\d[-/.]\d/;
const RANGE_SIGNS = "-~至到";

export interface DeadlineSpan {
  readonly start: number;
  readonly end: number;
  /** ISO; null where the year is not known. */
  readonly date: string | null;
}

/** The last day that the date names; null if there is no such day. `before`: 前 follows. */
function lastDayOf(date: WrittenDate, year: number, before: boolean): Day | null {
  const target = year + date.shift;
  const named = date.day === null ? lastDay(target, date.month) : { year: target, month: date.month, day: date.day };
  if (!isYear(target) || !isDay(named)) return null;
  if (!before || date.ended) return named;
  switch (date.span) {
    case "day":
    case "half":
      return named;
    case "month":
      return dayBeforeMonth(target, date.month);
    case "quarter":
      return dayBeforeMonth(target, date.month - 2);
    case "year":
      return dayBeforeMonth(target, 1);
  }
}

interface Leads {
  readonly start: number;
  readonly limited: boolean;
  readonly refused: boolean;
}

function leadsOf(text: string, position: number, floor: number): Leads {
  let at = position;
  let limited = false;
  while (at > floor) {
    const refused = notBefore.before(text, at);
    const lead = deadlineLeads.before(text, at);
    const plain = dateLeads.before(text, at);
    const longest = Math.max(lead?.length ?? 0, plain?.length ?? 0);
    if (refused !== null && refused.length > longest) return { start: at, limited, refused: true };
    if (longest === 0) break;
    if (lead !== null && lead.length === longest) limited = true;
    at -= longest;
  }
  return { start: at, limited, refused: false };
}

/** From the first date of 3月1日至11月30日 to the second; the year may stand at the first only. */
function throughRange(text: string, first: WrittenDate): WrittenDate {
  if (first.end >= text.length || !RANGE_SIGNS.includes(text.charAt(first.end))) return first;
  const second = dateAt(text, first.end + 1);
  if (!second) return first;
  return second.year === null && second.shift === 0 ? { ...second, year: first.year, shift: first.shift } : second;
}

function deadlineAt(text: string, position: number, first: WrittenDate, floor: number, formYear: number | null): DeadlineSpan | null {
  const date = throughRange(text, first);
  const leads = leadsOf(text, position, floor);
  const before = beforeWords.at(text, date.end);
  const within = before === null ? withinWords.at(text, date.end) : null;
  const end = date.end + (before ?? within ?? "").length;
  // 3月内 without a year is a length of time, not a month.
  if (within !== null && date.span === "month" && date.year === null && date.shift === 0 && within !== "止" && within !== "为止") return null;
  if (leads.refused || notBehind.at(text, end) !== null) return null;
  // ≤12月: twelve months; ≤12月底 and ≤2024年12月 are dates.
  const limited = before !== null || within !== null || date.ended || (leads.limited && (date.year !== null || date.span === "day"));
  if (!limited) {
    const rest = end === text.length || ")(,;。".includes(text.charAt(end)) || completion.at(text, end) !== null;
    const alone = leads.start === 0 && !leads.limited;
    const named = date.span === "day" || (date.span === "month" && date.year !== null) || alone;
    if (!rest || !named || (date.doubtful && completion.at(text, end) === null)) return null;
    if (position > 0 && "=" === text.charAt(position - 1) && date.year === null && date.span !== "day") return null;
  }
  const year = date.year ?? (isYear(formYear) ? formYear : null);
  if (year === null) return { start: leads.start, end, date: null };
  const day = lastDayOf(date, year, before !== null);
  return day ? { start: leads.start, end, date: iso(day) } : null;
}

/** The first deadline of the text. `formYear` is taken where the text names no year. */
export function deadlineIn(text: string, formYear: number | null): DeadlineSpan | null {
  if (!MAY_HOLD_A_DATE.test(text)) return null;
  let floor = 0;
  for (let i = 0; i < text.length; i++) {
    const date = dateAt(text, i);
    if (!date) continue;
    const deadline = deadlineAt(text, i, date, floor, formYear);
    if (deadline) return deadline;
    i = Math.max(i, date.end - 1);
    floor = date.end;
  }
  return null;
}
