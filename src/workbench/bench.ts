/** The worker's side: one open workbook. Plain code without a worker in it, so that tests and the fallback run it as it is. */
import { openWorkbook } from "../host/xlsx/open";
import type { XlsxWorkbook } from "../host/xlsx/workbook";
import { type CellValue, EMPTY, sameValue, type SheetGrid, SheetIndex } from "../model/grid";
import type { CellEdit, Mark, WritePlan } from "../model/write-plan";
import type { WorkbookState } from "../host/port";
import { DisplayReader } from "./display/display-reader";
import { editsBySheet, type NewValue, withEdits } from "./edited-grid";
import type { Calls, Changed, Opened, VersionedGrid } from "./protocol";
import { FormulaGraph } from "./recalculation/formula-graph";
import { type Affected, type Filled, type SpotValue, UNAFFECTED } from "./recalculation/protocol";

/** Cells in one message: the page takes in so many in a few milliseconds. */
const SLICE_CELLS = 20_000;

export class Bench {
  private readonly workbook: XlsxWorkbook;
  private readonly display: DisplayReader;
  /** As read once, then kept up to date edit by edit: reading 200 sheets again after each would take a tenth of a second. */
  private readonly grids: SheetGrid[];
  /** As they were opened: what formulas are checked against. */
  private readonly originals: readonly SheetGrid[];
  private readonly hasFormulas: boolean;
  private readonly versions: number[];
  private marks: readonly Mark[];
  private graph: FormulaGraph | null = null;

  /** Throws FaultError as `openWorkbook` does. */
  constructor(bytes: Uint8Array) {
    this.workbook = openWorkbook(bytes);
    this.grids = [...this.workbook.sheets()];
    this.originals = [...this.grids];
    this.hasFormulas = this.grids.some(({ cells }) => cells.some(({ formula }) => formula !== null));
    this.versions = this.grids.map(() => 0);
    this.display = new DisplayReader(bytes);
    this.marks = this.display.marks();
  }

  opened(): Opened {
    return {
      sheets: this.grids.map(({ name, visibility }) => ({ name, visibility })),
      looks: this.display.looks,
      marks: this.marks,
      date1904: this.display.date1904,
    };
  }

  sheets({ from, known }: Calls["grids"]["args"]): Calls["grids"]["reply"] {
    const grids: VersionedGrid[] = [];
    let at = from;
    for (let cells = 0; at < this.grids.length && cells < SLICE_CELLS; at++) {
      if (known[at] === this.versions[at]) continue;
      const found = this.grid({ index: at });
      grids.push(found);
      cells += found.grid.cells.length;
    }
    return { grids, next: at };
  }

  grid({ index }: Calls["grid"]["args"]): VersionedGrid {
    const grid = this.grids[index];
    if (!grid) throw new RangeError(`no sheet ${index}`);
    return { index, version: this.versions[index] ?? 0, grid };
  }

  sheetDisplay({ name }: Calls["display"]["args"]): Calls["display"]["reply"] {
    return this.display.sheet(name);
  }

  pictures({ name }: Calls["pictures"]["args"]): Calls["pictures"]["reply"] {
    return this.display.pictures(name);
  }

  apply({ plan }: { readonly plan: WritePlan }): Changed {
    const result = this.workbook.apply(plan);
    this.marks = plan.marks;
    this.take(result.applied);
    return { result, versions: [...this.versions], marks: this.marks, affected: this.affectedBy(result.applied) };
  }

  edit({ edits }: { readonly edits: readonly CellEdit[] }): Changed {
    return this.apply({ plan: { edits, marks: this.marks } });
  }

  original({ index }: Calls["original"]["args"]): Calls["original"]["reply"] {
    const filled = this.originals[index]?.cells.flatMap(({ row, col, value }): Filled[] => (value.kind === "empty" ? [] : [[row, col, value]])) ?? [];
    return { cells: JSON.stringify(filled) };
  }

  recalculated({ values }: Calls["recalculated"]["args"]): Calls["recalculated"]["reply"] {
    const indexes = new Map<number, SheetIndex>();
    const now = ({ sheet, row, col }: SpotValue): CellValue => {
      const index = indexes.get(sheet) ?? new SheetIndex(this.grid({ index: sheet }).grid);
      indexes.set(sheet, index);
      return index.at(row, col)?.value ?? EMPTY;
    };
    const others = values.filter((spot) => !sameDigits(now(spot), spot.value));
    const results = others.map(({ sheet, row, col, value }) => ({ ref: { sheet: this.grid({ index: sheet }).grid.name, row, col }, value }));
    this.workbook.setResults(results);
    this.take(results.map(({ ref, value }) => ({ ref, after: shownResult(value), format: null })));
    return { values: others.map((spot) => ({ ...spot, value: shownResult(spot.value) })), versions: [...this.versions] };
  }

  removeMarks(): null {
    this.workbook.removeMarks();
    this.marks = [];
    return null;
  }

  readState(): WorkbookState {
    return this.workbook.readState();
  }

  writeState({ state }: Calls["writeState"]["args"]): null {
    this.workbook.writeState(state);
    return null;
  }

  save(): Calls["save"]["reply"] {
    return { bytes: this.workbook.save() };
  }

  private affectedBy(applied: readonly CellEdit[]): Affected {
    if (applied.length === 0 || !this.hasFormulas) return UNAFFECTED;
    this.graph ??= new FormulaGraph(this.originals);
    const indexes = new Map(this.originals.map(({ name }, index) => [name, index]));
    return this.graph.affectedBy(applied.flatMap(({ ref }) => ({ sheet: indexes.get(ref.sheet) ?? -1, row: ref.row, col: ref.col })));
  }

  private take(applied: readonly NewValue[]): void {
    for (const [name, edits] of editsBySheet(applied)) {
      const index = this.grids.findIndex((grid) => grid.name === name);
      const grid = this.grids[index];
      if (!grid) continue;
      this.grids[index] = withEdits(grid, edits);
      this.versions[index] = (this.versions[index] ?? 0) + 1;
    }
  }
}

/** A formula that gives "" reads as an empty cell. */
function shownResult(value: CellValue): CellValue {
  return value.kind === "text" && value.text === "" ? EMPTY : value;
}

/** To the last digit: a result that is the file's own again is to be stored as such. */
function sameDigits(a: CellValue, b: CellValue): boolean {
  return a.kind === "number" && b.kind === "number" ? a.digits === b.digits : sameValue(a, b);
}
