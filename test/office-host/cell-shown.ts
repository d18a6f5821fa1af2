/** What a cell shows (`Range.text`), for the number formats that the project's forms use. Column widths (#####) are not emulated. */
import type { CellState } from "./cell-state";
import { notEmulated } from "./host-error";

export function shownText(cell: CellState): string {
  switch (cell.content.kind) {
    case "empty":
      return "";
    case "text":
      return cell.content.text;
    case "error":
      return cell.content.code;
    case "boolean":
      return cell.content.value ? "TRUE" : "FALSE";
    case "number":
      return shownNumber(cell.content.value, cell.format);
    case "uncomputed":
      return notEmulated(`calculation: the text of ${cell.formula ?? ""} was read`);
  }
}

function shownNumber(value: number, format: string): string {
  if (format === "General" || format === "@") return general(value);
  // "0.00_ ", "0.00_);[Red]\(0.00\)": a blank as wide as a character is a blank; only the first section of a plain format counts.
  const section = format.split(";")[0] ?? format;
  const sections = format.includes(";") ? notEmulated(`number format with sections: ${format}`) : section;
  const pattern = sections.replace(/_./g, " ");
  const plain = /^(#,##)?0(?:\.(0+))?(%)?( *)$/.exec(pattern);
  if (plain) return fixed(value, (plain[2] ?? "").length, plain[1] !== undefined, plain[3] !== undefined) + (plain[4] ?? "");
  if (/^[ymd/\-年月日"]+$/.test(pattern) && /[ymd]/.test(pattern)) return date(value, pattern);
  return notEmulated(`number format ${format} in Range.text`);
}

/** Eleven characters at most, as in a cell of the default width. */
function general(value: number): string {
  const shortest = String(Number(value.toPrecision(15)));
  if (shortest.length <= 11 && !shortest.includes("e")) return shortest;
  const size = Math.abs(value);
  if (size >= 1e11 || (size < 1e-9 && size > 0)) return notEmulated(`General display of ${shortest}`);
  const whole = Math.trunc(size).toString().length + (value < 0 ? 1 : 0);
  return String(Number(value.toFixed(Math.max(0, 10 - whole))));
}

/** Rounds half away from zero on the fifteen digits Excel keeps, which `toFixed` does not. */
function fixed(value: number, places: number, grouped: boolean, percent: boolean): string {
  const digits = Number((percent ? value * 100 : value).toPrecision(15));
  const scaled = Number(`${Math.abs(digits)}e${places}`);
  const rounded = Number(`${Math.round(scaled)}e-${places}`).toFixed(places);
  const text = grouped ? rounded.replace(/^\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ",")) : rounded;
  const sign = digits < 0 && /[1-9]/.test(text) ? "-" : "";
  return `${sign}${text}${percent ? "%" : ""}`;
}

function date(serial: number, pattern: string): string {
  const day = new Date(Math.round((Math.floor(serial) - 25_569) * 86_400_000));
  const pad = (part: number, width: number): string => String(part).padStart(width, "0");
  return pattern
    .replace(/"/g, "")
    .replace(/y+|m+|d+/g, (token) => {
      if (token.startsWith("y")) return token.length > 2 ? String(day.getUTCFullYear()) : pad(day.getUTCFullYear() % 100, 2);
      const part = token.startsWith("m") ? day.getUTCMonth() + 1 : day.getUTCDate();
      return token.length > 2 ? notEmulated(`number format ${pattern} in Range.text`) : pad(part, token.length);
    });
}
