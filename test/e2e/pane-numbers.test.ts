/** The numbers of the issue: requests are asserted, times are measured and written down. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { openWorkbook } from "../../src/host/xlsx/open";
import type { SheetGrid, WorkbookGrid } from "../../src/model/grid";
import { strings } from "../../src/taskpane/strings.zh-CN";
import { generateWorkbook } from "../bench/generate";
import { workbookFromGrid } from "../office-host/workbook-source";
import { paneFixture } from "./pane/fixture";
import { LongTasks } from "./pane/long-tasks";
import { corpusGrid, JIADING_1 } from "./pane/workbooks";

const { openPane } = paneFixture();
const OUTPUT = resolve(__dirname, "../../test-output");

/** The workbook's forms over and over, until there are so many. */
function repeated({ sheets }: WorkbookGrid, count: number): WorkbookGrid {
  return { sheets: Array.from({ length: count }, (_, n): SheetGrid => ({ ...(sheets[n % sheets.length] as SheetGrid), name: `表${n + 1}` })) };
}

describe("requests to Excel for 50 sheets", () => {
  test("a review that has nothing to write takes at most 6", async () => {
    const { window, pane } = await openPane(workbookFromGrid(repeated(corpusGrid("jiading-2024-published", [JIADING_1]), 50)));
    window.excel.log.clear();
    await pane.run();
    expect(await pane.tabCount(strings.tabs.projects)).toBe(50);
    expect(window.excel.log.batches.length).toBeLessThanOrEqual(6);
  });

  test("writing takes at most 4 more", async () => {
    const { window, pane } = await openPane(workbookFromGrid(repeated(corpusGrid("jiading-2024-draft"), 50)));
    window.excel.log.clear();
    await pane.run();
    const { batches } = window.excel.log;
    const firstWrite = batches.findIndex(({ calls }) => calls.some((call) => call.startsWith("ConditionalFormat") || call.startsWith("Range.values=")));
    const lastRead = batches.findIndex(({ calls }) => calls.some((call) => call.startsWith("RangeAreas.load")));
    expect(lastRead).toBeGreaterThan(0);
    expect(firstWrite).toBeGreaterThan(lastRead);
    expect(lastRead + 1).toBeLessThanOrEqual(6);
    expect(batches.length - (lastRead + 1)).toBeLessThanOrEqual(4);
    expect(batches.every(({ error }) => error === null)).toBe(true);
    expect(Number((await pane.page.getByText(/^已填写空白/).first().textContent())?.replace(/\D/g, ""))).toBeGreaterThan(900);
  });
});

describe("time, measured only", () => {
  test.each([
    ["published", false],
    ["draft", true],
  ])("200 forms, %s", async (name, blank) => {
    const { window, pane } = await openPane(workbookFromGrid(openWorkbook(generateWorkbook(200, blank)).grid()));
    await pane.page.waitForLoadState("networkidle");
    const tasks = await LongTasks.observe(pane.page);
    const { excel } = window;
    let inExcel = 0;
    const execute = excel.execute.bind(excel);
    excel.execute = async (message) => {
      const start = performance.now();
      const answer = await execute(message);
      inExcel += performance.now() - start;
      return answer;
    };
    const before = await tasks.busy();
    const result = await tasks.untilResult(strings.toolbar.run, strings.summary.label);
    await pane.settled();
    const finished = await tasks.sinceStart();
    const busy = (await tasks.busy()) - before;
    expect(await pane.tabCount(strings.tabs.projects)).toBe(200);
    const measured = { forms: 200, name, resultMs: Math.round(result), finishedMs: Math.round(finished), ofThatEmulatedExcelMs: Math.round(inExcel), pageProcessorMs: Math.round(busy), longTasksMs: await tasks.durations(), requests: excel.log.batches.length };
    mkdirSync(join(OUTPUT, "pane"), { recursive: true });
    writeFileSync(join(OUTPUT, "pane", `numbers-${name}.json`), `${JSON.stringify(measured, null, 2)}\n`);
    process.stdout.write(`${JSON.stringify(measured)}\n`);
  });
});
