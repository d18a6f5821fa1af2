/** The state of the pane and who listens to it; and the queue in which the workbook is asked for things. */
import { INITIAL_STATE, type SessionState } from "./session-state";

export class Store {
  private value: SessionState = INITIAL_STATE;
  private readonly listeners = new Set<() => void>();

  get state(): SessionState {
    return this.value;
  }

  readonly snapshot = (): SessionState => this.value;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  set(changes: Partial<SessionState>): void {
    this.value = { ...this.value, ...changes };
    for (const listener of this.listeners) listener();
  }
}

/** One thing after another; a task that fails does not stop the next. */
export class Queue {
  private tail: Promise<unknown> = Promise.resolve();
  private count = 0;

  /** How many wait behind the one under way. */
  get waiting(): number {
    return this.count;
  }

  add<T>(task: () => Promise<T>): Promise<T> {
    this.count++;
    const next = this.tail.then(() => {
      this.count--;
      return task();
    });
    this.tail = next.catch(() => undefined);
    return next;
  }
}
