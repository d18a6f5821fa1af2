/** Edits of one workbook in their order, with undo and redo. */
import type { CellEdit } from "../model/write-plan";
import { afterRedo, afterUndo, type History, NO_HISTORY, record } from "./history";
import { strings } from "./strings.zh-CN";
import type { WorkerHost } from "./worker-host";

export interface EditSessionEvents {
  readonly say: (message: string) => void;
  readonly failed: (error: unknown) => void;
  /** Where undo and redo took place: shown to the user. */
  readonly changed: (edits: readonly CellEdit[]) => void;
}

export class EditSession {
  private history: History = NO_HISTORY;
  private queue: Promise<void> = Promise.resolve();
  /** Whether the edit on its way is a step of undo or redo, which makes no step of its own. */
  private travelling = false;
  private toldOfFormulas = false;

  constructor(
    private readonly host: WorkerHost,
    private readonly events: EditSessionEvents,
  ) {
    host.onApplied = (result, by) => {
      // Writes of the pane can be undone here as well.
      if (by === "plan" || !this.travelling) this.history = record(this.history, { forward: result.applied, backward: result.inverse.edits });
    };
  }

  edit(edits: readonly CellEdit[]): Promise<void> {
    return this.next(async () => {
      if (edits.length === 0) return;
      const { applied, conflicts } = await this.host.edit(edits);
      if (conflicts.length > 0) this.events.say(strings.edit.conflict);
      else if (applied.length > 0 && this.host.hasFormulas && !this.toldOfFormulas) {
        this.toldOfFormulas = true;
        this.events.say(strings.edit.notRecalculated);
      }
    });
  }

  undo(): Promise<void> {
    return this.next(() => this.travel(this.history.done.at(-1)?.backward, afterUndo, strings.edit.nothingToUndo));
  }

  redo(): Promise<void> {
    return this.next(() => this.travel(this.history.undone.at(-1)?.forward, afterRedo, strings.edit.nothingToRedo));
  }

  private async travel(edits: readonly CellEdit[] | undefined, after: (history: History) => History, none: string): Promise<void> {
    if (!edits) {
      this.events.say(none);
      return;
    }
    this.travelling = true;
    try {
      const { applied, conflicts } = await this.host.edit(edits);
      this.history = after(this.history);
      if (conflicts.length > 0) this.events.say(strings.edit.undoConflict);
      this.events.changed(applied);
    } finally {
      this.travelling = false;
    }
  }

  /** One after the other: each sees what the former left. */
  private next(work: () => Promise<void>): Promise<void> {
    this.queue = this.queue.then(work).catch((error: unknown) => this.events.failed(error));
    return this.queue;
  }
}
