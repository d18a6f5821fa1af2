import { unzipSync, strFromU8 } from "fflate";
import { markFormula } from "../../src/model/mark-formula";
import { ownStateSchema } from "../../src/model/workbook-state";
import { XlsxHost } from "../../src/host/xlsx/xlsx-host";
import { parseOwnState } from "../../src/host/xlsx/state/own-state";
import { contractWorkbook } from "../contract/host-contract";
import { parseAreaText } from "../office-host/sheet-address";
import type { ConditionalFormat, EmulatedWorkbook } from "../office-host/workbook-model";
import { workbookFromGrid } from "../office-host/workbook-source";
import { closeAll, openInExcel, openSheets } from "./open-host";
import { edit, mark } from "./plans";
import { formatsOf, snapshot } from "./snapshot";

afterEach(closeAll);

const SHEETS = [{ name: "甲", cells: { A1: 1, H37: "无" }, conditionalFormats: [{ areas: ["A1:B2", "D1:D9"], formula: "=$A1>5" }, { areas: ["A1:A9"], type: "DataBar" }] }, { name: "乙", cells: { A1: 1 } }];

function added(book: EmulatedWorkbook, sheet: string, address: string, formula: string): void {
  const { conditionalFormats } = book.sheetNamed(sheet);
  const format: ConditionalFormat = { id: book.newId(), type: "Custom", areas: [parseAreaText(address)], stopIfTrue: false, formula: `=${formula}`, fill: null, fontColor: null, bold: null };
  book.sheetNamed(sheet).setConditionalFormats([...conditionalFormats, format]);
}

test("marks lie above the user's formats, the first of the plan on top, in the colours of their severity", async () => {
  const { excel, office } = await openSheets(SHEETS);
  const marks = [mark("甲", "H37"), mark("甲", "H38", "warning", "无"), mark("甲", "H37", "info")];
  await office.apply({ edits: [], marks });
  const formats = excel.workbook.sheetNamed("甲").conditionalFormats;
  expect(formats.slice(0, 3).map(({ formula, fill, fontColor, stopIfTrue }) => [formula, fill, fontColor, stopIfTrue])).toEqual([
    [`=${markFormula(mark("甲", "H37"))}`, "#FFC7CE", "#9C0006", false],
    ['=$H$38="无"', "#FFEB9C", "#9C5700", false],
    [`=${markFormula(mark("甲", "H37"))}`, "#DDEBF7", null, false],
  ]);
  expect(formats.slice(3).map(({ type }) => type)).toEqual(["Custom", "DataBar"]);
});

test("new marks replace the old ones; the same marks again change nothing", async () => {
  const { excel, office } = await openSheets(SHEETS);
  await office.apply({ edits: [], marks: [mark("甲", "H37"), mark("乙", "A1")] });
  await office.apply({ edits: [], marks: [mark("甲", "H38")] });
  const after = snapshot(excel.workbook);
  expect(excel.workbook.sheets.map((sheet) => sheet.conditionalFormats.length)).toEqual([3, 0]);
  excel.log.clear();
  await office.apply({ edits: [], marks: [mark("甲", "H38")] });
  expect(excel.log.batches).toHaveLength(1);
  expect(snapshot(excel.workbook)).toEqual(after);
});

test("removing takes what is ours, however the user has treated it, and nothing else", async () => {
  const { excel, office } = await openSheets(SHEETS);
  const before = formatsOf(excel.workbook);
  const reason = mark("甲", "H37");
  await office.apply({ edits: [], marks: [reason, mark("甲", "H38", "warning"), mark("甲", "B5", "info", { n: "7" }), mark("乙", "A1", "error", { n: "1" })] });
  const sheet = excel.workbook.sheetNamed("甲");
  // Deleted one, moved one by inserting a row, copied one to another place and sheet.
  sheet.setConditionalFormats(sheet.conditionalFormats.filter(({ formula }) => !formula.includes("$H$38")));
  for (const format of sheet.conditionalFormats) if (format.formula === "=$B$5=7") sheet.changeConditionalFormat(format, { formula: "=$B$6=7" });
  added(excel.workbook, "甲", "H50", markFormula(reason));
  added(excel.workbook, "乙", "H37", markFormula(reason));
  await office.removeMarks();
  expect(formatsOf(excel.workbook)).toEqual(before);
  expect(excel.workbook.customXml.size).toBe(0);
});

test("a user's format with a formula like ours stays", async () => {
  const { excel, office } = await openSheets([{ name: "甲", cells: { A1: 1 } }, { name: "乙", cells: { A1: 1 } }]);
  const always = { ...mark("甲", "A1"), conditions: [] };
  await office.apply({ edits: [], marks: [always, mark("甲", "B5", "info", { n: "7" })] });
  const sheet = excel.workbook.sheetNamed("甲");
  sheet.setConditionalFormats(sheet.conditionalFormats.filter(({ formula }) => formula !== "=$B$5=7"));
  added(excel.workbook, "甲", "A1:C9", "TRUE");
  added(excel.workbook, "甲", "A1:C9", "$B$7=7");
  added(excel.workbook, "乙", "A1", "$B$5=7");
  await office.removeMarks();
  expect(excel.workbook.sheets.flatMap(({ conditionalFormats }) => conditionalFormats.map(({ formula }) => formula))).toEqual(["=TRUE", "=$B$7=7", "=$B$5=7"]);
});

test("marks on a sheet that has been protected since stay known and go when it is open again", async () => {
  const { excel, office } = await openSheets([{ name: "甲", cells: { A1: 1 } }, { name: "乙", cells: { A1: 1 } }]);
  await office.apply({ edits: [], marks: [mark("甲", "A1"), mark("乙", "A1")] });
  excel.protect("甲");
  await office.apply({ edits: [], marks: [] });
  expect(excel.workbook.sheets.map((sheet) => sheet.conditionalFormats.length)).toEqual([1, 0]);
  await office.removeMarks();
  excel.unprotect("甲");
  await office.removeMarks();
  expect(excel.workbook.sheets.map((sheet) => sheet.conditionalFormats.length)).toEqual([0, 0]);
});

test("protected sheets that get no marks are named, unless the same marks are there from before or formats are allowed", async () => {
  const { excel, office } = await openSheets(["甲", "乙", "丙"].map((name) => ({ name, cells: { A1: 1 } })));
  const marks = ["甲", "乙", "丙"].map((sheet) => mark(sheet, "A1"));
  expect((await office.apply({ edits: [], marks: marks.slice(0, 1) })).unmarked).toBeUndefined();
  excel.protect("甲");
  excel.protect("乙");
  excel.protect("丙", { allowFormatCells: true });
  expect((await office.apply({ edits: [], marks })).unmarked).toEqual(["乙"]);
  expect(excel.workbook.sheets.map((sheet) => sheet.conditionalFormats.length)).toEqual([1, 0, 1]);
  expect((await office.apply({ edits: [], marks: [...marks, mark("甲", "B1"), mark("乙", "B1")] })).unmarked).toEqual(["乙", "甲"]);
});

test("2,000 marks and 2,000 cells stay below 5 MB a request", async () => {
  const rows = Array.from({ length: 2000 }, () => ["无", 1, "无"]);
  const { excel, office } = await openSheets([{ name: "很长的工作表名称用来测试", rows }]);
  const marks = rows.map((_, n) => mark("很长的工作表名称用来测试", `C${n + 1}`));
  const edits = rows.map((_, n) => edit("很长的工作表名称用来测试", `A${n + 1}`, "无", "项目因政策调整未按期实施，已于次年补齐"));
  const { applied } = await office.apply({ edits, marks });
  expect(applied).toHaveLength(2000);
  expect(excel.log.batches.every(({ error, bytesIn }) => error === null && bytesIn < 5_000_000)).toBe(true);
  expect(excel.log.batches.length).toBeLessThanOrEqual(5);
  expect(excel.workbook.sheets[0]?.conditionalFormats).toHaveLength(2000);
}, 60_000);

test("marks and state that the .xlsx adapter wrote are found and replaced", async () => {
  const file = XlsxHost.open(contractWorkbook());
  const marks = [mark("自评表", "D2"), mark("自评表", "B2", "warning", { n: "10" })];
  await file.apply({ edits: [], marks });
  const state = { ...(await file.readState()), ignored: [{ key: "k", text: "已说明", date: "2026-01-02", basis: "b" }] };
  await file.writeState(state);
  const xml = ownPart(file.save());

  const book = workbookFromGrid(await file.read());
  for (const { mark: written, sqref, formula } of ownStateSchema.parse(parseOwnState(xml, "")).marks) added(book, written.ref.sheet, sqref, formula);
  book.customXml.set(book.newId(), xml);
  const { excel, office } = await openInExcel(book);
  expect(await office.readState()).toEqual(state);
  const { inverse } = await office.apply({ edits: [], marks: [mark("自评表", "D3")] });
  expect(inverse.marks).toEqual(marks);
  expect(excel.workbook.sheetNamed("自评表").conditionalFormats.map(({ formula }) => formula)).toEqual([`=${markFormula(mark("自评表", "D3"))}`]);

  // And what Excel has written, the .xlsx adapter reads.
  const [text = ""] = [...excel.workbook.customXml.values()];
  const own = parseOwnState(text, "customXml/item1.xml");
  expect(own?.state).toEqual(state);
  expect(own?.marks.map(({ mark: { ref }, sqref }) => [ref.sheet, sqref])).toEqual([["自评表", "D3"]]);
});

function ownPart(bytes: Uint8Array): string {
  const parts = unzipSync(bytes);
  const name = Object.keys(parts).find((part) => /^customXml\/item\d+\.xml$/.test(part)) ?? "";
  return strFromU8(parts[name] ?? new Uint8Array());
}
