/** @jest-environment jsdom */
import type { CellRef } from "../../src/model/address";
import { DRAFT, FAULTY, FINE, REASON, workbook } from "./workbook";
import { act, button, click, fireEvent, openTab, row, rows, run, screen, settle, show } from "./screens-setup";

const grid = workbook(["甲", DRAFT], ["乙", FAULTY], ["丙", FINE]);
const key = (target: Element, name: string, more: object = {}): boolean => fireEvent.keyDown(target, { key: name, ...more });

async function list() {
  const shown = show(grid);
  await run();
  await openTab(/^问题/);
  return shown;
}

describe("findings", () => {
  it("grouped by project, sheet or rule", async () => {
    await list();
    const titles = () => screen.getAllByRole("heading", { level: 3 }).map((heading) => heading.textContent);
    expect(titles().some((title) => title?.startsWith("乙项目"))).toBe(true);
    fireEvent.change(screen.getByLabelText("分组"), { target: { value: "sheet" } });
    expect(titles().some((title) => title?.startsWith("乙"))).toBe(true);
    fireEvent.change(screen.getByLabelText("分组"), { target: { value: "rule" } });
    expect(titles()).toContainEqual(expect.stringContaining("有偏差而没有填写"));
  });

  it("filtered by severity with counts", async () => {
    await list();
    const chip = button(/^错误 ?\d/);
    const count = Number(/\d+/.exec(chip.textContent ?? "")?.[0]);
    fireEvent.click(chip);
    expect(chip.getAttribute("aria-pressed")).toBe("true");
    expect(rows()).toHaveLength(count);
    expect(rows().every((one) => one.textContent?.startsWith("错误"))).toBe(true);
    fireEvent.click(chip);
    expect(rows().length).toBeGreaterThan(count);
  });

  it("searched", async () => {
    await list();
    fireEvent.change(screen.getByLabelText("搜索问题"), { target: { value: "培训人次 偏差" } });
    expect(rows()).toHaveLength(1);
    fireEvent.change(screen.getByLabelText("搜索问题"), { target: { value: "没有这种话" } });
    expect(screen.getByText("没有符合条件的问题。")).toBeTruthy();
    await click("清除筛选");
    expect(rows().length).toBeGreaterThan(1);
  });

  it("a click shows the cell and explains: what to do, source, arithmetic, examples", async () => {
    const { host } = await list();
    fireEvent.click(row(/没有填写偏差原因分析/));
    await settle();
    expect(host.revealed).toEqual([REASON]);
    for (const term of ["怎么改", "依据", "计算过程", "示例"]) expect(screen.getByText(term)).toBeTruthy();
    expect(screen.getByText("自评表所附填报说明")).toBeTruthy();
  });

  it("what is only commonly stated names no document", async () => {
    await list();
    fireEvent.click(row(/没有“成本”指标/));
    expect(screen.getByText("通常做法，没有成文规定可引用")).toBeTruthy();
  });

  it("hides what the host cannot do", async () => {
    const { host } = show(grid, {}, { capabilities: { reveal: false, changes: false, cheapReads: false } });
    await run();
    await openTab(/^问题/);
    fireEvent.click(row(/没有填写偏差原因分析/));
    await settle();
    expect(host.revealed).toEqual([]);
    expect(screen.queryByRole("button", { name: /^转到/ })).toBeNull();
    await click("设置");
    expect(screen.queryByLabelText("改动后自动重新校验")).toBeNull();
  });

  it("the sheet's selection leads the list, without taking the keyboard along", async () => {
    const { host, again } = show(grid);
    await run();
    again({ selected: { ...REASON } satisfies CellRef });
    expect(screen.getByRole("tab", { name: /^问题/ }).getAttribute("aria-selected")).toBe("true");
    expect(row(/没有填写偏差原因分析/).getAttribute("aria-expanded")).toBe("true");
    expect(host.revealed).toEqual([]);
    expect(document.activeElement).toBe(document.body);
  });

  it("kept with a text: counted apart, and can be brought back", async () => {
    await list();
    fireEvent.click(row(/没有填写偏差原因分析/));
    await click("说明并保留");
    await click("保留");
    expect(screen.getByText("请写明保留的理由。")).toBeTruthy();
    fireEvent.change(screen.getByLabelText(/为什么可以保留/), { target: { value: "另附说明" } });
    await click("保留");
    await settle();
    expect(screen.getByText(/2026-11-22 说明：另附说明/)).toBeTruthy();
    expect(screen.getByText("已说明并保留 1 条")).toBeTruthy();
    await click("取消保留");
    await settle();
    expect(row(/没有填写偏差原因分析/)).toBeTruthy();
  });
});

describe("keyboard", () => {
  it("n, p, F8 and Shift+F8 step through the findings from anywhere but a field", async () => {
    const { host } = show(grid);
    await run();
    const tab = screen.getByRole("tab", { name: /^项目/ });
    key(tab, "n");
    await settle();
    const [first, second] = rows();
    expect(document.activeElement).toBe(first);
    expect(host.revealed).toHaveLength(1);
    key(document.activeElement!, "F8");
    expect(document.activeElement).toBe(second);
    key(document.activeElement!, "F8", { shiftKey: true });
    expect(document.activeElement).toBe(first);
    key(document.activeElement!, "p");
    expect(document.activeElement).toBe(rows().at(-1));
    const at = rows().findIndex((one) => one.getAttribute("aria-expanded") === "true");
    key(screen.getByLabelText("搜索问题"), "n");
    expect(rows().findIndex((one) => one.getAttribute("aria-expanded") === "true")).toBe(at);
  });

  it("arrows walk the rows, one of which is a tab stop", async () => {
    await list();
    const all = rows();
    expect(all.filter((one) => one.tabIndex === 0)).toEqual([all[0]]);
    all[0]!.focus();
    key(all[0]!, "ArrowDown");
    expect(document.activeElement).toBe(all[1]);
    key(all[1]!, "End");
    expect(document.activeElement).toBe(all.at(-1));
    key(all.at(-1)!, "Home");
    expect(document.activeElement).toBe(all[0]);
  });

  it("arrows change tabs", async () => {
    show(grid);
    await run();
    const tab = screen.getByRole("tab", { name: /^项目/ });
    tab.focus();
    key(tab, "ArrowLeft");
    expect(screen.getByRole("tab", { selected: true }).textContent).toMatch(/^写回/);
    expect(document.activeElement).toBe(screen.getByRole("tab", { selected: true }));
  });
});

describe("reason field", () => {
  const field = (): HTMLTextAreaElement => screen.getByLabelText(/^偏差原因分析及改进措施/);
  const type = (text: string): boolean => fireEvent.change(field(), { target: { value: text } });

  it("writes on leaving, looks again, and the keyboard stays in the list", async () => {
    const { host } = await list();
    field().focus();
    type("第三期推迟到次年");
    key(field(), "Enter", { ctrlKey: true });
    await settle();
    expect(host.value(REASON)).toEqual({ kind: "text", text: "第三期推迟到次年" });
    expect(screen.queryByLabelText(/^偏差原因分析及改进措施/)).toBeNull();
    expect(document.activeElement?.hasAttribute("data-finding")).toBe(true);
    expect(screen.getAllByText(/原因已写入 H10/).length).toBeGreaterThan(0);
  });

  it("never in the middle of a composition", async () => {
    const { host } = await list();
    fireEvent.compositionStart(field());
    type("disanqi");
    fireEvent.blur(field());
    key(field(), "Enter", { ctrlKey: true });
    await settle();
    expect(host.value(REASON)).toEqual({ kind: "text", text: "无" });
    fireEvent.compositionEnd(field());
    type("第三期推迟");
    fireEvent.blur(field());
    await settle();
    expect(host.value(REASON)).toEqual({ kind: "text", text: "第三期推迟" });
  });

  it("refuses words that are no reason, and forgets on Esc", async () => {
    const { host } = await list();
    type("无");
    expect(screen.getByText(/不算说明/)).toBeTruthy();
    fireEvent.blur(field());
    await settle();
    expect(host.value(REASON)).toEqual({ kind: "text", text: "无" });
    key(field(), "Escape");
    expect(field().value).toBe("");
  });

  it("keeps what is typed over filters and tabs", async () => {
    await list();
    fireEvent.change(field(), { target: { value: "还没写完" } });
    fireEvent.change(screen.getByLabelText("分组"), { target: { value: "rule" } });
    expect(field().value).toBe("还没写完");
    await openTab(/^项目/);
    await openTab(/^问题/);
    expect(field().value).toBe("还没写完");
  });
});

describe("commands", () => {
  it("a rising counter runs, once for each rise", async () => {
    const { host, again } = show(grid, { runRequest: 0 });
    again({ runRequest: 1 });
    await screen.findByRole("tablist");
    await settle();
    again({ runRequest: 1 });
    await settle();
    expect(host.calls.filter((call) => call === "read")).toHaveLength(1);
  });

  it("undo and marks", async () => {
    const { host } = show(grid);
    await run();
    expect(host.marks.length).toBeGreaterThan(0);
    await click("隐藏标记");
    await settle();
    expect(host.marks).toEqual([]);
    await click("显示标记");
    await settle();
    expect(host.marks.length).toBeGreaterThan(0);
    await click(/^撤销上次写回（\d+ 个单元格）$/);
    await settle();
    expect(host.state.lastInverse).toBeNull();
    expect(button("撤销上次写回（没有可撤销的写回）").getAttribute("aria-disabled")).toBe("true");
  });

  it("writes what stays ticked", async () => {
    const { host } = show(grid);
    await run();
    await openTab(/^写回/);
    fireEvent.click(screen.getByRole("checkbox", { name: /总分.*99 改为 91\.00/ }));
    expect(button("写回选中的更正（0）").getAttribute("aria-disabled")).toBe("true");
    fireEvent.click(screen.getByRole("checkbox", { name: /^全选/ }));
    await click("写回选中的更正（1）");
    await settle();
    expect(host.value({ sheet: "乙", row: 11, col: 7 })).toEqual({ kind: "number", digits: "91.00" });
    expect(screen.getAllByText(/已写回 1 个单元格/).length).toBeGreaterThan(0);
  });

  it("a changed form is out of date until it is looked at again", async () => {
    const { host } = show(grid);
    await run();
    act(() => host.edit({ sheet: "乙", row: 10, col: 5 }, { kind: "text", text: "200人次" }));
    expect(button(/乙项目/).textContent).toContain("已改动");
    await click("重新校验");
    await settle();
    expect(screen.queryByText(/结果可能过时/)).toBeNull();
  });
});
