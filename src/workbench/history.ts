/** Undo and redo: each step a set of edits and the edits that take it back. */
import type { CellEdit } from "../model/write-plan";

export interface Step {
  readonly forward: readonly CellEdit[];
  readonly backward: readonly CellEdit[];
}

export interface History {
  readonly done: readonly Step[];
  readonly undone: readonly Step[];
}

export const NO_HISTORY: History = { done: [], undone: [] };

/** Long enough for an afternoon; bounded because a step may hold a pasted sheet. */
const LIMIT = 200;

export function record(history: History, step: Step): History {
  return { done: [...history.done, step].slice(-LIMIT), undone: [] };
}

export function afterUndo({ done, undone }: History): History {
  const step = done.at(-1);
  return step ? { done: done.slice(0, -1), undone: [...undone, step] } : { done, undone };
}

export function afterRedo({ done, undone }: History): History {
  const step = undone.at(-1);
  return step ? { done: [...done, step], undone: undone.slice(0, -1) } : { done, undone };
}
