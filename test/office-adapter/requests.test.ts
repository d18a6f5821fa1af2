/** The numbers of the issue: at most 6 requests for a review of 50 sheets, at most 4 more to write it. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { EMPTY, type SheetGrid, SheetIndex, type WorkbookGrid } from "../../src/model/grid";
import { DEFAULT_STATE } from "../../src/model/workbook-state";
import type { CellEdit, Mark } from "../../src/model/write-plan";
import { XlsxHost } from "../../src/host/xlsx/xlsx-host";
import { closeAll, openGrid } from "./open-host";
import { mark } from "./plans";

afterEach(closeAll);

jest.setTimeout(60_000);

const folder = join(__dirname, "../corpus/workbooks");

async function corpus(file: string): Promise<WorkbookGrid> {
  return XlsxHost.open(readFileSync(join(folder, file))).read();
}

/** A form's worth of cells and marks on every sheet: more than any review has asked for so far. */
function planFor(sheets: readonly SheetGrid[]): { readonly edits: CellEdit[]; readonly marks: Mark[] } {
  const edits: CellEdit[] = [];
  const marks: Mark[] = [];
  for (const sheet of sheets) {
    const covered = (row: number, col: number): boolean => (sheet.merges ?? []).some((m) => row >= m.top && row <= m.bottom && col >= m.left && col <= m.right && (row !== m.top || col !== m.left));
    for (const { row, col } of sheet.cells.filter(({ row, col, value, formula }) => value.kind === "number" && formula === null && !covered(row, col)).slice(0, 40)) {
      const value = new SheetIndex(sheet).at(row, col)?.value ?? EMPTY;
      edits.push({ ref: { sheet: sheet.name, row, col }, before: value, after: { kind: "number", digits: "42.5" }, format: null, shown: "42.5", why: "", form: 0, field: "score" });
      if (marks.length < 15 * sheets.length) marks.push({ ...mark(sheet.name, "A1"), ref: { sheet: sheet.name, row, col } });
    }
  }
  return { edits, marks };
}

async function review(grid: WorkbookGrid): Promise<{ readonly reads: number; readonly writes: number }> {
  const { excel, office } = await openGrid(grid, { edition: "excel-2021" });
  const state = await office.readState();
  const read = await office.read();
  const reads = excel.log.batches.length;
  expect(read.sheets.map(({ name }) => name)).toEqual(grid.sheets.map(({ name }) => name));
  const plan = planFor(read.sheets);
  expect(plan.edits.length).toBeGreaterThan(grid.sheets.length);
  const result = await office.apply(plan);
  expect(result.applied).toHaveLength(plan.edits.length);
  await office.writeState({ ...state, lastInverse: result.inverse });
  const writes = excel.log.batches.length - reads;
  // And once more, with marks to replace and a state to keep.
  excel.log.clear();
  await office.apply({ edits: result.inverse.edits, marks: plan.marks.slice(0, -1) });
  await office.writeState(DEFAULT_STATE);
  expect(excel.log.batches.length).toBeLessThanOrEqual(4);
  expect(excel.log.batches.every(({ error, bytesIn, bytesOut }) => error === null && Math.max(bytesIn, bytesOut) < 5_000_000)).toBe(true);
  // Nothing is kept in Excel that would have to be given back.
  expect([excel.log.all.filter(({ kind }) => kind === "cleanup").length, excel.references.count]).toEqual([0, 0]);
  return { reads, writes };
}

test("50 sheets like those of the corpus: requests to read and to write", async () => {
  const { sheets } = await corpus("jiading-2024-published.xlsx");
  const grid = { sheets: Array.from({ length: 50 }, (_, n): SheetGrid => ({ ...(sheets[n % sheets.length] as SheetGrid), name: `表${n + 1}` })) };
  const { reads, writes } = await review(grid);
  expect([reads, writes]).toEqual([4, 4]);
});

test("200 sheets take no request more", async () => {
  const { sheets } = await corpus("jiading-2024-published.xlsx");
  const grid = { sheets: Array.from({ length: 200 }, (_, n): SheetGrid => ({ ...(sheets[n % sheets.length] as SheetGrid), name: `表${n + 1}` })) };
  const { excel, office } = await openGrid(grid, { edition: "excel-2024" });
  await office.readState();
  await office.read();
  expect(excel.log.batches.length).toBeLessThanOrEqual(6);
});

test.each(readdirSync(folder))("%s is read as the .xlsx adapter reads it", async (file) => {
  const grid = await corpus(file);
  const { office } = await openGrid(grid);
  const read = await office.read();
  const digits = (digitsText: string): string => String(Number(digitsText));
  const plain = ({ sheets }: WorkbookGrid): unknown =>
    sheets.map(({ cells, merges, ...sheet }) => ({
      ...sheet,
      merges: [...(merges ?? [])].sort((a, b) => a.top - b.top || a.left - b.left),
      cells: cells.flatMap((cell) => {
        if (cell.value.kind === "empty" && cell.formula === null && cell.format === "General") return [];
        if (cell.value.kind === "text" && cell.value.text === "") return cell.formula === null && cell.format === "General" ? [] : [{ ...cell, value: { kind: "empty" } }];
        return [cell.value.kind === "number" ? { ...cell, value: { kind: "number", digits: digits(cell.value.digits) } } : cell];
      }),
    }));
  expect(plain(read)).toEqual(plain(grid));
});
