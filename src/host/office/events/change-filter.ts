/** Tells the add-in's own writes from everybody else's: Excel raises events for both. */
import { a1, type CellRef } from "../../../model/address";

export interface HeardChange {
  readonly worksheetId: string;
  readonly address: string;
  /** "ThisLocalAddin", "Unknown"; undefined below ExcelApi 1.14. */
  readonly triggerSource?: string | undefined;
  /** "Local", "Remote". */
  readonly source?: string | undefined;
  /** What the cell holds now, for changes of one cell. */
  readonly details?: { readonly valueAfter?: unknown } | undefined;
}

export class ChangeFilter {
  private readonly expected = new Map<string, unknown>();

  /** Before a write is sent: what Excel will tell about it. Forgets what was expected of the writes before. */
  expect(writes: readonly { readonly sheetId: string; readonly ref: CellRef; readonly input: unknown }[]): void {
    this.expected.clear();
    for (const { sheetId, ref, input } of writes) this.expected.set(`${sheetId}|${a1(ref)}`, input);
  }

  isOwn({ worksheetId, address, triggerSource, source, details }: HeardChange): boolean {
    if (triggerSource !== undefined) return triggerSource === "ThisLocalAddin";
    if (source === "Remote") return false;
    // An Excel that does not say who wrote: a cell that holds what was just written there.
    const key = `${worksheetId}|${address.replace(/\$/g, "")}`;
    if (!this.expected.has(key)) return false;
    const input = this.expected.get(key);
    this.expected.delete(key);
    const after = details?.valueAfter;
    return after === undefined || after === input || (typeof input === "string" && input.startsWith("'") && after === input.slice(1));
  }
}
