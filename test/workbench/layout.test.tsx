/** @jest-environment jsdom */
/** How the page shares its room: the line between sheet and pane, and one of the two at a time in a narrow window. */
import "./jsdom-gaps";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { act, cleanup, configure, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { showNumber } from "../../src/host/number-text";
import type { WorkbookHost } from "../../src/host/port";
import { App } from "../../src/workbench/app";
import type { PaneProps } from "../../src/workbench/document-view";
import { inProcessChannel } from "../../src/workbench/serve";

// Loaded machines take their time.
configure({ asyncUtilTimeout: 8_000 });
jest.setTimeout(30_000);

let host: WorkbookHost;

function Pane(props: PaneProps) {
  host = props.host;
  return (
    <main>
      <button type="button">去单元格</button>
    </main>
  );
}

const openEngine = (): Promise<never> => Promise.reject(new Error("no workbook here has formulas that are calculated"));
const sample = { name: "示例.xlsx", bytes: () => new Uint8Array(readFileSync(join(__dirname, "../corpus/workbooks/jiading-2024-draft.xlsx"))) };

async function show(width: number): Promise<void> {
  window.innerWidth = width;
  render(<App Pane={Pane} showNumber={showNumber} openChannel={inProcessChannel} openEngine={openEngine} sample={sample} />);
  await waitFor(() => {
    if (!document.querySelector('td[data-a="A1"]')) throw new Error("not there yet");
  });
}

afterEach(() => {
  cleanup();
  jest.restoreAllMocks();
  localStorage.clear();
});

describe("the line between sheet and pane", () => {
  const line = (): HTMLElement => screen.getByRole("separator", { name: "复核窗格的宽度" });
  const width = (): number => Number(line().getAttribute("aria-valuenow"));

  test("is moved with the keys within its limits, and tells where it is", async () => {
    await show(1280);
    expect(width()).toBe(350);
    fireEvent.keyDown(line(), { key: "ArrowLeft" });
    expect(width()).toBe(366);
    expect(document.getElementById(line().getAttribute("aria-controls")!)?.parentElement?.style.gridTemplateColumns).toBe("minmax(0, 1fr) 366px");
    fireEvent.keyDown(line(), { key: "End" });
    fireEvent.keyDown(line(), { key: "ArrowRight" });
    expect(width()).toBe(320);
    fireEvent.keyDown(line(), { key: "Home" });
    expect(width()).toBe(Number(line().getAttribute("aria-valuemax")));
    expect(width()).toBe(1280 - 360 - 7);
    expect(line().getAttribute("aria-valuetext")).toBe(`${width()} 像素`);
    fireEvent.doubleClick(line());
    expect(width()).toBe(350);
  });

  test("stands where it was at the last visit; in a smaller window as far as that goes", async () => {
    await show(1280);
    fireEvent.keyDown(line(), { key: "ArrowLeft", shiftKey: true });
    fireEvent.keyDown(line(), { key: "Home" });
    cleanup();
    await show(1100);
    expect(width()).toBe(1100 - 360 - 7);
    window.innerWidth = 1280;
    act(() => void window.dispatchEvent(new Event("resize")));
    expect(width()).toBe(1280 - 360 - 7);
  });

  test("a browser that refuses to store anything is no obstacle", async () => {
    for (const name of ["getItem", "setItem"] as const) {
      jest.spyOn(Storage.prototype, name).mockImplementation(() => {
        throw new DOMException("no", "SecurityError");
      });
    }
    await show(1280);
    fireEvent.keyDown(line(), { key: "ArrowLeft" });
    expect(width()).toBe(366);
  });
});

describe("in a narrow window", () => {
  const seen = (region: "sheet" | "pane"): boolean => getComputedStyle(document.querySelector(`[data-region="${region}"]`)!).visibility !== "hidden";
  const field = (): HTMLElement | null => document.querySelector<HTMLElement>(".wb-in");

  test("sheet or pane is to be seen, by tabs that the arrow keys move on", async () => {
    await show(800);
    expect(screen.queryByRole("separator")).toBeNull();
    expect([seen("sheet"), seen("pane")]).toEqual([true, false]);
    fireEvent.click(screen.getByRole("tab", { name: "复核" }));
    expect([seen("sheet"), seen("pane")]).toEqual([false, true]);
    fireEvent.keyDown(screen.getByRole("tab", { name: "复核" }), { key: "ArrowLeft" });
    expect([seen("sheet"), seen("pane")]).toEqual([true, false]);
    expect(document.activeElement?.textContent).toBe("表格");
    const controlled = document.getElementById(screen.getByRole("tab", { name: "表格" }).getAttribute("aria-controls")!);
    expect([controlled?.getAttribute("role"), controlled?.contains(field())]).toEqual(["tabpanel", true]);
  });

  test("a cell that the user asks for comes to be seen and takes the keyboard; one that goes along with a finding does not", async () => {
    await show(800);
    fireEvent.click(screen.getByRole("tab", { name: "复核" }));
    const sheet = document.querySelector('[role="grid"]')!.getAttribute("aria-label")!.split(" ")[1]!;
    await act(() => host.reveal({ sheet, row: 6, col: 4 }));
    expect([seen("sheet"), seen("pane")]).toEqual([false, true]);
    await act(() => host.reveal({ sheet, row: 7, col: 4 }, true));
    expect([seen("sheet"), seen("pane")]).toEqual([true, false]);
    expect(document.activeElement).toBe(field());
    expect(field()?.closest("td")?.getAttribute("data-a")).toBe("D7");
  });

  test("F6 brings to view what it goes to", async () => {
    await show(800);
    fireEvent.keyDown(field()!, { key: "F6" });
    expect(seen("sheet")).toBe(true);
    field()!.focus();
    fireEvent.keyDown(field()!, { key: "F6" });
    expect([seen("sheet"), seen("pane")]).toEqual([false, true]);
    expect(document.activeElement?.textContent).toBe("去单元格");
    fireEvent.keyDown(document.activeElement!, { key: "F6", shiftKey: true });
    expect([seen("sheet"), seen("pane")]).toEqual([true, false]);
    expect(document.activeElement).toBe(field());
  });

  test("a window made wide shows both", async () => {
    await show(800);
    window.innerWidth = 1280;
    act(() => void window.dispatchEvent(new Event("resize")));
    expect([seen("sheet"), seen("pane")]).toEqual([true, true]);
    expect(screen.queryByRole("tab", { name: "复核" })).toBeNull();
  });
});
