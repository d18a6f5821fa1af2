/** The pane's production build on Microsoft's client and an emulated Excel: what it shows is true, what it writes is what it planned. */
import { RIBBON_FUNCTIONS } from "../../src/commands/ribbon";
import { jsonInXml } from "../../src/host/office/state/state-xml";
import { EMPTY, type WorkbookGrid } from "../../src/model/grid";
import { ownStateSchema } from "../../src/model/workbook-state";
import { strings } from "../../src/taskpane/strings.zh-CN";
import { ofKind } from "../../src/writeback/select";
import { snapshot } from "../office-adapter/snapshot";
import type { CorpusWorkbook } from "../support/corpus";
import { shows } from "./pane/criterion";
import { figuresOf, formatOf, projectsOf, saidOf, sheetsAfter } from "./pane/expected";
import { paneFixture } from "./pane/fixture";
import { corpusGrid, decorated, emptied, JIADING_1, JIADING_8, reviewOf, withEdits, withoutReasons } from "./pane/workbooks";

const CORPUS: readonly CorpusWorkbook[] = ["jiading-2024-draft", "jiading-2024-published", "minhang-2023-draft", "minhang-2023-published", "putuo-2024", "minhang-2026", "shanghai-2020"];

const { openExcel, openPane } = paneFixture();

const WORKBOOKS: readonly (readonly [string, () => WorkbookGrid])[] = [
  ...CORPUS.map((name) => [name, () => corpusGrid(name)] as const),
  // Marks on many forms, and blanks between them.
  ["a draft without any reason", () => withoutReasons(corpusGrid("jiading-2024-draft"))],
];

describe.each(WORKBOOKS)("%s", (_name, open) => {
  test("is reviewed as the core reviews the file, written as planned and nothing else, and undone without a trace", async () => {
    const grid = open();
    const review = reviewOf(grid);
    const { plan } = review;
    const blanks = ofKind(plan, "blank");
    const corrections = plan.edits.length - blanks.edits.length;
    const book = decorated(grid);
    const before = snapshot(book);
    const { pane } = await openPane(book);

    await pane.run();
    expect(await pane.figures()).toEqual(figuresOf(review));
    expect(await pane.said()).toContain(saidOf(review));
    expect(await pane.projects()).toEqual(projectsOf(review));
    expect(await pane.tabCount(strings.tabs.findings)).toBe(review.findings.length);
    expect(await pane.tabCount(strings.tabs.writes)).toBe(corrections);
    expect(snapshot(book).sheets).toEqual(sheetsAfter(before.sheets, blanks));
    if (blanks.edits.length + plan.marks.length === 0) expect(snapshot(book)).toEqual(before);

    if (corrections > 0) {
      await pane.tab(strings.tabs.writes).click();
      await pane.noteResult();
      await pane.button(strings.writes.write(corrections)).click();
      await pane.page.getByText(strings.notice.written(corrections)).first().waitFor();
      await pane.settled();
      // Marks follow what the findings are once the corrections are in.
      const { marks } = reviewOf(withEdits(grid, review)).plan;
      expect(snapshot(book).sheets).toEqual(sheetsAfter(before.sheets, { edits: plan.edits, marks }));
    }
    if (plan.edits.length === 0) {
      expect(await pane.undoButton.getAttribute("aria-disabled")).toBe("true");
      return;
    }
    await pane.undo(plan.edits.length);
    expect(snapshot(book)).toEqual(before);
  });
});

test("a pane that is opened later offers the undo, and it works", async () => {
  const grid = corpusGrid("jiading-2024-draft");
  const book = decorated(grid);
  const before = snapshot(book);
  const window = await openExcel(book);
  const first = await window.openPane();
  await first.run();
  const edits = reviewOf(grid).plan.edits.length;
  await first.page.close();

  const second = await window.openPane();
  await second.button(strings.toolbar.undo(edits)).click();
  await second.page.getByText(strings.notice.undone(edits)).first().waitFor();
  expect(snapshot(book)).toEqual(before);
});

test("the ribbon's buttons do what the pane's do", async () => {
  const grid = corpusGrid("putuo-2024");
  const book = decorated(grid);
  const before = snapshot(book);
  const { plan } = reviewOf(grid);
  const { window, pane } = await openPane(book);
  await window.ribbon(pane, RIBBON_FUNCTIONS.open);
  expect(window.excel.runtimeState).toBe("Visible");

  await window.ribbon(pane, RIBBON_FUNCTIONS.run);
  await pane.settled();
  expect(snapshot(book).sheets).toEqual(sheetsAfter(before.sheets, plan));
  await window.ribbon(pane, RIBBON_FUNCTIONS.toggleMarks);
  expect(snapshot(book).sheets).toEqual(before.sheets);
  await window.ribbon(pane, RIBBON_FUNCTIONS.toggleMarks);
  expect(snapshot(book).sheets).toEqual(sheetsAfter(before.sheets, plan));
});

test("the ribbon's undo takes a run back", async () => {
  const grid = corpusGrid("jiading-2024-draft", [JIADING_8]);
  const book = decorated(grid);
  const before = snapshot(book);
  const { window, pane } = await openPane(book);
  await window.ribbon(pane, RIBBON_FUNCTIONS.run);
  await pane.settled();
  expect(snapshot(book).sheets).toEqual(sheetsAfter(before.sheets, reviewOf(grid).plan));
  await window.ribbon(pane, RIBBON_FUNCTIONS.undo);
  expect(snapshot(book)).toEqual(before);
});

test("a button of the ribbon that fails is told in the pane", async () => {
  const { window, pane } = await openPane(decorated(corpusGrid("shanghai-2020")));
  const { excel } = window;
  const execute = excel.execute.bind(excel);
  excel.execute = (message) => (message.body.includes("SetAppRuntimeState") ? Promise.resolve({ status: 5001, message: "refused" }) : execute(message));
  await window.ribbon(pane, RIBBON_FUNCTIONS.run);
  await pane.alert.getByText(strings.fault.title.other).waitFor();
});

test("a reason typed in the pane stands in its cell, and its mark no longer shows", async () => {
  const grid = emptied(corpusGrid("jiading-2024-published", [JIADING_1]), JIADING_1, ["H33"]);
  const { plan } = reviewOf(grid);
  const [mark] = plan.marks;
  if (!mark) throw new Error("no mark");
  const book = decorated(grid);
  const before = snapshot(book);
  const { pane } = await openPane(book);
  await pane.run();
  const sheet = book.sheetNamed(JIADING_1);
  expect(snapshot(book).sheets).toEqual(sheetsAfter(before.sheets, plan));
  expect(shows(sheet, formatOf(mark).formula)).toBe(true);

  await pane.tab(strings.tabs.findings).click();
  const field = pane.page.getByLabel(strings.reason.label("H33"));
  await field.fill("无");
  await field.press("Control+Enter");
  await pane.page.getByText(strings.reason.problem["no-reason"]).waitFor();
  expect(snapshot(book).sheets).toEqual(sheetsAfter(before.sheets, plan));
  await field.fill("=因政策调整，部分培训改为线上举行");
  await field.press("Control+Enter");
  await pane.page.getByText(strings.notice.reason("H33")).first().waitFor();
  await pane.settled();
  const written = { ref: { sheet: JIADING_1, row: 33, col: 8 }, after: { kind: "text", text: "=因政策调整，部分培训改为线上举行" } } as const;
  const reason = { ...written, before: EMPTY, format: null, shown: "", why: "", form: 0, field: "reason" } as const;
  expect(snapshot(book).sheets).toEqual(sheetsAfter(before.sheets, { edits: [reason], marks: plan.marks }));
  expect(shows(sheet, formatOf(mark).formula)).toBe(false);
  expect(await field.count()).toBe(0);

  await pane.button(strings.notice.takeBack).click();
  await field.waitFor();
  expect(snapshot(book).sheets).toEqual(sheetsAfter(before.sheets, plan));
});

test("only corrections that are ticked are written, and undone together", async () => {
  const grid = corpusGrid("jiading-2024-published", [JIADING_8]);
  const book = decorated(grid);
  const before = snapshot(book);
  const { plan } = reviewOf(grid);
  const { pane } = await openPane(book);
  await pane.run();
  await pane.tab(strings.tabs.writes).click();
  await pane.page.getByRole("checkbox", { name: `${strings.field.grade} ${JIADING_8}!F25` }).click();
  const chosen = plan.edits.filter(({ field }) => field !== "grade");
  await pane.button(strings.writes.write(chosen.length)).click();
  await pane.page.getByText(strings.notice.written(chosen.length)).first().waitFor();
  await pane.settled();
  const after = withEdits(grid, { plan: { edits: chosen, marks: [] } });
  expect(snapshot(book).sheets).toEqual(sheetsAfter(before.sheets, { edits: chosen, marks: reviewOf(after).plan.marks }));
  expect(await pane.tabCount(strings.tabs.writes)).toBe(1);
  await pane.button(strings.notice.undo).click();
  await pane.page.getByText(strings.notice.undone(chosen.length)).first().waitFor();
  await pane.settled();
  expect(snapshot(book)).toEqual(before);
});

test("a finding that is explained and kept stays so in the workbook, and its mark goes", async () => {
  const grid = corpusGrid("putuo-2024");
  const { findings, plan } = reviewOf(grid);
  const finding = findings.find(({ mark }) => mark !== null);
  if (!finding) throw new Error("no finding with a mark");
  const book = decorated(grid);
  const before = snapshot(book);
  const { window, pane } = await openPane(book);
  await pane.run();
  expect(snapshot(book).sheets).toEqual(sheetsAfter(before.sheets, plan));
  await pane.tab(strings.tabs.findings).click();
  await pane.page.locator("[data-finding]").filter({ hasText: finding.message.slice(0, 12) }).first().click();
  await pane.button(strings.keep.button).click();
  await pane.page.getByLabel(strings.keep.label).fill("指标本意即为不超过");
  await pane.button(strings.keep.save).click();
  await pane.page.getByText(strings.summary.kept(1)).waitFor();
  expect(snapshot(book).sheets).toEqual(before.sheets);
  const stored = [...book.customXml.values()].map((xml) => ownStateSchema.parse(JSON.parse(jsonInXml(xml) ?? "null")));
  expect(stored.map(({ state }) => state?.ignored.map(({ key, text, basis }) => ({ key, text, basis })))).toEqual([[{ key: finding.key, text: "指标本意即为不超过", basis: finding.message }]]);
  await pane.page.close();

  const later = await window.openPane();
  await later.run();
  await later.page.getByText(strings.summary.kept(1)).waitFor();
  expect(await later.tabCount(strings.tabs.findings)).toBe(findings.length - 1);
  expect(snapshot(book).sheets).toEqual(before.sheets);
});
