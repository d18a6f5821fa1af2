/** Who listens to what, and the messages on their way to the page. */
import type { Json } from "./json";

/** Numbers of the client. */
export const EVENT = { changed: 10, activated: 11, deactivated: 12, selectionChanged: 14 } as const;

/** The target of events registered on the worksheet collection. */
export const WORKBOOK_TARGET = "Workbook";

const EVENT_CATEGORY = 65_536;

/** As the page gets it: category, type, target, message, id. */
export type EventEntry = readonly [number, number, string, string, string];

export class EventHub {
  /** `context.runtime.enableEvents`. */
  enabled = true;
  private readonly listeners = new Set<string>();
  private waiting: EventEntry[] = [];
  private readonly pages = new Set<(entries: readonly EventEntry[]) => void>();

  listen(event: number, target: string): void {
    this.listeners.add(`${event} ${target}`);
  }

  unlisten(event: number, target: string): void {
    this.listeners.delete(`${event} ${target}`);
  }

  /** How many registrations there are: for tests that a subscription ends. */
  get listenerCount(): number {
    return this.listeners.size;
  }

  /** Would anybody get an event of this sheet? */
  hears(event: number, sheetId: string): boolean {
    return this.enabled && [sheetId, WORKBOOK_TARGET].some((target) => this.listeners.has(`${event} ${target}`));
  }

  /** To the listeners of the sheet and those of all sheets. */
  raise(event: number, sheetId: string, payload: Readonly<Record<string, Json>>): void {
    if (!this.enabled) return;
    for (const target of [sheetId, WORKBOOK_TARGET]) {
      if (this.listeners.has(`${event} ${target}`)) this.waiting.push([EVENT_CATEGORY, event, target, JSON.stringify(payload), ""]);
    }
  }

  /** Excel tells after it has answered the request that caused the event. */
  deliver(): void {
    const entries = this.waiting;
    this.waiting = [];
    if (entries.length === 0) return;
    for (const page of this.pages) page(entries);
  }

  connect(page: (entries: readonly EventEntry[]) => void): () => void {
    this.pages.add(page);
    return () => this.pages.delete(page);
  }
}
