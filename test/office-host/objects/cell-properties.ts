/** `getCellProperties` and `setCellProperties`: many cells in one action. Fill, font colour, bold, locking and address only. */
import type { CellState } from "../cell-state";
import { fail, notEmulated } from "../host-error";
import { asRows, isJsonObject, type Json, type JsonObject } from "../json";
import type { Target } from "../object-types";
import { columnsOf, qualifiedText, rowsOf } from "../sheet-address";
import { colorOf } from "./places";

type Range = Target<"Range">;

const READERS: Readonly<Record<string, Readonly<Record<string, (cell: CellState) => Json>>>> = {
  fill: { color: (cell) => cell.fill ?? "#FFFFFF" },
  font: { color: (cell) => cell.fontColor, bold: (cell) => cell.bold },
  protection: { locked: (cell) => cell.locked },
};

const WRITERS: Readonly<Record<string, Readonly<Record<string, (cell: CellState, value: Json) => CellState>>>> = {
  fill: { color: (cell, value) => ({ ...cell, fill: colorOf(value) }) },
  font: {
    color: (cell, value) => ({ ...cell, fontColor: colorOf(value) }),
    bold: (cell, value) => (typeof value === "boolean" ? { ...cell, bold: value } : fail("InvalidArgument")),
  },
  protection: { locked: (cell, value) => (typeof value === "boolean" ? { ...cell, locked: value } : fail("InvalidArgument")) },
};

function formatParts(wanted: JsonObject, of: string): readonly { readonly group: string; readonly name: string; readonly value: Json }[] {
  const parts = [];
  for (const [key, groups] of Object.entries(wanted)) {
    if (key === "address") continue;
    if (key !== "format" || !isJsonObject(groups)) return notEmulated(`${of}({ ${key} })`);
    for (const [group, names] of Object.entries(groups)) {
      if (!isJsonObject(names)) return notEmulated(`${of}({ format: { ${group} } })`);
      for (const [name, value] of Object.entries(names)) parts.push({ group, name, value: value ?? null });
    }
  }
  return parts;
}

export function cellProperties({ sheet, area }: Range, wanted: Json): Json {
  if (!isJsonObject(wanted)) return fail("InvalidArgument");
  const parts = formatParts(wanted, "getCellProperties");
  const rows: Json[][] = [];
  for (const { row, col, cell } of sheet.area(area)) {
    const format: Record<string, Record<string, Json>> = {};
    for (const { group, name } of parts) {
      const read = READERS[group]?.[name] ?? notEmulated(`getCellProperties({ format: { ${group}: { ${name} } } })`);
      (format[group] ??= {})[name] = read(cell);
    }
    const address = wanted["address"] === true ? { address: qualifiedText(sheet.name, { top: row, left: col, bottom: row, right: col }) } : {};
    const list = (rows[row - area.top] ??= []);
    list.push({ ...address, ...(parts.length > 0 ? { format } : {}) });
  }
  return rows;
}

export function setCellProperties({ sheet, area }: Range, data: Json): void {
  const rows = asRows(data);
  if (!rows || rows.length !== rowsOf(area) || rows.some((row) => row.length !== columnsOf(area))) return fail("InvalidArgument");
  if (!sheet.allowsFormatting()) fail("AccessDenied");
  for (const { row, col, cell } of sheet.area(area)) {
    const wanted = rows[row - area.top]?.[col - area.left] ?? null;
    if (!isJsonObject(wanted)) continue;
    let next = cell;
    for (const { group, name, value } of formatParts(wanted, "setCellProperties")) {
      const write = WRITERS[group]?.[name] ?? notEmulated(`setCellProperties({ format: { ${group}: { ${name} } } })`);
      next = write(next, value);
    }
    if (next !== cell) sheet.setCell(row, col, next);
  }
}
