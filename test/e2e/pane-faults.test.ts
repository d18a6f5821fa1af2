/** Excel refuses, at every single action and in every way: the workbook is as planned or as before, or the pane says which cells are which. */
import { a1, cellKey, type CellRef, refText } from "../../src/model/address";
import { TODO } from "../../src/host/office/messages";
import { strings } from "../../src/taskpane/strings.zh-CN";
import { snapshot } from "../office-adapter/snapshot";
import { sheetsAfter } from "./pane/expected";
import type { ExcelWindow } from "./pane/excel-window";
import { paneFixture } from "./pane/fixture";
import { corpusGrid, decorated, emptied, reviewOf } from "./pane/workbooks";

const { openPane } = paneFixture();

/** One form of a draft: blanks to fill, and a reason missing, so that a mark is set. */
const FORM = "2.人才支持类";
const grid = emptied(corpusGrid("jiading-2024-draft", [FORM]), FORM, ["H19"]);
const { plan } = reviewOf(grid);

/** Cells and marks of the write come first, then what is remembered for the undo. */
const ACTIONS = 38;

test("one failure at any action of a run: all as planned or all as before, and the pane says which", async () => {
  const book = decorated(grid);
  const before = snapshot(book);
  const { window, pane } = await openPane(book);
  for (let index = 0; index < ACTIONS; index++) {
    window.excel.faults.failAt(index, index % 6 === 5 ? "AccessDenied" : "GeneralException");
    await pane.run();
    const words = await pane.alert.textContent();
    expect([index, words]).toEqual([index, expect.stringContaining(strings.failedWrite.title)]);
    expect(words).toContain(strings.failedWrite.allUntouched);
    expect(words).toMatch(index === 0 ? "没有写入任何内容" : "已写入的单元格和标记已全部恢复原样");
    expect([index, snapshot(book)]).toEqual([index, before]);
    expect(await pane.button(strings.failedWrite.restore).count()).toBe(0);
  }
  // The last one breaks the record of the undo: what is written stands, and is undone while the pane is open.
  window.excel.faults.failAt(ACTIONS, "GeneralException");
  await pane.run();
  expect(snapshot(book).sheets).toEqual(sheetsAfter(before.sheets, plan));
  expect(await pane.alert.textContent()).toContain(strings.fault.undoUnstored(""));
  await pane.undo(plan.edits.length);
  expect(snapshot(book)).toEqual(before);
  // And Excel is well again.
  await pane.run();
  expect(await pane.alert.count()).toBe(0);
  expect(snapshot(book).sheets).toEqual(sheetsAfter(before.sheets, plan));
});

/** The first failure breaks the write, the second the repair. */
test.each([
  [1, 0],
  [4, 2],
  [10, 0],
  [19, 2],
  [28, 5],
  [37, 2],
])("failures at actions %i and %i after: the pane says which cells are which, and restores", async (first, second) => {
  const book = decorated(grid);
  const before = snapshot(book);
  const { window, pane } = await openPane(book);
  window.excel.faults.failAt(first, "GeneralException");
  window.excel.faults.failAt(first + 1 + second, "GeneralException");
  await pane.run();
  const now = snapshot(book);
  expect(now).not.toEqual(before);
  // All of them are blanks to fill.
  const contentOf = ({ row, col }: CellRef): string => now.sheets[0]?.cells[String(cellKey(row, col))]?.content.kind ?? "empty";
  const written = plan.edits.filter(({ ref }) => contentOf(ref) !== "empty");
  const untouched = plan.edits.filter((edit) => !written.includes(edit));
  const words = (await pane.alert.textContent()) ?? "";
  if (written.length === 0) expect(words).toContain(strings.failedWrite.residue);
  else {
    expect(words).toContain(strings.failedWrite.partly(written.length, untouched.length));
    const list = (edits: typeof plan.edits): string => `${FORM}${strings.colon}${edits.map(({ ref }) => a1(ref)).join(strings.listComma)}`;
    expect(await pane.failedCells()).toEqual({ [strings.failedWrite.written]: list(written), [strings.failedWrite.untouched]: list(untouched) });
  }
  await pane.button(strings.failedWrite.restore).click();
  await pane.alert.waitFor({ state: "detached" });
  await pane.settled();
  expect(snapshot(book)).toEqual(before);
});

test("what a failure left undone can be written on", async () => {
  const book = decorated(grid);
  const before = snapshot(book);
  const { window, pane } = await openPane(book);
  window.excel.faults.failAt(19, "GeneralException");
  window.excel.faults.failAt(20, "GeneralException");
  await pane.run();
  await pane.button(strings.failedWrite.retry).click();
  await pane.page.getByText(strings.failedWrite.title).waitFor({ state: "detached" });
  await pane.settled();
  expect(snapshot(book).sheets).toEqual(sheetsAfter(before.sheets, plan));
  await pane.undo(plan.edits.length);
  expect(snapshot(book)).toEqual(before);
});

test("a cell that is being edited: the pane says so, and runs when it is left", async () => {
  const book = decorated(grid);
  const before = snapshot(book);
  const { window, pane } = await openPane(book);
  window.excel.beginCellEdit();
  await pane.button(strings.toolbar.run).click();
  await pane.page.getByRole("heading", { name: strings.fault.title.editing }).waitFor();
  await pane.page.getByText(TODO.leaveCell).waitFor();
  expect(snapshot(book)).toEqual(before);
  window.excel.endCellEdit();
  await pane.button(strings.fault.retry).click();
  await pane.finished();
  expect(snapshot(book).sheets).toEqual(sheetsAfter(before.sheets, plan));
});

test("a cell that is edited between reading and writing: the write waits for it", async () => {
  const book = decorated(grid);
  const before = snapshot(book);
  const { window, pane } = await openPane(book);
  onceRead(window, () => window.excel.beginCellEdit());
  await pane.button(strings.toolbar.run).click();
  await pane.page.getByRole("progressbar", { name: strings.progress.writing }).waitFor();
  expect(snapshot(book)).toEqual(before);
  window.excel.endCellEdit();
  await pane.settled();
  expect(snapshot(book).sheets).toEqual(sheetsAfter(before.sheets, plan));
});

test("a cell that somebody else changes between reading and writing is not overwritten, and shown", async () => {
  const book = decorated(grid);
  const before = snapshot(book);
  const [first] = plan.edits;
  if (!first) throw new Error("nothing to write");
  const { window, pane } = await openPane(book);
  onceRead(window, () => window.excel.foreignEdit(FORM, "G6", 77.5));
  await pane.run();
  expect(refText(first.ref, FORM)).toBe("G6");
  await pane.page.getByText(strings.conflicts.title(1)).waitFor();
  await pane.page.getByText(strings.conflicts.row(strings.emptyCell, "77.5")).waitFor();
  const foreign = { ...first, after: { kind: "number", digits: "77.5" }, format: null } as const;
  expect(snapshot(book).sheets).toEqual(sheetsAfter(before.sheets, { edits: [foreign, ...plan.edits.slice(1)], marks: plan.marks }));
  await pane.page.getByText(strings.stale.title(1, 1)).waitFor();
});

test("a protected form: nothing is written, and the pane names the sheet and its cells", async () => {
  const book = decorated(grid);
  const { window, pane } = await openPane(book);
  window.excel.protect(FORM);
  const before = snapshot(book);
  await pane.run();
  const words = (await pane.alert.textContent()) ?? "";
  for (const part of [`“${FORM}”受保护`, "G6", "没有写入任何内容", TODO.unprotect, strings.failedWrite.allUntouched]) expect(words).toContain(part);
  expect(snapshot(book)).toEqual(before);
  window.excel.unprotect(FORM);
  await pane.run();
  expect(await pane.alert.count()).toBe(0);
});

test("marks that a protected sheet refuses are told, and come once it is open", async () => {
  const marked = corpusGrid("putuo-2024");
  const book = decorated(marked);
  const { marks } = reviewOf(marked).plan;
  const { window, pane } = await openPane(book);
  const [sheet = ""] = marks.map(({ ref }) => ref.sheet);
  window.excel.protect(sheet);
  const before = snapshot(book);
  await pane.run();
  await pane.page.getByRole("group").getByText(strings.unmarked([sheet])).waitFor();
  expect(snapshot(book)).toEqual(before);
  window.excel.unprotect(sheet);
  await pane.button(strings.stale.recheck).click();
  await pane.page.getByRole("group").getByText(strings.unmarked([sheet])).waitFor({ state: "detached" });
  await pane.settled();
  expect(snapshot(book).sheets.map(({ formats }) => formats)).toEqual(sheetsAfter(before.sheets, { edits: [], marks }).map(({ formats }) => formats));
});

test("Excel that cannot be read: the pane says so, and tries again", async () => {
  const { window, pane } = await openPane(decorated(grid));
  window.excel.faults.failBatch(0, "GeneralException");
  await pane.button(strings.toolbar.run).click();
  await pane.page.getByRole("heading", { name: strings.fault.title.other }).waitFor();
  await pane.button(strings.fault.retry).click();
  await pane.finished();
  expect(await pane.tabCount(strings.tabs.projects)).toBe(1);
});

/** What happens in Excel after the cells are read and before anything is written. */
function onceRead({ excel }: ExcelWindow, happens: () => void): void {
  const execute = excel.execute.bind(excel);
  excel.execute = async (message) => {
    const answer = await execute(message);
    if (excel.log.batches.at(-1)?.calls.some((call) => call.startsWith("RangeAreas.load"))) {
      excel.execute = execute;
      happens();
    }
    return answer;
  };
}
