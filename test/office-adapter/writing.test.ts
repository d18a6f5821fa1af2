import { needsApostrophe } from "../../src/host/office/write/cell-input";
import { formulaOf } from "../office-host/cell-state";
import type { Edition } from "../office-host/requirement-sets";
import { closeAll, openSheets, settle } from "./open-host";
import { edit, mark } from "./plans";
import { snapshot } from "./snapshot";

afterEach(closeAll);

test("only the planned cells are written: texts beside them that begin with = survive", async () => {
  const { excel, office } = await openSheets([{ name: "甲", cells: { D14: "=100.00(%)", D15: "≥4.00(次)", D16: "=11月底前", E15: { formula: "=F15*2", value: 6 }, F15: 3 } }]);
  const before = snapshot(excel.workbook).sheets[0]?.cells;
  await office.apply({ edits: [edit("甲", "F15", { n: "3" }, { n: "2.5" }), edit("甲", "D15", "≥4.00(次)", "=4.00(次)")], marks: [] });
  const sheet = excel.workbook.sheetNamed("甲");
  expect([sheet.cell(15, 6).content, sheet.cell(15, 4).content, formulaOf(sheet.cell(15, 4))]).toEqual([{ kind: "number", value: 2.5 }, { kind: "text", text: "=4.00(次)" }, "=4.00(次)"]);
  sheet.setCell(15, 6, { ...sheet.cell(15, 6), content: { kind: "number", value: 3 } });
  sheet.setCell(15, 4, { ...sheet.cell(15, 4), content: { kind: "text", text: "≥4.00(次)" } });
  expect(snapshot(excel.workbook).sheets[0]?.cells).toEqual(before);
  expect(excel.log.batches.flatMap(({ calls }) => calls).filter((call) => call.endsWith("="))).toEqual(["Range.values=", "Range.values="]);
});

test.each([
  ["=1", true],
  ["＝1", true],
  ["+1", true],
  ["-", true],
  ["@x", true],
  ["'x", true],
  ["0012", true],
  ["11月30日", true],
  ["3-4", true],
  ["50%", true],
  ["１２", true],
  ["May 5", true],
  ["一月二日", true],
  ["#N/A", true],
  [" true ", true],
  ["无", false],
  ["优", false],
  ["因2024年政策调整，未开展", false],
  ["12人次", false],
  ["", false],
])("%j needs an apostrophe: %s", (text, needed) => {
  expect(needsApostrophe(text, "General")).toBe(needed);
  if (!/^[=＝+\-@']/.test(text)) expect(needsApostrophe(text, "@")).toBe(false);
});

test("a format is set before the value, and only where it differs", async () => {
  const { excel, office } = await openSheets([{ name: "甲", cells: { A1: { value: "4.50", format: "@" }, A2: { value: 1, format: "0.00" } } }]);
  const { inverse } = await office.apply({ edits: [edit("甲", "A1", "4.50", { n: "4.5" }, "0.00"), edit("甲", "A2", { n: "1" }, { n: "2" }, "0.00")], marks: [] });
  expect(excel.log.batches[1]?.calls.filter((call) => call.endsWith("="))).toEqual(["Range.numberFormat=", "Range.values=", "Range.values="]);
  expect(inverse.edits.map(({ format }) => format)).toEqual(["@", null]);
  await office.apply(inverse);
  expect(excel.workbook.sheetNamed("甲").cell(1, 1)).toMatchObject({ content: { kind: "text", text: "4.50" }, format: "@" });
});

test("a locked cell of a protected sheet refuses the whole plan before anything is written; unlocked ones go", async () => {
  const { excel, office } = await openSheets([
    { name: "开", cells: { A1: 1 } },
    { name: "封面", cells: { A1: 1, B1: { value: 1, locked: false } }, protected: true },
  ]);
  const before = snapshot(excel.workbook);
  const open = edit("开", "A1", { n: "1" }, { n: "2" });
  const unlocked = edit("封面", "B1", { n: "1" }, { n: "2" });
  await expect(office.apply({ edits: [open, unlocked, edit("封面", "A1", { n: "1" }, { n: "2" })], marks: [] })).rejects.toMatchObject({ fault: { code: "protected", message: expect.stringMatching("“封面”.*A1") as unknown } });
  expect(snapshot(excel.workbook)).toEqual(before);
  // A format is refused there even on an unlocked cell; marks are left out.
  await expect(office.apply({ edits: [{ ...unlocked, format: "0.00" }], marks: [] })).rejects.toMatchObject({ fault: { code: "protected" } });
  const { applied } = await office.apply({ edits: [open, unlocked], marks: [mark("封面", "B1"), mark("开", "A1")] });
  expect(applied).toHaveLength(2);
  expect(excel.workbook.sheets.map((sheet) => [sheet.conditionalFormats.length, sheet.protection !== null])).toEqual([[1, false], [0, true]]);
});

test("what is written into the covered part of a merged area is lost, and reported", async () => {
  const { office } = await openSheets([{ name: "甲", cells: { A1: "标题" }, merges: ["A1:B1"] }]);
  const covered = edit("甲", "B1", null, "x");
  expect(await office.apply({ edits: [covered], marks: [] })).toMatchObject({ applied: [], conflicts: [{ edit: covered, found: { kind: "empty" } }], inverse: { edits: [] } });
});

test("a cell that somebody else changes between looking and writing is overwritten by nobody unnoticed", async () => {
  const { excel, office } = await openSheets([{ name: "甲", cells: { A1: 1 } }]);
  await office.read();
  excel.foreignEdit("甲", "A1", 5);
  const result = await office.apply({ edits: [edit("甲", "A1", { n: "1" }, { n: "2" })], marks: [] });
  expect(result.conflicts).toMatchObject([{ found: { kind: "number", digits: "5" } }]);
});

test("a write waits for the user to leave the cell", async () => {
  const { excel, office } = await openSheets([{ name: "甲", cells: { A1: 1 } }]);
  excel.beginCellEdit();
  const work = office.apply({ edits: [edit("甲", "A1", { n: "1" }, { n: "2" })], marks: [] });
  await settle();
  excel.endCellEdit();
  expect((await work).applied).toHaveLength(1);
});

test.each<[Edition, readonly string[]]>([
  ["excel-2021", []],
  ["microsoft-365-1.20", ["user", "add-in"]],
  ["microsoft-365", ["user", "add-in"]],
])("all of a write is one step to undo where Excel can (%s)", async (edition, stack) => {
  const { excel, office } = await openSheets([{ name: "甲", cells: { A1: 1, A2: 2 } }], { edition });
  excel.userEdit("甲", "C1", "先前");
  await office.apply({ edits: [edit("甲", "A1", { n: "1" }, { n: "9" }), edit("甲", "A2", { n: "2" }, { n: "9" })], marks: [mark("甲", "B1")] });
  expect(excel.undoHistory.stack).toEqual(stack);
});

test("fills, calculation mode, protection and the list of sheets are never touched", async () => {
  const { excel, office } = await openSheets([{ name: "甲", cells: { A1: { value: 1, fill: "#FFFF00" }, A2: 2 } }]);
  await office.apply({ edits: [edit("甲", "A1", { n: "1" }, { n: "9" }), edit("甲", "A2", { n: "2" }, null)], marks: [mark("甲", "A1"), mark("甲", "B2", "info")] });
  await office.removeMarks();
  const sheet = excel.workbook.sheetNamed("甲");
  expect([sheet.cell(1, 1).fill, sheet.cell(2, 1).fill]).toEqual(["#FFFF00", null]);
  const calls = excel.log.batches.flatMap((batch) => batch.calls);
  expect(calls.filter((call) => /^RangeFill|^RangeFont|\.(?:un)?protect\(|calculationMode=|WorksheetCollection\.add|Worksheet\.(?:delete|visibility=)/.test(call))).toEqual([]);
  expect(calls).toContain("Application.suspendScreenUpdatingUntilNextSync()");
});
