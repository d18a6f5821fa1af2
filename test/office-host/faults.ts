/** Failures on demand: so that a test can break a batch in the middle. */
import { type ExcelErrorCode, HostError } from "./host-error";

export class Faults {
  private writes = 0;
  private batches = 0;
  private readonly atWrite = new Map<number, string>();
  private readonly atBatch = new Map<number, string>();

  /** The `index`-th write from now on fails once (0 = the next): a property set, an added format, a deleted part … in whatever request it comes. */
  failAt(index: number, code: ExcelErrorCode): void {
    this.atWrite.set(this.writes + index, code);
  }

  /** The `index`-th batch from now on fails once at its first action, before anything is done. Clean-up requests of the client do not count. */
  failBatch(index: number, code: ExcelErrorCode): void {
    this.atBatch.set(this.batches + index, code);
  }

  beforeWrite(): void {
    this.strike(this.atWrite, this.writes++);
  }

  beforeBatch(): void {
    this.strike(this.atBatch, this.batches++);
  }

  private strike(armed: Map<number, string>, index: number): void {
    const code = armed.get(index);
    armed.delete(index);
    if (code !== undefined) throw new HostError(code);
  }
}
