import { ChangeFilter } from "../../src/host/office/events/change-filter";
import type { CellRef } from "../../src/model/address";
import { closeAll, openSheets, settle } from "./open-host";
import { edit, mark } from "./plans";

afterEach(closeAll);

const SHEETS = [{ name: "甲", cells: { A1: 1, A2: 2 } }, { name: "乙", cells: { A1: 1 } }, { name: "藏", cells: { A1: 1 }, visibility: "hidden" as const }, { name: "深", visibility: "very-hidden" as const }];

test("the user's changes and other people's are told, our own are not", async () => {
  const { excel, office } = await openSheets(SHEETS);
  await office.read();
  const told: (readonly CellRef[] | "unknown")[] = [];
  const end = office.onChange((cells) => told.push(cells));
  await settle();
  await office.apply({ edits: [edit("甲", "A1", { n: "1" }, { n: "9" })], marks: [mark("甲", "A2")] });
  await settle();
  expect(told).toEqual([]);
  excel.userEdit("甲", "B3", "无");
  excel.foreignEdit("乙", "A1", 3);
  await settle();
  expect(told).toEqual([[{ sheet: "甲", row: 3, col: 2 }], [{ sheet: "乙", row: 1, col: 1 }]]);
  end();
  await settle();
  expect(excel.events.listenerCount).toBe(0);
  excel.userEdit("甲", "B3", "有");
  await settle();
  expect(told).toHaveLength(2);
});

test("a change on a sheet that is not known yet is told as unknown; ending at once is fine", async () => {
  const { excel, office } = await openSheets(SHEETS);
  const told: unknown[] = [];
  office.onChange(() => told.push("never"))();
  const end = office.onChange((cells) => told.push(cells));
  office.onChange(() => told.push("never"))();
  await settle();
  excel.userEdit("甲", "B3", "无");
  await settle();
  expect(told).toEqual(["unknown"]);
  end();
  end();
  await settle();
  expect(excel.events.listenerCount).toBe(0);
});

test("a host that refuses to tell of changes says so by 'unknown'", async () => {
  const { excel, office } = await openSheets(SHEETS);
  const told: unknown[] = [];
  excel.faults.failBatch(0, "GeneralException");
  office.onChange((cells) => told.push(cells));
  await settle();
  expect(told).toEqual(["unknown"]);
});

test("below ExcelApi 1.14 our own writes are known by what they wrote", () => {
  const filter = new ChangeFilter();
  const ref = { sheet: "甲", row: 1, col: 1 };
  const own = { worksheetId: "{1}", address: "A1", source: "Local" };
  filter.expect([{ sheetId: "{1}", ref, input: "'=x" }]);
  expect(filter.isOwn({ ...own, source: "Remote" })).toBe(false);
  expect(filter.isOwn({ ...own, address: "A2" })).toBe(false);
  expect(filter.isOwn({ ...own, details: { valueAfter: "=x" } })).toBe(true);
  // Told once.
  expect(filter.isOwn({ ...own, details: { valueAfter: "=x" } })).toBe(false);
  filter.expect([{ sheetId: "{1}", ref, input: 9.79 }]);
  expect(filter.isOwn({ ...own, details: { valueAfter: 5 } })).toBe(false);
  expect(filter.isOwn({ ...own, triggerSource: "Unknown" })).toBe(false);
  expect(filter.isOwn({ ...own, triggerSource: "ThisLocalAddin" })).toBe(true);
});

test("selections are told by their first cell", async () => {
  const { excel, office } = await openSheets(SHEETS);
  await office.read();
  const told: unknown[] = [];
  const end = office.onSelection((cell) => told.push(cell));
  await settle();
  excel.userSelect("乙", "B2:C5");
  await settle();
  end();
  await settle();
  excel.userSelect("乙", "A1");
  await settle();
  expect(told).toEqual([{ sheet: "乙", row: 2, col: 2 }]);
});

test("revealing selects the cell; a hidden sheet is said to be hidden and stays so", async () => {
  const { excel, office } = await openSheets(SHEETS);
  await office.reveal({ sheet: "乙", row: 4, col: 3 });
  expect(excel.workbook.active.name).toBe("乙");
  expect(excel.workbook.active.selection).toEqual({ top: 4, left: 3, bottom: 4, right: 3 });
  await expect(office.reveal({ sheet: "藏", row: 1, col: 1 })).rejects.toMatchObject({ fault: { message: expect.stringContaining("取消隐藏") as unknown } });
  await expect(office.reveal({ sheet: "深", row: 1, col: 1 })).rejects.toMatchObject({ fault: { message: expect.stringContaining("深度隐藏") as unknown } });
  await expect(office.reveal({ sheet: "没有", row: 1, col: 1 })).rejects.toMatchObject({ fault: { message: expect.stringContaining("没有") as unknown } });
  expect(excel.workbook.sheets.map(({ visibility }) => visibility)).toEqual(["visible", "visible", "hidden", "very-hidden"]);
});
