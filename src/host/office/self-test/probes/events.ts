/** What Excel tells of the add-in's own writes. */
import type { Json, Probe } from "../probe";

const PATIENCE_MS = 3_000;
/** How long after the last event none is expected any more. */
const QUIET_MS = 500;

export const EVENT_PROBES: readonly Probe[] = [
  {
    id: "events/own-writes",
    ask: async (bench) => {
      const heard: Json[] = [];
      const handler = await bench.run(async (_sheet, context) => {
        const registered = context.workbook.worksheets.onChanged.add(async ({ address, changeType, source, triggerSource, details }) => {
          heard.push({ address, changeType, source, triggerSource: triggerSource ?? null, details: details ? { before: details.valueBefore as Json, after: details.valueAfter as Json } : null });
        });
        await context.sync();
        return registered;
      });
      await bench.prepare((sheet) => {
        sheet.getRange("A1").values = [["'=100%"]];
        sheet.getRange("B1:C1").values = [["优", 1]];
        sheet.getRange("A2").numberFormat = [["0.00"]];
        sheet.getRange("A3").conditionalFormats.add(Excel.ConditionalFormatType.custom).custom.rule.formula = "=$A$3=1";
      });
      await quiet(() => heard.length);
      await Excel.run(handler.context as Excel.RequestContext, async (context) => {
        handler.remove();
        await context.sync();
      });
      return heard;
    },
  },
];

/** Until something has come and nothing more does, or nothing has come for a good while. */
async function quiet(count: () => number): Promise<void> {
  const step = 100;
  let last = 0;
  let still = 0;
  for (let waited = 0; waited < PATIENCE_MS; waited += step) {
    await new Promise((resume) => setTimeout(resume, step));
    still = count() === last ? still + step : 0;
    last = count();
    if (last > 0 && still >= QUIET_MS) return;
  }
}
