/** The production build in a browser, as people use it: `npm run e2e`. */
import { copyFileSync, mkdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { openWorkbook } from "../../src/host/xlsx/open";
import { a1 } from "../../src/model/address";
import { strings as pane } from "../../src/taskpane/strings.zh-CN";
import { strings } from "../../src/workbench/strings.zh-CN";
import { ofKind } from "../../src/writeback/select";
import { generateWorkbook } from "../bench/generate";
import { changedContents, changedParts } from "../host-xlsx/support";
import { type CorpusWorkbook, openCorpus, published, reviewWorkbook, workbookPath } from "../support/corpus";
import { projectsOf, saidOf } from "./workbench/expected";
import { axeViolations, dropFile, sheetSwitches } from "./workbench/in-page";
import { formatsOn, holding, unplanned } from "./workbench/packages";
import { pagesOfThisFile } from "./workbench/pages";
import { serveSite } from "./workbench/site";
import { type WorkbenchPage, XLSX } from "./workbench/workbench-page";

const CORPUS: readonly CorpusWorkbook[] = ["jiading-2024-draft", "jiading-2024-published", "minhang-2023-draft", "minhang-2023-published", "putuo-2024", "minhang-2026", "shanghai-2020"];
const PICTURES = resolve(__dirname, "../../test-output");
const MARKED = /\bm-(?:error|warning|info)\b/;

beforeAll(() => {
  mkdirSync(PICTURES, { recursive: true });
});

const openPage = pagesOfThisFile();

describe("the sample", () => {
  test("is there at once, and 重算并校验 fills its blanks with what was published", async () => {
    const bench = await openPage();
    const review = reviewWorkbook(openCorpus("jiading-2024-draft"));
    expect(await bench.page.title()).toBe(`嘉定2024自评表-草稿.xlsx – ${strings.product}`);
    await bench.run();
    await bench.pane.getByRole("heading", { name: pane.summary.forms(8) }).waitFor();
    await bench.pane.getByText(pane.summary.filled(review.plan.edits.length), { exact: true }).waitFor();
    expect(await bench.said()).toContain(saidOf(review));
    // The last form was published with 96; its rows add up to 95.66.
    const totals = [...published("jiading-2024-self-evaluation").map((form) => form.总分.得分).slice(0, -1), "95.66"];
    expect((await bench.projects()).map(({ total, grade }) => `${total}${grade}`)).toEqual(totals.map((total) => `${total}优`));
    for (const sheet of new Set(review.plan.edits.map(({ ref }) => ref.sheet))) {
      const texts = await bench.texts(sheet);
      const edits = review.plan.edits.filter(({ ref }) => ref.sheet === sheet);
      expect(edits.map(({ ref }) => `${a1(ref)} ${texts.get(a1(ref))}`)).toEqual(edits.map(({ ref, shown }) => `${a1(ref)} ${shown}`));
    }
  });

  test("works the same from a web server, which is asked for the page's files once and for nothing else", async () => {
    const site = await serveSite();
    try {
      const bench = await openPage(site.address);
      await bench.run();
      expect((await bench.projects()).at(-1)).toMatchObject({ total: "95.66", grade: "优" });
      expect(bench.requests).toEqual([site.address, `${site.address}workbench.js`]);
      expect(site.missing).toEqual([]);
    } finally {
      await site.close();
    }
  });
});

describe.each(CORPUS)("%s", (name) => {
  test("is opened, reviewed, written, saved with nothing lost, and opened again", async () => {
    const bench = await openPage();
    const original = new Uint8Array(readFileSync(workbookPath(name)));
    const review = reviewWorkbook(openCorpus(name));
    const { plan } = review;
    const blanks = ofKind(plan, "blank").edits.length;
    const corrections = plan.edits.length - blanks;

    await bench.openFile(workbookPath(name));
    await bench.run();
    expect(await bench.said()).toContain(saidOf(review));
    expect(await bench.pane.getByText(pane.summary.filled(blanks), { exact: true }).count()).toBe(blanks > 0 ? 1 : 0);
    expect(await bench.projects()).toEqual(projectsOf(review));
    if (corrections > 0) {
      await bench.resultTab(pane.tabs.writes).click();
      await bench.pane.getByRole("button", { name: pane.writes.write(corrections), exact: true }).click();
      await bench.pane.getByText(pane.notice.written(corrections)).first().waitFor();
      await bench.page.waitForFunction((title) => /0$/.test([...document.querySelectorAll('[data-region="pane"] [role="tab"]')].find((tab) => tab.textContent?.startsWith(title))?.textContent ?? ""), pane.tabs.writes);
    }

    const saved = await bench.save();
    expect(saved.name).toBe(`${name}-已复核.xlsx`);
    // Marks follow what the findings are once the corrections are in.
    const marks = openWorkbook(original);
    marks.apply({ edits: plan.edits, marks: [] });
    const whole = { edits: plan.edits, marks: [...plan.marks, ...reviewWorkbook(marks).plan.marks] };
    expect(unplanned(original, saved.bytes, whole)).toEqual([]);
    if (whole.edits.length + whole.marks.length === 0) expect(changedParts(original, saved.bytes)).toEqual([]);
    const reread = openWorkbook(saved.bytes);
    expect(holding(reread.grid())).toEqual(holding(openWorkbook(original).grid(), plan));
    expect(reread.readState().lastInverse?.edits.length ?? 0).toBe(plan.edits.length);

    const copy = { name: saved.name, mimeType: XLSX, buffer: Buffer.from(saved.bytes) };
    await bench.openFile(copy);
    await bench.run();
    expect(await bench.pane.getByText(/已填写空白/).count()).toBe(0);
    expect(await bench.resultTab(pane.tabs.writes).textContent()).toBe(`${pane.tabs.writes}0`);
    const again = await bench.save();
    expect(again.name).toBe(`${name}-已复核-2.xlsx`);
    expect(changedContents(saved.bytes, again.bytes)).toEqual([]);
  });
});

test("a mark shows a missing reason, and is gone as soon as the reason is typed", async () => {
  const bench = await openPage();
  const before = new Uint8Array(readFileSync(workbookPath("jiading-2024-published")));
  await bench.openFile(workbookPath("jiading-2024-published"));
  await bench.cell("H33").click();
  await bench.page.keyboard.press("Delete");
  await bench.shows("H33", "");
  await bench.run();
  await bench.page.waitForFunction(() => /\bm-(?:error|warning)\b/.test(document.querySelector('td[data-a="H33"]')?.className ?? ""));
  const marked = await bench.save();
  expect([formatsOn(before, "H33"), formatsOn(marked.bytes, "H33")]).toEqual([0, 1]);

  await bench.cell("H33").hover();
  // The button that was pressed before may still show its own.
  await bench.page.getByRole("tooltip").filter({ hasText: strings.severity.error }).waitFor();
  await bench.type("H33", "因政策调整，部分培训改为线上举行");
  expect(await bench.cell("H33").getAttribute("class")).not.toMatch(MARKED);
  await bench.page.keyboard.press("Control+z");
  await bench.shows("H33", "");
  expect(await bench.cell("H33").getAttribute("class")).toMatch(MARKED);
});

test("a form that was edited is checked again by itself", async () => {
  const bench = await openPage();
  await bench.openFile(workbookPath("jiading-2024-published"));
  await bench.run();
  expect((await bench.projects())[0]?.total).toBe("99.29");
  // Row 33 of the first form has 2.50 of 3.00.
  await bench.type("G33", "3.00");
  // The selected cell has a finding, so the pane shows the findings; among them the total that no longer fits.
  await bench.page.getByText("各项得分合计 99.79").first().waitFor({ timeout: 5_000 });
});

test("a run that has nothing to write leaves nothing to save", async () => {
  const bench = await openPage();
  await bench.run();
  await bench.unsaved.waitFor();
  const { name, bytes } = await bench.save();
  await bench.unsaved.waitFor({ state: "detached" });
  await bench.openFile({ name, mimeType: XLSX, buffer: Buffer.from(bytes) });
  await bench.run();
  expect(await bench.unsaved.count()).toBe(0);
});

test("unsaved work is asked about before a dropped workbook takes its place", async () => {
  const bench = await openPage();
  await bench.type("H14", "改过");
  await bench.unsaved.waitFor();
  await dropFile(bench.page, "另一个.xlsx", readFileSync(workbookPath("shanghai-2020")));
  await bench.page.getByRole("button", { name: strings.discard.stay, exact: true }).click();
  await bench.shows("H14", "改过");
  await dropFile(bench.page, "另一个.xlsx", readFileSync(workbookPath("shanghai-2020")));
  await bench.page.getByRole("button", { name: strings.discard.go, exact: true }).click();
  await bench.opened("另一个.xlsx");
});

test("hostile files are refused in Chinese and leave the page as it was; a far cell is none", async () => {
  const bench = await openPage();
  const path = (file: string): string => join(__dirname, "../corpus/hostile", file);
  for (const file of ["laughs.xlsx", "trunc.xlsx", "bomb-media.xlsx"]) {
    await bench.choose(path(file));
    const message = bench.page.getByText(`“${file}”：`);
    await message.waitFor();
    expect(await message.textContent()).toMatch(/[一-龥]{4}.*请/);
    expect(await message.textContent()).not.toMatch(/error|exception|undefined|null| at /i);
    expect(await bench.page.title()).toContain("草稿.xlsx");
    await bench.page.getByRole("button", { name: strings.dismiss }).click();
    await message.waitFor({ state: "detached" });
  }
  await bench.openFile(path("far-cell.xlsx"));
  await bench.run();
  await bench.save();
  await bench.openFile(workbookPath("jiading-2024-published"));
  await bench.run();
  expect((await bench.projects()).at(-1)?.total).toBe("95.66");
});

test("a workbook of 200 forms stays usable", async () => {
  const bench = await openPage();
  const start = performance.now();
  await bench.openFile({ name: "200.xlsx", mimeType: XLSX, buffer: Buffer.from(generateWorkbook(200, false)) });
  const opened = performance.now() - start;
  const switches = await sheetSwitches(bench.page, [5, 50, 199, 5, 120]);
  const before = performance.now();
  await bench.run();
  const reviewed = performance.now() - before;
  await bench.pane.getByRole("heading", { name: pane.summary.forms(200) }).waitFor();
  const typing = performance.now();
  await bench.type("H14", "说明");
  process.stdout.write(`200 forms: open ${opened.toFixed(0)} ms, review ${reviewed.toFixed(0)} ms, sheets ${switches.map((ms) => ms.toFixed(0)).join(" ")} ms, typing ${(performance.now() - typing).toFixed(0)} ms\n`);
  expect(Math.max(...switches)).toBeLessThan(2_000);
});

test("everything can be done without a mouse", async () => {
  const bench = await openPage();
  const { keyboard } = bench.page;
  const focus = (): Promise<string> => bench.page.evaluate(() => document.activeElement?.closest("[data-region]")?.getAttribute("data-region") ?? "");
  await keyboard.press("Tab");
  const regions: string[] = [];
  for (let i = 0; i < 4; i++) {
    regions.push(await focus());
    await keyboard.press("F6");
  }
  expect(regions).toEqual(["header", "sheet", "pane", "header"]);
  await keyboard.press("F6");
  expect(await bench.page.evaluate(() => document.activeElement?.textContent)).toBe(pane.toolbar.run);
  await keyboard.press("Enter");
  await bench.finished();

  const tab = bench.resultTab(pane.tabs.projects);
  for (let i = 0; i < 12 && !(await tab.evaluate((element) => element === document.activeElement)); i++) await keyboard.press("Tab");
  await keyboard.press("ArrowRight");
  await bench.pane.locator("[data-finding]").first().waitFor();
  const inList = (): Promise<boolean> => bench.page.evaluate(() => document.activeElement?.hasAttribute("data-finding") ?? false);
  for (let i = 0; i < 16 && !(await inList()); i++) await keyboard.press("Tab");
  await keyboard.press("ArrowDown");
  const place = await bench.page.evaluate(() => /[A-Z]+\d+/.exec(document.activeElement?.textContent ?? "")?.[0] ?? "");
  await keyboard.press("Enter");
  await bench.page.waitForFunction((address) => document.querySelector("td.at")?.getAttribute("data-a") === address, place);
  await keyboard.press("n");
  await bench.page.waitForFunction((address) => document.querySelector("td.at")?.getAttribute("data-a") !== address, place);

  await keyboard.press("Shift+F6");
  expect(await focus()).toBe("sheet");
  const at = (await bench.page.locator("td.at").getAttribute("data-a")) ?? "";
  const text = (await bench.cell(at).locator(".c").textContent()) ?? "";
  await keyboard.press("F2");
  await keyboard.type("不要");
  await keyboard.press("Escape");
  await bench.shows(at, text);
  await keyboard.press("F2");
  await keyboard.press("Control+A");
  await keyboard.type("改好了");
  await keyboard.press("Enter");
  await bench.shows(at, "改好了");
});

describe.each(["light", "dark"] as const)("in the %s theme", (colorScheme) => {
  test("axe finds nothing on the first screen, the result and an open finding", async () => {
    const bench = await openPage(undefined, { colorScheme });
    const first = await axeViolations(bench.page);
    await bench.run();
    const result = await axeViolations(bench.page);
    await openFinding(bench);
    const finding = await axeViolations(bench.page);
    expect({ first, result, finding }).toEqual({ first: [], result: [], finding: [] });
  });

  test.each([
    [1280, 800],
    [1024, 768],
  ])("fits a screen of %d × %d", async (width, height) => {
    const bench = await openPage(undefined, { colorScheme, viewport: { width, height } });
    await bench.run();
    await openFinding(bench);
    const wider = await bench.page.evaluate(() => ["html", "header", '[data-region="pane"]', '[data-region="sheet"]'].filter((part) => [...document.querySelectorAll(part)].some((element) => element.scrollWidth > element.clientWidth)));
    expect(wider).toEqual([]);
    const picture = join(PICTURES, `workbench-${width}x${height}-${colorScheme}.png`);
    await bench.page.screenshot({ path: picture, animations: "disabled", caret: "hide" });
    // The picture in the README is made once, not at every run: pixels differ from machine to machine.
    if (process.env["UPDATE_PICTURE"] === "1" && width === 1280 && colorScheme === "light") copyFileSync(picture, resolve(__dirname, "../../docs/workbench.png"));
  });
});

async function openFinding(bench: WorkbenchPage): Promise<void> {
  await bench.pane.getByRole("group", { name: pane.findings.filter }).getByRole("button", { name: pane.severity.warning }).click();
  // One with a computation to show.
  await bench.pane.locator("[data-finding]").filter({ hasText: "得分与完成比例不一致" }).first().click();
  await bench.pane.locator('[data-finding][aria-expanded="true"]').waitFor();
  await bench.page.mouse.move(640, 20);
}
