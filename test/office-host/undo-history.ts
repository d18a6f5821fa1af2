/** The user's undo stack and what add-in writes do to it. */
import type { JournalEntry } from "./workbook-model";

interface Step {
  readonly by: "user" | "add-in";
  readonly group: string | null;
  readonly undo: (() => void)[];
}

export class UndoHistory {
  private readonly keepsUndo: boolean;
  private steps: Step[] = [];

  constructor(keepsUndo: boolean) {
    this.keepsUndo = keepsUndo;
  }

  /** What the user could undo, oldest first. */
  get stack(): readonly ("user" | "add-in")[] {
    return this.steps.map((step) => step.by);
  }

  userEdited(entries: readonly JournalEntry[]): void {
    this.push("user", null, entries);
  }

  /** One request of an add-in. Perpetual editions forget everything the user could undo. */
  addInWrote(entries: readonly JournalEntry[], group: string | null): void {
    if (entries.length === 0) return;
    if (!this.keepsUndo) this.steps = [];
    else this.push("add-in", group, entries);
  }

  /** Ctrl+Z. */
  undo(): void {
    for (const undo of this.steps.pop()?.undo.reverse() ?? []) undo();
  }

  private push(by: Step["by"], group: string | null, entries: readonly JournalEntry[]): void {
    const undo = entries.filter((entry) => entry !== "not-undoable");
    if (undo.length === 0) return;
    const last = this.steps.at(-1);
    if (group !== null && last?.group === group) last.undo.push(...undo);
    else this.steps.push({ by, group, undo });
  }
}
