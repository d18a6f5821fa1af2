/** Everything that changes the workbook: values, marks, the stored state. One write at a time; the session sees to that. */
import { InterruptedWrite, type WorkbookHost, type WorkbookState } from "../host/port";
import type { Fault } from "../model/fault";
import { sameValue, type WorkbookGrid } from "../model/grid";
import { DEFAULT_STATE } from "../model/workbook-state";
import type { ApplyResult, Mark, WritePlan } from "../model/write-plan";
import { whereabouts } from "../writeback/conflicts";
import { inverseOf } from "../writeback/inverse";
import { mergeInverses } from "../writeback/merge";
import { isIdle, without } from "../writeback/select";
import { toFault } from "./faults";
import type { FailedWrite } from "./session-state";
import type { Echoes } from "./staleness";
import { strings } from "./strings.zh-CN";

/** "run": part of what the next undo takes back; "aside": undone in a way of its own, or not at all. */
export type Remember = "run" | "aside";

export type WriteOutcome =
  | { readonly kind: "done"; readonly result: ApplyResult; /** The write stands, but its undo could not be stored. */ readonly unstored: Fault | null }
  | { readonly kind: "failed"; readonly failure: FailedWrite };

const NOTHING_DONE: ApplyResult = { applied: [], conflicts: [], inverse: { edits: [], marks: [] } };

export class Writer {
  stored: WorkbookState = DEFAULT_STATE;
  /** Our marks in the workbook; null until we have set them ourselves. */
  placed: readonly Mark[] | null = null;
  private loaded = false;
  private runHasWritten = false;

  constructor(
    private readonly host: WorkbookHost,
    private readonly echoes: Echoes,
    private readonly now: () => number,
  ) {}

  async load(): Promise<void> {
    if (this.loaded) return;
    this.stored = await this.host.readState();
    this.loaded = true;
  }

  async store(changes: Partial<WorkbookState>): Promise<void> {
    await this.load();
    const next = { ...this.stored, ...changes };
    await this.host.writeState(next);
    this.stored = next;
  }

  /** The writes from here on are undone together, and those of earlier runs no longer. */
  beginRun(): void {
    this.runHasWritten = false;
  }

  /** `before` is the grid that the plan was made from: what is written half-way is found and taken back by it. */
  async write(plan: WritePlan, before: WorkbookGrid, remember: Remember): Promise<WriteOutcome> {
    if (this.placed && isIdle(plan, this.placed)) return { kind: "done", result: NOTHING_DONE, unstored: null };
    this.echoes.expect(plan.edits.map((edit) => edit.ref), this.now());
    let result: ApplyResult;
    try {
      result = await this.host.apply(plan);
    } catch (error) {
      return { kind: "failed", failure: await this.recover(plan, before, error, remember) };
    }
    this.placed = placedOf(plan.marks, result);
    const unstored = remember === "run" && result.applied.length > 0 ? await this.rememberInverse(result.inverse) : null;
    return { kind: "done", result, unstored };
  }

  /** Null if there is nothing to undo. What no longer holds what we wrote is left alone and reported. */
  async undo(before: WorkbookGrid | null): Promise<WriteOutcome | null> {
    const inverse = this.stored.lastInverse;
    if (!inverse) return null;
    const outcome = await this.write(inverse, before ?? { sheets: [] }, "aside");
    if (outcome.kind === "failed") {
      // What is back already is no part of the next attempt.
      this.stored = { ...this.stored, lastInverse: { ...inverse, edits: without(inverse.edits, outcome.failure.written) } };
      return { kind: "failed", failure: { ...outcome.failure, restorable: true } };
    }
    this.runHasWritten = false;
    const unstored = await this.tryStore({ lastInverse: null });
    // A cell that holds the old value anyway needs no undo.
    const conflicts = outcome.result.conflicts.filter(({ edit, found, foundFormula }) => foundFormula !== null || !sameValue(found, edit.after));
    return { ...outcome, result: { ...outcome.result, conflicts }, unstored: unstored && { ...unstored, message: strings.fault.undoneUnstored(unstored.message) } };
  }

  /** Shows marks beside the cells as they are; gives the protected sheets that get none. */
  async placeMarks(marks: readonly Mark[]): Promise<readonly string[]> {
    const result = await this.host.apply({ edits: [], marks });
    this.placed = placedOf(marks, result);
    return result.unmarked ?? [];
  }

  async removeMarks(): Promise<void> {
    await this.host.removeMarks();
    this.placed = [];
  }

  private async rememberInverse(inverse: WritePlan): Promise<Fault | null> {
    const earlier = this.runHasWritten ? this.stored.lastInverse : null;
    this.runHasWritten = true;
    const fault = await this.tryStore({ lastInverse: earlier ? mergeInverses(earlier, inverse) : inverse });
    return fault && { ...fault, message: strings.fault.undoUnstored(fault.message) };
  }

  /** Even if storing fails, undo and settings work while the pane is open. */
  async tryStore(changes: Partial<WorkbookState>): Promise<Fault | null> {
    try {
      await this.store(changes);
      return null;
    } catch (error) {
      this.stored = { ...this.stored, ...changes };
      return toFault(error);
    }
  }

  /** Excel keeps what a failing batch has written so far: look which cells those are, and make them undoable. */
  private async recover(plan: WritePlan, before: WorkbookGrid, error: unknown, remember: Remember): Promise<FailedWrite> {
    // Which marks are there now, nobody can tell.
    const marksBefore = this.placed ?? [];
    this.placed = null;
    if (error instanceof InterruptedWrite) return this.takeOver(plan, error, remember);
    const fault = toFault(error);
    try {
      const { written, untouched, other } = whereabouts(plan.edits, await this.host.read());
      const restorable = remember === "run" && written.length > 0;
      if (restorable) await this.rememberInverse(inverseOf(written, before, marksBefore));
      return { fault, written, untouched, other, known: true, residue: false, restorable };
    } catch {
      return { fault, written: [], untouched: plan.edits, other: [], known: false, residue: false, restorable: false };
    }
  }

  /** The host has looked itself, and knows how to take back more than values. */
  private async takeOver(plan: WritePlan, { fault, result, known }: InterruptedWrite, remember: Remember): Promise<FailedWrite> {
    const restorable = remember === "run";
    if (restorable) await this.rememberInverse(result.inverse);
    if (!known) return { fault, written: [], untouched: plan.edits, other: [], known, residue: true, restorable };
    const { applied, conflicts } = result;
    const untouched = without(plan.edits, [...applied, ...conflicts.map(({ edit }) => edit)]);
    return { fault, written: applied, untouched, other: conflicts, known, residue: true, restorable };
  }
}

/** Marks that were left out count as missing, so that they come as soon as their sheet is open. */
function placedOf(marks: readonly Mark[], { unmarked = [] }: ApplyResult): readonly Mark[] {
  return marks.filter((mark) => !unmarked.includes(mark.ref.sheet));
}
