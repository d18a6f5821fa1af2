import { closeAll, errorOf, startExcel } from "./test-session";

afterEach(closeAll);

test("the real client starts on the emulated Excel and reads a used range in one round trip", async () => {
  const session = await startExcel([
    { name: "自评表", cells: { B2: "指标值", C2: { value: 0.9785, format: "0.00%" }, E9: { format: "0.00" } } },
    { name: "空" },
  ]);
  expect(session.office.info).toMatchObject({ host: "Excel", platform: "PC" });
  const got = await session.run(async (context, sheet) => {
    const values = sheet.getUsedRangeOrNullObject(true);
    const all = sheet.getUsedRangeOrNullObject();
    const none = context.workbook.worksheets.getItem("空").getUsedRangeOrNullObject(true);
    values.load("address,values,text,numberFormat,valueTypes,rowIndex,columnIndex,rowCount,columnCount");
    all.load("address");
    none.load("address");
    await context.sync();
    return { values: values.toJSON(), all: all.address, none: none.isNullObject };
  });
  expect(got.values).toMatchObject({
    address: "自评表!B2:C2",
    values: [["指标值", 0.9785]],
    text: [["指标值", "97.85%"]],
    numberFormat: [["General", "0.00%"]],
    valueTypes: [["String", "Double"]],
    rowIndex: 1,
    columnIndex: 1,
    rowCount: 1,
    columnCount: 2,
  });
  expect(got.all).toBe("自评表!B2:E9");
  expect(got.none).toBe(true);
  expect(session.host.log.batches).toHaveLength(1);
});

test("sheets are listed with id, name and visibility in one request", async () => {
  const session = await startExcel([{ name: "一" }, { name: "Sheet 2", visibility: "hidden" }, { name: "三", visibility: "very-hidden" }]);
  const sheets = await session.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load("items/name,items/id,items/visibility,items/protection/protected");
    await context.sync();
    return worksheets.items.map((sheet) => [sheet.name, sheet.visibility, sheet.protection.protected, sheet.id.length]);
  });
  expect(sheets).toEqual([
    ["一", "Visible", false, 38],
    ["Sheet 2", "Hidden", false, 38],
    ["三", "VeryHidden", false, 38],
  ]);
});

test("formulas and values of text that begins with = are that text; a formula has its result", async () => {
  const session = await startExcel({ A1: "=100.00(%)", B1: { formula: "=C1*2", value: 4 }, C1: 2, D1: { error: "#DIV/0!", formula: "=1/0" }, E1: true });
  const [values, formulas, types] = await session.run(async (context, sheet) => {
    const range = sheet.getRange("A1:E1");
    range.load("values,formulas,valueTypes");
    await context.sync();
    return [range.values, range.formulas, range.valueTypes];
  });
  expect(values).toEqual([["=100.00(%)", 4, 2, "#DIV/0!", true]]);
  expect(formulas).toEqual([["=100.00(%)", "=C1*2", 2, "=1/0", true]]);
  expect(types).toEqual([["String", "Double", "Double", "Error", "Boolean"]]);
});

test("ranges by index, cell and offset are the same cells", async () => {
  const session = await startExcel({ B2: 1 });
  const addresses = await session.run(async (context, sheet) => {
    const base = sheet.getRangeByIndexes(1, 1, 2, 3);
    const ranges = [base, sheet.getCell(1, 1), base.getCell(0, 1), base.getOffsetRange(1, 0), base.getRow(1), base.getLastCell(), sheet.getRange("A:B"), sheet.getRange()];
    for (const range of ranges) range.load("address");
    await context.sync();
    return ranges.map((range) => range.address.replace("表1!", ""));
  });
  expect(addresses).toEqual(["B2:D3", "B2", "C2", "B3:D4", "B3:D3", "D3", "A:B", "A:XFD"]);
});

test("an address beyond the sheet or longer than 8192 characters is an InvalidArgument", async () => {
  const { run } = await startExcel({});
  for (const address of ["ZZZZ1", "A1048577", "A1:A1,".repeat(1600)]) {
    const error = await errorOf(run((context, sheet) => (sheet.getRange(address), context.sync())));
    expect(error).toMatchObject({ code: "InvalidArgument", location: "Worksheet.getRange" });
  }
});

test("above 5,000,000 cells a range reads as null", async () => {
  const { run } = await startExcel({ A1: 1 });
  const values = await run(async (context, sheet) => {
    const range = sheet.getRange("A1:E1000001");
    range.load("values");
    await context.sync();
    return range.values;
  });
  expect(values).toBeNull();
});

test("merged areas come as one RangeAreas, none as a null object, more than 512 as an error", async () => {
  const merges = Array.from({ length: 513 }, (_, row) => `A${row + 1}:B${row + 1}`);
  const { run } = await startExcel([{ name: "表1", merges }]);
  const got = await run(async (context, sheet) => {
    const some = sheet.getRange("A1:Z2").getMergedAreasOrNullObject();
    const none = sheet.getRange("D1:Z2").getMergedAreasOrNullObject();
    some.load("address,areaCount,areas/items/address,areas/items/rowIndex");
    none.load("address");
    await context.sync();
    return [some.address, some.areaCount, some.areas.items.map((area) => [area.address, area.rowIndex]), none.isNullObject];
  });
  expect(got).toEqual(["表1!A1:B1, 表1!A2:B2", 2, [["表1!A1:B1", 0], ["表1!A2:B2", 1]], true]);
  const banded = run(async (context, sheet) => {
    const band = sheet.getRange("A1:B512").getMergedAreasOrNullObject();
    band.load("areaCount");
    await context.sync();
    return band.areaCount;
  });
  await expect(banded).resolves.toBe(512);
  const error = await errorOf(run((context, sheet) => (sheet.getRange("A1:B513").getMergedAreasOrNullObject().load("address"), context.sync())));
  expect(error).toMatchObject({ code: "GeneralException", location: "Range.getMergedAreasOrNullObject" });
});

test("no fill reads as white, mixed fills as null", async () => {
  const { run } = await startExcel({ A1: 1, B1: { value: 2, fill: "#FFC7CE" } });
  const got = await run(async (context, sheet) => {
    const ranges = ["A1", "B1", "A1:B1"].map((address) => sheet.getRange(address).format.fill);
    for (const fill of ranges) fill.load("color");
    const properties = sheet.getRange("A1:B1").getCellProperties({ address: true, format: { fill: { color: true } } });
    await context.sync();
    return [ranges.map((fill) => fill.color), properties.value];
  });
  expect(got).toEqual([
    ["#FFFFFF", "#FFC7CE", null],
    [[{ address: "表1!A1", format: { fill: { color: "#FFFFFF" } } }, { address: "表1!B1", format: { fill: { color: "#FFC7CE" } } }]],
  ]);
});

test("the client's own rules hold: what was not loaded cannot be read", async () => {
  const { run } = await startExcel({ A1: 1 });
  const error = await errorOf(run((_context, sheet) => Promise.resolve(sheet.getRange("A1").values)));
  expect(error).toMatchObject({ code: "PropertyNotLoaded" });
});
