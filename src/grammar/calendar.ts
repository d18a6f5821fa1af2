/** Day arithmetic without a clock: what deadlines need and no more. */

export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export function isYear(year: number | null): year is number {
  return year !== null && year % 1 === 0 && year >= 1000 && year <= 9998;
}

/** Days of a month (1–12); 0 for any other number. */
export function daysIn(year: number, month: number): number {
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return (DAYS[month - 1] ?? 0) + (leap ? 1 : 0);
}

export function lastDay(year: number, month: number): Day {
  return { year, month, day: daysIn(year, month) };
}

/** The last day before a month begins. */
export function dayBeforeMonth(year: number, month: number): Day {
  return month === 1 ? lastDay(year - 1, 12) : lastDay(year, month - 1);
}

export function isDay({ year, month, day }: Day): boolean {
  return day >= 1 && day <= daysIn(year, month);
}

/** ISO: 2024-11-30. */
export function iso({ year, month, day }: Day): string {
  const pad = (value: number, width: number): string => `${value}`.padStart(width, "0");
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}
