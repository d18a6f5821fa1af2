import type { SheetModel } from "../../src/workbench/sheet/sheet-model";
import { Axis } from "../../src/workbench/sheet/axis";
import { Merges } from "../../src/workbench/sheet/merges";
import { keyAction } from "../../src/workbench/sheet/keys";
import { advance, extend, move, rangeOf, select, type Board } from "../../src/workbench/sheet/selection";
import { drawnPart, redrawn, type View } from "../../src/workbench/sheet/scrolling";
import { drawnWhole, segments } from "../../src/workbench/sheet/window";

const axis = (count: number, hidden: readonly number[] = []): Axis => new Axis({ standard: 20, runs: hidden.map((n) => ({ first: n, last: n, size: 0, fixed: true })) }, count);
const board = (merges: readonly [number, number, number, number][] = [], hiddenRows: readonly number[] = []): Board => ({
  rows: axis(20, hiddenRows),
  cols: axis(8),
  merges: new Merges(merges.map(([top, left, bottom, right]) => ({ top, left, bottom, right }))),
});
const at = (row: number, col: number) => ({ at: { row, col }, to: { row, col } });

test("a merged area is entered at its corner and left in one step", () => {
  const b = board([[3, 1, 5, 2]]);
  expect(move(b, at(2, 2), "down")).toEqual(at(3, 1));
  expect(move(b, at(3, 1), "down")).toEqual(at(6, 1));
  expect(move(b, at(3, 1), "right")).toEqual(at(3, 3));
  expect(move(b, at(4, 3), "left")).toEqual(at(3, 1));
  expect(select(b, { row: 5, col: 2 })).toEqual(at(3, 1));
});
test("tens of thousands of merged areas, and one over a whole column, are found at once", () => {
  const many = new Merges([...Array.from({ length: 60_000 }, (_, n) => ({ top: n * 3 + 1, left: 1, bottom: n * 3 + 2, right: 2 })), { top: 1, left: 4, bottom: 1_000_000, right: 4 }]);
  const start = performance.now();
  for (let row = 1; row <= 1_000; row++) {
    expect(many.at(row, 2)?.top ?? null).toBe(row % 3 === 0 ? null : row - (row % 3) + 1);
    expect(many.at(row, 4)?.bottom).toBe(1_000_000);
    expect(many.at(row, 3)).toBeNull();
  }
  // A search through all of them takes seconds.
  expect(performance.now() - start).toBeLessThan(1_500);
});
test("hidden rows are passed over, and nothing leaves the sheet", () => {
  const b = board([], [3, 4]);
  expect(move(b, at(2, 1), "down")).toEqual(at(5, 1));
  expect(move(b, at(1, 1), "up")).toEqual(at(1, 1));
  expect(move(b, at(20, 8), "right")).toEqual(at(20, 8));
});
test("Tab goes on in the next row", () => {
  expect(advance(board(), at(2, 8), "right")).toEqual(at(3, 1));
  expect(advance(board(), at(2, 1), "left")).toEqual(at(1, 8));
  expect(advance(board(), at(20, 8), "right")).toEqual(at(20, 8));
});
test("a range grows until it cuts no merged area", () => {
  const b = board([[3, 1, 5, 2], [5, 2, 5, 4]]);
  const two = board([[3, 1, 5, 2], [5, 3, 6, 4]]);
  expect(rangeOf(b, extend(b, at(2, 1), "down"))).toEqual({ top: 2, left: 1, bottom: 5, right: 4 });
  expect(rangeOf(two, { at: { row: 4, col: 3 }, to: { row: 4, col: 2 } })).toEqual({ top: 3, left: 1, bottom: 6, right: 4 });
});
test("keys: arrows, jumps, pages, clearing, undo; typing is not taken", () => {
  const context = { board: board(), selection: at(5, 3), end: { row: 18, col: 7 }, page: 6 };
  const key = (name: string, more = {}) => keyAction({ key: name, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...more }, context);
  expect(key("ArrowDown")).toEqual({ kind: "select", selection: at(6, 3) });
  expect(key("ArrowDown", { ctrlKey: true })).toEqual({ kind: "select", selection: at(18, 3) });
  expect(key("Home", { ctrlKey: true })).toEqual({ kind: "select", selection: at(1, 1) });
  expect(key("PageDown")).toEqual({ kind: "select", selection: at(11, 3) });
  expect(key("ArrowRight", { shiftKey: true })).toEqual({ kind: "select", selection: { at: { row: 5, col: 3 }, to: { row: 5, col: 4 } } });
  expect(key("Delete")).toEqual({ kind: "clear" });
  expect(key("z", { ctrlKey: true })).toEqual({ kind: "undo" });
  expect(key("y", { ctrlKey: true })).toEqual({ kind: "redo" });
  expect(key("a")).toBeNull();
  expect(key("F6")).toBeNull();
});

test("places on an axis follow the runs", () => {
  const a = new Axis({ standard: 20, runs: [{ first: 3, last: 4, size: 50, fixed: true }, { first: 6, last: 6, size: 0, fixed: true }] }, 1_000_000);
  expect([1, 3, 4, 5, 6, 7, 8].map((n) => a.start(n))).toEqual([0, 40, 90, 140, 160, 160, 180]);
  expect([a.at(0), a.at(45), a.at(95), a.at(1e12)]).toEqual([1, 3, 4, 1_000_000]);
  expect(a.length).toBe(40 + 100 + 20 + 0 + (1_000_000 - 6) * 20);
});
test("small sheets are drawn whole, of large ones what is on view", () => {
  expect(drawnWhole(45, 12)).toBe(true);
  expect(drawnWhole(2_500, 10)).toBe(false);
  const rows = axis(1_000_000);
  expect(segments(rows, 0, null)).toEqual([{ first: 1, last: 1_000_000 }]);
  const drawn = segments(rows, 3, { from: 200_000, size: 800 });
  expect(drawn[0]).toEqual({ first: 1, last: 3 });
  const { first, last } = drawn[1]!;
  expect(first).toBeLessThanOrEqual(10_001);
  expect(last).toBeGreaterThanOrEqual(10_041);
  expect(last - first).toBeLessThan(90);
});
test("after a jump only what is on view is drawn, then more around it", () => {
  const model = { rows: axis(20_000), cols: axis(12), display: { frozenRows: 3, frozenCols: 1 } } as unknown as SheetModel;
  const view = (top: number): View => ({ top, left: 0, width: 900, height: 800 });
  const rowsOf = (segments: readonly { first: number; last: number }[]): number => segments.reduce((sum, { first, last }) => sum + last - first + 1, 0);
  const first = drawnPart(model, view(0), null);
  expect(first.scant).toBe(false);
  // The wheel: still within sight of what is drawn.
  const wheel = drawnPart(model, view(300), first);
  expect(wheel.scant).toBe(false);
  const jump = drawnPart(model, view(200_000), wheel);
  expect(jump.scant).toBe(true);
  expect(jump.rows[0]).toEqual({ first: 1, last: 3 });
  expect(jump.rows[1]!.first).toBeLessThanOrEqual(10_004);
  expect(jump.rows[1]!.last).toBeGreaterThanOrEqual(10_041);
  expect(rowsOf(jump.rows)).toBeLessThan(50);
  // Told again of the same view, nothing is drawn; the next turn of the wheel draws with room to spare.
  expect(redrawn(jump, drawnPart(model, view(200_000), jump))).toBe(jump);
  expect(drawnPart(model, view(200_100), jump).scant).toBe(false);
  const ample = drawnPart(model, view(200_000), null);
  expect(ample.scant).toBe(false);
  expect(rowsOf(ample.rows)).toBeGreaterThan(rowsOf(jump.rows) + 10);
});
test("of a merged area larger than the window, the window's part is drawn; hidden rows count for nothing", () => {
  const rows = axis(5_000, [12]);
  const cols = axis(8);
  const merges = new Merges([{ top: 1, left: 1, bottom: 5_000, right: 2 }]);
  const { pieceAt, covered } = merges.pieces([{ first: 11, last: 20 }], [{ first: 1, last: 8 }], { rows, cols });
  expect([...pieceAt.values()]).toEqual([{ top: 11, left: 1, bottom: 20, right: 2, rowSpan: 9, colSpan: 2, merge: { top: 1, left: 1, bottom: 5_000, right: 2 } }]);
  expect(covered.size).toBe(20);
});
