/** What every action of the session rests on: the state, the queue, looking, and taking in what a write did. */
import { Cancelled, type ShowNumber, type WorkbookHost } from "../host/port";
import type { WorkbookGrid } from "../model/grid";
import { settingsSchema } from "../model/settings";
import type { CellEdit, Mark } from "../model/write-plan";
import { planMarks } from "../review/plan-marks";
import { editId } from "../writeback/edit-id";
import { without } from "../writeback/select";
import type { Clock } from "./clock";
import { toFault } from "./faults";
import { sortFindings } from "../review/ignored";
import { Lookout } from "./look";
import type { SessionState } from "./session-state";
import { Queue, Store } from "./store";
import { Writer, type WriteOutcome } from "./writer";

export abstract class SessionCore {
  private readonly store = new Store();
  protected readonly queue = new Queue();
  protected readonly lookout: Lookout;
  protected readonly writer: Writer;
  /** The workbook as it was last looked at. */
  protected grid: WorkbookGrid = { sheets: [] };
  protected cancelWanted = false;

  readonly snapshot = this.store.snapshot;
  readonly subscribe = this.store.subscribe;

  constructor(
    protected readonly host: WorkbookHost,
    showNumber: ShowNumber,
    protected readonly clock: Clock,
  ) {
    this.lookout = new Lookout(host, showNumber, clock);
    this.writer = new Writer(host, this.lookout.echoes, () => clock.now());
  }

  protected get state(): SessionState {
    return this.store.state;
  }

  protected set(changes: Partial<SessionState>): void {
    this.store.set(changes);
  }

  protected async loadState(): Promise<void> {
    await this.writer.load();
    const { settings, ignored } = this.writer.stored;
    const parsed = settingsSchema.safeParse(settings);
    this.set({ ...(parsed.success ? { settings: parsed.data } : {}), ignored: ignored ?? [], undoCells: this.undoCells() });
  }

  protected async look(): Promise<void> {
    const { grid, review, stale } = await this.lookout.look(this.state.settings, {
      onProgress: (stage, done) => this.progress({ stage, done }),
      cancelled: () => this.cancelWanted,
    });
    this.grid = grid;
    const ids = new Set(review.plan.edits.map(editId));
    const unticked = new Set([...this.state.unticked].filter((id) => ids.has(id)));
    this.set({ review, findings: sortFindings(review.findings, this.state.ignored), pending: review.plan.edits, unticked, stale });
  }

  protected async doRecheck(): Promise<void> {
    this.cancelWanted = false;
    this.set({ busy: "rechecking" });
    try {
      await this.look();
      await this.addMissingMarks();
    } catch (error) {
      if (!(error instanceof Cancelled)) this.set({ trouble: toFault(error) });
    }
    this.set({ busy: null });
  }

  /** Of several writes in a row only the last is followed by a look. */
  protected async recheckOnce(): Promise<void> {
    if (this.queue.waiting === 0) await this.doRecheck();
  }

  /** Takes a write's outcome into the state; false if it failed. */
  protected settle(outcome: WriteOutcome): boolean {
    this.set({ undoCells: this.undoCells() });
    if (outcome.kind === "failed") {
      this.set({ failedWrite: outcome.failure, pending: without(this.state.pending, outcome.failure.written) });
      return false;
    }
    const { applied, conflicts } = outcome.result;
    this.set({ pending: without(this.state.pending, applied), conflicts: [...this.state.conflicts, ...conflicts], ...(outcome.unstored ? { trouble: outcome.unstored } : {}) });
    return true;
  }

  protected wantedMarks(): readonly Mark[] {
    return this.state.marksShown ? planMarks(this.state.findings.active) : [];
  }

  /** A mark too many vanishes by itself once its conditions fail; one too few must be set. */
  protected async addMissingMarks(): Promise<void> {
    const placed = new Set((this.writer.placed ?? []).map((mark) => JSON.stringify(mark)));
    const wanted = this.wantedMarks();
    if (this.writer.placed && wanted.some((mark) => !placed.has(JSON.stringify(mark)))) this.settle(await this.writer.write({ edits: [], marks: wanted }, this.grid, "aside"));
  }

  protected undoCells(): number | null {
    return this.writer.stored.lastInverse?.edits.length ?? null;
  }

  protected progress(changes: Partial<{ stage: "reading" | "reviewing"; done: number; offerCancel: boolean }>): void {
    const { phase } = this.state;
    if (phase.kind === "running") this.set({ phase: { ...phase, ...changes } });
  }
}

export function appliedOf(outcome: WriteOutcome): readonly CellEdit[] {
  return outcome.kind === "done" ? outcome.result.applied : [];
}
