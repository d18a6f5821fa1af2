/** What Excel makes of what is written, and gives back of what is there. */
import { OPTIONAL } from "../../requirements";
import { type Bench, type Json, NotInClient, type Probe } from "../probe";

/** Writes each input into a cell of its own, and reads the column. */
async function typed(bench: Bench, inputs: readonly (string | number | boolean)[], format?: string): Promise<Json> {
  const address = `A1:A${inputs.length}`;
  await bench.prepare((sheet) => {
    const range = sheet.getRange(address);
    if (format !== undefined) range.numberFormat = inputs.map(() => [format]);
    range.values = inputs.map((input) => [input]);
  });
  const { values, formulas, types, formats } = await bench.cells(address);
  return { values, formulas, types, formats };
}

/** Where the year of today comes in: types and formats only. */
async function typedAs(bench: Bench, inputs: readonly string[]): Promise<Json> {
  const address = `A1:A${inputs.length}`;
  await bench.prepare((sheet) => {
    sheet.getRange(address).values = inputs.map((input) => [input]);
  });
  const { types, formats } = await bench.cells(address);
  return { types, formats };
}

async function shown(bench: Bench, format: string, numbers: readonly number[]): Promise<Json> {
  return bench.run(async (sheet, context) => {
    const range = sheet.getRange(`A1:A${numbers.length}`);
    range.numberFormat = numbers.map(() => [format]);
    range.values = numbers.map((number) => [number]);
    range.load("text");
    await context.sync();
    return range.text as Json;
  });
}

export const VALUE_PROBES: readonly Probe[] = [
  { id: "value/quoted-texts", ask: (bench) => typed(bench, ["'=100%", "'=100.00(%)", "'0012", "'11月30日", "'+1", "'-", "'@x", "''x", "'50%"]) },
  { id: "value/plain-texts", ask: (bench) => typed(bench, ["≥4.00(次)", "完善", " 前后有空格 ", "第一行\n第二行", "＝1", "－1", "12人次", "无"]) },
  { id: "value/percentages", ask: (bench) => typed(bench, ["50%", "97.85%", "-3%", "0.5"]) },
  { id: "value/percentages-in-format", ask: (bench) => typed(bench, ["50%", "97.85%"], "0.00") },
  { id: "value/amounts", ask: (bench) => typed(bench, ["1,234", "1,234.50", "1e3", "007"]) },
  { id: "value/dates", ask: (bench) => typedAs(bench, ["2024-01-05", "2024/1/5", "2024年1月5日", "3-4", "11月30日"]) },
  { id: "value/words", ask: (bench) => typed(bench, ["TRUE", "false", "#N/A", "#DIV/0!"]) },
  { id: "value/doubles", ask: (bench) => typed(bench, [0.1 + 0.2, 0.97849999999999993, 1 / 3, 1e21, 123456789012345680]) },
  { id: "value/long-digits", ask: (bench) => typed(bench, ["12345678901234567", "0.12345678901234567", "'12345678901234567"]) },
  { id: "value/text-format", ask: (bench) => typed(bench, [9.79, "9.79", "50%", "2024-01-05", "TRUE"], "@") },
  {
    id: "value/formula-texts",
    ask: async (bench) => {
      const inputs = ["=100%", "+1+1", "@SUM(A9)", "＝1+1"];
      return bench.run(async (sheet, context) => {
        const range = sheet.getRange("A1:A4");
        range.values = inputs.map((input) => [input]);
        range.load("formulas");
        await context.sync();
        return range.formulas as Json;
      });
    },
  },
  {
    id: "value/refused-formulas",
    ask: async (bench) => {
      const codes: Json[] = [];
      for (const input of ["=100.00(%)", "=11月底前", "=1+"]) {
        codes.push(
          await bench.refusal((sheet) => {
            sheet.getRange("A1").values = [[input]];
          }),
        );
      }
      return codes;
    },
  },
  {
    id: "value/null-and-empty",
    ask: async (bench) => {
      await bench.prepare((sheet) => {
        sheet.getRange("A1:C1").values = [["甲", "乙", "丙"]];
      });
      await bench.prepare((sheet) => {
        sheet.getRange("A1:C1").values = [[null, "", "丁"]];
      });
      return bench.values("A1:C1");
    },
  },
  { id: "format/shown-two-places", ask: (bench) => shown(bench, "0.00", [9.785, 0.285, 1.005, 2.675, -0.004, 100]) },
  { id: "format/shown-percent", ask: (bench) => shown(bench, "0.00%", [0.97849999999999993, 1, 0.00005]) },
  { id: "format/shown-general", ask: (bench) => shown(bench, "General", [0.1 + 0.2, 9.79, 12345678901, -0.5]) },
  {
    id: "format/read-back",
    ask: async (bench) => {
      const formats = ["0.00_ ", "0.00%", "#,##0.00", "@", "yyyy/m/d", "General"];
      await bench.prepare((sheet) => {
        sheet.getRange("A1:A6").numberFormat = formats.map((format) => [format]);
      });
      return (await bench.cells("A1:A6")).formats;
    },
  },
  {
    id: "value/rich",
    since: OPTIONAL.typedValues.set,
    ask: (bench) =>
      bench.run(async (sheet, context) => {
        const range = sheet.getRange("A1:A3");
        if (!("valuesAsJson" in range)) throw new NotInClient();
        range.values = [[9.79], ["优"], ["50%"]];
        range.load("valuesAsJson");
        await context.sync();
        return range.valuesAsJson as unknown as Json;
      }),
  },
];
