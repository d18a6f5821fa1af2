/** Conditional formats, which marks are made of. */
import type { Bench, Json, Probe } from "../probe";

const FORMULA = '=AND(ISNUMBER(FIND("|"&SUBSTITUTE(TRIM($H$3),"　","")&"|","|无|/|")),IFERROR(VALUE($G$3)<VALUE($F$3),FALSE))';

function add(sheet: Excel.Worksheet, address: string, formula: string | null, color = "#FFC7CE"): void {
  const { custom } = sheet.getRange(address).conditionalFormats.add(Excel.ConditionalFormatType.custom);
  if (formula !== null) custom.rule.formula = formula;
  custom.format.fill.color = color;
}

async function listed(bench: Bench): Promise<Json> {
  return bench.run(async (sheet, context) => {
    const formats = sheet.getRange().conditionalFormats;
    formats.load("items/id,items/type,items/priority,items/stopIfTrue,items/customOrNullObject/rule/formula,items/customOrNullObject/format/fill/color,items/customOrNullObject/format/font/color");
    await context.sync();
    const areas = formats.items.map((format) => format.getRanges());
    for (const area of areas) area.load("address");
    await context.sync();
    return formats.items.map(({ type, priority, stopIfTrue, customOrNullObject: custom }, n) => ({
      area: areas[n]?.address.replace(/[^!,]*!/g, "") ?? "",
      type,
      priority,
      stopIfTrue,
      formula: custom.rule.formula ?? null,
      fill: custom.format.fill.color ?? null,
      font: custom.format.font.color ?? null,
    }));
  });
}

export const MARK_PROBES: readonly Probe[] = [
  {
    id: "mark/read-back",
    ask: async (bench) => {
      await bench.prepare((sheet) => add(sheet, "H3", FORMULA));
      return listed(bench);
    },
  },
  {
    id: "mark/order",
    ask: async (bench) => {
      for (const [address, formula] of [["A1", "=$A$1=1"], ["A1:B2", "=$A$1=2"], ["B1", '=$B$1="优"']] as const) await bench.prepare((sheet) => add(sheet, address, formula));
      return listed(bench);
    },
  },
  {
    id: "mark/without-formula",
    ask: async (bench) => {
      const code = await bench.refusal((sheet) => add(sheet, "A1", null));
      return { code, formats: await listed(bench) };
    },
  },
  {
    id: "mark/refused-formulas",
    ask: async (bench) => {
      const codes: Json[] = [];
      for (const formula of ['=COUNTIF({"无","/"},$A$1)>0', "=$A$1>", `=$A$1="${"长".repeat(256)}"`]) codes.push(await bench.refusal((sheet) => add(sheet, "A1", formula)));
      return { codes, left: await listed(bench) };
    },
  },
  {
    id: "mark/deleted",
    ask: async (bench) => {
      await bench.prepare((sheet) => {
        add(sheet, "A1", "=$A$1=1");
        add(sheet, "B1", "=$B$1=1");
      });
      const gone = await bench.run(async (sheet, context) => {
        const formats = sheet.getRange().conditionalFormats;
        formats.load("items/id");
        await context.sync();
        const [first] = formats.items;
        first?.delete();
        await context.sync();
        return first?.id ?? "";
      });
      const again = await bench.refusal((sheet) => sheet.getRange().conditionalFormats.getItem(gone).delete());
      return { again, left: await listed(bench) };
    },
  },
];
