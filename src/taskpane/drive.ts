/** Runs a stepwise computation without keeping the page busy for long. */
import { Cancelled } from "../host/port";
import type { Clock } from "./clock";

/** Under the 50 ms from which people feel a delay; one step is short beside it. */
const SLICE_MS = 24;

export interface Watcher {
  readonly onProgress: (done: number) => void;
  readonly cancelled: () => boolean;
}

/** Throws `Cancelled` between two slices once the watcher says so. */
export async function drive<T>(steps: Generator<number, T, void>, clock: Clock, { onProgress, cancelled }: Watcher): Promise<T> {
  let since = clock.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (clock.now() - since < SLICE_MS) continue;
    onProgress(step.value);
    await clock.breathe();
    if (cancelled()) {
      steps.return(undefined as never);
      throw new Cancelled();
    }
    since = clock.now();
  }
}
