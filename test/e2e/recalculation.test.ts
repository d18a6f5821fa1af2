/** Formulas follow edits, in the browser and in the production build. */
import { readFileSync } from "node:fs";
import { openWorkbook } from "../../src/host/xlsx/open";
import { strings as pane } from "../../src/taskpane/strings.zh-CN";
import { strings } from "../../src/workbench/strings.zh-CN";
import { changedContents, partText } from "../host-xlsx/support";
import { workbookPath } from "../support/corpus";
import { withFormulas } from "../support/with-formulas";
import { longestTask } from "./workbench/in-page";
import { pagesOfThisFile } from "./workbench/pages";
import { serveSite } from "./workbench/site";
import { type WorkbenchPage, XLSX } from "./workbench/workbench-page";

const FIRST = "1.其他专项工作经费";
const SECOND = "2.人才支持类";
const SHEET = "xl/worksheets/sheet1.xml";

const published = new Uint8Array(readFileSync(workbookPath("jiading-2024-published")));
/** Rate, its score, total and grade of the first form as formulas; the second sheet looks at the total. */
const form = withFormulas(published, {
  1: {
    formulas: {
      G6: { formula: "ROUND(E6/D6*100,2)", result: "97.849999999999994" },
      H6: { formula: "ROUND(E6/D6*F6,2)", result: "9.7899999999999991" },
      G40: { formula: "SUM(G13:G39)+H6", result: "99.290000000000006" },
      F41: { formula: 'IF(G40&gt;=90,"优",IF(G40&gt;=80,"良",IF(G40&gt;=60,"中","差")))', result: "优", kind: "text" },
    },
  },
  2: { formulas: { K6: { formula: `ROUND('${FIRST}'!G40,1)`, result: "99.3" } } },
});

const openAny = pagesOfThisFile();

async function openPage(bytes: Uint8Array, name: string, address?: string): Promise<WorkbenchPage> {
  const bench = await openAny(address);
  await bench.openFile({ name, mimeType: XLSX, buffer: Buffer.from(bytes) });
  return bench;
}

const scripts = (bench: WorkbenchPage): string[] => bench.requests.map((address) => address.slice(address.lastIndexOf("/") + 1)).filter((name) => name.endsWith(".js"));

test("a score typed into a page on disk changes rate, total and grade, on other sheets too; undo brings the file's bytes back", async () => {
  const bench = await openPage(form, "公式.xlsx");
  expect(scripts(bench)).toEqual(["workbench.js"]);
  await bench.shows("G40", "99.29");
  await bench.type("G33", "3.00");
  await bench.shows("G40", "99.79");
  // Only now: most workbooks never need it.
  expect(scripts(bench)).toEqual(["workbench.js", "recalculation.js"]);
  await bench.type("E6", "60.00");
  await bench.shows("G6", "54.88");
  await bench.shows("H6", "5.49");
  await bench.type("G13", "2.00");
  await bench.shows("G40", "85.49");
  await bench.shows("F41", "良");
  expect((await bench.texts(SECOND)).get("K6")).toBe("85.5");

  const saved = await bench.save();
  // Its maker had asked for recalculation already.
  expect(changedContents(form, saved.bytes)).toEqual([SHEET, "xl/worksheets/sheet2.xml"]);
  const cells = (name: string, ...addresses: string[]): unknown[] => {
    const sheet = openWorkbook(saved.bytes).grid().sheets.find((other) => other.name === name);
    return addresses.map((address) => sheet?.cells.find(({ row, col }) => address === `${String.fromCharCode(64 + col)}${row}`)).map((cell) => cell && [cell.formula, cell.value]);
  };
  expect(cells(FIRST, "G40", "F41")).toEqual([
    ["SUM(G13:G39)+H6", { kind: "number", digits: "85.49" }],
    ['IF(G40>=90,"优",IF(G40>=80,"良",IF(G40>=60,"中","差")))', { kind: "text", text: "良" }],
  ]);
  expect(partText(saved.bytes, "xl/workbook.xml")).toContain('fullCalcOnLoad="1"');

  await bench.sheetTab(FIRST).click();
  await bench.cell("A1").click();
  for (let i = 0; i < 3; i++) await bench.page.keyboard.press("Control+z");
  await bench.shows("G40", "99.29");
  await bench.shows("F41", "优");
  const undone = await bench.save();
  expect(changedContents(form, undone.bytes)).toEqual([]);
});

test("the re-check that follows an edit sees the new total", async () => {
  const bench = await openPage(form, "公式.xlsx");
  await bench.run();
  expect((await bench.projects())[0]?.total).toBe("99.29");
  await bench.type("G33", "3.00");
  await bench.shows("G40", "99.79");
  await bench.resultTab(pane.tabs.projects).click();
  await bench.page.waitForFunction((title) => document.querySelector(`[data-region="pane"] [title="${title}"]`)?.textContent === "99.79", pane.projects.total);
  // The same edit with a total that stays behind is a finding: "a form that was edited is checked again by itself".
  await bench.resultTab(pane.tabs.findings).click();
  expect(await bench.page.getByText("各项得分合计 99.79").count()).toBe(0);
});

test("what the pane writes is followed by formulas", async () => {
  const draft = withFormulas(new Uint8Array(readFileSync(workbookPath("jiading-2024-draft"))), { 1: { formulas: { J6: { formula: "H6*2", result: "" }, J13: { formula: "SUM(G13:G39)", result: "" } } } });
  const bench = await openPage(draft, "草稿公式.xlsx");
  await bench.run();
  await bench.shows("H6", "9.79");
  await bench.shows("J6", "19.58");
});

test("a formula that the engine cannot do keeps its result and is named, once", async () => {
  const odd = withFormulas(form, { 1: { formulas: { K13: { formula: "FOO(G33)", result: "7" }, K14: { formula: "TODAY()-G33", result: "45000" }, K15: { formula: "K13+G33", result: "9.5" }, K16: { formula: "[1]外!A1+G33", result: "1" }, K17: { formula: "SUM(合计)", result: "2" } } } });
  const bench = await openPage(odd, "算不了.xlsx");
  await bench.type("G33", "3.00");
  await bench.shows("G40", "99.79");
  await bench.shows("K15", "10");
  const message = bench.page.getByText("有公式在工作台里算不了");
  await message.waitFor();
  expect(await message.textContent()).toMatch(new RegExp(`'${FIRST}'!K1\\d、'${FIRST}'!K1\\d、'${FIRST}'!K1\\d 等 4 个。用 Excel 或 WPS 打开另存的文件时会自动重算。`));
  expect([await bench.cell("K13").textContent(), await bench.cell("K14").textContent(), await bench.cell("K16").textContent()]).toEqual(["7", "45000", "1"]);
  await bench.page.getByRole("button", { name: strings.dismiss }).click();
  await bench.type("G33", "2.75");
  await bench.shows("G40", "99.54");
  expect(await message.count()).toBe(0);
  const saved = await bench.save();
  expect(partText(saved.bytes, SHEET)).toContain("<f>FOO(G33)</f><v>7</v>");
});

test("works the same from a web server, which is asked for the engine once", async () => {
  const site = await serveSite();
  try {
    const bench = await openPage(form, "公式.xlsx", site.address);
    await bench.type("G33", "3.00");
    await bench.shows("G40", "99.79");
    await bench.type("G33", "2.00");
    await bench.shows("G40", "98.79");
    expect(bench.requests).toEqual([site.address, `${site.address}workbench.js`, `${site.address}recalculation.js`]);
    expect(site.missing).toEqual([]);
  } finally {
    await site.close();
  }
});

test("where workers are refused, the page calculates by itself", async () => {
  const bench = await openPage(published, "无公式.xlsx");
  await bench.page.addInitScript(() => {
    window.Worker = class {
      constructor() {
        throw new DOMException("refused", "SecurityError");
      }
    } as unknown as typeof Worker;
  });
  await bench.page.reload();
  await bench.cell("A1").waitFor();
  await bench.openFile({ name: "公式.xlsx", mimeType: XLSX, buffer: Buffer.from(form) });
  await bench.type("G33", "3.00");
  await bench.shows("G40", "99.79");
  expect(scripts(bench)).toContain("recalculation-in-page.js");
});

test("formulas are calculated in a worker of their own, and the page stays quick", async () => {
  const bench = await openPage(form, "公式.xlsx");
  expect(bench.page.workers()).toHaveLength(1);
  const longest = await longestTask(bench.page, async () => {
    await bench.type("G33", "3.00");
    await bench.shows("G40", "99.79");
    await bench.type("G33", "2.00");
    await bench.shows("G40", "98.79");
  });
  process.stdout.write(`recalculation: longest task on the page ${longest.toFixed(0)} ms\n`);
  expect(bench.page.workers()).toHaveLength(2);
  // About a tenth of a second; test machines may be four times as slow. The engine would take a second here.
  expect(longest).toBeLessThan(800);
  // Another workbook: both are gone.
  const gone = Promise.all(bench.page.workers().map((worker) => worker.waitForEvent("close")));
  await bench.choose(workbookPath("shanghai-2020"));
  await bench.page.getByRole("button", { name: strings.discard.go, exact: true }).click();
  await bench.opened("shanghai-2020.xlsx");
  await gone;
});

test("an engine that is not there is told in Chinese; the edit stands", async () => {
  const site = await serveSite();
  try {
    const bench = await openPage(form, "公式.xlsx", site.address);
    await bench.page.route("**/recalculation.js", (route) => route.abort());
    await bench.type("G33", "3.00");
    await bench.page.getByText(strings.edit.notRecalculated).waitFor();
    await bench.shows("G33", "3.00");
    await bench.shows("G40", "99.29");
    // The browser says so on its own account.
    expect(bench.noise.splice(0)).toEqual([expect.stringContaining("ERR_FAILED")]);
  } finally {
    await site.close();
  }
});

test("a formula is not overwritten by typing, pasting or deleting", async () => {
  const bench = await openPage(form, "公式.xlsx");
  const refused = bench.page.getByText(strings.edit.formulaCell);
  await bench.cell("G40").click();
  await bench.page.keyboard.type("5");
  await refused.waitFor();
  await bench.page.keyboard.press("Enter");
  await bench.shows("G40", "99.29");
  await bench.page.getByRole("button", { name: strings.dismiss }).click();
  await bench.cell("G40").click();
  await bench.page.keyboard.press("Delete");
  await refused.waitFor();
  await bench.shows("G40", "99.29");
  // A range that holds one: the others are emptied.
  await bench.cell("G39").click();
  await bench.cell("G40").click({ modifiers: ["Shift"] });
  await bench.page.keyboard.press("Delete");
  await bench.page.getByText(strings.edit.skipped(1)).waitFor();
  await bench.shows("G39", "");
  await bench.shows("G40", "96.29");
});

test("a locked cell of a protected sheet is not changed", async () => {
  const bench = await openPage(withFormulas(form, { 1: { protect: true } }), "保护.xlsx");
  await bench.cell("H33").click();
  await bench.page.keyboard.type("说明");
  await bench.page.getByText(strings.edit.protectedSheet).waitFor();
  await bench.page.keyboard.press("Enter");
  await bench.shows("H33", "进一步完善各项管理制度");
  expect(await bench.unsaved.count()).toBe(0);
  // The protection is of one sheet.
  await bench.sheetTab(SECOND).click();
  await bench.page.getByRole("grid", { name: strings.sheet.grid(SECOND) }).waitFor();
  await bench.type("H13", "改过");
  await bench.unsaved.waitFor();
});

test("the browser asks before unsaved work is closed, and only then", async () => {
  const asked: string[] = [];
  const bench = await openPage(form, "公式.xlsx");
  bench.page.on("dialog", (dialog) => {
    asked.push(dialog.type());
    void dialog.dismiss();
  });
  await bench.type("G33", "3.00");
  await bench.shows("G40", "99.79");
  await bench.page.close({ runBeforeUnload: true });
  await bench.shows("G33", "3.00");
  expect(asked).toEqual(["beforeunload"]);
  await bench.save();
  await bench.unsaved.waitFor({ state: "detached" });
  const closed = bench.page.waitForEvent("close");
  await bench.page.close({ runBeforeUnload: true });
  await closed;
  expect(asked).toEqual(["beforeunload"]);
});
