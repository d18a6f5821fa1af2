/** Where a form stands must not matter, and nothing that a sheet may hold makes the reader throw. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { openWorkbook } from "../../src/host/xlsx/open";
import { recognise } from "../../src/layout/recognise";
import type { Area, CellRef } from "../../src/model/address";
import type { Form } from "../../src/model/form";
import type { CellValue, GridCell, SheetGrid } from "../../src/model/grid";

const WORKBOOKS = join(__dirname, "..", "corpus", "workbooks");
const single = (file: string): SheetGrid => {
  const grid = openWorkbook(readFileSync(join(WORKBOOKS, file))).grid();
  return grid.sheets[0]!;
};
const SHEETS = [single("jiading-2024-published.xlsx"), single("shanghai-2020.xlsx"), single("putuo-2024.xlsx"), single("minhang-2023-published.xlsx")];

type Move = (at: { row: number; col: number }) => { row: number; col: number };

function moved(sheet: SheetGrid, move: Move): SheetGrid {
  const cells = sheet.cells.map((cell): GridCell => ({ ...cell, ...move(cell) }));
  const merges = (sheet.merges ?? []).map((area): Area => {
    const from = move({ row: area.top, col: area.left });
    const to = move({ row: area.bottom, col: area.right });
    return { top: from.row, left: from.col, bottom: to.row, right: to.col };
  });
  return { ...sheet, cells, merges };
}

/** A form as data, with every address passed through `move`. */
function located(form: Form, move: Move): unknown {
  const walk = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(walk);
    if (node === null || typeof node !== "object") return node;
    if ("sheet" in node && "row" in node && "col" in node) return { ...(node as CellRef), ...move(node as CellRef) };
    if (node.constructor !== Object) return String(node);
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, key === "mergedRows" ? null : walk(value)]));
  };
  const { area, ...rest } = form;
  const from = move({ row: area.top, col: area.left });
  const to = move({ row: area.bottom, col: area.right });
  return { from, to, rest: walk(rest) };
}

const still: Move = (at) => at;

test("L1 shifted forms are the same forms", () => {
  fc.assert(
    fc.property(fc.constantFrom(...SHEETS), fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 60 }), (sheet, rows, cols) => {
      const move: Move = ({ row, col }) => ({ row: row + rows, col: col + cols });
      const before = recognise({ sheets: [sheet] }).forms;
      const after = recognise({ sheets: [moved(sheet, move)] }).forms;
      expect(after.map((form) => located(form, still))).toEqual(before.map((form) => located(form, move)));
    }),
    { numRuns: 20 },
  );
});

test("L2 blank rows between title, head and funds change nothing but addresses", () => {
  const sheet = SHEETS[0]!;
  const [form] = recognise({ sheets: [sheet] }).forms;
  fc.assert(
    fc.property(fc.constantFrom(2, 3, 4), fc.integer({ min: 0, max: 2 }), (after, count) => {
      const move: Move = ({ row, col }) => ({ row: row > after ? row + count : row, col });
      const found = recognise({ sheets: [moved(sheet, move)] }).forms;
      expect(found.map((one) => located(one, still))).toEqual([located(form!, move)]);
    }),
  );
});

test("L1 cells that hold nothing but a format change nothing", () => {
  fc.assert(
    fc.property(fc.constantFrom(...SHEETS), fc.array(fc.tuple(fc.integer({ min: 1, max: 80 }), fc.integer({ min: 30, max: 60 })), { maxLength: 30 }), (sheet, places) => {
      const extra = places.map(([row, col]): GridCell => ({ row, col, value: { kind: "empty" }, formula: null, format: "0.00" }));
      const seen = new Set(sheet.cells.map((cell) => `${cell.row},${cell.col}`));
      const cells = [...sheet.cells, ...extra.filter((cell) => !seen.has(`${cell.row},${cell.col}`) && seen.add(`${cell.row},${cell.col}`))];
      cells.sort((a, b) => a.row - b.row || a.col - b.col);
      expect(recognise({ sheets: [{ ...sheet, cells }] })).toEqual(recognise({ sheets: [sheet] }));
    }),
    { numRuns: 20 },
  );
});

const WORDS = ["项目支出绩效自评表", "项目名称", "项目名称：甲", "一级指标", "二级指标", "三级指标", "年度指标值", "指标性质", "度量单位", "实际完成值", "分值", "得分", "年初预算数", "全年预算数(A)", "执行率(B/A)", "年度资金总额", "其中：财政拨款", "预算执行情况(10分)", "总分", "合计", "评分等级", "□优□良", "偏差原因", "预期目标", "实际完成情况", "：", "其中：", "（", "(10分)", "=1+1", "", "……", "指标3：", "单位：万元", "—", "100%", "a:b c:d", "注："];

const value = fc.oneof(
  fc.constantFrom(...WORDS).map((text): CellValue => ({ kind: "text", text })),
  fc.string({ maxLength: 120 }).map((text): CellValue => ({ kind: "text", text })),
  fc.constantFrom("0", "-1", "1e-7", "12345678901234567890", "0.97849999999999993", "45292").map((digits): CellValue => ({ kind: "number", digits })),
  fc.constantFrom<CellValue>({ kind: "empty" }, { kind: "boolean", value: true }, { kind: "error", code: "#DIV/0!" }),
);

const place = { row: fc.integer({ min: 1, max: 14 }), col: fc.integer({ min: 1, max: 10 }) };
const garbage = fc
  .record({
    cells: fc.array(fc.record({ ...place, value, formula: fc.constantFrom(null, null, null, "SUM(A1:A9)"), format: fc.constantFrom("General", "0.00", "0%", "yyyy-mm-dd", "@", ";;;") }), { maxLength: 90 }),
    merges: fc.option(fc.array(fc.record({ top: place.row, left: place.col, height: fc.integer({ min: 0, max: 4 }), width: fc.integer({ min: 0, max: 6 }) }), { maxLength: 12 })),
  })
  .map(({ cells, merges }): SheetGrid => {
    const byPlace = new Map(cells.map((cell) => [cell.row * 100 + cell.col, cell]));
    return {
      name: "Sheet1",
      visibility: "visible",
      protected: false,
      cells: [...byPlace.entries()].sort(([a], [b]) => a - b).map(([, cell]) => cell),
      merges: merges && merges.map(({ top, left, height, width }) => ({ top, left, bottom: top + height, right: left + width })),
    };
  });

test("L24 no sheet makes the reader throw, and every address lies on it", () => {
  fc.assert(
    fc.property(garbage, (sheet) => {
      const found = recognise({ sheets: [sheet] });
      expect(found.forms.length === 0).toBe(found.withoutForm.length === 1);
      for (const form of found.forms) {
        expect(form.area.top).toBeGreaterThan(0);
        expect(form.area.left).toBeGreaterThan(0);
        expect(form.indicators.length).toBeGreaterThan(0);
      }
    }),
    { numRuns: 1500 },
  );
});

test("L24 a form with one cell replaced by anything is still read without throwing", () => {
  const sheet = SHEETS[0]!;
  fc.assert(
    fc.property(fc.nat(sheet.cells.length - 1), value, (at, other) => {
      recognise({ sheets: [{ ...sheet, cells: sheet.cells.map((cell, i) => (i === at ? { ...cell, value: other } : cell)) }] });
    }),
    { numRuns: 300 },
  );
});
