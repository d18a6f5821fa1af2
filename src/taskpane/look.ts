/** Reading and reviewing the workbook, with progress, and which changes arrive in the meantime. */
import type { ShowNumber, WorkbookHost } from "../host/port";
import type { WorkbookGrid } from "../model/grid";
import type { WorkbookReview } from "../model/review";
import type { Settings } from "../model/settings";
import type { Clock } from "./clock";
import { type Core, type LoadCore, waitForCore } from "./core";
import { drive } from "./drive";
import { type Changed, Echoes, touchedForms } from "./staleness";

/** Reading is this share of a look. */
const READING_SHARE = 0.4;

export interface LookWatcher {
  readonly onProgress: (stage: "reading" | "reviewing", done: number) => void;
  readonly cancelled: () => boolean;
}

export interface Seen {
  readonly grid: WorkbookGrid;
  readonly review: WorkbookReview;
  /** What made it, and explains it. */
  readonly core: Core;
  /** Forms that were changed while they were being looked at. */
  readonly stale: ReadonlySet<number>;
}

export class Lookout {
  readonly echoes = new Echoes();
  /** Changes since a look began; null while none is under way. */
  private meanwhile: Changed[] | null = null;

  constructor(
    private readonly host: WorkbookHost,
    private readonly showNumber: ShowNumber,
    private readonly loadCore: LoadCore,
    private readonly clock: Clock,
  ) {}

  /** Throws `Cancelled`, what the host throws, and a fault if the core cannot be loaded. */
  async look(settings: Settings, { onProgress, cancelled }: LookWatcher): Promise<Seen> {
    const changes: Changed[] = [];
    this.meanwhile = changes;
    try {
      // First: without it there is no point in reading.
      const core = await waitForCore(this.loadCore, this.clock, cancelled);
      const grid = await this.host.read({ onProgress: (done) => onProgress("reading", done * READING_SHARE), cancelled });
      const steps = core.reviewSteps(grid, { settings, showNumber: this.showNumber });
      const review = await drive(steps, this.clock, { onProgress: (done) => onProgress("reviewing", READING_SHARE + done * (1 - READING_SHARE)), cancelled });
      return { grid, review, core, stale: new Set(changes.flatMap((changed) => touchedForms(review.forms, changed))) };
    } finally {
      this.meanwhile = null;
    }
  }

  /** What of a change is not our own doing, null if nothing. */
  heard(cells: Changed): Changed | null {
    const foreign = this.echoes.strip(cells, this.clock.now());
    if (foreign) this.meanwhile?.push(foreign);
    return foreign;
  }
}
