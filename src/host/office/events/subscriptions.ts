/** Changes and selections of the whole workbook. */
import type { Area, CellRef } from "../../../model/address";
import { areasOf } from "../read/addresses";

/** A change of more cells is told as "unknown": whoever listens has to look at the workbook anyway. */
const MAX_CELLS_TOLD = 2_000;

/** What Excel tells once, for any number of listeners: registered with the first and taken off with the last. */
export class Subscription<T> {
  private readonly listeners = new Set<(told: T) => void>();
  private handler: OfficeExtension.EventHandlerResult<unknown> | null = null;
  /** Registering and taking off never overlap: Excel counts the page as one listener. */
  private queue: Promise<void> = Promise.resolve();

  /** `register` puts `tell` behind the event; `failed` is what to tell if the host refuses. */
  constructor(
    private readonly register: (context: Excel.RequestContext, tell: (told: T) => void) => OfficeExtension.EventHandlerResult<unknown>,
    private readonly failed: T,
  ) {}

  /** The function that is returned ends it; before the registration has arrived is fine too. */
  add(listener: (told: T) => void): () => void {
    // Twice the same function are two listeners.
    const own = (told: T): void => listener(told);
    this.listeners.add(own);
    this.settle();
    return () => {
      this.listeners.delete(own);
      this.settle();
    };
  }

  private settle(): void {
    this.queue = this.queue.then(() => this.follow()).catch(() => this.tell(this.failed));
  }

  private async follow(): Promise<void> {
    const { handler } = this;
    if (this.listeners.size > 0 && handler === null) {
      this.handler = await Excel.run(async (context) => {
        const registered = this.register(context, (told) => this.tell(told));
        await context.sync();
        return registered;
      });
    } else if (this.listeners.size === 0 && handler !== null) {
      this.handler = null;
      await Excel.run(handler.context as Excel.RequestContext, async (context) => {
        handler.remove();
        await context.sync();
      });
    }
  }

  private tell(told: T): void {
    for (const listener of [...this.listeners]) listener(told);
  }
}

/** Null if the address is none of single cells. */
export function cellsAt(sheet: string, address: string): CellRef[] | null {
  const areas = areasOf(address);
  if (!areas || areas.reduce((sum, area) => sum + count(area), 0) > MAX_CELLS_TOLD) return null;
  const cells: CellRef[] = [];
  for (const { top, left, bottom, right } of areas) {
    for (let row = top; row <= bottom; row++) for (let col = left; col <= right; col++) cells.push({ sheet, row, col });
  }
  return cells;
}

/** The top left cell of a selection. */
export function anchorOf(sheet: string, address: string): CellRef | null {
  const [area] = areasOf(address) ?? [];
  return area ? { sheet, row: area.top, col: area.left } : null;
}

function count({ top, left, bottom, right }: Area): number {
  return (bottom - top + 1) * (right - left + 1);
}

