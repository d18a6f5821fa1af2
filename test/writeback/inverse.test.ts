/** There and back again: on any grid, whatever was written by one write or by several, the undo restores values and formats. */
import fc from "fast-check";
import { type CellValue, type GridCell, sameValue, type WorkbookGrid } from "../../src/model/grid";
import type { CellEdit, WritePlan } from "../../src/model/write-plan";
import { inverseOf } from "../../src/writeback/inverse";
import { mergeInverses } from "../../src/writeback/merge";
import { MemoryHost } from "../support/memory-host";
import { cell, change, digits, EMPTY, gridOf, words } from "./helpers";

const value: fc.Arbitrary<CellValue> = fc.oneof(
  fc.constant(EMPTY),
  fc.integer({ min: -500, max: 500 }).map((n) => digits(String(n / 4))),
  fc.constantFrom("无", "=100.00(%)", "", "4.50", "两\n行").map(words),
  fc.boolean().map((on): CellValue => ({ kind: "boolean", value: on })),
);
const format = fc.constantFrom("General", "0.00", "0.00%", "@");
const place = fc.record({ row: fc.integer({ min: 1, max: 4 }), col: fc.integer({ min: 1, max: 4 }) });
const cells = fc.uniqueArray(fc.record({ place, value, format }), { selector: (c) => `${c.place.row},${c.place.col}`, maxLength: 12 }).map((list) => list.map((c): GridCell => cell(c.place.row, c.place.col, c.value, { format: c.format })));
const writes = fc.uniqueArray(fc.record({ place, value, format: fc.option(format) }), { selector: (w) => `${w.place.row},${w.place.col}`, maxLength: 8 });
type Writes = readonly { readonly place: { readonly row: number; readonly col: number }; readonly value: CellValue; readonly format: string | null }[];

/** A plan that fits the grid: every edit saw what is there. */
function planFor(grid: WorkbookGrid, list: Writes): WritePlan {
  const edits = list.map((write): CellEdit => {
    const found = grid.sheets[0]!.cells.find((c) => c.row === write.place.row && c.col === write.place.col);
    return change(write.place.row, write.place.col, found?.value ?? EMPTY, write.value, { format: write.format });
  });
  return { edits, marks: [] };
}

/** Values and formats of all cells that hold or show anything; "" and an empty cell are the same to Excel's reader. */
function content(grid: WorkbookGrid): Map<string, string> {
  const list = grid.sheets[0]!.cells.map((c): [string, string] => [`${c.row},${c.col}`, JSON.stringify([sameValue(c.value, EMPTY) ? EMPTY : c.value, c.format])]);
  return new Map(list.filter(([, text]) => text !== JSON.stringify([EMPTY, "General"])));
}

test("the inverse of a write restores the grid", async () => {
  await fc.assert(
    fc.asyncProperty(cells, writes, async (start, list) => {
      const grid = gridOf(start);
      const host = new MemoryHost(grid);
      const plan = planFor(grid, list);
      const result = await host.apply(plan);
      expect(result.conflicts).toEqual([]);
      const back = await host.apply(inverseOf(plan.edits, grid, []));
      expect(back.conflicts).toEqual([]);
      expect(content(host.grid())).toEqual(content(grid));
    }),
  );
});

test("it says the same as the host's own inverse", async () => {
  await fc.assert(
    fc.asyncProperty(cells, writes, async (start, list) => {
      const grid = gridOf(start);
      const plan = planFor(grid, list);
      const { inverse } = await new MemoryHost(grid).apply(plan);
      expect(inverseOf(plan.edits, grid, []).edits.map(({ ref, before, after, format }) => ({ ref, before, after, format }))).toEqual(inverse.edits.map(({ ref, before, after, format }) => ({ ref, before, after, format })));
    }),
  );
});

test("one merged inverse undoes several writes, cells written twice included", async () => {
  await fc.assert(
    fc.asyncProperty(cells, writes, writes, writes, async (start, ...lists) => {
      const grid = gridOf(start);
      const host = new MemoryHost(grid);
      let merged: WritePlan | null = null;
      for (const list of lists) {
        const { inverse }: { inverse: WritePlan } = await host.apply(planFor(host.grid(), list));
        merged = merged ? mergeInverses(merged, inverse) : inverse;
      }
      const back = await host.apply(merged!);
      expect(back.conflicts).toEqual([]);
      expect(content(host.grid())).toEqual(content(grid));
    }),
  );
});

test("marks of a merged inverse are those from before the first write", () => {
  const mark = { ref: { sheet: "a", row: 1, col: 1 }, rule: "a/b", severity: "info" as const, conditions: [] };
  expect(mergeInverses({ edits: [], marks: [] }, { edits: [], marks: [mark] }).marks).toEqual([]);
});
