/** The port over a plain grid in memory: for tests of faces, which need a workbook that obeys, refuses and changes on demand. */
import { type CellRef, cellKey } from "../../src/model/address";
import { type CellValue, EMPTY, type GridCell, sameValue, type SheetGrid, type WorkbookGrid } from "../../src/model/grid";
import { DEFAULT_STATE } from "../../src/model/workbook-state";
import type { ApplyResult, CellEdit, Conflict, Mark, WritePlan } from "../../src/model/write-plan";
import { Cancelled, type Capabilities, type ReadOptions, type WorkbookHost, type WorkbookState } from "../../src/host/port";

export interface MemoryHostOptions {
  readonly capabilities?: Partial<Capabilities>;
  readonly state?: WorkbookState;
  /** Tell listeners of our own writes too, as Excel does. Default true. */
  readonly echoes?: boolean;
  /** Sheets that take no marks. */
  readonly locked?: readonly string[];
}

type Method = "read" | "apply" | "removeMarks" | "reveal" | "readState" | "writeState";
type Listener = (cells: readonly CellRef[] | "unknown") => void;

export class MemoryHost implements WorkbookHost {
  readonly capabilities: Capabilities;
  /** Everything that was asked of the host, in order. */
  readonly calls: Method[] = [];
  readonly plans: WritePlan[] = [];
  readonly revealed: CellRef[] = [];
  marks: readonly Mark[] = [];
  state: WorkbookState;
  private readonly cells = new Map<string, Map<number, GridCell>>();
  private readonly faults: { readonly method: Method; readonly error: unknown; readonly afterEdits: number }[] = [];
  private readonly gates = new Map<Method, Promise<void>>();
  private readonly listeners = new Set<Listener>();
  private locked: ReadonlySet<string>;

  constructor(
    private readonly sheets: WorkbookGrid,
    private readonly options: MemoryHostOptions = {},
  ) {
    this.capabilities = { merges: true, reveal: true, changes: true, cheapReads: false, ...options.capabilities };
    this.state = options.state ?? DEFAULT_STATE;
    this.locked = new Set(options.locked);
    for (const sheet of sheets.sheets) this.cells.set(sheet.name, new Map(sheet.cells.map((cell) => [cellKey(cell.row, cell.col), cell])));
  }

  /** The next call of the method fails; `apply` may first write some edits, as Excel does. */
  failNext(method: Method, error: unknown, afterEdits = 0): void {
    this.faults.push({ method, error, afterEdits });
  }

  /** Calls of the method wait until the returned function is called. */
  hold(method: Method): () => void {
    let release: () => void = () => undefined;
    this.gates.set(method, new Promise((resolve) => (release = resolve)));
    return () => {
      this.gates.delete(method);
      release();
    };
  }

  /** The user changes a cell. */
  edit(ref: CellRef, value: CellValue, formula: string | null = null): void {
    this.put(ref, value, null, formula);
    this.tell([ref]);
  }

  /** All sheets take marks from now on. */
  unprotect(): void {
    this.locked = new Set();
  }

  tell(cells: readonly CellRef[] | "unknown"): void {
    for (const listener of this.listeners) listener(cells);
  }

  grid(): WorkbookGrid {
    return { sheets: this.sheets.sheets.map((sheet): SheetGrid => ({ ...sheet, cells: [...(this.cells.get(sheet.name)?.entries() ?? [])].sort(([a], [b]) => a - b).map(([, cell]) => cell) })) };
  }

  value(ref: CellRef): CellValue {
    return this.cells.get(ref.sheet)?.get(cellKey(ref.row, ref.col))?.value ?? EMPTY;
  }

  async read({ onProgress, cancelled }: ReadOptions = {}): Promise<WorkbookGrid> {
    await this.enter("read");
    const grid = this.grid();
    for (const [i] of grid.sheets.entries()) {
      onProgress?.((i + 1) / grid.sheets.length);
      await Promise.resolve();
      if (cancelled?.()) throw new Cancelled();
    }
    return grid;
  }

  async apply(plan: WritePlan): Promise<ApplyResult> {
    const fault = await this.enter("apply", true);
    this.plans.push(plan);
    const applied: CellEdit[] = [];
    const conflicts: Conflict[] = [];
    const inverse: CellEdit[] = [];
    for (const edit of plan.edits) {
      if (fault && applied.length >= fault.afterEdits) throw fault.error;
      const cell = this.cells.get(edit.ref.sheet)?.get(cellKey(edit.ref.row, edit.ref.col));
      const found = cell?.value ?? EMPTY;
      if ((cell?.formula ?? null) !== null || !sameValue(found, edit.before)) {
        conflicts.push({ edit, found, foundFormula: cell?.formula ?? null });
        continue;
      }
      inverse.push({ ...edit, before: edit.after, after: found, format: edit.format === null ? null : (cell?.format ?? "General") });
      this.put(edit.ref, edit.after, edit.format, null);
      applied.push(edit);
    }
    if (fault) throw fault.error;
    const marks = this.marks;
    this.marks = plan.marks.filter((mark) => !this.locked.has(mark.ref.sheet));
    const unmarked = [...new Set(plan.marks.map((mark) => mark.ref.sheet))].filter((sheet) => this.locked.has(sheet));
    if (this.options.echoes !== false && applied.length > 0) this.tell(applied.map((edit) => edit.ref));
    return { applied, conflicts, inverse: { edits: inverse.reverse(), marks }, ...(unmarked.length > 0 ? { unmarked } : {}) };
  }

  async removeMarks(): Promise<void> {
    await this.enter("removeMarks");
    this.marks = [];
  }

  async reveal(cell: CellRef): Promise<void> {
    await this.enter("reveal");
    this.revealed.push(cell);
  }

  async readState(): Promise<WorkbookState> {
    await this.enter("readState");
    return this.state;
  }

  async writeState(state: WorkbookState): Promise<void> {
    await this.enter("writeState");
    // What is stored inside a workbook is text.
    this.state = JSON.parse(JSON.stringify(state)) as WorkbookState;
  }

  onChange(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private async enter(method: Method, keepFault = false): Promise<{ error: unknown; afterEdits: number } | null> {
    this.calls.push(method);
    await this.gates.get(method);
    const at = this.faults.findIndex((fault) => fault.method === method);
    const [fault] = at < 0 ? [] : this.faults.splice(at, 1);
    if (fault && !keepFault) throw fault.error;
    return fault ?? null;
  }

  private put(ref: CellRef, value: CellValue, format: string | null, formula: string | null): void {
    const sheet = this.cells.get(ref.sheet);
    if (!sheet) throw new Error(`no sheet ${ref.sheet}`);
    const key = cellKey(ref.row, ref.col);
    sheet.set(key, { row: ref.row, col: ref.col, value, formula, format: format ?? sheet.get(key)?.format ?? "General" });
  }
}
