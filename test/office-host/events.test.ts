import { closeAll, settle, startExcel } from "./test-session";

afterEach(closeAll);

const SHEETS = [{ name: "表1", cells: { A1: "旧" } }, { name: "表2" }];

test("changes of all sheets are heard: own writes, the user's and other people's", async () => {
  const { host, run } = await startExcel(SHEETS);
  const heard: unknown[] = [];
  await run((context) => {
    context.workbook.worksheets.onChanged.add(async (event) => {
      heard.push([event.address, event.source, event.triggerSource, event.changeType, event.details?.valueBefore, event.details?.valueAfter]);
    });
    return context.sync();
  });
  await run((context, sheet) => {
    sheet.getRange("A1").values = [["自己写的"]];
    sheet.getRange("B1:C1").values = [[1, 2]];
    return context.sync();
  });
  host.userEdit("表2", "B2", "12%");
  host.foreignEdit("表1", "A1", "同事写的");
  await settle();
  expect(heard).toEqual([
    ["A1", "Local", "ThisLocalAddin", "RangeEdited", "旧", "自己写的"],
    ["B1:C1", "Local", "ThisLocalAddin", "RangeEdited", undefined, undefined],
    ["B2", "Local", "Unknown", "RangeEdited", "", 0.12],
    ["A1", "Remote", "Unknown", "RangeEdited", "自己写的", "同事写的"],
  ]);
  expect(host.workbook.sheetNamed("表2").cell(2, 2).format).toBe("0%");
});

test("the event's range can be read", async () => {
  const { host, run, office } = await startExcel(SHEETS);
  const heard: Excel.WorksheetChangedEventArgs[] = [];
  await run((context, sheet) => (sheet.onChanged.add(async (event) => void heard.push(event)), context.sync()));
  host.userEdit("表1", "B3", 5);
  await settle();
  const values = await office.Excel.run(async (context) => {
    const range = heard[0]?.getRange(context);
    range?.load("values,address");
    await context.sync();
    return [range?.values, range?.address];
  });
  expect(values).toEqual([[[5]], "表1!B3"]);
});

test("a handler of one sheet does not hear the others, and a removed one hears nothing", async () => {
  const { host, run, office } = await startExcel(SHEETS);
  let heard = 0;
  const registration = await run(async (context, sheet) => {
    const result = sheet.onChanged.add(async () => void heard++);
    await context.sync();
    return result;
  });
  host.userEdit("表2", "A1", "别处");
  host.userEdit("表1", "A1", "这里");
  await settle();
  expect(heard).toBe(1);
  await office.Excel.run(registration.context, (context) => (registration.remove(), context.sync()));
  expect(host.events.listenerCount).toBe(0);
  host.userEdit("表1", "A1", "再来");
  await settle();
  expect(heard).toBe(1);
});

test("with events off nothing is heard", async () => {
  const { host, run } = await startExcel(SHEETS);
  let heard = 0;
  await run((context) => {
    context.workbook.worksheets.onChanged.add(async () => void heard++);
    context.runtime.enableEvents = false;
    return context.sync();
  });
  host.userEdit("表1", "A1", "静");
  await settle();
  expect(heard).toBe(0);
});

test("selections and activations of the user and of the add-in are heard", async () => {
  const { host, run } = await startExcel(SHEETS);
  const heard: string[] = [];
  await run((context) => {
    const { worksheets } = context.workbook;
    worksheets.onSelectionChanged.add(async (event) => void heard.push(`selected ${event.address}`));
    worksheets.onActivated.add(async () => void heard.push("activated"));
    return context.sync();
  });
  host.userSelect("表1", "B2:C3");
  await run((context) => (context.workbook.worksheets.getItem("表2").getRange("D4").select(), context.sync()));
  await run((context, sheet) => (sheet.activate(), context.sync()));
  await settle();
  expect(heard).toEqual(["selected B2:C3", "activated", "selected D4", "activated"]);
  const selected = await run(async (context) => {
    const range = context.workbook.getSelectedRange();
    range.load("address");
    await context.sync();
    return range.address;
  });
  expect(selected).toBe("表1!B2:C3");
});

test("the workbook's own selection event comes by the Common API", async () => {
  const { host, run } = await startExcel(SHEETS);
  let heard = 0;
  await run((context) => (context.workbook.onSelectionChanged.add(async () => void heard++), context.sync()));
  host.userSelect("表1", "A3");
  await settle();
  expect(heard).toBe(1);
});
