import { FLAG_WRITE } from "./protocol";
import { closeAll, errorOf, read, settle, startExcel } from "./test-session";

afterEach(closeAll);

const PROTECTED = [{ name: "表1", protected: true, cells: { A1: "锁定", B1: { value: "可填", locked: false } } }];

test("on a protected sheet only unlocked cells can be written", async () => {
  const session = await startExcel(PROTECTED);
  const write = (address: string): Promise<void> => session.run((context, sheet) => ((sheet.getRange(address).values = [["改"]]), context.sync()));
  expect(await errorOf(write("A1"))).toMatchObject({ code: "AccessDenied", location: "Range.values" });
  expect(await errorOf(write("B1"))).toBeNull();
  expect((await read(session, "A1:B1")).values).toEqual([["锁定", "改"]]);
});

test("formats and conditional formats of a protected sheet cannot be changed unless formatting is allowed", async () => {
  const add = (context: Excel.RequestContext, sheet: Excel.Worksheet): Promise<void> => {
    const { custom } = sheet.getRange("B1").conditionalFormats.add("Custom");
    custom.rule.formula = '=B1=""';
    return context.sync();
  };
  const format = (context: Excel.RequestContext, sheet: Excel.Worksheet): Promise<void> => ((sheet.getRange("B1").numberFormat = [["0.00"]]), context.sync());
  const closed = await startExcel(PROTECTED);
  expect(await errorOf(closed.run(add))).toMatchObject({ code: "AccessDenied", location: "ConditionalFormatCollection.add" });
  expect(await errorOf(closed.run(format))).toMatchObject({ code: "AccessDenied" });
  const open = await startExcel([{ ...PROTECTED[0], name: "表1", protected: { allowFormatCells: true } }]);
  expect(await errorOf(open.run(add))).toBeNull();
  expect(await errorOf(open.run(format))).toBeNull();
});

test("protection and locking can be read and changed by hooks while the add-in runs", async () => {
  const { host, run } = await startExcel({ A1: 1 });
  const state = (): Promise<unknown> =>
    run(async (context, sheet) => {
      const locked = sheet.getRange("A1").format.protection;
      sheet.protection.load("protected,options");
      locked.load("locked");
      await context.sync();
      return [sheet.protection.protected, sheet.protection.options.allowFormatCells, locked.locked];
    });
  expect(await state()).toEqual([false, false, true]);
  host.protect("表1", { allowFormatCells: true });
  expect(await state()).toEqual([true, true, true]);
  host.unprotect("表1");
  expect(await state()).toEqual([false, false, true]);
});

test("while a cell is being edited every request fails, in the language of Excel", async () => {
  const { host, run } = await startExcel({ A1: 1 });
  host.beginCellEdit();
  const error = await errorOf(run((context, sheet) => (sheet.load("name"), context.sync())));
  expect(error?.code).toBe("InvalidOperationInCellEditMode");
  expect(error?.message).toMatch(/单元格编辑模式/);
  host.endCellEdit();
  expect(await errorOf(run((context, sheet) => (sheet.load("name"), context.sync())))).toBeNull();
});

test("with delayForCellEdit the request waits for the end of the edit", async () => {
  const { host, run } = await startExcel({ A1: 1 });
  host.beginCellEdit();
  let done = false;
  const waiting = run(async (context, sheet) => (sheet.load("name"), await context.sync(), (done = true)), { delayForCellEdit: true });
  await settle();
  expect(done).toBe(false);
  host.endCellEdit();
  await expect(waiting).resolves.toBe(true);
});

test("delayForCellEdit does nothing on an Excel that does not know it", async () => {
  const { host, run } = await startExcel({ A1: 1 }, { edition: "excel-2019" });
  host.beginCellEdit();
  const error = await errorOf(run((context, sheet) => (sheet.load("name"), context.sync()), { delayForCellEdit: true }));
  expect(error?.code).toBe("InvalidOperationInCellEditMode");
});

test("a request of more than 5 MB is refused before anything is done", async () => {
  const session = await startExcel({});
  const row = Array.from({ length: 100 }, () => "字".repeat(200));
  const values = Array.from({ length: 100 }, () => row);
  const error = await errorOf(session.run((context, sheet) => ((sheet.getRangeByIndexes(0, 0, 100, 100).values = values), context.sync())));
  expect(error?.code).toBe("RequestPayloadSizeLimitExceeded");
  expect(session.host.workbook.sheetNamed("表1").usedArea(true)).toBeNull();
  expect(session.host.log.batches[0]?.bytesIn).toBeGreaterThan(5 * 1024 * 1024);
});

test("a response of more than 5 MB is refused, and the writes of its request stay", async () => {
  const session = await startExcel({ A1: "字".repeat(900_000), A2: "字".repeat(900_000) });
  const error = await errorOf(
    session.run((context, sheet) => {
      sheet.getRange("B1").values = [["写了"]];
      sheet.getRange("A1:A2").load("values");
      return context.sync();
    }),
  );
  expect(error?.code).toBe("ResponsePayloadSizeLimitExceeded");
  expect((await read(session, "B1")).values).toEqual([["写了"]]);
  const whole = await errorOf(session.run((context, sheet) => (sheet.getRange("A:D").load("values"), context.sync())));
  expect(whole?.code).toBe("ResponsePayloadSizeLimitExceeded");
});

test("a missing sheet is an ItemNotFound, or a null object whose children are null objects", async () => {
  const { run } = await startExcel({});
  const error = await errorOf(run((context) => (context.workbook.worksheets.getItem("没有").load("name"), context.sync())));
  expect(error).toMatchObject({ code: "ItemNotFound", location: "WorksheetCollection.getItem" });
  const nothing = await run(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject("没有");
    sheet.load("name");
    await context.sync();
    return sheet.isNullObject;
  });
  expect(nothing).toBe(true);
});

test("the client marks a request for merged areas as a write, though it writes nothing", async () => {
  const { host, run } = await startExcel({});
  await run((context, sheet) => (sheet.getRange("A1:B2").getMergedAreasOrNullObject().load("address"), context.sync()));
  await run((context, sheet) => (sheet.getRange("A1:B2").load("values"), context.sync()));
  expect(host.log.batches.map(({ flags }) => flags & FLAG_WRITE)).toEqual([FLAG_WRITE, 0]);
});
