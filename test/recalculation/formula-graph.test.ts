import { a1, parseA1 } from "../../src/model/address";
import { type CellValue, EMPTY, type GridCell, type SheetGrid } from "../../src/model/grid";
import { FormulaGraph } from "../../src/workbench/recalculation/formula-graph";

const ZERO: CellValue = { kind: "number", digits: "0" };

/** Cells by address; a text is a formula. */
function sheet(name: string, formulas: Readonly<Record<string, string>>, value: CellValue = ZERO): SheetGrid {
  const cells = Object.entries(formulas).map(([address, formula]): GridCell => ({ ...parseA1(address)!, value, formula, format: "General" }));
  return { name, visibility: "visible", protected: false, cells: cells.sort((a, b) => a.row - b.row || a.col - b.col), merges: [] };
}

function affected(grids: readonly SheetGrid[], ...addresses: string[]): { readonly order: string[]; readonly kept: string[]; readonly sheets: readonly number[] } {
  const spot = (text: string): { sheet: number; row: number; col: number } => {
    const [name, address] = text.includes("!") ? text.split("!") : [grids[0]!.name, text];
    return { sheet: grids.findIndex((grid) => grid.name === name), ...parseA1(address!)! };
  };
  const place = (at: { readonly sheet: number; readonly row: number; readonly col: number }): string => `${at.sheet === 0 ? "" : `${grids[at.sheet]!.name}!`}${a1(at)}`;
  const found = new FormulaGraph(grids).affectedBy(addresses.map(spot));
  return { order: found.formulas.map(place), kept: found.kept.map(place).sort(), sheets: [...found.sheets].sort() };
}

test("what reads an edited cell, directly or not, each behind what it reads", () => {
  const form = sheet("表", { F1: "D1*E1", F2: "D2*E2", F9: "SUM(F1:F8)", G9: 'IF(F9>90,"优","良")', A1: "G9&F9" });
  expect(affected([form], "E2")).toEqual({ order: ["F2", "F9", "G9", "A1"], kept: [], sheets: [0] });
  expect(affected([form], "C5")).toEqual({ order: [], kept: [], sheets: [] });
});

test("across sheets, by quoted and plain names, whatever their case", () => {
  const grids = [sheet("一", { B1: "A1*2" }), sheet("总 表", { A1: "一!B1+'二'!A1", A2: "SUM(A:A B:B)" }), sheet("二", { A1: "data!A1" }), sheet("Data", {})];
  expect(affected(grids, "A1")).toEqual({ order: ["B1", "总 表!A1"], kept: ["总 表!A2"], sheets: [0, 1, 2] });
  expect(affected(grids, "Data!A1").order).toEqual(["二!A1", "总 表!A1"]);
});

test("only the sheets that matter are asked for", () => {
  const forms = Array.from({ length: 200 }, (_, n) => sheet(`表${n}`, { F1: "SUM(A1:E1)" }));
  const summary = sheet("汇总", Object.fromEntries([...forms.map(({ name }, n) => [`A${n + 1}`, `${name}!F1`]), ["B1", "SUM(A1:A200)"]]));
  expect(affected([...forms, summary], "表7!C1")).toEqual({ order: ["表7!F1", "汇总!A8", "汇总!B1"], kept: [], sheets: [200, 7] });
});

test("circles are kept, what is beside them is not", () => {
  const form = sheet("表", { B1: "A1+C1", C1: "B1+1", D1: "A1*2", E1: "E1+A1", F1: "C1+D1", X1: "A1+Z1", Y1: "X1", Z1: "Y1+X1" });
  expect(affected([form], "A1")).toEqual({ order: ["D1", "F1"], kept: ["B1", "C1", "E1", "X1", "Y1", "Z1"], sheets: [0] });
});

test("a formula that keeps its value passes nothing on", () => {
  const form = sheet("表", { B1: "TODAY()-A1", C1: "B1*2", D1: "[1]外!A1", E1: "D1+A2" });
  expect(affected([form], "A1")).toEqual({ order: [], kept: ["B1"], sheets: [] });
  // Nothing that it reads was edited.
  expect(affected([form], "A2")).toEqual({ order: ["E1"], kept: [], sheets: [0] });
});

test("formulas that read who knows what may be touched by any edit", () => {
  const form = sheet("表", { B1: "SUM(合计)", C1: 'INDIRECT("A1")', D1: "A1+1" });
  expect(affected([form], "Q7")).toEqual({ order: [], kept: ["B1", "C1"], sheets: [] });
});

test("what has no result yet is calculated with what reads it, once", () => {
  const form = sheet("表", { B1: "A1+B2", B2: "B3*2", B3: "A3" }, EMPTY);
  expect(affected([form], "A1").order).toEqual(["B3", "B2", "B1"]);
  const graph = new FormulaGraph([form]);
  const edit = (row: number): string[] => graph.affectedBy([{ sheet: 0, row, col: 1 }]).formulas.map(a1);
  expect([edit(1), edit(1), edit(3)]).toEqual([["B3", "B2", "B1"], ["B1"], ["B3", "B2", "B1"]]);
});

test("chains of ten thousand formulas, and ranges over all of them", () => {
  const chain = Object.fromEntries(Array.from({ length: 10_000 }, (_, n) => [`B${n + 2}`, `B${n + 1}+A${n + 2}`]));
  const start = performance.now();
  const { order } = affected([sheet("表", { ...chain, C1: "SUM(B:B)", DA1: "SUM(A1:CZ10001)" })], "B1");
  expect(order).toHaveLength(10_002);
  expect(order.slice(0, 2)).toEqual(["B2", "B3"]);
  expect(performance.now() - start).toBeLessThan(5_000);
});
