/** @jest-environment jsdom */
import { strings } from "../../src/taskpane/strings.zh-CN";
import { act, axeFinds, button, click, screen, settle, show } from "./screens-setup";
import { plainWorkbook } from "./workbook";

const text = strings.selfTest;

test("a host without a self-test offers none", async () => {
  show(plainWorkbook());
  await settle();
  await click(strings.toolbar.settings);
  expect(screen.queryByRole("button", { name: text.title })).toBeNull();
});

test("its progress, its answers, and that it may be run again", async () => {
  let finish: (file: { readonly name: string; readonly text: string }) => void = () => undefined;
  const selfTest = jest.fn((onProgress: (done: number) => void) => {
    onProgress(0.5);
    return new Promise<{ readonly name: string; readonly text: string }>((resolve) => (finish = resolve));
  });
  show(plainWorkbook(), { selfTest });
  await settle();
  await click(strings.toolbar.settings);
  await click(text.title);
  expect(selfTest).not.toHaveBeenCalled();
  await click(text.start);
  expect(screen.getByRole("progressbar", { name: text.running })).toBeTruthy();
  expect(button(text.start).getAttribute("aria-disabled")).toBe("true");
  await act(async () => finish({ name: "excel.json", text: "{}" }));
  expect(screen.getByLabelText<HTMLTextAreaElement>(text.result("excel.json")).value).toBe("{}");
  expect(await axeFinds()).toEqual([]);
  await click(text.again);
  expect(selfTest).toHaveBeenCalledTimes(2);
});

test("what it refuses is said", async () => {
  show(plainWorkbook(), { selfTest: () => Promise.reject(new TypeError("x is undefined")) });
  await settle();
  await click(strings.toolbar.settings);
  await click(text.title);
  await click(text.start);
  expect(screen.getByRole("alert").textContent).toContain("x is undefined");
});
