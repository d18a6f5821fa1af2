/** A write as a list of steps, so that it can be cut into requests of less than 5 MB. */
import { brief } from "../brief";

/** One or a few actions that belong together. */
export interface Step {
  /** What it adds to the request, at most. */
  readonly bytes: number;
  run(batch: Batch): void;
}

/** The part of a request that all its steps share. */
export class Batch {
  private readonly sheets = new Map<string, Excel.Worksheet>();
  private readonly formatsBySheet = new Map<string, Excel.ConditionalFormatCollection>();

  constructor(readonly context: Excel.RequestContext) {}

  /** By name or id; one object path for all steps of the request. */
  sheet(key: string): Excel.Worksheet {
    let sheet = this.sheets.get(key);
    if (!sheet) {
      sheet = this.context.workbook.worksheets.getItem(key);
      this.sheets.set(key, sheet);
    }
    return sheet;
  }

  /** All conditional formats of a sheet. */
  formats(key: string): Excel.ConditionalFormatCollection {
    let formats = this.formatsBySheet.get(key);
    if (!formats) {
      formats = brief(this.sheet(key).getRange()).conditionalFormats;
      this.formatsBySheet.set(key, formats);
    }
    return formats;
  }
}

/** Excel on the web refuses 5 MB; the steps estimate themselves on the safe side (measured with the real client). */
const BYTES_PER_REQUEST = 4_600_000;

export async function send(context: Excel.RequestContext, steps: readonly Step[], limit: number = BYTES_PER_REQUEST): Promise<void> {
  for (let at = 0; at < steps.length; ) {
    context.application.suspendScreenUpdatingUntilNextSync();
    const batch = new Batch(context);
    let bytes = 0;
    do {
      const step = steps[at++];
      step?.run(batch);
      bytes += step?.bytes ?? 0;
    } while (at < steps.length && bytes + (steps[at]?.bytes ?? 0) <= limit);
    await context.sync();
  }
}

/** The size of a text inside a request: UTF-8 in a JSON string. */
export function wireBytes(text: string): number {
  let bytes = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    bytes += code < 0x20 ? 6 : code === 0x22 || code === 0x5c ? 2 : code < 0x80 ? 1 : code < 0x800 ? 2 : 3;
  }
  return bytes;
}
