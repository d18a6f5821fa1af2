/** Addresses as Excel's API reads and writes them: sheet names, whole columns and rows, several areas. */
import { type Area, MAX_COL, MAX_ROW, areaA1, columnName, parseA1, parseArea } from "../../src/model/address";
import { fail } from "./host-error";

/** Documented for `getRange(address)`; longer ones are an InvalidArgument. */
const MAX_ADDRESS_LENGTH = 8192;

export const WHOLE_SHEET: Area = { top: 1, left: 1, bottom: MAX_ROW, right: MAX_COL };

export function rowsOf(area: Area): number {
  return area.bottom - area.top + 1;
}

export function columnsOf(area: Area): number {
  return area.right - area.left + 1;
}

export function cellsOf(area: Area): number {
  return rowsOf(area) * columnsOf(area);
}

export function intersection(a: Area, b: Area): Area | null {
  const area = { top: Math.max(a.top, b.top), left: Math.max(a.left, b.left), bottom: Math.min(a.bottom, b.bottom), right: Math.min(a.right, b.right) };
  return area.top <= area.bottom && area.left <= area.right ? area : null;
}

/** Zero-based start and size, as the API counts; InvalidArgument beyond the sheet's edge. */
export function areaByIndexes(row: number, col: number, rows: number, cols: number): Area {
  const area = { top: row + 1, left: col + 1, bottom: row + rows, right: col + cols };
  if (rows < 1 || cols < 1 || area.top < 1 || area.left < 1 || area.bottom > MAX_ROW || area.right > MAX_COL) fail("InvalidArgument");
  return area;
}

/** "A1", "A1:B2", "A:C", "1:3". */
export function areaText(area: Area): string {
  if (area.top === 1 && area.bottom === MAX_ROW) return `${columnName(area.left)}:${columnName(area.right)}`;
  if (area.left === 1 && area.right === MAX_COL) return `${area.top}:${area.bottom}`;
  const text = areaA1(area);
  return cellsOf(area) === 1 ? text.slice(0, text.indexOf(":")) : text;
}

/** "工资表!A1:C3", quoted only where Excel would quote. */
export function qualifiedText(sheet: string, area: Area): string {
  return `${sheetText(sheet)}!${areaText(area)}`;
}

function sheetText(name: string): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && parseA1(name) === null && !/^[rc]\d*(c\d*)?$/i.test(name);
  return plain ? name : `'${name.replace(/'/g, "''")}'`;
}

/** Splits "'a!b'!A1" into the sheet's name and the rest; the name is null where there is none. */
export function splitSheet(text: string): { readonly sheet: string | null; readonly rest: string } {
  const quoted = /^'((?:[^']|'')+)'!(.*)$/s.exec(text);
  if (quoted) return { sheet: (quoted[1] ?? "").replace(/''/g, "'"), rest: quoted[2] ?? "" };
  const bang = text.lastIndexOf("!");
  return bang < 0 ? { sheet: null, rest: text } : { sheet: text.slice(0, bang), rest: text.slice(bang + 1) };
}

/** One area without a sheet name; InvalidArgument for anything else (names of ranges are not emulated). */
export function parseAreaText(text: string): Area {
  if (text.length > MAX_ADDRESS_LENGTH) fail("InvalidArgument");
  const trimmed = text.trim();
  const area = parseArea(trimmed) ?? parseColumns(trimmed) ?? parseRows(trimmed);
  return area ?? fail("InvalidArgument");
}

/** "A1:B2, A5:B5" or with semicolons. */
export function parseAreasText(text: string): readonly string[] {
  if (text.length > MAX_ADDRESS_LENGTH) fail("InvalidArgument");
  const parts = text.match(/(?:'(?:[^']|'')*'|[^,;'])+/g) ?? [];
  return parts.map((part) => part.trim());
}

function parseColumns(text: string): Area | null {
  const found = /^\$?([A-Za-z]{1,3}):\$?([A-Za-z]{1,3})$/.exec(text);
  const first = parseA1(`${found?.[1] ?? ""}1`)?.col;
  const last = parseA1(`${found?.[2] ?? ""}1`)?.col;
  if (first === undefined || last === undefined) return null;
  return { top: 1, bottom: MAX_ROW, left: Math.min(first, last), right: Math.max(first, last) };
}

function parseRows(text: string): Area | null {
  const found = /^\$?(\d{1,7}):\$?(\d{1,7})$/.exec(text);
  const first = Number(found?.[1] ?? 0);
  const last = Number(found?.[2] ?? 0);
  if (first < 1 || last < 1 || first > MAX_ROW || last > MAX_ROW) return null;
  return { left: 1, right: MAX_COL, top: Math.min(first, last), bottom: Math.max(first, last) };
}
