/** Two ways to fill an emulated workbook: from a few lines in a test, or from the grid that an .xlsx reader of the project gives. */
import { type Area, parseA1, parseArea } from "../../src/model/address";
import type { CellValue, SheetVisibility, WorkbookGrid } from "../../src/model/grid";
import { BLANK_CELL, type CellState, type Content, EMPTY_CONTENT } from "./cell-state";
import { parseAreaText } from "./sheet-address";
import { EmulatedWorkbook, type ProtectionOptions } from "./workbook-model";

/** A constant as it stands in the cell (text is text, whatever it begins with), or the parts that matter. */
export type CellDescription =
  | string
  | number
  | boolean
  | {
      readonly value?: string | number | boolean;
      readonly error?: string;
      /** With its "="; `value` is its result. */
      readonly formula?: string;
      readonly format?: string;
      readonly locked?: boolean;
      readonly fill?: string;
    };

export interface SheetDescription {
  readonly name: string;
  readonly visibility?: SheetVisibility;
  /** By address, "B2". */
  readonly cells?: Readonly<Record<string, CellDescription>>;
  /** Values from A1 on; null leaves a cell out. */
  readonly rows?: readonly (readonly (CellDescription | null)[])[];
  readonly merges?: readonly string[];
  readonly protected?: boolean | ProtectionOptions;
  /** Conditional formats that the user already has. */
  readonly conditionalFormats?: readonly { readonly areas: readonly string[]; readonly type?: string; readonly formula?: string }[];
}

export interface WorkbookDescription {
  readonly name?: string;
  readonly sheets: readonly SheetDescription[];
}

export function workbookOf(description: WorkbookDescription): EmulatedWorkbook {
  const book = new EmulatedWorkbook(description.name);
  for (const described of description.sheets) addSheet(book, described);
  book.takeJournal();
  return book;
}

function addSheet(book: EmulatedWorkbook, described: SheetDescription): void {
  const sheet = book.addSheet(described.name);
  sheet.visibility = described.visibility ?? "visible";
  sheet.merges = (described.merges ?? []).map(areaOf);
  for (const [address, cell] of Object.entries(described.cells ?? {})) {
    const at = parseA1(address);
    if (!at) throw new Error(`Not a cell: ${address}`);
    sheet.setCell(at.row, at.col, cellOf(cell));
  }
  for (const [row, cells] of (described.rows ?? []).entries()) {
    for (const [col, cell] of cells.entries()) if (cell !== null) sheet.setCell(row + 1, col + 1, cellOf(cell));
  }
  sheet.setConditionalFormats(
    (described.conditionalFormats ?? []).map(({ areas, type, formula }) => ({
      id: book.newId(),
      type: type ?? "Custom",
      areas: areas.map(parseAreaText),
      stopIfTrue: false,
      formula: formula ?? "",
      fill: null,
      fontColor: null,
      bold: null,
    })),
  );
  if (described.protected !== undefined && described.protected !== false) sheet.protection = described.protected === true ? {} : described.protected;
}

function areaOf(text: string): Area {
  const area = parseArea(text);
  if (!area) throw new Error(`Not an area: ${text}`);
  return area;
}

function cellOf(described: CellDescription): CellState {
  if (typeof described !== "object") return { ...BLANK_CELL, content: contentOf(described) };
  const content: Content = described.error !== undefined ? { kind: "error", code: described.error } : contentOf(described.value);
  return {
    ...BLANK_CELL,
    content,
    formula: described.formula ?? null,
    format: described.format ?? BLANK_CELL.format,
    locked: described.locked ?? BLANK_CELL.locked,
    fill: described.fill ?? BLANK_CELL.fill,
  };
}

function contentOf(value: string | number | boolean | undefined): Content {
  if (value === undefined) return EMPTY_CONTENT;
  if (typeof value === "string") return { kind: "text", text: value };
  return typeof value === "number" ? { kind: "number", value } : { kind: "boolean", value };
}

/** Every sheet, cell, merge and protection of a grid; a protected sheet allows nothing but unlocked cells, of which a grid knows none. */
export function workbookFromGrid(grid: WorkbookGrid, name = "Book1.xlsx"): EmulatedWorkbook {
  const book = new EmulatedWorkbook(name);
  for (const source of grid.sheets) {
    const sheet = book.addSheet(source.name);
    sheet.visibility = source.visibility;
    sheet.merges = source.merges ?? [];
    for (const cell of source.cells) {
      const formula = cell.formula === null ? null : `=${cell.formula}`;
      sheet.setCell(cell.row, cell.col, { ...BLANK_CELL, content: contentOfGrid(cell.value), formula, format: cell.format });
    }
    if (source.protected) sheet.protection = {};
  }
  book.takeJournal();
  return book;
}

function contentOfGrid(value: CellValue): Content {
  // Excel holds doubles: "0.97849999999999993" reaches an add-in as the nearest one.
  if (value.kind === "number") return { kind: "number", value: Number(value.digits) };
  return value;
}
