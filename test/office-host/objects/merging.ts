/** Merging cells and taking them apart. */
import type { Area } from "../../../src/model/address";
import { EMPTY_CONTENT } from "../cell-state";
import { fail } from "../host-error";
import { intersection } from "../sheet-address";
import type { EmulatedSheet } from "../workbook-model";

/** What stood in the cells that get covered is lost, as Excel warns a user. Across: each row by itself. */
export function merge(sheet: EmulatedSheet, area: Area, across: boolean): void {
  if (sheet.protection !== null) fail("AccessDenied");
  const rows = across ? Array.from({ length: area.bottom - area.top + 1 }, (_, n) => area.top + n) : [];
  const pieces = across ? rows.map((row) => ({ ...area, top: row, bottom: row })) : [area];
  setMerges(sheet, [...sheet.merges.filter((merged) => intersection(merged, area) === null), ...pieces.filter(({ top, left, bottom, right }) => top !== bottom || left !== right)]);
  for (const piece of pieces) {
    for (const { row, col, cell } of sheet.area(piece)) if (sheet.isCovered(row, col)) sheet.setCell(row, col, { ...cell, content: EMPTY_CONTENT, formula: null });
  }
}

export function unmerge(sheet: EmulatedSheet, area: Area): void {
  if (sheet.protection !== null) fail("AccessDenied");
  setMerges(sheet, sheet.merges.filter((merged) => intersection(merged, area) === null));
}

function setMerges(sheet: EmulatedSheet, next: readonly Area[]): void {
  const before = sheet.merges;
  if (next.length === before.length && next.every((merged, n) => merged === before[n])) return;
  sheet.book.record(() => {
    sheet.merges = before;
  });
  sheet.merges = next;
}
