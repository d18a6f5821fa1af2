/** The self-test in the built pane: what it gives is what the emulated Excel is known to answer. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { strings } from "../../src/taskpane/strings.zh-CN";
import { snapshot } from "../office-adapter/snapshot";
import { workbookFromGrid, workbookOf } from "../office-host/workbook-source";
import { paneFixture } from "./pane/fixture";
import type { PanePage } from "./pane/pane-page";
import { corpusGrid } from "./pane/workbooks";

const { openPane } = paneFixture();
const text = strings.selfTest;

async function startSelfTest(pane: PanePage): Promise<void> {
  await pane.button(strings.toolbar.settings).click();
  await pane.button(text.title).click();
  await pane.button(text.start).click();
}

test("in an empty workbook: the answers can be copied and saved, and nothing is left behind", async () => {
  const book = workbookOf({ sheets: [{ name: "Sheet1" }] });
  const before = snapshot(book);
  const { pane } = await openPane(book, { edition: "excel-2024", page: { permissions: ["clipboard-read", "clipboard-write"] } });
  await startSelfTest(pane);
  const answers = pane.page.getByLabel(text.result("excel-PC-16.0.17932.20000.json"));
  await answers.waitFor();
  const expected = readFileSync(join(__dirname, "../office-host/answers/emulated-excel-2024.json"), "utf8");
  expect(await answers.inputValue()).toBe(expected);
  expect(snapshot(book)).toEqual(before);

  await pane.button(text.copy).click();
  await pane.page.getByText(text.copied).waitFor();
  expect(await pane.page.evaluate(() => navigator.clipboard.readText())).toBe(expected);
  const [download] = await Promise.all([pane.page.waitForEvent("download"), pane.button(text.save).click()]);
  expect(download.suggestedFilename()).toBe("excel-PC-16.0.17932.20000.json");
  expect(readFileSync(await download.path(), "utf8")).toBe(expected);
});

test("in a workbook that holds something it refuses, and touches nothing", async () => {
  const book = workbookFromGrid(corpusGrid("shanghai-2020"));
  const before = snapshot(book);
  const { pane } = await openPane(book);
  await startSelfTest(pane);
  await pane.alert.getByText("请在空白工作簿中运行自检").waitFor();
  expect(snapshot(book)).toEqual(before);
});

test("where the clipboard is closed to add-ins, the text is selected for the user's own copying", async () => {
  const { pane } = await openPane(workbookOf({ sheets: [{ name: "Sheet1" }] }));
  await pane.page.evaluate(() => {
    Object.defineProperty(navigator, "clipboard", { value: { writeText: () => Promise.reject(new Error("no")) } });
    document.execCommand = () => false;
  });
  await startSelfTest(pane);
  await pane.button(text.copy).click();
  await pane.page.getByText(text.selected).waitFor();
  const [selected, all] = await pane.page.evaluate(() => {
    const field = document.activeElement as HTMLTextAreaElement;
    return [field.value.slice(field.selectionStart, field.selectionEnd), field.value];
  });
  expect(selected).toBe(all);
});
