import { closeAll, errorOf, startExcel } from "./test-session";

afterEach(closeAll);

const FOREIGN = [{ name: "表1", conditionalFormats: [{ areas: ["A1:A9"], type: "CellValue" }] }];

/** One mark over several areas, the way an add-in marks cells. */
function addMark(sheet: Excel.Worksheet, addresses: string, formula: string): Excel.ConditionalFormat {
  const mark = sheet.getRanges(addresses).conditionalFormats.add("Custom");
  mark.custom.rule.formula = formula;
  mark.custom.format.fill.color = "#FFC7CE";
  mark.custom.format.font.color = "#9C0006";
  mark.stopIfTrue = false;
  mark.load("id,priority,type,stopIfTrue");
  return mark;
}

test("a custom format over several areas is stored in front of the user's own, and listed with its parts", async () => {
  const { host, run } = await startExcel(FOREIGN);
  const got = await run(async (context, sheet) => {
    const mark = addMark(sheet, "A1, C3:C4", '=AND($B1="",TRIM(C1)<>"无")');
    await context.sync();
    const formats = sheet.getRange("A1:A9").conditionalFormats;
    formats.load("items/id,items/type,items/priority");
    const areas = mark.getRanges();
    areas.load("address");
    mark.load("custom/rule/formula,custom/format/fill/color,custom/format/font/color");
    await context.sync();
    const custom = [mark.custom.rule.formula, mark.custom.format.fill.color, mark.custom.format.font.color];
    return { id: mark.id, custom, areas: areas.address, list: formats.items.map((format) => [format.id === mark.id, format.type, format.priority]) };
  });
  expect(got.custom).toEqual(['=AND($B1="",TRIM(C1)<>"无")', "#FFC7CE", "#9C0006"]);
  expect(got.areas).toBe("表1!A1, 表1!C3:C4");
  expect(got.list).toEqual([[true, "Custom", 0], [false, "CellValue", 1]]);
  expect(host.workbook.sheetNamed("表1").conditionalFormats[0]).toMatchObject({ id: got.id, fill: "#FFC7CE", areas: [{ top: 1 }, { top: 3, bottom: 4 }] });
});

test("it is found and deleted by id; the user's own stays", async () => {
  const { host, run } = await startExcel(FOREIGN);
  const id = await run(async (context, sheet) => {
    const mark = addMark(sheet, "A1", "=A1>0");
    await context.sync();
    return mark.id;
  });
  const gone = await run(async (context, sheet) => {
    const formats = sheet.getRange().conditionalFormats;
    const mark = formats.getItemOrNullObject(id);
    const none = formats.getItemOrNullObject("{没有}");
    const range = mark.getRange();
    for (const object of [mark, none]) object.load("id");
    range.load("address");
    await context.sync();
    mark.delete();
    await context.sync();
    return [mark.isNullObject, range.address, none.isNullObject];
  });
  expect(gone).toEqual([false, "表1!A1", true]);
  expect(host.workbook.sheetNamed("表1").conditionalFormats.map((format) => format.type)).toEqual(["CellValue"]);
  const again = await errorOf(run((context, sheet) => (sheet.getRange().conditionalFormats.getItem(id).delete(), context.sync())));
  expect(again).toMatchObject({ code: "ItemNotFound", location: "ConditionalFormatCollection.getItem" });
});

test("the range of a format over several areas is an error, or a null object", async () => {
  const { run } = await startExcel(FOREIGN);
  const orNull = await run(async (context, sheet) => {
    const range = addMark(sheet, "A1, C3", "=TRUE").getRangeOrNullObject();
    range.load("address");
    await context.sync();
    return range.isNullObject;
  });
  expect(orNull).toBe(true);
  const error = await errorOf(run((context, sheet) => (addMark(sheet, "A1, C3", "=TRUE").getRange().load("address"), context.sync())));
  expect(error?.code).toBe("InvalidArgument");
});

test("priority is the place in the order", async () => {
  const { host, run } = await startExcel(FOREIGN);
  await run((context, sheet) => {
    addMark(sheet, "A1", "=A1>0").priority = 1;
    return context.sync();
  });
  expect(host.workbook.sheetNamed("表1").conditionalFormats.map((format) => format.type)).toEqual(["CellValue", "Custom"]);
});

test("a formula that Excel could not read, or not in a condition, is refused", async () => {
  const { run } = await startExcel(FOREIGN);
  for (const formula of ["=A1>", "A1>0", '=OR(A1={"无","/"})', '=AND(A1="无"', `=A1="${"长".repeat(256)}"`]) {
    const error = await errorOf(run((context, sheet) => (addMark(sheet, "A1", formula), context.sync())));
    expect(error).toMatchObject({ code: "InvalidArgument", location: "ConditionalFormatRule.formula" });
  }
});

test("getItemOrNullObject of a conditional format is too new for Excel 2019", async () => {
  const { run } = await startExcel(FOREIGN, { edition: "excel-2019" });
  const error = await errorOf(run((context, sheet) => (sheet.getRange().conditionalFormats.getItemOrNullObject("x").load("id"), context.sync())));
  expect(error?.code).toBe("ApiNotFound");
});
