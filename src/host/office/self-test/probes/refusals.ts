/** How Excel says no, and what it has done by then. */
import type { Probe } from "../probe";

export const REFUSAL_PROBES: readonly Probe[] = [
  {
    id: "protected/writes",
    ask: async (bench) => {
      await bench.prepare((sheet) => {
        sheet.getRange("A1:B2").values = [["锁", "开"], ["锁", "开"]];
        sheet.getRange("B1:B2").format.protection.locked = false;
        sheet.protection.protect();
      });
      const locked = await bench.refusal((sheet) => {
        sheet.getRange("A1").values = [["新"]];
      });
      const unlocked = await bench.refusal((sheet) => {
        sheet.getRange("B1").values = [["新"]];
      });
      const both = await bench.refusal((sheet) => {
        sheet.getRange("A2:B2").values = [["新", "新"]];
      });
      const format = await bench.refusal((sheet) => {
        sheet.getRange("B1").numberFormat = [["0.00"]];
      });
      const mark = await bench.refusal((sheet) => {
        sheet.getRange("B1").conditionalFormats.add(Excel.ConditionalFormatType.custom).custom.rule.formula = "=$B$1=1";
      });
      return { locked, unlocked, both, format, mark, values: await bench.values("A1:B2") };
    },
  },
  {
    id: "protected/formats-allowed",
    ask: async (bench) => {
      await bench.prepare((sheet) => sheet.protection.protect({ allowFormatCells: true }));
      const mark = await bench.refusal((sheet) => {
        sheet.getRange("A1").conditionalFormats.add(Excel.ConditionalFormatType.custom).custom.rule.formula = "=$A$1=1";
      });
      const format = await bench.refusal((sheet) => {
        sheet.getRange("A1").numberFormat = [["0.00"]];
      });
      return { mark, format };
    },
  },
  {
    id: "batch/fails-half-way",
    ask: async (bench) => {
      await bench.prepare((sheet) => {
        sheet.getRange("A1:A3").values = [["旧"], ["旧"], ["旧"]];
      });
      const code = await bench.refusal((sheet) => {
        sheet.getRange("A1").values = [["新"]];
        sheet.getRange("A2").values = [["=1+"]];
        sheet.getRange("A3").values = [["新"]];
      });
      return { code, values: await bench.values("A1:A3") };
    },
  },
  {
    id: "batch/part-of-a-range-refused",
    ask: async (bench) => {
      await bench.prepare((sheet) => {
        sheet.getRange("A1:A3").values = [["旧"], ["旧"], ["旧"]];
      });
      const code = await bench.refusal((sheet) => {
        sheet.getRange("A1:A3").values = [["新"], ["=1+"], ["新"]];
      });
      return { code, values: await bench.values("A1:A3") };
    },
  },
  {
    id: "batch/unknown-things",
    ask: async (bench) => ({
      sheet: await bench.refusal((_sheet, context) => context.workbook.worksheets.getItem("没有这张表").load("name")),
      address: await bench.refusal((sheet) => sheet.getRange("不是地址").load("values")),
      shape: await bench.refusal((sheet) => {
        sheet.getRange("A1:B1").values = [["一个"]];
      }),
      part: await bench.refusal((_sheet, context) => context.workbook.customXmlParts.getItem("{00000000-0000-0000-0000-000000000000}").delete()),
    }),
  },
];
