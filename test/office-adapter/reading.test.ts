import { FaultError } from "../../src/model/fault";
import { SheetIndex, type WorkbookGrid } from "../../src/model/grid";
import { Cancelled } from "../../src/host/port";
import { mergeTiles, packBlocks } from "../../src/host/office/read/blocks";
import { areasOf } from "../../src/host/office/read/addresses";
import { closeAll, openInExcel, openSheets } from "./open-host";
import { workbookOf } from "../office-host/workbook-source";

afterEach(closeAll);

const at = (grid: WorkbookGrid, row: number, col: number, sheet = 0): unknown => {
  const found = grid.sheets[sheet];
  return found && new SheetIndex(found).at(row, col);
};

test("a text that begins with = is text, a formula is a formula, an error is told from a text that reads like one", async () => {
  const { office } = await openSheets([{ name: "甲", cells: { A1: "=100.00(%)", A2: { formula: "=1+1", value: 2 }, A3: { error: "#N/A" }, A4: "#N/A", A5: { formula: '=""', value: "" }, A6: true } }]);
  const grid = await office.read();
  expect(at(grid, 1, 1)).toEqual({ row: 1, col: 1, value: { kind: "text", text: "=100.00(%)" }, formula: null, format: "General" });
  expect(at(grid, 2, 1)).toMatchObject({ value: { kind: "number", digits: "2" }, formula: "1+1" });
  expect(at(grid, 3, 1)).toMatchObject({ value: { kind: "error", code: "#N/A" } });
  expect(at(grid, 4, 1)).toMatchObject({ value: { kind: "text", text: "#N/A" } });
  expect(at(grid, 5, 1)).toMatchObject({ value: { kind: "empty" }, formula: '""' });
  expect(at(grid, 6, 1)).toMatchObject({ value: { kind: "boolean", value: true } });
});

test("numbers come as the shortest digits that mean them; dates are serial numbers", async () => {
  const { office } = await openSheets([{ name: "甲", rows: [[0.1 + 0.2, 1e21, 1e-7, -0, 112.96, { value: 45_657, format: "yyyy/m/d" }]] }]);
  const [sheet] = (await office.read()).sheets;
  expect(sheet?.cells.map((cell) => (cell.value.kind === "number" ? cell.value.digits : null))).toEqual(["0.30000000000000004", "1e+21", "1e-7", "0", "112.96", "45657"]);
});

test("hidden, very hidden and protected sheets are read; an empty one is empty", async () => {
  const { office } = await openSheets([
    { name: "甲", cells: { A1: 1 }, protected: true },
    { name: "乙", cells: { A1: 1 }, visibility: "hidden" },
    { name: "丙", cells: { A1: 1 }, visibility: "very-hidden" },
    { name: "丁" },
  ]);
  expect((await office.read()).sheets.map(({ visibility, protected: guarded, cells }) => [visibility, guarded, cells.length])).toEqual([
    ["visible", true, 1],
    ["hidden", false, 1],
    ["very-hidden", false, 1],
    ["visible", false, 0],
  ]);
});

test("more merged areas than Excel tells at once: asked in tiles, each area once", async () => {
  const merges = Array.from({ length: 1510 }, (_, n) => `A${n * 2 + 1}:A${n * 2 + 2}`);
  const { excel, office } = await openSheets([{ name: "甲", cells: { A1: "首", H3020: "末" }, merges: [...merges, "C1:H3000"] }, { name: "'资,金!'", cells: { B2: 1 }, merges: ["B2:C3", "B5:B6"] }]);
  const { sheets } = await office.read();
  expect(sheets[0]?.merges).toHaveLength(1511);
  expect(sheets[0]?.merges?.[1]).toEqual({ top: 1, left: 3, bottom: 3000, right: 8 });
  expect(sheets[1]?.merges).toEqual([{ top: 2, left: 2, bottom: 3, right: 3 }]);
  expect(excel.log.batches.length).toBeLessThanOrEqual(3);
});

test("where Excel cannot tell merged areas, they are unknown and the values are there", async () => {
  const { excel, office } = await openSheets([{ name: "甲", cells: { A1: 1 }, merges: ["A1:B1"] }]);
  excel.faults.failBatch(2, "GeneralException");
  const { sheets } = await office.read();
  expect(sheets[0]).toMatchObject({ merges: null, cells: [{ row: 1, col: 1 }] });
});

test("formats beyond the values are read, whole formatted columns are not", async () => {
  const far = Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`C${n + 1}`, { format: "0.00" }]));
  const { office } = await openSheets([
    { name: "甲", cells: { A1: 1, B3: { format: "0.00" } } },
    { name: "乙", cells: { A1: 1, ...far, XFD2000: { format: "0.0" } } },
  ]);
  const grid = await office.read();
  expect(at(grid, 3, 2)).toMatchObject({ value: { kind: "empty" }, format: "0.00" });
  expect(grid.sheets[1]?.cells).toHaveLength(1);
});

test("a cell at the end of the sheet is too much, and the fault names the sheet", async () => {
  const { office } = await openSheets([{ name: "甲", cells: { A1: 1 } }, { name: "很大", cells: { A1: 1, XFD1048576: 1 } }]);
  await expect(office.read()).rejects.toMatchObject({ fault: { code: "too-large", message: expect.stringContaining("很大") as unknown } });
});

test("an answer of more than 5 MB is asked for in smaller pieces", async () => {
  const text = "绩效".repeat(60);
  const rows = Array.from({ length: 60 }, () => Array.from({ length: 10 }, () => text));
  const { excel, office } = await openInExcel(workbookOf({ sheets: [{ name: "甲", rows }, { name: "乙", rows }] }), { responseLimit: 200_000 });
  const { sheets } = await office.read();
  expect(sheets.map((sheet) => sheet.cells.length)).toEqual([600, 600]);
  expect(excel.log.batches.some(({ error }) => error !== null)).toBe(true);
});

test("progress rises with every block, and stopping between blocks stops", async () => {
  const rows = Array.from({ length: 3000 }, () => Array.from({ length: 40 }, () => 1));
  const { office } = await openSheets([{ name: "甲", rows }]);
  const shares: number[] = [];
  await office.read({ onProgress: (share) => shares.push(share) });
  expect(shares.length).toBe(5);
  expect(shares.at(-1)).toBe(1);
  let asked = 0;
  await expect(office.read({ cancelled: () => ++asked > 3 })).rejects.toBeInstanceOf(Cancelled);
});

test("while a cell is being edited nothing is read, and the fault says what to do", async () => {
  const { excel, office } = await openSheets([{ name: "甲", cells: { A1: 1 } }]);
  excel.beginCellEdit();
  await expect(office.read()).rejects.toMatchObject({ fault: { code: "editing", message: expect.stringContaining("Enter") as unknown } });
  excel.endCellEdit();
  expect((await office.read()).sheets).toHaveLength(1);
});

test("an Excel below the floor is refused with what is needed", async () => {
  await expect(openSheets([{ name: "甲" }], { edition: "excel-2019" })).rejects.toThrow(FaultError);
  await expect(openSheets([{ name: "甲" }], { edition: "excel-2019" })).rejects.toMatchObject({ fault: { message: expect.stringContaining("Excel 2021") as unknown } });
});

test("blocks fill requests and no tile has more cells than Excel tells merged areas", () => {
  const area = { top: 3, left: 2, bottom: 5002, right: 21 };
  const requests = packBlocks([{ sheet: "a", area }, { sheet: "b", area: { top: 1, left: 1, bottom: 10, right: 4 } }], 30_000);
  expect(requests.map((blocks) => blocks.map(({ sheet, area: { top, bottom } }) => [sheet, top, bottom]))).toEqual([[["a", 3, 1502]], [["a", 1503, 3002]], [["a", 3003, 4502]], [["a", 4503, 5002], ["b", 1, 10]]]);
  for (const wide of [area, { top: 1, left: 1, bottom: 3, right: 16_384 }]) {
    const tiles = mergeTiles(wide);
    const count = (tile: typeof wide): number => (tile.bottom - tile.top + 1) * (tile.right - tile.left + 1);
    expect(Math.max(...tiles.map(count))).toBeLessThanOrEqual(512);
    expect(tiles.reduce((sum, tile) => sum + count(tile), 0)).toBe(count(wide));
  }
});

test("addresses of several areas are read with or without blanks, quotes and dollars", () => {
  const two = [{ top: 1, left: 1, bottom: 2, right: 2 }, { top: 5, left: 3, bottom: 5, right: 3 }];
  for (const text of ["表1!A1:B2,表1!C5", "表1!A1:B2, 表1!C5", "'资,金 ''24'!$A$1:$B$2, '资,金 ''24'!$C$5", "A1:B2;C5"]) expect(areasOf(text)).toEqual(two);
  expect(areasOf("表1!A:B")).toBeNull();
});
