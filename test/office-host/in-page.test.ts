/** @jest-environment jsdom */
import { ExcelHost } from "./excel-host";
import { loadInJsdom } from "./load-in-jsdom";
import { workbookOf } from "./workbook-source";

test("the client lives in the window of jest's jsdom, as globals of the page", async () => {
  const host = new ExcelHost(workbookOf({ sheets: [{ name: "表1", cells: { A1: "在" } }] }));
  const session = await loadInJsdom(host, window);
  const value = await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("表1").getRange("A1");
    range.load("values");
    await context.sync();
    return range.values;
  });
  expect(value).toEqual([["在"]]);
  expect(Office.context.requirements.isSetSupported("ExcelApi", "1.21")).toBe(true);
  session.close();
});
