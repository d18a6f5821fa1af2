/** Rules on and off in a browser, without a mouse: from a finding, over a saved copy, to the settings and back. */
import { type Browser, chromium } from "playwright-core";
import { openWorkbook } from "../../src/host/xlsx/open";
import { strings as pane } from "../../src/taskpane/strings.zh-CN";
import { findChromium } from "../support/find-chromium";
import { axeViolations } from "./workbench/in-page";
import { pageOnDisk } from "./workbench/site";
import { WorkbenchPage, XLSX } from "./workbench/workbench-page";

const RULE = "fund/unit-suspect";
const WHAT = "金额的单位（元、万元）可能填错";

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: findChromium(), args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"] });
});
afterAll(() => browser?.close());

/** Tab until the focus is on what is named so. */
async function tabTo(bench: WorkbenchPage, name: string): Promise<void> {
  const named = (): Promise<boolean> =>
    bench.page.evaluate((wanted) => {
      const at = document.activeElement;
      return [at?.getAttribute("aria-label"), at?.textContent, at instanceof HTMLInputElement ? at.labels?.[0]?.textContent : null].includes(wanted);
    }, name);
  for (let i = 0; i < 80; i++) {
    if (await named()) return;
    await bench.page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not come to "${name}"`);
}

/** What has the focus is seen whole, and nothing lies over it. */
function isSeen(bench: WorkbenchPage): Promise<boolean> {
  return bench.page.evaluate(() => {
    const at = document.activeElement;
    if (!at) return false;
    const { left, top, width, height } = at.getBoundingClientRect();
    const over = document.elementFromPoint(left + width / 2, top + height / 2);
    return over !== null && (at.contains(over) || over.contains(at) || (at instanceof HTMLInputElement && [...(at.labels ?? [])].some((label) => label.contains(over))));
  });
}

test.each(["light", "dark"] as const)("a rule is switched off, the copy remembers it, and it is switched on again (%s)", async (colorScheme) => {
  const bench = await WorkbenchPage.open(browser, pageOnDisk(), { colorScheme });
  const { keyboard } = bench.page;
  await bench.run();
  const findings = bench.pane.locator("[data-finding]").filter({ hasText: WHAT });
  await bench.resultTab(pane.tabs.findings).focus();
  await keyboard.press("Enter");
  await keyboard.press("Tab");
  await keyboard.type(WHAT);
  await findings.first().waitFor();
  await tabTo(bench, pane.findings.next);
  await keyboard.press("Enter");
  await bench.pane.locator('[data-finding][aria-expanded="true"]').waitFor();

  await tabTo(bench, pane.rules.stop);
  await keyboard.press("Enter");
  await bench.pane.getByText(pane.rules.confirm(WHAT)).waitFor();
  expect(await axeViolations(bench.page)).toEqual([]);
  await keyboard.press("Shift+Tab");
  await keyboard.press("Enter");
  await bench.pane.getByText(pane.summary.unchecked(1), { exact: true }).waitFor();
  expect(await findings.count()).toBe(0);
  const { name, bytes } = await bench.save();
  expect(openWorkbook(bytes).readState().settings.rulesOff).toEqual([RULE]);

  await bench.openFile({ name, mimeType: XLSX, buffer: Buffer.from(bytes) });
  await bench.run();
  await bench.pane.getByRole("button", { name: pane.summary.seeUnchecked }).focus();
  await keyboard.press("Enter");
  await tabTo(bench, WHAT);
  expect(await isSeen(bench)).toBe(true);
  expect(await axeViolations(bench.page)).toEqual([]);
  await keyboard.press("Space");
  await tabTo(bench, pane.settings.save);
  await keyboard.press("Enter");
  await bench.pane.getByText(pane.summary.unchecked(1), { exact: true }).waitFor({ state: "detached" });
  expect(bench.noise).toEqual([]);
  await bench.close();
});

test("of the long list nothing that has the focus lies behind the buttons below it", async () => {
  const bench = await WorkbenchPage.open(browser, pageOnDisk());
  await bench.pane.getByRole("button", { name: pane.toolbar.settings }).click();
  await bench.pane.getByRole("button", { name: new RegExp(`^${pane.rules.title} \\d`) }).focus();
  await bench.page.keyboard.press("Enter");
  await tabTo(bench, pane.rules.search);
  // Families open for a search; this one is found by all rules' ids.
  await bench.page.keyboard.type("/");
  await bench.pane.locator("[data-rule]").nth(50).waitFor();
  const hidden: string[] = [];
  for (let i = 0; i < 115; i++) {
    await bench.page.keyboard.press("Tab");
    if (!(await isSeen(bench))) hidden.push(await bench.page.evaluate(() => document.activeElement?.outerHTML.slice(0, 120) ?? ""));
  }
  expect(hidden).toEqual([]);
  expect(await bench.pane.evaluate((element) => [...element.querySelectorAll("*")].some((part) => part.scrollWidth > part.clientWidth + 1 && getComputedStyle(part).overflowX === "auto"))).toBe(false);
  await bench.close();
});
