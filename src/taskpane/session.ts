/**
 * The pane without its looks: reads, reviews, fills, writes, undoes, and tells what is so (`snapshot`). No DOM, no React.
 * What the workbook is asked to do is done one thing after another; what the user does meanwhile waits its turn.
 */
import { Cancelled, type ShowNumber, type WorkbookHost } from "../host/port";
import type { Finding } from "../model/finding";
import { settingsSchema, type Settings } from "../model/settings";
import type { Ignored } from "../model/ignored";
import type { WritePlan } from "../model/write-plan";
import { planMarks } from "../review/plan-marks";
import { editId } from "../writeback/edit-id";
import { ofKind, selectEdits } from "../writeback/select";
import { type Clock, pageClock } from "./clock";
import type { LoadCore } from "./core";
import { toFault } from "./faults";
import { sortFindings, withEntry, withoutEntry } from "../review/ignored";
import { reasonEdit, reasonField, reasonProblem } from "./reasons";
import { appliedOf, SessionCore } from "./session-core";
import type { Notice, RuleName } from "./session-state";
import { type Changed, touchedForms } from "./staleness";

const OFFER_CANCEL_MS = 1000;
const QUIET_MS = 1000;

export class ReviewSession extends SessionCore {
  /** Reasons typed and not yet written, by finding: filters, tabs, settings and further runs must not lose them. */
  readonly drafts = new Map<string, string>();
  private running: Promise<void> | null = null;
  private stopQuiet: (() => void) | null = null;
  private reasonInverse: WritePlan | null = null;
  /** An undo takes the marks of its run away; the next run sets them again, as the user has not switched them off. */
  private marksUndone = false;

  constructor(host: WorkbookHost, showNumber: ShowNumber, loadCore: LoadCore, clock: Clock = pageClock) {
    super(host, showNumber, loadCore, clock);
  }

  get capabilities(): WorkbookHost["capabilities"] {
    return this.host.capabilities;
  }

  /** Listens to the workbook and reads what it keeps of us; the returned function ends that. */
  open(): () => void {
    const unsubscribe = this.host.capabilities.changes ? this.host.onChange((cells) => this.changed(cells)) : () => undefined;
    // In a turn of its own: the first screen does without the core, and is to be seen first.
    const stopPreparing = this.clock.later(0, () => void this.prepare());
    // A workbook that cannot be read yet says so when it is to be reviewed.
    void this.queue.add(() => this.loadState()).catch(() => undefined);
    return () => {
      unsubscribe();
      stopPreparing();
      this.stopQuiet?.();
      this.cancelWanted = true;
    };
  }

  /** 重算并校验: read, review, fill, mark. A second call while one is under way joins it. */
  run(): Promise<void> {
    this.running ??= this.queue.add(() => this.doRun()).finally(() => (this.running = null));
    return this.running;
  }

  cancel(): void {
    this.cancelWanted = true;
  }

  /** Reads and reviews again beside the result; fills nothing. */
  recheck(): Promise<void> {
    this.stopQuiet?.();
    return this.queue.add(() => this.doRecheck());
  }

  tick(ids: readonly string[], on: boolean): void {
    const unticked = new Set(this.state.unticked);
    for (const id of ids) {
      if (on) unticked.delete(id);
      else unticked.add(id);
    }
    this.set({ unticked });
  }

  writeChosen(): Promise<void> {
    return this.queue.add(async () => {
      const { pending, unticked } = this.state;
      const chosen = new Set(pending.map(editId).filter((id) => !unticked.has(id)));
      await this.writeFigures(selectEdits({ edits: pending, marks: this.wantedMarks() }, chosen));
    });
  }

  /** Writes what a write that failed half-way left undone. */
  retryWrite(): Promise<void> {
    return this.queue.add(async () => {
      const left = this.state.failedWrite?.untouched ?? [];
      await this.writeFigures({ edits: left, marks: this.wantedMarks() });
    });
  }

  undo(): Promise<void> {
    return this.queue.add(async () => {
      // After a write that failed nobody knows of marks, and none are to come.
      const marked = this.state.failedWrite !== null || (this.writer.placed ?? []).length > 0;
      this.set({ busy: "writing", conflicts: [], failedWrite: null, trouble: null });
      const marksBack = (this.writer.stored.lastInverse?.marks.length ?? 0) > 0;
      const outcome = await this.writer.undo(this.grid);
      if (outcome && this.settle(outcome)) {
        this.marksUndone = this.state.marksShown && marked && !marksBack;
        this.set({ marksShown: this.state.marksShown && !this.marksUndone, filled: 0, notice: { kind: "undone", cells: appliedOf(outcome).length } });
      }
      this.set({ busy: null, undoCells: this.undoCells() });
      if (this.state.review) await this.doRecheck();
    });
  }

  setMarks(on: boolean): Promise<void> {
    return this.queue.add(async () => {
      this.marksUndone = false;
      this.set({ busy: "writing", trouble: null });
      try {
        const unmarked = on ? await this.writer.placeMarks(planMarks(this.state.findings.active)) : [];
        if (!on) await this.writer.removeMarks();
        this.set({ marksShown: on, unmarked });
      } catch (error) {
        this.set({ trouble: toFault(error) });
      }
      this.set({ busy: null });
    });
  }

  /** False if the text was not written: no reason at all, or a conflict or fault that is shown. */
  writeReason(finding: Finding, text: string): Promise<boolean> {
    return this.queue.add(async () => {
      const { review, findings } = this.state;
      const current = findings.active.find((other) => other.key === finding.key) ?? finding;
      const field = review && reasonField(current, review);
      if (!field || reasonProblem(text)) return false;
      const edit = reasonEdit(current, field, text);
      this.set({ busy: "writing", trouble: null, failedWrite: null });
      // The mark stays: it vanishes by itself, and comes back if the reason is deleted.
      const outcome = await this.writer.write({ edits: [edit], marks: this.writer.placed ?? this.wantedMarks() }, this.grid, "aside");
      const done = this.settle(outcome) && appliedOf(outcome).length === 1;
      if (done && outcome.kind === "done") this.reasonInverse = outcome.result.inverse;
      this.set({ busy: null, ...(done ? { notice: { kind: "reason", edit } } : {}) });
      await this.recheckOnce();
      return done;
    });
  }

  takeBackReason(): Promise<void> {
    return this.queue.add(async () => {
      const inverse = this.reasonInverse;
      const [edit] = inverse?.edits ?? [];
      if (!inverse || !edit) return;
      this.reasonInverse = null;
      const outcome = await this.writer.write({ edits: inverse.edits, marks: this.writer.placed ?? this.wantedMarks() }, this.grid, "aside");
      if (this.settle(outcome)) this.set({ notice: appliedOf(outcome).length > 0 ? { kind: "reason-undone", edit } : null });
      await this.recheckOnce();
    });
  }

  /** 说明并保留. */
  keep(finding: Finding, text: string): Promise<void> {
    const entry = { key: finding.key, text: text.trim(), date: this.clock.today(), basis: finding.message };
    return entry.text === "" ? Promise.resolve() : this.storeIgnored((ignored) => withEntry(ignored, entry));
  }

  unkeep(key: string): Promise<void> {
    return this.storeIgnored((ignored) => withoutEntry(ignored, key));
  }

  saveSettings(settings: Settings): Promise<void> {
    return this.queue.add(() => this.takeSettings(settingsSchema.parse(settings)));
  }

  /** 本工作簿不再检查此规则, and its undo. */
  switchRule(rule: RuleName, on: boolean): Promise<void> {
    return this.queue.add(async () => {
      const { settings, core } = this.state;
      if (core) await this.takeSettings({ ...settings, ...core.withRule(settings, rule.id, on) }, { kind: on ? "rule-on" : "rule-off", rule });
    });
  }

  dismiss(what: "conflicts" | "unmarked" | "failedWrite" | "trouble" | "notice"): void {
    this.set({ [what]: what === "conflicts" || what === "unmarked" ? [] : null });
  }

  /** For what nobody else would hear of: a button of the ribbon that failed. */
  report(error: unknown): void {
    this.set({ trouble: toFault(error) });
  }

  /** From the screen of a fault back to the last result. */
  backToResult(): void {
    if (this.state.review) this.set({ phase: { kind: "result" } });
  }

  /** Shows a cell; where the host cannot, nothing happens. `go`: as in host/port.ts. */
  async reveal(cell: Finding["cell"], go: boolean = false): Promise<void> {
    if (!this.host.capabilities.reveal) return;
    try {
      await this.host.reveal(cell, go);
    } catch (error) {
      this.set({ trouble: toFault(error) });
    }
  }

  private async doRun(): Promise<void> {
    this.cancelWanted = false;
    this.stopQuiet?.();
    this.set({ phase: { kind: "running", stage: "reading", done: 0, offerCancel: false }, notice: null, conflicts: [], failedWrite: null, trouble: null, unmarked: [], filled: 0 });
    const stopOffer = this.clock.later(OFFER_CANCEL_MS, () => this.progress({ offerCancel: true }));
    try {
      await this.loadState();
      await this.look();
    } catch (error) {
      if (!(error instanceof Cancelled)) this.set({ phase: { kind: "fault", fault: toFault(error) } });
      else this.set({ phase: { kind: this.state.review ? "result" : "idle" }, notice: { kind: "cancelled" } });
      return;
    } finally {
      stopOffer();
    }
    this.set({ phase: { kind: "result" }, marksShown: this.state.marksShown || this.marksUndone });
    this.marksUndone = false;
    this.writer.beginRun();
    await this.fillAndMark();
  }

  private async takeSettings(settings: Settings, notice: Notice | null = this.state.notice): Promise<void> {
    const before = this.state.settings;
    this.set({ trouble: null });
    if (JSON.stringify(settings) === JSON.stringify(before)) return;
    const unstored = await this.writer.tryStore({ settings });
    this.set({ settings, notice, ...(unstored ? { trouble: unstored } : {}) });
    if (this.state.review && deciding(settings) !== deciding(before)) await this.doRecheck();
  }

  private async fillAndMark(): Promise<void> {
    const all = { edits: this.state.pending, marks: this.wantedMarks() };
    const plan = this.state.settings.autoFill ? ofKind(all, "blank") : { ...all, edits: [] };
    // A workbook that we have nothing to say about is left untouched, unless marks of ours may be left from before.
    if (plan.edits.length === 0 && plan.marks.length === 0 && this.state.undoCells === null && !this.writer.placed) return;
    this.set({ busy: "writing" });
    const outcome = await this.writer.write(plan, this.grid, "run");
    const filled = appliedOf(outcome).length;
    if (this.settle(outcome)) this.set({ filled, notice: filled > 0 ? { kind: "filled", cells: filled } : this.state.notice });
    this.set({ busy: null });
  }

  private async writeFigures(plan: WritePlan): Promise<void> {
    if (plan.edits.length === 0) return;
    this.set({ busy: "writing", conflicts: [], failedWrite: null, trouble: null });
    const outcome = await this.writer.write(plan, this.grid, "run");
    if (this.settle(outcome)) this.set({ notice: { kind: "written", cells: appliedOf(outcome).length } });
    this.set({ busy: null });
    if (outcome.kind === "done") await this.doRecheck();
  }

  private storeIgnored(change: (ignored: readonly Ignored[]) => Ignored[]): Promise<void> {
    return this.queue.add(async () => {
      const ignored = change(this.state.ignored);
      this.set({ trouble: null });
      try {
        await this.writer.store({ ignored });
        this.set({ ignored, findings: sortFindings(this.state.review?.findings ?? [], ignored) });
        if (this.writer.placed) this.settle(await this.writer.write({ edits: [], marks: this.wantedMarks() }, this.grid, "aside"));
      } catch (error) {
        this.set({ trouble: toFault(error) });
      }
    });
  }

  private changed(cells: Changed): void {
    const foreign = this.lookout.heard(cells);
    const { review, stale, settings } = this.state;
    const touched = review && foreign ? touchedForms(review.forms, foreign) : [];
    if (touched.length === 0) return;
    this.set({ stale: new Set([...stale, ...touched]) });
    if (!(settings.autoRecheck ?? this.host.capabilities.cheapReads)) return;
    this.stopQuiet?.();
    this.stopQuiet = this.clock.later(QUIET_MS, () => void this.recheck());
  }
}

/** The settings that a result depends on. */
function deciding(settings: Settings): string {
  return JSON.stringify({ ...settings, autoFill: null, autoRecheck: null });
}
