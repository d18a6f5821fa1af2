/** Asks this Excel what no documentation tells. Comes as a chunk of its own: nobody but who tests it needs it. */
import { FaultError } from "../../../model/fault";
import type { Answer, SelfTest } from "../../../model/self-test";
import { guarded, officeCode, officeLocation } from "../faults";
import { DONE, NOT_EMPTY } from "../messages";
import { reading } from "../session";
import { excelFacts, isSupported, requirementSets } from "./facts";
import { Bench, NotInClient, type Probe } from "./probe";
import { AREA_PROBES } from "./probes/areas";
import { EVENT_PROBES } from "./probes/events";
import { MARK_PROBES } from "./probes/marks";
import { REFUSAL_PROBES } from "./probes/refusals";
import { STORAGE_PROBES } from "./probes/storage";
import { VALUE_PROBES } from "./probes/values";

export const PROBES: readonly Probe[] = [...VALUE_PROBES, ...AREA_PROBES, ...MARK_PROBES, ...REFUSAL_PROBES, ...STORAGE_PROBES, ...EVENT_PROBES];

/**
 * Writes to the active sheet, and clears it again. Throws FaultError in a workbook that holds anything: only a new one, which
 * nobody needs, is safe to try things on.
 */
export async function runSelfTest(onProgress: (done: number) => void): Promise<SelfTest> {
  const bench = await guarded(DONE.none, emptySheet);
  const answers: Record<string, Answer> = {};
  for (const [n, probe] of PROBES.entries()) {
    onProgress(n / PROBES.length);
    answers[probe.id] = await answerTo(probe, bench);
  }
  return { version: 1, excel: excelFacts(), sets: requirementSets(), answers };
}

async function emptySheet(): Promise<Bench> {
  return reading(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load("items/id,items/protection/protected");
    const active = worksheets.getActiveWorksheet();
    active.load("id");
    await context.sync();
    const used = worksheets.items.map((sheet) => sheet.getUsedRangeOrNullObject(false));
    const formats = worksheets.items.map((sheet) => sheet.getRange().conditionalFormats.getCount());
    await context.sync();
    const touched = used.some((range) => !range.isNullObject) || formats.some(({ value }) => value > 0) || worksheets.items.some((sheet) => sheet.protection.protected);
    if (touched) throw new FaultError("host", NOT_EMPTY);
    return new Bench(active.id);
  });
}

async function answerTo({ since, ask }: Probe, bench: Bench): Promise<Answer> {
  if (since !== undefined && !isSupported("ExcelApi", since)) return { kind: "absent" };
  try {
    return { kind: "answer", value: await ask(bench) };
  } catch (error) {
    if (error instanceof NotInClient) return { kind: "absent" };
    const code = officeCode(error);
    if (code === null) return { kind: "broken", message: String(error) };
    return { kind: "refused", code, location: officeLocation(error) };
  } finally {
    await guarded(DONE.selfTest, () => bench.clean());
  }
}
