/** Cells of type "d" (strict files) hold an ISO date; everywhere else dates are serial numbers, so here too. */

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3})\d*)?)?)?Z?$/;
const DAY = 86_400_000;

/** The serial number of a date in the workbook's calendar, as digits; null for anything that is no date. */
export function serialDigits(text: string, date1904: boolean): string | null {
  const match = ISO.exec(text);
  if (!match) return null;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map((part) => parseInt(part ?? "0", 10));
  const millis = parseInt((match[7] ?? "").padEnd(3, "0"), 10);
  const time = Date.UTC(year, month - 1, day, hour, minute, second, millis);
  // The 1900 calendar counts a 29 February 1900 that never was; dates before it are one less.
  const serial = (time - (date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30))) / DAY;
  return String(!date1904 && serial < 61 ? serial - 1 : serial);
}
