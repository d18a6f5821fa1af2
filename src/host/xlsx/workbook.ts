/** One .xlsx file, held as it came, with the changes wanted on top of it. */
import { valueText } from "../../model/value-text";
import { type CellRef, cellKey } from "../../model/address";
import { type CellValue, EMPTY, sameValue, type SheetGrid, SheetIndex, type WorkbookGrid } from "../../model/grid";
import { DEFAULT_STATE, NO_OWN_STATE, type WorkbookState } from "../../model/workbook-state";
import type { ApplyResult, CellEdit, Conflict, Mark, WritePlan } from "../../model/write-plan";
import { showNumber } from "../number-text";
import { type CellOverride, type FormulaResult, type Original, type Overrides, sheetNamed } from "./changes";
import { LIMITS } from "./limits";
import type { SheetEntry } from "./package/workbook-part";
import { render, type Rendered } from "./render";
import { InlineTexts } from "./sheet/cell-value";
import { readSheet } from "./sheet/read-sheet";
import type { PartChanges } from "./state/custom-xml";
import { RawStrings, readSharedStrings } from "./strings/shared-strings";
import { StyleSheet } from "./styles/style-sheet";

const NO_CHANGES: PartChanges = new Map();

/** Every method may throw FaultError: `damaged`, `unsafe` or `too-large`, for parts are read only when they are needed. */
export class XlsxWorkbook {
  private readonly cells = new Map<string, Overrides>();
  private readonly results = new Map<string, Overrides>();
  private marks: readonly Mark[] | null = null;
  private state: WorkbookState | null = null;
  private strings: readonly CellValue[] | null = null;
  private rawStrings: RawStrings | null = null;
  private rendered: Rendered | null = null;
  /** Something was changed since then. */
  private stale = true;
  private formulas: boolean | null = null;
  private readonly original: Original;

  constructor(original: Omit<Original, "hasFormulas" | "sharedString">) {
    this.original = { ...original, hasFormulas: () => this.hasFormulas(), sharedString: (index) => this.sharedString(index) };
  }

  grid(): WorkbookGrid {
    return { sheets: [...this.sheets()] };
  }

  get sheetCount(): number {
    return this.original.workbook.sheets.length;
  }

  /** The sheets one by one, with the changes applied so far. */
  *sheets(): Generator<SheetGrid> {
    const changes = this.render()?.content ?? NO_CHANGES;
    const read = this.reader(changes);
    for (const sheet of this.original.workbook.sheets) yield read(sheet);
    if (changes.size === 0) this.formulas ??= false;
  }

  /**
   * Changes cells that still hold what the plan saw and have no formula; the rest is reported. All marks of ours are replaced
   * by the plan's. Throws RangeError if the plan names a cell twice or writes something that is no number: mistakes of ours.
   */
  apply(plan: WritePlan): ApplyResult {
    const bySheet = editsBySheet(plan.edits);
    const inverseMarks = this.marks ?? this.ownState.marks.map(({ mark }) => mark);
    const applied: CellEdit[] = [];
    const conflicts: Conflict[] = [];
    const inverse: CellEdit[] = [];
    const readNow = this.reader(this.render()?.content ?? NO_CHANGES);
    const readThen = this.reader(NO_CHANGES);
    const overrides: [string, Map<number, CellOverride>][] = [];
    for (const [name, edits] of bySheet) {
      const sheet = sheetNamed(this.original.workbook, name);
      if (!sheet) {
        for (const edit of edits) conflicts.push({ edit, found: EMPTY, foundFormula: null });
        continue;
      }
      const now = new SheetIndex(readNow(sheet));
      const old = this.cells.get(sheet.part);
      const then = old ? new SheetIndex(readThen(sheet)) : now;
      const cells = new Map(old);
      for (const edit of edits) {
        const { row, col } = edit.ref;
        const cell = now.at(row, col);
        const found = cell?.value ?? EMPTY;
        const foundFormula = cell?.formula ?? null;
        if (foundFormula !== null || !sameValue(found, edit.before)) {
          conflicts.push({ edit, found, foundFormula });
          continue;
        }
        const format = cell?.format ?? "General";
        inverse.push(inverseOf(edit, found, format));
        applied.push(edit);
        const key = cellKey(row, col);
        const first = then.at(row, col);
        const value = edit.after;
        if (identical(value, first?.value ?? EMPTY) && (edit.format ?? format) === (first?.format ?? "General")) cells.delete(key);
        else cells.set(key, { row, col, value, format: edit.format ?? old?.get(key)?.format ?? null });
      }
      overrides.push([sheet.part, cells]);
    }
    for (const [part, cells] of overrides) put(this.cells, part, cells);
    this.marks = plan.marks;
    this.stale = true;
    return { applied, conflicts, inverse: { edits: inverse, marks: inverseMarks } };
  }

  /**
   * Stores other results of formulas; the formulas stay as they are written, and a result that is the file's own again
   * leaves the cell untouched. Throws RangeError for a cell without a formula: a mistake of ours.
   */
  setResults(given: readonly FormulaResult[]): void {
    const readThen = this.reader(NO_CHANGES);
    for (const [name, results] of bySheet(given)) {
      const sheet = sheetNamed(this.original.workbook, name);
      const then = sheet && new SheetIndex(readThen(sheet));
      const all = new Map(sheet && this.results.get(sheet.part));
      for (const { ref, value } of results) {
        const { row, col } = ref;
        const cell = then?.at(row, col);
        if (!cell || cell.formula === null) throw new RangeError(`no formula: ${name} row ${row} column ${col}`);
        checkNumber(value);
        const key = cellKey(row, col);
        if (identical(value, cell.value)) all.delete(key);
        else all.set(key, { row, col, value, format: null });
      }
      if (sheet) put(this.results, sheet.part, all);
    }
    this.stale = true;
  }

  removeMarks(): void {
    this.marks = [];
    this.stale = true;
  }

  readState(): WorkbookState {
    return this.state ?? this.ownState.state ?? DEFAULT_STATE;
  }

  /** The default state takes no place in the file. */
  writeState(state: WorkbookState): void {
    this.state = state;
    this.stale = true;
  }

  /** The file with the changes; without any, the very bytes that were opened. */
  save(): Uint8Array {
    const { parts } = this.original;
    const bytes = new Map<string, (() => Uint8Array) | null>();
    for (const [part, text] of this.render()?.whole() ?? NO_CHANGES) {
      bytes.set(part, text === null ? null : () => parts.encode(part, text));
    }
    return parts.archive.save(bytes);
  }

  private get ownState(): typeof NO_OWN_STATE {
    return this.original.own?.state ?? NO_OWN_STATE;
  }

  /** Null: as in the file. */
  private render(): Rendered | null {
    const { cells, results, marks, state } = this;
    if (cells.size === 0 && results.size === 0 && marks === null && state === null) return null;
    if (this.stale || !this.rendered) this.rendered = render(this.original, { cells: new Map(cells), results: new Map(results), marks, state }, this.rendered);
    this.stale = false;
    return this.rendered;
  }

  private reader(changes: PartChanges): (sheet: SheetEntry) => SheetGrid {
    const { parts, workbook } = this.original;
    const textOf = (part: string): string => changes.get(part) ?? parts.text(part);
    const stylesPart = workbook.stylesPart ?? (changes.has("xl/styles.xml") ? "xl/styles.xml" : null);
    const formats = stylesPart === null ? [] : new StyleSheet(textOf(stylesPart), stylesPart).formats;
    this.strings ??= workbook.stringsPart === null ? [] : readSharedStrings(parts.text(workbook.stringsPart), workbook.stringsPart);
    const context = { strings: this.strings, date1904: workbook.date1904, formats, texts: new InlineTexts(), budget: { items: LIMITS.items } };
    return (sheet) => {
      const content = readSheet(textOf(sheet.part), { ...context, part: sheet.part });
      if (content.hasFormulas) this.formulas = true;
      return { name: sheet.name, visibility: sheet.visibility, protected: content.protected, cells: content.cells, merges: content.merges };
    };
  }

  private sharedString(index: number): string | null {
    const { parts, workbook } = this.original;
    if (workbook.stringsPart === null) return null;
    this.rawStrings ??= new RawStrings(parts.text(workbook.stringsPart), workbook.stringsPart);
    return this.rawStrings.at(index);
  }

  private hasFormulas(): boolean {
    if (this.formulas === null) {
      const read = this.reader(NO_CHANGES);
      // Assigned by the reader as soon as a sheet has one.
      for (const sheet of this.original.workbook.sheets) if (!this.formulas) read(sheet);
    }
    return (this.formulas ??= false);
  }
}

function put(all: Map<string, Overrides>, part: string, overrides: Overrides): void {
  if (overrides.size > 0) all.set(part, overrides);
  else all.delete(part);
}

function editsBySheet(edits: readonly CellEdit[]): Map<string, CellEdit[]> {
  const seen = new Set<string>();
  for (const edit of edits) {
    const { sheet, row, col } = edit.ref;
    const key = `${cellKey(row, col)}|${sheet}`;
    if (seen.has(key)) throw new RangeError(`two edits of one cell: ${sheet} row ${row} column ${col}`);
    seen.add(key);
    checkNumber(edit.after);
  }
  return bySheet(edits);
}

function bySheet<T extends { readonly ref: CellRef }>(items: readonly T[]): Map<string, T[]> {
  const map = new Map<string, T[]>();
  for (const item of items) {
    const list = map.get(item.ref.sheet);
    if (list) list.push(item);
    else map.set(item.ref.sheet, [item]);
  }
  return map;
}

function checkNumber(value: CellValue): void {
  if (value.kind === "number" && !/^-?\d+(?:\.\d+)?(?:[eE][+-]?\d{1,3})?$/.test(value.digits)) throw new RangeError(`no number: ${value.digits}`);
}

function inverseOf(edit: CellEdit, found: CellValue, format: string): CellEdit {
  return {
    ref: edit.ref,
    before: edit.after,
    after: found,
    format: edit.format !== null && edit.format !== format ? format : null,
    shown: shown(found, format),
    why: "撤销：恢复原来的内容",
    form: edit.form,
    field: edit.field,
  };
}

function shown(value: CellValue, format: string): string {
  return value.kind === "number" ? showNumber(value.digits, format) : valueText(value);
}

/** Stricter than `sameValue`: the same characters, so that nothing has to be written. */
function identical(a: CellValue, b: CellValue): boolean {
  if (a.kind === "number") return b.kind === "number" && a.digits === b.digits;
  return a.kind === b.kind && sameValue(a, b);
}
