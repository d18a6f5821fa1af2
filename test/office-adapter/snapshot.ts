/** Everything of an emulated workbook that a write could change, without ids: two equal snapshots are the same workbook to a person. */
import { cellKey } from "../../src/model/address";
import { type CellState, hasContent, hasFormat } from "../office-host/cell-state";
import { areaText } from "../office-host/sheet-address";
import type { EmulatedSheet, EmulatedWorkbook } from "../office-host/workbook-model";

export interface FormatSnapshot {
  readonly areas: readonly string[];
  readonly type: string;
  readonly formula: string;
  readonly fill: string | null;
  readonly fontColor: string | null;
  readonly bold: boolean | null;
  readonly stopIfTrue: boolean;
}

export interface SheetSnapshot {
  readonly name: string;
  /** By cellKey; cells that hold nothing and look like nothing are left out. */
  readonly cells: Readonly<Record<string, CellState>>;
  /** In order of priority. */
  readonly formats: readonly FormatSnapshot[];
  readonly merges: readonly string[];
  readonly visibility: string;
  readonly protection: unknown;
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
  const cells: Record<string, CellState> = {};
  const used = sheet.usedArea(false);
  if (used) for (const { row, col, cell } of sheet.area(used)) if (hasContent(cell) || hasFormat(cell)) cells[String(cellKey(row, col))] = cell;
  const formats = sheet.conditionalFormats.map(({ areas, type, formula, fill, fontColor, bold, stopIfTrue }) => ({ areas: areas.map(areaText), type, formula, fill, fontColor, bold, stopIfTrue }));
  return { name: sheet.name, cells, formats, merges: sheet.merges.map(areaText), visibility: sheet.visibility, protection: sheet.protection };
}
