/** The port over a workbook that lives in a worker. The page keeps what it has read and asks only for what changed. */
import type { CellRef } from "../model/address";
import { FaultError } from "../model/fault";
import type { SheetGrid, WorkbookGrid } from "../model/grid";
import type { ApplyResult, CellEdit, Mark, WritePlan } from "../model/write-plan";
import { Cancelled, type Capabilities, type ReadOptions, type WorkbookHost, type WorkbookState } from "../host/port";
import type { CellLook, SheetDisplay } from "./display/look";
import type { SheetPictures } from "./display/picture";
import { editsBySheet, type NewValue, withEdits } from "./edited-grid";
import { FormulaFollower, type FormulaNews, type OpenEngine } from "./formula-follower";
import { Line } from "./line";
import type { Calls, Changed, Channel, Opened, SheetName } from "./protocol";
import { strings } from "./strings.zh-CN";

export interface SheetView {
  readonly grid: SheetGrid;
  readonly display: SheetDisplay;
}

type Listener = () => void;

export class WorkerHost implements WorkbookHost {
  readonly capabilities: Capabilities = { merges: true, reveal: true, changes: true, cheapReads: true };
  readonly sheets: readonly SheetName[];
  readonly looks: readonly CellLook[];
  readonly date1904: boolean;
  /** Counts what a display has to follow: cells and marks. */
  revision = 0;
  /** Counts what a saved file would hold: setting the same marks again changes nothing. */
  changes = 0;
  marks: readonly Mark[];
  /** Told of each write that changed cells, by hand or not: what undo needs. */
  onApplied: ((result: ApplyResult, by: "hand" | "plan") => void) | null = null;
  /** Told of formulas that keep their results although they may be others now. */
  onFormulas: ((news: FormulaNews) => void) | null = null;

  private versions: readonly number[];
  private readonly grids = new Map<number, { readonly version: number; readonly grid: SheetGrid }>();
  private readonly displays = new Map<number, SheetDisplay>();
  private readonly changeListeners = new Set<(cells: readonly CellRef[] | "unknown") => void>();
  private readonly viewListeners = new Set<Listener>();
  private readonly revealListeners = new Set<(cell: CellRef, go: boolean) => void>();

  private readonly formulas: FormulaFollower;

  private constructor(
    private readonly line: Line<Calls>,
    opened: Opened,
    openEngine: OpenEngine,
  ) {
    this.sheets = opened.sheets;
    this.looks = opened.looks;
    this.marks = opened.marks;
    this.date1904 = opened.date1904;
    this.versions = opened.sheets.map(() => 0);
    this.formulas = new FormulaFollower(opened.sheets.map(({ name }) => name), line, openEngine, {
      stored: (values, versions) => {
        this.show(values, versions);
        this.versions = versions;
        this.tellViews();
      },
      news: (news) => this.onFormulas?.(news),
    });
  }

  /** Throws FaultError if the bytes are no workbook; the channel is closed then. The bytes are moved, not copied. */
  static async open(channel: Channel, bytes: Uint8Array<ArrayBuffer>, openEngine: OpenEngine): Promise<WorkerHost> {
    const line = new Line<Calls>(channel, () => new FaultError("internal", strings.faults.worker));
    try {
      return new WorkerHost(line, await line.ask("open", { bytes }, [bytes.buffer]), openEngine);
    } catch (error) {
      line.close();
      throw error;
    }
  }

  close(): void {
    this.formulas.close();
    this.line.close();
  }

  async read(options: ReadOptions = {}): Promise<WorkbookGrid> {
    // A review of new figures with old totals would find mistakes that are none.
    await this.formulas.settled;
    const count = this.sheets.length;
    for (let from = 0; from < count; ) {
      if (options.cancelled?.()) throw new Cancelled();
      const known = this.sheets.map((_, index) => this.grids.get(index)?.version ?? -1);
      const { grids, next } = await this.line.ask("grids", { from, known });
      for (const { index, version, grid } of grids) this.grids.set(index, { version, grid });
      from = next;
      options.onProgress?.(from / count);
    }
    if (options.cancelled?.()) throw new Cancelled();
    return { sheets: this.sheets.map((_, index) => this.kept(index)) };
  }

  /** Ends when the formulas have followed. */
  async apply(plan: WritePlan): Promise<ApplyResult> {
    const { result, followed } = await this.changed(this.line.ask("apply", { plan }), "plan");
    await followed;
    return result;
  }

  async removeMarks(): Promise<void> {
    await this.line.ask("removeMarks", null);
    if (this.marks.length > 0) this.changes++;
    this.marks = [];
    this.tellViews();
  }

  async reveal(cell: CellRef, go: boolean = false): Promise<void> {
    for (const listener of this.revealListeners) listener(cell, go);
  }

  readState(): Promise<WorkbookState> {
    return this.line.ask("readState", null);
  }

  async writeState(state: WorkbookState): Promise<void> {
    const before = JSON.stringify(await this.readState());
    if (before === JSON.stringify(state)) return;
    await this.line.ask("writeState", { state });
    this.changes++;
    this.tellViews();
  }

  onChange(listener: (cells: readonly CellRef[] | "unknown") => void): () => void {
    this.changeListeners.add(listener);
    return () => this.changeListeners.delete(listener);
  }

  /** Edits by a person: the marks stay as they are. Shown at once, and taken back if the workbook refuses them. Formulas follow later. */
  async edit(edits: readonly CellEdit[]): Promise<ApplyResult> {
    this.show(edits);
    this.tellViews();
    try {
      const { result } = await this.changed(this.line.ask("edit", { edits }), "hand");
      if (result.conflicts.length > 0) this.forget(edits);
      return result;
    } catch (error) {
      this.forget(edits);
      throw error;
    }
  }

  /** The file with all changes. */
  async save(): Promise<Uint8Array> {
    await this.formulas.settled;
    return (await this.line.ask("save", null)).bytes;
  }

  /** What a display needs of a sheet. */
  async sheetView(index: number): Promise<SheetView> {
    const known = this.sheetViewNow(index);
    if (known) return known;
    const [found, display] = await Promise.all([this.line.ask("grid", { index }), this.displays.get(index) ?? this.line.ask("display", { name: this.sheets[index]?.name ?? "" })]);
    this.grids.set(index, found);
    this.displays.set(index, display);
    return { grid: found.grid, display };
  }

  /** The same if nothing has to be asked for. */
  sheetViewNow(index: number): SheetView | null {
    const kept = this.grids.get(index);
    const display = this.displays.get(index);
    return kept && display && kept.version === this.versions[index] ? { grid: kept.grid, display } : null;
  }

  /** The pictures that lie over a sheet; read anew each time. */
  pictures(index: number): Promise<SheetPictures> {
    return this.line.ask("pictures", { name: this.sheets[index]?.name ?? "" });
  }

  /** Told which cell to show. */
  onRevealed(listener: (cell: CellRef, go: boolean) => void): () => void {
    this.revealListeners.add(listener);
    return () => void this.revealListeners.delete(listener);
  }

  /** Told when cells or marks changed. */
  readonly onView = (listener: Listener): (() => void) => {
    this.viewListeners.add(listener);
    return () => this.viewListeners.delete(listener);
  };

  private async changed(asked: Promise<Changed>, by: "hand" | "plan"): Promise<{ readonly result: ApplyResult; readonly followed: Promise<void> }> {
    const { result, versions, marks, affected } = await asked;
    // What the page has is brought up to date here: no second question, and no moment with the old value.
    this.show(result.applied, versions);
    this.versions = versions;
    if (result.applied.length > 0 || JSON.stringify(marks) !== JSON.stringify(this.marks)) this.changes++;
    this.marks = marks;
    if (result.applied.length > 0) this.onApplied?.(result, by);
    this.tellViews();
    return { result, followed: this.follow(result.applied, affected) };
  }

  /** As in Excel, all changes are told, the listener's own writes too: it knows its own. Once the formulas have followed. */
  private async follow(applied: readonly CellEdit[], affected: Changed["affected"]): Promise<void> {
    const cells = applied.map(({ ref }) => ref);
    const none = affected.formulas.length + affected.kept.length === 0;
    const further = none ? [] : await this.formulas.follow(applied, affected);
    if (cells.length > 0) for (const listener of this.changeListeners) listener([...cells, ...further]);
  }

  /** Puts edits into what the page keeps; with `versions`, those of the workbook after them. */
  private show(edits: readonly NewValue[], versions: readonly number[] = this.versions): void {
    for (const [name, ofSheet] of editsBySheet(edits)) {
      const index = this.sheets.findIndex((sheet) => sheet.name === name);
      const kept = this.grids.get(index);
      const version = versions[index] ?? -1;
      // Older than that: something was missed, and the sheet is asked for again.
      if (kept && version - kept.version <= 1) this.grids.set(index, { version, grid: withEdits(kept.grid, ofSheet) });
    }
  }

  /** What was shown too early is read again. */
  private forget(edits: readonly CellEdit[]): void {
    for (const name of editsBySheet(edits).keys()) this.grids.delete(this.sheets.findIndex((sheet) => sheet.name === name));
    this.tellViews();
  }

  private tellViews(): void {
    this.revision++;
    for (const listener of this.viewListeners) listener();
  }

  private kept(index: number): SheetGrid {
    const kept = this.grids.get(index);
    if (!kept) throw new Error(`sheet ${index} was not read`);
    return kept.grid;
  }
}
