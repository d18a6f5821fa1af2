import { closeAll, errorOf, read, startExcel, type TestSession } from "./test-session";

afterEach(closeAll);

function write(session: TestSession, address: string, values: unknown[][]): Promise<void> {
  return session.run((context, sheet) => {
    sheet.getRange(address).values = values;
    return context.sync();
  });
}

test("text that begins with = + - @ becomes a formula", async () => {
  const session = await startExcel({ A1: 1 });
  await write(session, "B1:E1", [["=A1", "+A1", "-A1", "@SUM(A1)"]]);
  const formulas = await session.run(async (context, sheet) => {
    const range = sheet.getRange("B1:E1");
    range.load("formulas");
    await context.sync();
    return range.formulas;
  });
  expect(formulas).toEqual([["=A1", "=+A1", "=-A1", "=SUM(A1)"]]);
  expect(session.host.workbook.sheetNamed("表1").cell(1, 2)).toMatchObject({ formula: "=A1", content: { kind: "uncomputed" } });
});

test("with an apostrophe, or in a cell formatted as text, it stays text and reads back without the apostrophe", async () => {
  const session = await startExcel({ B1: { format: "@" } });
  await write(session, "A1:C1", [["'=100.00(%)", "=100.00(%)", "'007"]]);
  expect(await read(session, "A1:C1")).toMatchObject({
    values: [["=100.00(%)", "=100.00(%)", "007"]],
    formulas: [["=100.00(%)", "=100.00(%)", "007"]],
  });
});

test("text that would be a broken formula is refused and nothing of the array is written", async () => {
  const session = await startExcel({ A1: "旧", B1: "旧" });
  expect(await errorOf(write(session, "A1:B1", [["新", "=100.00(%)"]]))).toMatchObject({ code: "InvalidArgument", location: "Range.values" });
  expect((await read(session, "A1:B1")).values).toEqual([["旧", "旧"]]);
});

test("null leaves a cell alone, '' clears it and keeps its format", async () => {
  const session = await startExcel({ A1: { value: 1, format: "0.00" }, B1: { value: 2, format: "0.00" }, C1: 3 });
  await write(session, "A1:C1", [["", null, 9]]);
  expect(await read(session, "A1:C1")).toMatchObject({ values: [["", 2, 9]], numberFormat: [["0.00", "0.00", "General"]] });
});

test("values are taken as if typed: numbers, percentages, dates", async () => {
  const session = await startExcel({}, { currentYear: 2026 });
  await write(session, "A1:F1", [["12.50", "98%", "1,234", "2024-01-05", "3-4", "无"]]);
  expect(await read(session, "A1:F1")).toMatchObject({
    values: [[12.5, 0.98, 1234, 45296, 46085, "无"]],
    numberFormat: [["General", "0%", "#,##0", "yyyy/m/d", 'm"月"d"日"', "General"]],
  });
});

test("an array of another size than the range is an InvalidArgument", async () => {
  const session = await startExcel({});
  expect(await errorOf(write(session, "A1:B1", [["x"]]))).toMatchObject({ code: "InvalidArgument" });
});

test("one value fills the range; number formats are written the same way", async () => {
  const session = await startExcel({});
  await session.run((context, sheet) => {
    const range = sheet.getRange("A1:B2");
    range.values = 7 as unknown as number[][];
    range.numberFormat = [["0.0", null], [null, "0%"]];
    return context.sync();
  });
  expect(await read(session, "A1:B2")).toMatchObject({ values: [[7, 7], [7, 7]], numberFormat: [["0.0", "General"], ["General", "0%"]] });
});

test("what is written into the covered part of a merged area is lost", async () => {
  const session = await startExcel([{ name: "表1", merges: ["A1:B1"] }]);
  await write(session, "A1:B1", [["标题", "丢"]]);
  expect((await read(session, "A1:B1")).values).toEqual([["标题", ""]]);
});

test("the client splits a write of more than 1,500 cells and Excel puts it together", async () => {
  const session = await startExcel({});
  const values = Array.from({ length: 2000 }, (_, row) => [row, `第${row}行`]);
  await write(session, "A1:B2000", values);
  const written = session.host.log.batches[0]?.calls ?? [];
  expect(written).toEqual(["Range._ValidateArraySize()", "Range.values=", "Range.values=", "Range.values="]);
  expect((await read(session, "A1:B2000")).values).toEqual(values);
});

test("a batch stops at the failing action; what was written before stays, what comes after is not done", async () => {
  const session = await startExcel({});
  const error = await errorOf(
    session.run((context, sheet) => {
      sheet.getRange("A1").values = [["写了"]];
      sheet.getRange("ZZZZ1").values = [["错"]];
      sheet.getRange("A2").values = [["没写"]];
      return context.sync();
    }),
  );
  expect(error).toMatchObject({ code: "InvalidArgument", location: "Worksheet.getRange", statement: "var range1 = worksheet.getRange(...);" });
  expect((await read(session, "A1:A2")).values).toEqual([["写了"], [""]]);
});

test("cells in one action: setCellProperties and several areas", async () => {
  const session = await startExcel({});
  await session.run((context, sheet) => {
    sheet.getRange("A1:B1").setCellProperties([[{ format: { fill: { color: "#ffc7ce" } } }, {}]]);
    sheet.getRanges("A3:A4, C3").format.font.color = "red";
    return context.sync();
  });
  const sheet = session.host.workbook.sheetNamed("表1");
  expect([sheet.cell(1, 1).fill, sheet.cell(1, 2).fill, sheet.cell(4, 1).fontColor, sheet.cell(3, 3).fontColor]).toEqual(["#FFC7CE", null, "#FF0000", "#FF0000"]);
});

test("a tracked range outlives its run until it is untracked", async () => {
  const { host, office, run } = await startExcel({ C3: 1 });
  const range = await run(async (context, sheet) => {
    const tracked = sheet.getRange("C3");
    context.trackedObjects.add(tracked);
    await context.sync();
    return tracked;
  });
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(host.references.count).toBe(1);
  const value = await office.Excel.run(range, async (context) => {
    range.load("values");
    await context.sync();
    context.trackedObjects.remove(range);
    await context.sync();
    return range.values[0]?.[0] as number;
  });
  expect([value, host.references.count]).toEqual([1, 0]);
});

test("a range can be used after a sync, and every run gives its references back", async () => {
  const session = await startExcel({ C3: 1 });
  const value = await session.run(async (context, sheet) => {
    const range = sheet.getRange("C3");
    await context.sync();
    range.values = [[7]];
    await context.sync();
    range.load("values");
    await context.sync();
    return range.values[0]?.[0] as number;
  });
  expect(value).toBe(7);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(session.host.references.count).toBe(0);
  expect(session.host.log.all.at(-1)?.kind).toBe("cleanup");
});
