/** @jest-environment jsdom */
/** The page with a real workbook and a stand-in for the pane: typing, undo, marks, tabs, messages. */
import "./jsdom-gaps";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { act, cleanup, configure, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { showNumber } from "../../src/host/number-text";
import type { WorkbookHost } from "../../src/host/port";
import type { CellRef } from "../../src/model/address";
import { App } from "../../src/workbench/app";
import type { PaneProps } from "../../src/workbench/document-view";
import { inProcessChannel } from "../../src/workbench/serve";

// Loaded machines take their time.
configure({ asyncUtilTimeout: 8_000 });
jest.setTimeout(30_000);

let host: WorkbookHost;
let selected: CellRef | null;
let onReviewed: PaneProps["onReviewed"];
let changes: unknown[];

function Pane(props: PaneProps) {
  host = props.host;
  selected = props.selected;
  onReviewed = props.onReviewed;
  return <main>复核</main>;
}

const corpus = (name: string): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(join(__dirname, "../corpus", name)));
const openEngine = (): Promise<never> => Promise.reject(new Error("no workbook here has formulas that are calculated"));
const sample = { name: "示例.xlsx", bytes: () => corpus("workbooks/jiading-2024-draft.xlsx") };
const cell = (a: string): HTMLElement => {
  const found = document.querySelector<HTMLElement>(`td[data-a="${a}"]`);
  if (!found) throw new Error(`no cell ${a}`);
  return found;
};
const field = (): HTMLTextAreaElement => document.querySelector<HTMLTextAreaElement>(".wb-in")!;
const shows = (a: string, text: string): Promise<void> => waitFor(() => expect(cell(a).querySelector(".c")?.textContent ?? "").toBe(text));
const type = (a: string, text: string, key = "Enter"): void => {
  fireEvent.mouseDown(cell(a));
  fireEvent.change(field(), { target: { value: text } });
  fireEvent.keyDown(field(), { key });
};

beforeEach(async () => {
  Element.prototype.scrollTo ??= () => undefined;
  render(<App Pane={Pane} showNumber={showNumber} openChannel={inProcessChannel} openEngine={openEngine} sample={sample} />);
  await waitFor(() => cell("A1"));
  changes = [];
  host.onChange((cells) => changes.push(cells));
});
afterEach(cleanup);

test("shows the sheet with its merged cells, headings and tabs", () => {
  expect(cell("A1").textContent).toBe("财政项目支出绩效自评表");
  expect(cell("A1").getAttribute("colspan")).toBe("8");
  expect(cell("A14").getAttribute("rowspan")).toBe("15");
  expect(screen.getAllByRole("tab")).toHaveLength(8);
  expect(document.title).toContain("示例.xlsx");
});

test("typed text is kept by Enter, told to the pane, undone and redone", async () => {
  type("H14", "因政策调整");
  await shows("H14", "因政策调整");
  expect(selected).toMatchObject({ row: 15, col: 8 });
  await waitFor(() => expect(changes).toHaveLength(1));
  await screen.findByText(/有未保存的改动/);
  fireEvent.keyDown(field(), { key: "z", ctrlKey: true });
  await shows("H14", "无");
  fireEvent.keyDown(field(), { key: "y", ctrlKey: true });
  await shows("H14", "因政策调整");
});

test("keys of an input method commit nothing", async () => {
  fireEvent.mouseDown(cell("H14"));
  fireEvent.compositionStart(field());
  fireEvent.change(field(), { target: { value: "yuan" } });
  fireEvent.keyDown(field(), { key: "Enter", keyCode: 229 });
  fireEvent.keyDown(field(), { key: "Enter" });
  expect(field().value).toBe("yuan");
  fireEvent.change(field(), { target: { value: "原因" } });
  fireEvent.compositionEnd(field());
  fireEvent.keyDown(field(), { key: "Tab" });
  await shows("H14", "原因");
});

test("Escape drops what was typed, F2 and Enter without a change write nothing", () => {
  type("H14", "不要", "Escape");
  expect(cell("H14").querySelector(".c")?.textContent).toBe("无");
  fireEvent.keyDown(field(), { key: "F2" });
  expect(field().value).toBe("无");
  fireEvent.keyDown(field(), { key: "Enter" });
  expect(changes).toEqual([]);
});

test("a formula is refused with a message", async () => {
  type("G14", "=SUM(F14:F15)");
  await screen.findByText(/工作台里不能输入公式/);
  expect(changes).toEqual([]);
});

test("cells are pasted and copied as text, and emptied by Delete", async () => {
  fireEvent.mouseDown(cell("G14"));
  fireEvent.paste(field(), { clipboardData: { getData: () => "3\t甲\r\n2.75\t=100%\r\n" } });
  await shows("H15", "=100%");
  await shows("G15", "2.75");
  fireEvent.mouseDown(cell("H15"), { shiftKey: true });
  const copied = jest.fn();
  fireEvent.copy(field(), { clipboardData: { setData: copied } });
  expect(copied).toHaveBeenCalledWith("text/plain", "3\t甲\r\n2.75\t=100%");
  fireEvent.keyDown(field(), { key: "Delete" });
  await shows("H15", "");
});

test("a mark shows while its conditions hold, and its finding describes the cell", async () => {
  const ref = { sheet: selected!.sheet, row: 14, col: 8 };
  const mark = { ref, rule: "deviation/reason-missing", severity: "error" as const, conditions: [{ kind: "no-reason" as const, cell: ref }] };
  await act(() => host.apply({ edits: [], marks: [mark] }));
  act(() => onReviewed?.({ forms: [], withoutForm: [], unchecked: [], plan: { edits: [], marks: [] }, findings: [{ rule: "deviation/reason-missing", severity: "error", key: "k", form: 0, cell: ref, message: "没有填写原因", related: [], explanation: null, mark: null }] }));
  expect(cell("H14").className).toContain("m-error");
  fireEvent.mouseDown(cell("H14"));
  expect(document.getElementById(field().getAttribute("aria-describedby")!)?.textContent).toContain("没有填写原因");
  type("H14", "因政策调整");
  await waitFor(() => expect(cell("H14").className).not.toContain("m-error"));
});

test("reveal goes to the sheet and cell; a covered cell shows its merged one", async () => {
  const name = screen.getAllByRole("tab")[1]!.textContent;
  await act(() => host.reveal({ sheet: name, row: 6, col: 4 }));
  await waitFor(() => expect(selected).toEqual({ sheet: name, row: 6, col: 4 }));
  await waitFor(() => expect(cell("D6").getAttribute("aria-selected")).toBe("true"));
});

test("a file that is no workbook leaves the open one as it is", async () => {
  const file = new File([new Uint8Array([1, 2, 3])], "坏.xlsx");
  file.arrayBuffer = async () => new Uint8Array([1, 2, 3]).buffer;
  fireEvent.change(document.querySelector("input[type=file]")!, { target: { files: [file] } });
  await screen.findByText(/“坏.xlsx”：/);
  expect(document.title).toContain("示例.xlsx");
});

test("unsaved work is asked about before another workbook takes its place", async () => {
  type("H14", "改");
  await screen.findByText(/有未保存的改动/);
  const file = new File([], "另一个.xlsx");
  file.arrayBuffer = async () => corpus("rich/01-excel-basic.xlsx").buffer;
  fireEvent.change(document.querySelector("input[type=file]")!, { target: { files: [file] } });
  fireEvent.click(await screen.findByRole("button", { name: "不保存，打开" }));
  await waitFor(() => expect(document.title).toContain("另一个.xlsx"));
});
