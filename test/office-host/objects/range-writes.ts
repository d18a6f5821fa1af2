/** Writing to the cells of a range: shapes, protection, merged cells, events. */
import type { Area } from "../../../src/model/address";
import { type CellState, hasContent, valueOf, valueTypeOf } from "../cell-state";
import type { ExcelHost } from "../excel-host";
import { fail } from "../host-error";
import { asRows, type Json } from "../json";
import { cellsOf, columnsOf, rowsOf } from "../sheet-address";
import type { EmulatedSheet } from "../workbook-model";

type Change = (cell: CellState, input: Json) => CellState;

/** One value for all cells, or an array of the range's size in which null leaves a cell alone. */
function inputFor(area: Area, value: Json): (row: number, col: number) => Json {
  if (!Array.isArray(value)) return () => value;
  const rows = asRows(value);
  const columns = columnsOf(area);
  if (!rows || rows.length !== rowsOf(area) || rows.some((row) => row.length !== columns)) {
    return fail("InvalidArgument", "The number of rows or columns in the input array doesn't match the size or dimensions of the range.");
  }
  return (row, col) => rows[row - area.top]?.[col - area.left] ?? null;
}

function plan(sheet: EmulatedSheet, area: Area, value: Json, change: Change): readonly { readonly row: number; readonly col: number; readonly next: CellState }[] {
  const inputOf = inputFor(area, value);
  const steps = [];
  for (const { row, col, cell } of sheet.area(area)) {
    const input = inputOf(row, col);
    // All inputs are judged before the first cell changes: one bad value leaves the range as it was.
    if (input !== null && !sheet.isCovered(row, col)) steps.push({ row, col, next: change(cell, input) });
  }
  return steps;
}

export function writeContents(host: ExcelHost, sheet: EmulatedSheet, area: Area, value: Json, change: Change): void {
  const steps = plan(sheet, area, value, change);
  if (!sheet.allowsContent(area)) fail("AccessDenied");
  const before = sheet.cell(area.top, area.left);
  for (const { row, col, next } of steps) sheet.setCell(row, col, next);
  sheet.book.record("not-undoable");
  host.contentChanged(sheet, area, detailsOf(area, before, sheet.cell(area.top, area.left)));
}

export function writeFormats(sheet: EmulatedSheet, area: Area, value: Json, change: Change): void {
  const steps = plan(sheet, area, value, change);
  if (!sheet.allowsFormatting()) fail("AccessDenied");
  for (const { row, col, next } of steps) sheet.setCell(row, col, next);
}

/** Excel tells what was in the cell and what is in it now, for changes of a single cell. */
export function detailsOf(area: Area, before: CellState, after: CellState): Readonly<Record<string, Json>> {
  if (cellsOf(area) !== 1 || before.content.kind === "uncomputed" || after.content.kind === "uncomputed") return {};
  const value = (cell: CellState): Json => (hasContent(cell) ? valueOf(cell) : "");
  return { valueBefore: value(before), valueAfter: value(after), valueTypeBefore: valueTypeOf(before), valueTypeAfter: valueTypeOf(after) };
}
