/** Sizes and places of rows or columns, in pixels at 100 %. A million rows cost no more than the runs that differ. */
import type { AxisRun, AxisSpec } from "../display/look";

export class Axis {
  private readonly runs: readonly AxisRun[];
  /** Place of each run's first member. */
  private readonly starts: readonly number[];

  constructor(
    private readonly spec: AxisSpec,
    /** Members that exist: 1…count. */
    readonly count: number,
  ) {
    const starts: number[] = [];
    let place = 0;
    let next = 1;
    this.runs = spec.runs;
    for (const run of spec.runs) {
      place += (run.first - next) * spec.standard;
      starts.push(place);
      place += (run.last - run.first + 1) * run.size;
      next = run.last + 1;
    }
    this.starts = starts;
  }

  size(n: number): number {
    const run = this.runAt(n);
    return run ? run.size : this.spec.standard;
  }

  /** Set by a person, or hidden. */
  fixed(n: number): boolean {
    return this.runAt(n)?.fixed ?? false;
  }

  hidden(n: number): boolean {
    return this.size(n) === 0;
  }

  /** Where member n begins; `count + 1` gives the whole length. */
  start(n: number): number {
    const at = this.lastRunFrom(n);
    const run = this.runs[at];
    const place = this.starts[at];
    if (!run || place === undefined) return (n - 1) * this.spec.standard;
    const inside = Math.min(n, run.last + 1) - run.first;
    return place + inside * run.size + Math.max(0, n - run.last - 1) * this.spec.standard;
  }

  get length(): number {
    return this.start(this.count + 1);
  }

  /** From where to where members first…last reach. */
  span(first: number, last: number): number {
    return this.start(last + 1) - this.start(first);
  }

  /** The member at a place, within 1…count. */
  at(place: number): number {
    let low = 1;
    let high = Math.max(1, this.count);
    while (low < high) {
      const middle = Math.floor((low + high + 1) / 2);
      if (this.start(middle) <= place) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  private runAt(n: number): AxisRun | undefined {
    const run = this.runs[this.lastRunFrom(n)];
    return run && n <= run.last ? run : undefined;
  }

  /** Index of the last run that begins at or before n, -1 if none does. */
  private lastRunFrom(n: number): number {
    let low = 0;
    let high = this.runs.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.runs[middle]?.first ?? Infinity) <= n) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}
