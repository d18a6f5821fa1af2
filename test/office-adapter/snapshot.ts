/** Everything of an emulated workbook that a write could change, without ids: two equal snapshots are the same workbook to a person. */
import { cellKey } from "../../src/model/address";
import { hasContent, hasFormat } from "../office-host/cell-state";
import { areaText } from "../office-host/sheet-address";
import type { EmulatedSheet, EmulatedWorkbook } from "../office-host/workbook-model";

const ROWS = 60;
const COLS = 12;

export interface SheetSnapshot {
  readonly name: string;
  readonly cells: Readonly<Record<string, unknown>>;
  readonly formats: readonly unknown[];
}

export interface Snapshot {
  readonly sheets: readonly SheetSnapshot[];
  readonly xml: readonly string[];
  readonly settings: readonly unknown[];
  readonly calculation: string;
}

export function snapshot(book: EmulatedWorkbook): Snapshot {
  return { sheets: book.sheets.map(sheetSnapshot), xml: [...book.customXml.values()], settings: [...book.settings], calculation: book.calculationMode };
}

export function cellsOf(book: EmulatedWorkbook): unknown {
  return snapshot(book).sheets.map(({ name, cells }) => ({ name, cells }));
}

export function formatsOf(book: EmulatedWorkbook): unknown {
  return snapshot(book).sheets.map(({ name, formats }) => ({ name, formats }));
}

function sheetSnapshot(sheet: EmulatedSheet): SheetSnapshot {
  const cells: Record<string, unknown> = {};
  for (const { row, col, cell } of sheet.area({ top: 1, left: 1, bottom: ROWS, right: COLS })) if (hasContent(cell) || hasFormat(cell)) cells[String(cellKey(row, col))] = cell;
  const formats = sheet.conditionalFormats.map(({ areas, type, formula, fill, fontColor, bold, stopIfTrue }) => ({ areas: areas.map(areaText), type, formula, fill, fontColor, bold, stopIfTrue }));
  return { name: sheet.name, cells, formats };
}
