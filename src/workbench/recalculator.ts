/** Recalculates formulas after edits: loads the engine when it is first needed, gives it what it lacks, one edit after the other. */
import { type ChannelOf, Line } from "./line";
import type { Affected, EngineCalls, Recalculated, SpotValue } from "./recalculation/protocol";

export type OpenEngine = () => Promise<ChannelOf<EngineCalls>>;

/** What the engine is given of a workbook. */
export interface EngineFeed {
  readonly sheets: readonly string[];
  /** The cells of a sheet as they are in the file, as the engine takes them. */
  cells(sheet: number): Promise<string>;
}

/** The largest workbooks take two or three seconds; whatever takes this long will not end. */
const LIMIT_MS = 20_000;

export class Recalculator {
  private engine: Promise<Line<EngineCalls>> | null = null;
  private line: Line<EngineCalls> | null = null;
  private readonly filled = new Set<number>();
  private closed = false;

  constructor(
    private readonly feed: EngineFeed,
    private readonly openEngine: OpenEngine,
    private readonly limit: number = LIMIT_MS,
  ) {}

  /**
   * What the formulas come to after the changes. To be called with every change that affects formulas, in order, the next
   * one when the former has ended. Rejects if the engine cannot be had or breaks down: it is of no use any more then.
   */
  async calculate(changes: readonly SpotValue[], { formulas, sheets }: Affected): Promise<Recalculated> {
    if (this.closed) throw new Error("the formula engine is closed");
    try {
      const line = await this.inTime((this.engine ??= this.start()));
      for (const sheet of sheets) {
        if (this.filled.has(sheet)) continue;
        await this.inTime(line.ask("fill", { sheet, cells: await this.feed.cells(sheet) }));
        this.filled.add(sheet);
      }
      return await this.inTime(line.ask("calculate", { changes, formulas }));
    } catch (error) {
      this.close();
      throw error;
    }
  }

  close(): void {
    this.closed = true;
    this.line?.close();
    this.line = null;
  }

  private async start(): Promise<Line<EngineCalls>> {
    const line = new Line(await this.openEngine(), () => new Error("the formula engine broke down"));
    if (this.closed) line.close();
    else this.line = line;
    await line.ask("open", { sheets: this.feed.sheets });
    return line;
  }

  private async inTime<T>(work: Promise<T>): Promise<T> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, failed) => {
      timer = setTimeout(() => failed(new Error(`the formula engine did not answer within ${this.limit} ms`)), this.limit);
    });
    try {
      return await Promise.race([work, late]);
    } finally {
      clearTimeout(timer);
    }
  }
}
