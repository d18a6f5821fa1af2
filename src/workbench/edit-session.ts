/** Edits of one workbook in their order, with undo and redo. */
import { type CellRef, refText } from "../model/address";
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
    // Once for a workbook: its formulas stay the same.
    host.onFormulas = (news) => {
      if (this.toldOfFormulas) return;
      this.toldOfFormulas = true;
      events.say(news.kind === "failed" ? strings.edit.notRecalculated : keptText(news.cells, host.sheets.length));
    };
    host.onApplied = (result, by) => {
      // Writes of the pane can be undone here as well.
      if (by === "plan" || !this.travelling) this.history = record(this.history, { forward: result.applied, backward: result.inverse.edits });
    };
  }

  edit(edits: readonly CellEdit[]): Promise<void> {
    return this.next(async () => {
      if (edits.length === 0) return;
      const { conflicts } = await this.host.edit(edits);
      if (conflicts.length > 0) this.events.say(strings.edit.conflict);
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

/** Cells that are named in a message; more only fill the screen. */
const MOST_NAMED = 3;

function keptText(cells: readonly CellRef[], sheets: number): string {
  // The only sheet needs no name.
  const names = cells.slice(0, MOST_NAMED).map((cell) => refText(cell, sheets === 1 ? cell.sheet : ""));
  return strings.edit.formulasKept(names, cells.length);
}
