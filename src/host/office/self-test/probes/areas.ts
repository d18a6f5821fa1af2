/** Merged areas, used ranges and fills. */
import type { Bench, Json, Probe } from "../probe";

async function mergedIn(bench: Bench, address: string): Promise<Json> {
  return bench.run(async (sheet, context) => {
    const merged = sheet.getRange(address).getMergedAreasOrNullObject();
    merged.load("address,areaCount");
    await context.sync();
    // The sheet's name is no part of the answer.
    return merged.isNullObject ? null : { address: merged.address.replace(/[^!,]*!/g, ""), count: merged.areaCount };
  });
}

/** Rows of two merged cells each, in one request. */
function mergedRows(bench: Bench, rows: number): Promise<void> {
  return bench.prepare((sheet) => {
    sheet.getRange(`A1:B${rows}`).merge(true);
  });
}

async function used(bench: Bench): Promise<Json> {
  return bench.run(async (sheet, context) => {
    const ranges = [true, false].map((valuesOnly) => sheet.getUsedRangeOrNullObject(valuesOnly));
    for (const range of ranges) range.load("address");
    await context.sync();
    return ranges.map((range) => (range.isNullObject ? null : range.address.replace(/^.*!/, "")));
  });
}

export const AREA_PROBES: readonly Probe[] = [
  {
    id: "merge/told",
    since: "1.13",
    ask: async (bench) => {
      await bench.prepare((sheet) => {
        sheet.getRange("B2:C3").merge();
        sheet.getRange("E1:E4").merge();
      });
      return [await mergedIn(bench, "A1:F9"), await mergedIn(bench, "C3"), await mergedIn(bench, "G1:H2")];
    },
  },
  {
    id: "merge/covered-cells",
    ask: async (bench) => {
      await bench.prepare((sheet) => {
        sheet.getRange("B2:C2").values = [["左", "右"]];
        sheet.getRange("B2:C2").merge();
      });
      const merged = await bench.values("B2:C2");
      const code = await bench.refusal((sheet) => {
        sheet.getRange("C2").values = [["写在里面"]];
      });
      const written = await bench.values("B2:C2");
      await bench.prepare((sheet) => {
        sheet.getRange("B2:C2").unmerge();
      });
      return { merged, code, written, unmerged: await bench.values("B2:C2") };
    },
  },
  {
    id: "merge/limit",
    since: "1.13",
    ask: async (bench) => {
      await mergedRows(bench, 600);
      const codeFor = (rows: number): Promise<string | null> =>
        bench.refusal((sheet) => {
          sheet.getRange(`A1:B${rows}`).getMergedAreasOrNullObject().load("areaCount");
        });
      return { 512: await codeFor(512), 513: await codeFor(513), 600: await codeFor(600) };
    },
  },
  {
    id: "merge/long-address",
    since: "1.13",
    ask: async (bench) => {
      await mergedRows(bench, 500);
      return bench.run(async (sheet, context) => {
        const merged = sheet.getRange("A1:B500").getMergedAreasOrNullObject();
        merged.load("address,areaCount");
        await context.sync();
        return { count: merged.areaCount, named: merged.address.split(",").length };
      });
    },
  },
  {
    id: "used/after-clearing",
    ask: async (bench) => {
      const answers: Json[] = [await used(bench)];
      await bench.prepare((sheet) => {
        sheet.getRange("B2").values = [["甲"]];
        sheet.getRange("D5").values = [["乙"]];
      });
      answers.push(await used(bench));
      await bench.prepare((sheet) => {
        sheet.getRange("D5").clear("Contents");
      });
      answers.push(await used(bench));
      await bench.prepare((sheet) => {
        sheet.getRange("F7").format.fill.color = "#FFFF00";
      });
      answers.push(await used(bench));
      await bench.prepare((sheet) => {
        sheet.getRange("B2").values = [[""]];
      });
      answers.push(await used(bench));
      return answers;
    },
  },
  {
    id: "fill/none",
    ask: (bench) =>
      bench.run(async (sheet, context) => {
        const { fill } = sheet.getRange("A1").format;
        fill.load("color");
        await context.sync();
        return fill.color;
      }),
  },
];
