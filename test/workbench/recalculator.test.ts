import { Recalculator } from "../../src/workbench/recalculator";
import type { CellValue } from "../../src/model/grid";
import { openEngine } from "./engine";

const number = (digits: string): CellValue => ({ kind: "number", digits });
const cells = JSON.stringify([[1, 1, number("1")], [1, 2, number("2")]]);
const affected = { formulas: [{ sheet: 0, row: 1, col: 2, formula: "A1*2", value: number("2") }], sheets: [0], kept: [] };
const changes = [{ sheet: 0, row: 1, col: 1, value: number("4") }];

test("each sheet is given to the engine once", async () => {
  const asked: number[] = [];
  const recalculator = new Recalculator({ sheets: ["表"], cells: async (sheet) => (asked.push(sheet), cells) }, openEngine);
  expect(await recalculator.calculate(changes, affected)).toEqual({ values: [{ sheet: 0, row: 1, col: 2, value: number("8") }], kept: [] });
  expect(await recalculator.calculate([{ ...changes[0]!, value: number("1") }], affected)).toEqual({ values: [{ sheet: 0, row: 1, col: 2, value: number("2") }], kept: [] });
  expect(asked).toEqual([0]);
});

test("an engine that does not answer in time is given up", async () => {
  let closed = false;
  const silent = { send: () => undefined, listen: () => undefined, close: () => void (closed = true) };
  const recalculator = new Recalculator({ sheets: ["表"], cells: async () => cells }, async () => silent, 20);
  await expect(recalculator.calculate(changes, affected)).rejects.toThrow("20 ms");
  expect(closed).toBe(true);
  await expect(recalculator.calculate(changes, affected)).rejects.toThrow("closed");
});
