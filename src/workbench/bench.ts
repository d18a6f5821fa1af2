/** The worker's side: one open workbook. Plain code without a worker in it, so that tests and the fallback run it as it is. */
import { openWorkbook } from "../host/xlsx/open";
import type { XlsxWorkbook } from "../host/xlsx/workbook";
import type { SheetGrid } from "../model/grid";
import type { CellEdit, Mark, WritePlan } from "../model/write-plan";
import type { WorkbookState } from "../host/port";
import { DisplayReader } from "./display/display-reader";
import { editsBySheet, withEdits } from "./edited-grid";
import type { Calls, Changed, Opened, VersionedGrid } from "./protocol";

/** Cells in one message: the page takes in so many in a few milliseconds. */
const SLICE_CELLS = 20_000;

export class Bench {
  private readonly workbook: XlsxWorkbook;
  private readonly display: DisplayReader;
  /** As read once, then kept up to date edit by edit: reading 200 sheets again after each would take a tenth of a second. */
  private readonly grids: SheetGrid[];
  private readonly versions: number[];
  private marks: readonly Mark[];

  /** Throws FaultError as `openWorkbook` does. */
  constructor(bytes: Uint8Array) {
    this.workbook = openWorkbook(bytes);
    this.grids = [...this.workbook.sheets()];
    this.versions = this.grids.map(() => 0);
    this.display = new DisplayReader(bytes);
    this.marks = this.display.marks();
  }

  opened(): Opened {
    return {
      sheets: this.grids.map(({ name, visibility }) => ({ name, visibility })),
      looks: this.display.looks,
      marks: this.marks,
      hasFormulas: this.grids.some(({ cells }) => cells.some(({ formula }) => formula !== null)),
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

  apply({ plan }: { readonly plan: WritePlan }): Changed {
    const result = this.workbook.apply(plan);
    this.marks = plan.marks;
    this.take(result.applied);
    return { result, versions: [...this.versions], marks: this.marks };
  }

  edit({ edits }: { readonly edits: readonly CellEdit[] }): Changed {
    return this.apply({ plan: { edits, marks: this.marks } });
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

  private take(applied: readonly CellEdit[]): void {
    for (const [name, edits] of editsBySheet(applied)) {
      const index = this.grids.findIndex((grid) => grid.name === name);
      const grid = this.grids[index];
      if (!grid) continue;
      this.grids[index] = withEdits(grid, edits);
      this.versions[index] = (this.versions[index] ?? 0) + 1;
    }
  }
}
