import { closeAll, errorOf, read, settle, startExcel } from "./test-session";
import { DARK_THEME } from "./theme";

afterEach(closeAll);

test("what is not emulated fails and is remembered even if the add-in swallows the error", async () => {
  const { host, run } = await startExcel({ A1: 1 });
  const missing: readonly [string, (context: Excel.RequestContext, sheet: Excel.Worksheet) => unknown][] = [
    ["Range.Insert()", (_context, sheet) => sheet.getRange("A1").insert("Down")],
    ["Workbook.Comments", (context) => context.workbook.comments.add("A1", "批注")],
    ["Range.hasSpill (load)", (_context, sheet) => sheet.getRange("A1").load("hasSpill")],
    ["Worksheet.Name (set)", (_context, sheet) => (sheet.name = "新名")],
    ["load() of everything on Range", (_context, sheet) => sheet.getRange("A1").load()],
    ["load({ expand })", (_context, sheet) => sheet.getRange("A1").load({ select: "values", expand: "format" })],
    ["visit to 16777216000 cells", (_context, sheet) => sheet.getRange("A1:XFD1024000").format.fill.load("color")],
    ["conditional format of type DataBar", (_context, sheet) => sheet.getRange("A1").conditionalFormats.add("DataBar")],
  ];
  for (const [what, call] of missing) {
    const error = await errorOf(run((context, sheet) => (call(context, sheet), context.sync())));
    expect(error).toMatchObject({ code: "NotEmulated", message: expect.stringContaining(what) as unknown });
    expect(() => host.assertEverythingEmulated()).toThrow(what);
  }
});

test("the value of a formula that was written here cannot be read: nothing calculates", async () => {
  const session = await startExcel({ A1: 1 });
  await session.run((context, sheet) => ((sheet.getRange("B1").values = [["=A1+1"]]), context.sync()));
  expect(await errorOf(read(session, "B1"))).toMatchObject({ code: "NotEmulated" });
});

test("the n-th write from now on can be made to fail, once", async () => {
  const session = await startExcel({});
  const write = (): Promise<void> =>
    session.run((context, sheet) => {
      for (const [index, text] of ["一", "二", "三"].entries()) sheet.getCell(index, 0).values = [[text]];
      return context.sync();
    });
  session.host.faults.failAt(4, "GeneralException");
  expect(await errorOf(write())).toBeNull();
  expect(await errorOf(write())).toMatchObject({ code: "GeneralException", location: "Range.values" });
  expect(await errorOf(write())).toBeNull();
});

test("failures leave what was written before", async () => {
  const session = await startExcel({});
  session.host.faults.failAt(1, "AccessDenied");
  const error = await errorOf(
    session.run((context, sheet) => {
      sheet.getRange("A1").values = [["写了"]];
      sheet.getRange("A2").conditionalFormats.add("Custom");
      sheet.getRange("A3").values = [["没写"]];
      return context.sync();
    }),
  );
  expect(error).toMatchObject({ code: "AccessDenied", location: "ConditionalFormatCollection.add" });
  expect((await read(session, "A1:A3")).values).toEqual([["写了"], [""], [""]]);
  expect(session.host.log.batches[0]).toMatchObject({ calls: ["Range.values=", "ConditionalFormatCollection.add()"], error: { code: "AccessDenied" } });
});

test("a whole batch can be made to fail", async () => {
  const session = await startExcel({ A1: 1 });
  session.host.faults.failBatch(1, "GeneralException");
  expect((await read(session, "A1")).values).toEqual([[1]]);
  expect(await errorOf(read(session, "A1"))).toMatchObject({ code: "GeneralException" });
  expect((await read(session, "A1")).values).toEqual([[1]]);
});

test("round trips and bytes are counted", async () => {
  const session = await startExcel({ A1: 1 });
  await read(session, "A1");
  await settle();
  const { log } = session.host;
  // The client's own greeting may come before or after.
  expect(log.all.filter(({ kind }) => kind !== "service").map(({ kind, calls }) => [kind, ...calls])).toEqual([
    ["batch", "Range.load(values,formulas,numberFormat)"],
    ["cleanup", "Workbook._RemoveReference()"],
  ]);
  expect(log.batches[0]?.bytesIn).toBeGreaterThan(500);
  expect(log.bytesOut).toBeGreaterThan(100);
  log.clear();
  expect(log.all).toEqual([]);
});

test("theme, language and calculation mode are Excel's", async () => {
  const { office, run } = await startExcel({}, { theme: DARK_THEME });
  const { context } = office.Office;
  expect([context.officeTheme.bodyBackgroundColor, context.displayLanguage, context.diagnostics.version]).toEqual(["#262626", "zh-CN", "16.0.19231.20000"]);
  const mode = await run(async ({ application, sync }) => (application.load("calculationMode"), await sync.call(application.context), application.calculationMode));
  expect(mode).toBe("Automatic");
});

test("a ribbon command reaches its function and reports its end", async () => {
  const { office } = await startExcel({});
  const seen: string[] = [];
  office.Office.actions.associate("reviewAll", (event: Office.AddinCommands.Event) => {
    seen.push(event.source.id);
    event.completed();
  });
  office.control.invokeCommand("reviewAll", "button-1");
  while (office.completedCommands.length === 0) await settle();
  expect(seen).toEqual(["button-1"]);
  expect(office.completedCommands).toHaveLength(1);
});

test("a Common API that nobody emulated is remembered too", async () => {
  const { host, office } = await startExcel({});
  const status = await new Promise((resolve) => office.Office.context.document.getSelectedDataAsync(office.Office.CoercionType.Text, (result) => resolve(result.status)));
  expect(status).toBe("failed");
  expect(() => host.assertEverythingEmulated()).toThrow("Common API method");
});

test("a session can be put on globalThis, where add-in code expects it, and taken off again", async () => {
  const { office } = await startExcel({});
  const restore = office.installGlobals();
  expect(Reflect.get(globalThis, "Excel")).toBe(office.Excel);
  restore();
  expect("Excel" in globalThis).toBe(false);
});
