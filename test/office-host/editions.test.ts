import type { Edition } from "./requirement-sets";
import { closeAll, errorOf, startExcel } from "./test-session";

afterEach(closeAll);

test.each<[Edition, string, string]>([
  ["excel-2019", "1.7", "1.8"],
  ["excel-2021", "1.14", "1.15"],
  ["excel-2024", "1.17", "1.18"],
  ["microsoft-365-1.20", "1.20", "1.21"],
  ["microsoft-365", "1.21", "1.22"],
])("%s has ExcelApi %s and not %s", async (edition, has, hasNot) => {
  const { office } = await startExcel({}, { edition });
  const { requirements } = office.Office.context;
  expect([requirements.isSetSupported("ExcelApi", has), requirements.isSetSupported("ExcelApi", hasNot)]).toEqual([true, false]);
  expect(requirements.isSetSupported("ExcelApi", "1.2")).toBe(true);
  expect(requirements.isSetSupported("SharedRuntime", "1.1")).toBe(edition !== "excel-2019");
});

test("Excel refuses what came after its edition", async () => {
  const old = await startExcel({}, { edition: "excel-2019" });
  const merged = (context: Excel.RequestContext, sheet: Excel.Worksheet): Promise<void> => (sheet.getRange("A1").getMergedAreasOrNullObject().load("address"), context.sync());
  expect(await errorOf(old.run(merged))).toMatchObject({ code: "ApiNotFound", location: "Range.getMergedAreasOrNullObject" });
  const suspended = old.run((context) => (context.application.suspendScreenUpdatingUntilNextSync(), context.sync()));
  expect(await errorOf(suspended)).toMatchObject({ code: "ApiNotFound", location: "Application.suspendScreenUpdatingUntilNextSync" });
  const recent = await startExcel({}, { edition: "excel-2021" });
  expect(await errorOf(recent.run(merged))).toBeNull();
});

test("changes of all sheets can be heard from 1.9 on, changes of one sheet from 1.7 on", async () => {
  const { run } = await startExcel({}, { edition: "excel-2019" });
  const listener = async (): Promise<void> => undefined;
  expect(await errorOf(run((context) => (context.workbook.worksheets.onChanged.add(listener), context.sync())))).toMatchObject({ code: "ApiNotFound" });
  expect(await errorOf(run((context, sheet) => (sheet.onChanged.add(listener), context.sync())))).toBeNull();
});

test("on a perpetual edition a write of the add-in empties the user's undo stack; reading and selecting do not", async () => {
  const { host, run } = await startExcel({ A1: "旧" }, { edition: "excel-2021" });
  host.userEdit("表1", "A1", "用户");
  await run((context, sheet) => (sheet.getRange("A1").load("values"), sheet.getRange("A1").select(), context.sync()));
  expect(host.undoHistory.stack).toEqual(["user"]);
  await run((context, sheet) => ((sheet.getRange("B1").values = [["插件"]]), context.sync()));
  expect(host.undoHistory.stack).toEqual([]);
});

test("on Microsoft 365 each sync can be undone; mergeUndoGroup makes one step of a run", async () => {
  const { host, run } = await startExcel({ A1: "旧" });
  const twice = async (context: Excel.RequestContext, sheet: Excel.Worksheet): Promise<void> => {
    sheet.getRange("A1").values = [["一"]];
    await context.sync();
    sheet.getRange("B1").values = [["二"]];
    await context.sync();
  };
  const cells = (): unknown[] => [1, 2].map((col) => host.workbook.sheetNamed("表1").cell(1, col).content);
  host.userEdit("表1", "A1", "用户");
  await run(twice);
  expect(host.undoHistory.stack).toEqual(["user", "add-in", "add-in"]);
  host.undoHistory.undo();
  expect(cells()).toEqual([{ kind: "text", text: "一" }, { kind: "empty" }]);
  host.undoHistory.undo();
  await run(twice, { mergeUndoGroup: true });
  await run(twice, { mergeUndoGroup: true });
  expect(host.undoHistory.stack).toEqual(["user", "add-in", "add-in"]);
  host.undoHistory.undo();
  host.undoHistory.undo();
  expect(cells()).toEqual([{ kind: "text", text: "用户" }, { kind: "empty" }]);
});

test("before 1.20 mergeUndoGroup is passed over", async () => {
  const { host, run } = await startExcel({}, { edition: "excel-2024" });
  await run((context, sheet) => ((sheet.getRange("A1").values = [[1]]), context.sync()), { mergeUndoGroup: true });
  expect(host.undoHistory.stack).toEqual([]);
});
