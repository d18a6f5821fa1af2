/** One .xlsx file, held as it came, with the changes wanted on top of it. */
import { valueText } from "../../model/value-text";
import { cellKey } from "../../model/address";
import { type CellValue, EMPTY, sameValue, type SheetGrid, SheetIndex, type WorkbookGrid } from "../../model/grid";
import { DEFAULT_STATE, NO_OWN_STATE, type WorkbookState } from "../../model/workbook-state";
import type { ApplyResult, CellEdit, Conflict, Mark, WritePlan } from "../../model/write-plan";
import { showNumber } from "../number-text";
import type { CellOverride, Original } from "./changes";
import { sheetNamed } from "./changes";
import { LIMITS } from "./limits";
import type { SheetEntry } from "./package/workbook-part";
import { render } from "./render";
import { InlineTexts } from "./sheet/cell-value";
import { readSheet } from "./sheet/read-sheet";
import type { PartChanges } from "./state/custom-xml";
import { readSharedStrings } from "./strings/shared-strings";
import { StyleSheet } from "./styles/style-sheet";

const NO_CHANGES: PartChanges = new Map();

/** Every method may throw FaultError: `damaged`, `unsafe` or `too-large`, for parts are read only when they are needed. */
export class XlsxWorkbook {
  private readonly cells = new Map<string, Map<number, CellOverride>>();
  private marks: readonly Mark[] | null = null;
  private state: WorkbookState | null = null;
  private strings: readonly CellValue[] | null = null;
  private rendered: PartChanges | null = null;
  private formulas: boolean | null = null;
  private readonly original: Original;

  constructor(original: Omit<Original, "hasFormulas">) {
    this.original = { ...original, hasFormulas: () => this.hasFormulas() };
  }

  grid(): WorkbookGrid {
    return { sheets: [...this.sheets()] };
  }

  get sheetCount(): number {
    return this.original.workbook.sheets.length;
  }

  /** The sheets one by one, with the changes applied so far. */
  *sheets(): Generator<SheetGrid> {
    const changes = this.changes();
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
    const readNow = this.reader(this.changes());
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
    for (const [part, cells] of overrides) {
      if (cells.size > 0) this.cells.set(part, cells);
      else this.cells.delete(part);
    }
    this.marks = plan.marks;
    this.rendered = null;
    return { applied, conflicts, inverse: { edits: inverse, marks: inverseMarks } };
  }

  removeMarks(): void {
    this.marks = [];
    this.rendered = null;
  }

  readState(): WorkbookState {
    return this.state ?? this.ownState.state ?? DEFAULT_STATE;
  }

  /** The default state takes no place in the file. */
  writeState(state: WorkbookState): void {
    this.state = state;
    this.rendered = null;
  }

  /** The file with the changes; without any, the very bytes that were opened. */
  save(): Uint8Array {
    const { parts } = this.original;
    const bytes = new Map<string, (() => Uint8Array) | null>();
    for (const [part, text] of this.changes()) {
      bytes.set(part, text === null ? null : () => parts.encode(part, text));
    }
    return parts.archive.save(bytes);
  }

  private get ownState(): typeof NO_OWN_STATE {
    return this.original.own?.state ?? NO_OWN_STATE;
  }

  private changes(): PartChanges {
    if (this.cells.size === 0 && this.marks === null && this.state === null) return NO_CHANGES;
    this.rendered ??= render(this.original, { cells: this.cells, marks: this.marks, state: this.state });
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

  private hasFormulas(): boolean {
    if (this.formulas === null) {
      const read = this.reader(NO_CHANGES);
      // Assigned by the reader as soon as a sheet has one.
      for (const sheet of this.original.workbook.sheets) if (!this.formulas) read(sheet);
    }
    return (this.formulas ??= false);
  }
}

function editsBySheet(edits: readonly CellEdit[]): Map<string, CellEdit[]> {
  const bySheet = new Map<string, CellEdit[]>();
  const seen = new Set<string>();
  for (const edit of edits) {
    const { sheet, row, col } = edit.ref;
    const key = `${cellKey(row, col)}|${sheet}`;
    if (seen.has(key)) throw new RangeError(`two edits of one cell: ${sheet} row ${row} column ${col}`);
    seen.add(key);
    if (edit.after.kind === "number" && !/^-?\d+(?:\.\d+)?(?:[eE][+-]?\d{1,3})?$/.test(edit.after.digits)) throw new RangeError(`no number: ${edit.after.digits}`);
    const list = bySheet.get(sheet);
    if (list) list.push(edit);
    else bySheet.set(sheet, [edit]);
  }
  return bySheet;
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
