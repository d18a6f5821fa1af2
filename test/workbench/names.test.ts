import { copyName } from "../../src/workbench/file-name";
import { fitting, nextZoom } from "../../src/workbench/zoom";

test.each([
  ["自评表.xlsx", "自评表-已复核.xlsx"],
  ["自评表-已复核.xlsx", "自评表-已复核-2.xlsx"],
  ["自评表-已复核-9.xlsx", "自评表-已复核-10.xlsx"],
  ["宏.xlsm", "宏-已复核.xlsm"],
])("a copy of %s is called %s", (name, copy) => expect(copyName(name)).toBe(copy));

test("zoom goes in steps from 50 to 200 %", () => {
  expect([nextZoom(93, 1), nextZoom(93, -1), nextZoom(200, 1), nextZoom(50, -1)]).toEqual([100, 90, 200, 50]);
  expect([fitting(950, 900), fitting(500, 900), fitting(5_000, 900), fitting(0, 0)]).toEqual([94, 100, 65, 100]);
});
