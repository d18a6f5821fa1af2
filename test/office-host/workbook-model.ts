/** The workbook behind the emulated Excel: plain state with a journal of its changes; knows nothing of Office.js. */
import { type Area, cellKey, contains, MAX_COL } from "../../src/model/address";
import type { SheetVisibility } from "../../src/model/grid";
import { BLANK_CELL, type CellState, hasContent, hasFormat } from "./cell-state";
import { notEmulated } from "./host-error";
import { cellsOf, intersection } from "./sheet-address";

const MAX_CELLS_VISITED = 1_048_576;

export interface ProtectionOptions {
  readonly allowFormatCells?: boolean;
  readonly [option: `allow${string}`]: boolean | undefined;
}

export interface ConditionalFormat {
  readonly id: string;
  readonly type: string;
  readonly areas: readonly Area[];
  stopIfTrue: boolean;
  /** Of a custom format, with its "="; empty until it is set. */
  formula: string;
  fill: string | null;
  fontColor: string | null;
  bold: boolean | null;
}

/** How to take one change back. Changes that Excel keeps outside its undo stack have none. */
export type JournalEntry = (() => void) | "not-undoable";

export class EmulatedSheet {
  readonly book: EmulatedWorkbook;
  readonly id: string;
  readonly name: string;
  visibility: SheetVisibility = "visible";
  /** null while the sheet is not protected. */
  protection: ProtectionOptions | null = null;
  password: string | null = null;
  merges: readonly Area[] = [];
  selection: Area = { top: 1, left: 1, bottom: 1, right: 1 };
  /** In order of priority, the first wins. */
  private formats: readonly ConditionalFormat[] = [];
  private readonly cells = new Map<number, CellState>();

  constructor(book: EmulatedWorkbook, id: string, name: string) {
    this.book = book;
    this.id = id;
    this.name = name;
  }

  cell(row: number, col: number): CellState {
    return this.cells.get(cellKey(row, col)) ?? BLANK_CELL;
  }

  setCell(row: number, col: number, next: CellState): void {
    const key = cellKey(row, col);
    const before = this.cells.get(key);
    const put = (state: CellState | undefined): void => {
      if (state === undefined) this.cells.delete(key);
      else this.cells.set(key, state);
    };
    this.book.record(() => put(before));
    put(next);
  }

  /** Every cell of the area, in reading order; no further than a column is long, or a test would run for hours. */
  *area(area: Area): Iterable<{ readonly row: number; readonly col: number; readonly cell: CellState }> {
    if (cellsOf(area) > MAX_CELLS_VISITED) notEmulated(`visit to ${cellsOf(area)} cells at once`);
    for (let row = area.top; row <= area.bottom; row++) {
      for (let col = area.left; col <= area.right; col++) yield { row, col, cell: this.cell(row, col) };
    }
  }

  /** A read of every cell of the area, row by row. */
  rows<T>(area: Area, read: (cell: CellState) => T): T[][] {
    const rows: T[][] = [];
    for (let row = area.top; row <= area.bottom; row++) {
      const values: T[] = [];
      for (let col = area.left; col <= area.right; col++) values.push(read(this.cell(row, col)));
      rows.push(values);
    }
    return rows;
  }

  /** The smallest area around the cells in use; with `valuesOnly`, cells that only have a format do not count. */
  usedArea(valuesOnly: boolean, within?: Area): Area | null {
    let used: Area | null = null;
    for (const [key, cell] of this.cells) {
      if (!hasContent(cell) && (valuesOnly || !hasFormat(cell))) continue;
      const row = Math.floor(key / (MAX_COL + 1));
      const col = key % (MAX_COL + 1);
      if (within && !contains(within, { row, col })) continue;
      used = used
        ? { top: Math.min(used.top, row), left: Math.min(used.left, col), bottom: Math.max(used.bottom, row), right: Math.max(used.right, col) }
        : { top: row, left: col, bottom: row, right: col };
    }
    return used;
  }

  mergesIn(area: Area): readonly Area[] {
    return this.merges.filter((merge) => intersection(merge, area) !== null);
  }

  /** True for a cell that a merged area covers, other than its top-left one: what is written there is lost. */
  isCovered(row: number, col: number): boolean {
    return this.merges.some((merge) => contains(merge, { row, col }) && (merge.top !== row || merge.left !== col));
  }

  /** May contents be written? On a protected sheet only where every cell is unlocked. */
  allowsContent(area: Area): boolean {
    if (this.protection === null) return true;
    // Cells without a state of their own are locked.
    if (cellsOf(area) > this.cells.size) return false;
    for (const { cell } of this.area(area)) if (cell.locked) return false;
    return true;
  }

  /** May formats, conditional ones too, be changed? Unlocked cells make no difference here. */
  allowsFormatting(): boolean {
    return this.protection === null || this.protection.allowFormatCells === true;
  }

  get conditionalFormats(): readonly ConditionalFormat[] {
    return this.formats;
  }

  setConditionalFormats(next: readonly ConditionalFormat[]): void {
    const before = this.formats;
    this.book.record(() => {
      this.formats = before;
    });
    this.formats = next;
  }

  changeConditionalFormat(format: ConditionalFormat, change: Partial<Omit<ConditionalFormat, "id" | "type" | "areas">>): void {
    const before = { ...format };
    this.book.record(() => Object.assign(format, before));
    Object.assign(format, change);
  }
}

export class EmulatedWorkbook {
  readonly name: string;
  readonly sheets: EmulatedSheet[] = [];
  /** `workbook.settings`: JSON texts by key. */
  readonly settings = new Map<string, string>();
  /** `Office.context.document.settings` as saved. */
  readonly documentSettings = new Map<string, string>();
  readonly customXml = new Map<string, string>();
  calculationMode = "Automatic";
  private activeSheet: EmulatedSheet | null = null;
  private journal: JournalEntry[] = [];
  private lastId = 0;

  constructor(name = "Book1.xlsx") {
    this.name = name;
  }

  addSheet(name: string): EmulatedSheet {
    const sheet = new EmulatedSheet(this, this.newId(), name);
    this.sheets.push(sheet);
    return sheet;
  }

  /** By name (case does not matter) or id. */
  sheet(key: string): EmulatedSheet | null {
    const wanted = key.toLowerCase();
    return this.sheets.find((sheet) => sheet.name.toLowerCase() === wanted || sheet.id.toLowerCase() === wanted) ?? null;
  }

  /** As `sheet`, for tests: a name that is not there is a mistake of the test. */
  sheetNamed(name: string): EmulatedSheet {
    const sheet = this.sheet(name);
    if (!sheet) throw new Error(`The emulated workbook has no sheet ${name}.`);
    return sheet;
  }

  get active(): EmulatedSheet {
    const sheet = this.activeSheet ?? this.sheets.find((candidate) => candidate.visibility === "visible") ?? this.sheets[0];
    if (!sheet) throw new Error("The emulated workbook has no sheets.");
    return sheet;
  }

  activate(sheet: EmulatedSheet): void {
    this.activeSheet = sheet;
  }

  /** "{00000001-0000-0000-0000-000000000000}", unique in the workbook. */
  newId(): string {
    this.lastId++;
    return `{${this.lastId.toString(16).toUpperCase().padStart(8, "0")}-0000-0000-0000-000000000000}`;
  }

  record(entry: JournalEntry): void {
    this.journal.push(entry);
  }

  /** What changed since the last call, oldest first. */
  takeJournal(): readonly JournalEntry[] {
    const entries = this.journal;
    this.journal = [];
    return entries;
  }
}
