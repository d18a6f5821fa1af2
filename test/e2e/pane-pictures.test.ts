/** How the pane looks: every state at both widths and in both themes, for a person to look at, and with axe on it. */
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { strings } from "../../src/taskpane/strings.zh-CN";
import { DARK_THEME, LIGHT_THEME } from "../office-host/theme";
import { workbookFromGrid, workbookOf } from "../office-host/workbook-source";
import { paneFixture } from "./pane/fixture";
import type { PanePage } from "./pane/pane-page";
import { corpusGrid, emptied, JIADING_1 } from "./pane/workbooks";
import { axeViolations } from "./workbench/in-page";

const { openPane } = paneFixture();
const OUTPUT = resolve(__dirname, "../../test-output/pane");
/** The narrower one last: what is clicked next is clicked there. */
const WIDTHS = [350, 320];
const HEIGHT = 720;

mkdirSync(OUTPUT, { recursive: true });

describe.each(["light", "dark"] as const)("in Excel's %s theme", (name) => {
  const theme = name === "dark" ? DARK_THEME : LIGHT_THEME;
  /** Without transitions: axe would measure colours on their way. */
  const options = { theme, page: { reducedMotion: "reduce" } } as const;
  let found: Record<string, readonly string[]>;
  beforeEach(() => {
    found = {};
  });

  /** Takes the pictures and notes what is wrong: rules of axe, and what sticks out to the side or is cut off. */
  async function look(pane: PanePage, state: string): Promise<void> {
    const wrong: string[] = [];
    for (const width of WIDTHS) {
      await pane.page.setViewportSize({ width, height: HEIGHT });
      // Over nothing that answers to it.
      await pane.page.mouse.move(width / 2, 24);
      wrong.push(...(await sticksOut(pane)).map((what) => `${width}: ${what}`));
      if (width === WIDTHS.at(-1)) wrong.push(...(await axeViolations(pane.page)));
      await pane.page.screenshot({ path: join(OUTPUT, `${state}-${width}-${name}.png`), animations: "disabled", caret: "hide" });
    }
    found[state] = wrong;
  }
  const clean = (): Record<string, unknown> => Object.fromEntries(Object.keys(found).map((state) => [state, []]));

  test("first run, result, findings, an open finding, preview, undo, settings", async () => {
    const reasonless = emptied(corpusGrid("jiading-2024-published"), JIADING_1, ["H33"]);
    const { pane } = await openPane(workbookFromGrid(reasonless), { ...options, page: { ...options.page, viewport: { width: 320, height: HEIGHT } } });
    await look(pane, "1-first-run");
    await pane.run();
    await look(pane, "2-result");
    await pane.tab(strings.tabs.findings).click();
    await look(pane, "3-findings");
    await pane.page.locator("[data-finding]").first().click();
    await look(pane, "4-finding-open");
    await pane.button(strings.keep.button).click();
    await look(pane, "5-keep");
    await pane.button(strings.keep.cancel).click();
    await pane.tab(strings.tabs.writes).click();
    await look(pane, "6-preview");
    await pane.button(new RegExp(`^${strings.writes.write(0).slice(0, 4)}`)).click();
    await pane.page.getByText(strings.notice.written(4)).first().waitFor();
    await pane.settled();
    await look(pane, "7-undo-notice");
    await pane.button(strings.toolbar.settings).click();
    await look(pane, "8-settings");
    await pane.button(strings.selfTest.title).scrollIntoViewIfNeeded();
    await look(pane, "9-settings-end");
    expect(found).toEqual(clean());
  });

  test("nothing found", async () => {
    const { pane } = await openPane(workbookOf({ sheets: [{ name: "说明", cells: { A1: "填表说明", A2: "项目名称" } }, { name: "附表（空白）" }] }), options);
    await pane.button(strings.toolbar.run).click();
    await pane.page.getByRole("heading", { name: strings.nothing.title }).waitFor();
    await look(pane, "10-nothing-found");
    expect(found).toEqual(clean());
  });

  test("protected, marks refused, a conflict, a failure", async () => {
    const grid = corpusGrid("jiading-2024-draft", [JIADING_1]);
    const { window, pane } = await openPane(workbookFromGrid(grid), options);
    window.excel.protect(JIADING_1);
    await pane.run();
    await look(pane, "11-protected");
    window.excel.unprotect(JIADING_1);
    window.excel.faults.failAt(9, "GeneralException");
    window.excel.faults.failAt(11, "GeneralException");
    await pane.run();
    await look(pane, "12-failed-half-way");
    window.excel.beginCellEdit();
    await pane.button(strings.toolbar.run).click();
    await pane.page.getByRole("heading", { name: strings.fault.title.editing }).waitFor();
    await look(pane, "13-editing");
    expect(found).toEqual(clean());
  });

  test("marks that protected sheets refuse", async () => {
    const marked = corpusGrid("putuo-2024");
    const { window, pane } = await openPane(workbookFromGrid(marked), options);
    for (const { name: sheet } of marked.sheets) window.excel.protect(sheet);
    await pane.run();
    await look(pane, "14-marks-refused");
    expect(found).toEqual(clean());
  });

  test("self-test", async () => {
    const { pane } = await openPane(workbookOf({ sheets: [{ name: "Sheet1" }] }), options);
    await pane.button(strings.toolbar.settings).click();
    await pane.button(strings.selfTest.title).click();
    await pane.button(strings.selfTest.start).scrollIntoViewIfNeeded();
    await look(pane, "15-self-test");
    await pane.button(strings.selfTest.start).click();
    await pane.button(strings.selfTest.copy).waitFor();
    await pane.button(strings.selfTest.again).scrollIntoViewIfNeeded();
    await look(pane, "16-self-test-done");
    expect(found).toEqual(clean());
  });
});

/** Elements wider than the pane, and texts that are cut without dots. */
function sticksOut(pane: PanePage): Promise<string[]> {
  return pane.page.evaluate(() => {
    const wrong: string[] = [];
    for (const element of document.querySelectorAll<HTMLElement>("main, main *")) {
      const box = element.getBoundingClientRect();
      if (box.width === 0 || box.height === 0 || getComputedStyle(element).clip === "rect(0px, 0px, 0px, 0px)") continue;
      const what = `${element.tagName} ${element.textContent?.slice(0, 20) ?? ""}`;
      if (box.right > innerWidth + 0.5 || box.left < -0.5) wrong.push(`beyond the edge: ${what}`);
      const { overflowX, textOverflow } = getComputedStyle(element);
      if (element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0 && overflowX === "hidden" && textOverflow !== "ellipsis" && element.childElementCount === 0) wrong.push(`cut: ${what}`);
    }
    return wrong;
  });
}
