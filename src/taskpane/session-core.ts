/** What every action of the session rests on: the state, the queue, looking, and taking in what a write did. */
import { Cancelled, type ShowNumber, type WorkbookHost } from "../host/port";
import type { WorkbookGrid } from "../model/grid";
import { settingsSchema } from "../model/settings";
import type { CellEdit, Mark } from "../model/write-plan";
import { planMarks } from "../review/plan-marks";
import { editId } from "../writeback/edit-id";
import { without } from "../writeback/select";
import type { Clock } from "./clock";
import { type LoadCore, waitForCore } from "./core";
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
    private readonly loadCore: LoadCore,
    protected readonly clock: Clock,
  ) {
    this.lookout = new Lookout(host, showNumber, loadCore, clock);
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

  /** Has the core ready before it is asked for. A failure is told where it matters: in the settings, and by a run. */
  async prepare(): Promise<void> {
    if (this.state.core) return;
    try {
      this.set({ core: await waitForCore(this.loadCore, this.clock), coreFault: null });
    } catch (error) {
      this.set({ coreFault: toFault(error) });
    }
  }

  protected async look(): Promise<void> {
    const { grid, review, core, stale } = await this.lookout.look(this.state.settings, {
      onProgress: (stage, done) => this.progress({ stage, done }),
      cancelled: () => this.cancelWanted,
    });
    this.grid = grid;
    const ids = new Set(review.plan.edits.map(editId));
    const unticked = new Set([...this.state.unticked].filter((id) => ids.has(id)));
    this.set({ core, coreFault: null, review, findings: sortFindings(review.findings, this.state.ignored), pending: review.plan.edits, unticked, stale });
  }

  /** `marks`: "missing" leaves alone those that have vanished by their own conditions. */
  protected async doRecheck(marks: "all" | "missing" = "all"): Promise<void> {
    this.cancelWanted = false;
    this.set({ busy: "rechecking" });
    try {
      await this.look();
      await this.updateMarks(marks);
    } catch (error) {
      if (!(error instanceof Cancelled)) this.set({ trouble: toFault(error) });
    }
    this.set({ busy: null });
  }

  /** Of several writes in a row only the last is followed by a look. */
  protected async recheckOnce(): Promise<void> {
    if (this.queue.waiting === 0) await this.doRecheck("missing");
  }

  /** Takes a write's outcome into the state; false if it failed. */
  protected settle(outcome: WriteOutcome): boolean {
    this.set({ undoCells: this.undoCells() });
    if (outcome.kind === "failed") {
      this.set({ failedWrite: outcome.failure, pending: without(this.state.pending, outcome.failure.written) });
      return false;
    }
    const { applied, conflicts, unmarked = [] } = outcome.result;
    this.set({ unmarked, pending: without(this.state.pending, applied), conflicts: [...this.state.conflicts, ...conflicts], ...(outcome.unstored ? { trouble: outcome.unstored } : {}) });
    return true;
  }

  protected wantedMarks(): readonly Mark[] {
    return this.state.marksShown ? planMarks(this.state.findings.active) : [];
  }

  /** Marks follow the findings; cells are left alone. Not after a failed write: what it left undone is still on offer. */
  private async updateMarks(which: "all" | "missing"): Promise<void> {
    if (!this.state.marksShown || this.state.failedWrite) return;
    const wanted = this.wantedMarks();
    const isMissing = notAmong(this.writer.placed ?? []);
    const tooMany = (this.writer.placed ?? []).some(notAmong(wanted));
    if (wanted.some(isMissing) || (which === "all" && tooMany)) this.settle(await this.writer.write({ edits: [], marks: wanted }, this.grid, "aside"));
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

function notAmong(marks: readonly Mark[]): (mark: Mark) => boolean {
  const there = new Set(marks.map((mark) => JSON.stringify(mark)));
  return (mark) => !there.has(JSON.stringify(mark));
}
