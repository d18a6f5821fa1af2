/**
 * Published forms after what people do to sheets: words in wrong cells, rows deleted, columns pushed aside, cells merged.
 * Whatever is read then, the review ends, writes no cell twice, and plans nothing on its own result.
 */
import fc from "fast-check";
import { openWorkbook } from "../../src/host/xlsx/open";
import { showNumber } from "../../src/host/number-text";
import { type Area, cellKey } from "../../src/model/address";
import type { CellValue, GridCell, SheetGrid } from "../../src/model/grid";
import type { CellEdit, WritePlan } from "../../src/model/write-plan";
import { DEFAULT_SETTINGS } from "../../src/model/settings";
import { review } from "../../src/review/review";
import { corpusFiles } from "../host-xlsx/support";

const WORDS = ["项目名称", "主管部门", "总分", "合计", "小计", "栏次", "得分", "分值", "等级", "优", "一级指标", "三级指标", "四级指标", "执行率", "全年预算数", "全年执行数", "年度总体目标", "单位：万元", "=1", "-", "①"];
const VALUES: readonly CellValue[] = [
  { kind: "empty" },
  { kind: "error", code: "#DIV/0!" },
  ...["1", "2", "0.5", "-3", "100"].map((digits): CellValue => ({ kind: "number", digits })),
  ...WORDS.map((text): CellValue => ({ kind: "text", text })),
];
const SHEETS = corpusFiles("workbooks").flatMap(([, bytes]) => openWorkbook(bytes).grid().sheets);

/** `at`: which cell of the sheet, as a share of all. */
type Disturbance = { readonly at: number } & ({ readonly kind: "value"; readonly value: CellValue } | { readonly kind: "delete-row" | "insert-column" | "unmerge" } | { readonly kind: "merge"; readonly rows: number; readonly cols: number });

const at = fc.double({ min: 0, max: 0.999_999, noNaN: true });
const disturbance: fc.Arbitrary<Disturbance> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("value" as const), at, value: fc.constantFrom(...VALUES) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom("delete-row" as const, "insert-column" as const, "unmerge" as const), at }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("merge" as const), at, rows: fc.nat(5), cols: fc.nat(2) }) },
);

function disturbed(sheet: SheetGrid, done: Disturbance): SheetGrid {
  const { cells, merges } = sheet;
  const cell = cells[Math.floor(done.at * cells.length)];
  if (!cell) return sheet;
  const { row, col } = cell;
  switch (done.kind) {
    case "value":
      return { ...sheet, cells: cells.map((other) => (other === cell ? { ...other, value: done.value, formula: null } : other)) };
    case "delete-row":
      return { ...sheet, cells: cells.filter((other) => other.row !== row).map((other) => (other.row > row ? { ...other, row: other.row - 1 } : other)) };
    case "insert-column":
      return { ...sheet, cells: cells.map((other) => (other.col >= col ? { ...other, col: other.col + 1 } : other)) };
    case "unmerge":
      return { ...sheet, merges: merges && merges.filter((_, i) => i !== Math.floor(done.at * merges.length)) };
    case "merge":
      return { ...sheet, merges: merges && [...merges, { top: row, left: col, bottom: row + done.rows, right: col + done.cols } satisfies Area] };
  }
}

function planOf(sheet: SheetGrid): WritePlan {
  return review({ sheets: [sheet] }, { settings: DEFAULT_SETTINGS, showNumber }).plan;
}

function written(sheet: SheetGrid, edits: readonly CellEdit[]): SheetGrid {
  const cells = new Map<number, GridCell>(sheet.cells.map((cell) => [cellKey(cell.row, cell.col), cell]));
  for (const { ref, after, format } of edits) {
    const { row, col } = ref;
    const before = cells.get(cellKey(row, col));
    cells.set(cellKey(row, col), { row, col, value: after, formula: null, format: format ?? before?.format ?? "General" });
  }
  return { ...sheet, cells: [...cells.values()].sort((a, b) => a.row - b.row || a.col - b.col) };
}

test("ends, writes no cell twice, and plans nothing on its own result", () => {
  fc.assert(
    fc.property(fc.nat(SHEETS.length - 1), fc.array(disturbance, { minLength: 1, maxLength: 12 }), (n, all) => {
      const given = all.reduce(disturbed, SHEETS[n]!);
      const { edits } = planOf(given);
      expect(new Set(edits.map(({ ref }) => cellKey(ref.row, ref.col))).size).toBe(edits.length);
      expect(planOf(written(given, edits)).edits).toEqual([]);
    }),
    { numRuns: 400, seed: 20260501 },
  );
});
