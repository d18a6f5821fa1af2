/** @jest-environment jsdom */
import { FaultError, type FaultCode } from "../../src/model/fault";
import { DEFAULT_SETTINGS } from "../../src/model/settings";
import { DEFAULT_STATE } from "../../src/model/workbook-state";
import type { Core } from "../../src/taskpane/core";
import * as wholeCore from "../../src/taskpane/whole-core";
import { DRAFT, FAULTY, FINE, plainWorkbook, workbook } from "./workbook";
import { act, axeFinds, button, click, fireEvent, openTab, row, run, screen, settle, show } from "./screens-setup";

const grid = workbook(["甲", DRAFT], ["乙", FAULTY], ["丙", FINE]);

describe("screens", () => {
  it("first run: one sentence, the one button, a sample", async () => {
    const open = jest.fn();
    show(grid, { sample: { label: "打开示例工作簿", open } });
    expect(screen.getByText(/^点“重算并校验”/)).toBeTruthy();
    await click("打开示例工作簿");
    expect(open).toHaveBeenCalled();
    expect(await axeFinds()).toEqual([]);
  });

  it("progress: how far it is; after a second it can be cancelled", async () => {
    const { host, clock } = show(grid);
    await settle();
    const release = host.hold("read");
    await click("重算并校验");
    expect(screen.getByRole("progressbar", { name: "复核进度" })).toBeTruthy();
    expect(screen.queryByRole("button", { name: "取消" })).toBeNull();
    await act(async () => clock.pass(1000));
    expect(await axeFinds()).toEqual([]);
    await click("取消");
    release();
    await settle();
    expect(screen.getByText("开始复核")).toBeTruthy();
    expect(screen.getAllByText(/已取消/).length).toBeGreaterThan(0);
  });

  it.each<[FaultCode, string]>([
    ["protected", "工作表受保护"],
    ["editing", "有单元格正在编辑"],
    ["too-large", "工作簿太大"],
    ["unsupported-format", "不支持这种文件"],
    ["host", "没有完成"],
  ])("fault %s: what happened, what to do, once more", async (code, title) => {
    const { host } = show(grid);
    host.failNext("read", new FaultError(code, "宿主的原话"));
    await click("重算并校验");
    expect(await screen.findByRole("heading", { name: title })).toBeTruthy();
    expect(screen.getByText("宿主的原话")).toBeTruthy();
    expect(await axeFinds()).toEqual([]);
    await click("再试一次");
    expect(await screen.findByRole("tablist")).toBeTruthy();
  });

  it("a core that cannot be loaded: what to do, once more", async () => {
    const loadCore = jest.fn<Promise<Core>, []>().mockRejectedValue(new Error("ChunkLoadError"));
    show(grid, { loadCore });
    await click("设置");
    expect(screen.getByText(/其他口径暂时不能选择/)).toBeTruthy();
    expect(await axeFinds()).toEqual([]);
    await click("重算并校验");
    expect(await screen.findByRole("heading", { name: "复核程序没有载入" })).toBeTruthy();
    expect(screen.getByText(/共享文件夹是否可用/)).toBeTruthy();
    expect(await axeFinds()).toEqual([]);
    loadCore.mockResolvedValue(wholeCore);
    await click("再试一次");
    expect(await screen.findByRole("tablist")).toBeTruthy();
  });

  it("settings offer the policies once the core is there, and keep the one that is set", async () => {
    let come: (core: Core) => void = () => undefined;
    show(grid, { loadCore: () => new Promise((resolve) => (come = resolve)) }, { state: { ...DEFAULT_STATE, settings: { ...DEFAULT_SETTINGS, policy: "national" } } });
    await settle();
    await click("设置");
    const policy = screen.getByLabelText<HTMLSelectElement>("计分口径");
    expect([policy.value, policy.options.length]).toEqual(["national", 2]);
    await act(async () => come(wholeCore));
    expect(policy.value).toBe("national");
    expect([...policy.options].map((option) => option.value)).toEqual(["auto", ...wholeCore.policyChoices().map(({ id }) => id)]);
  });

  it("nothing found: why, sheet by sheet", async () => {
    show(plainWorkbook());
    await click("重算并校验");
    expect(await screen.findByRole("heading", { name: "没有找到绩效表" })).toBeTruthy();
    expect(screen.getByText("说明")).toBeTruthy();
    expect(screen.getByText(/^缺少 /)).toBeTruthy();
    expect(await axeFinds()).toEqual([]);
  });

  it("all passed", async () => {
    const { session } = show(workbook(["丙", FINE]));
    await run();
    for (const finding of session.snapshot().findings.active) await act(async () => session.keep(finding, "已核对"));
    expect(screen.getByText("全部通过")).toBeTruthy();
    expect(screen.getByText(/^已说明并保留 \d+ 条/)).toBeTruthy();
    expect(await axeFinds()).toEqual([]);
  });

  it("result: figures first, projects with 执行率, 总分, 等级, a picture with words", async () => {
    const onReviewed = jest.fn();
    show(grid, { onReviewed });
    await run();
    expect(screen.getByRole("heading", { name: "共 3 张表" })).toBeTruthy();
    expect(screen.getByText(/^已填写空白 \d+ 处$/)).toBeTruthy();
    expect(screen.getByRole("img", { name: /^3 个项目的总分：最低 91.00，最高 100.00/ })).toBeTruthy();
    expect(button(/乙项目/).textContent).toMatch(/91\.00优.*执行率 100\.00%/);
    expect(onReviewed.mock.lastCall[0].forms).toHaveLength(3);
    expect(screen.getByRole("status").textContent).toMatch(/复核完成：3 张表，错误 \d+ 条/);
    expect(await axeFinds()).toEqual([]);
  });

  it("findings and an unfolded one", async () => {
    show(grid);
    await run();
    await openTab(/^问题/);
    fireEvent.click(row(/总分/));
    expect(await axeFinds()).toEqual([]);
    await click("说明并保留");
    expect(await axeFinds()).toEqual([]);
  });

  it("writes and a conflict", async () => {
    const { host } = show(grid);
    await run();
    await openTab(/^写回/);
    expect(screen.getByText("99")).toBeTruthy();
    expect(screen.getByText("91.00")).toBeTruthy();
    expect(await axeFinds()).toEqual([]);
    act(() => host.edit({ sheet: "乙", row: 11, col: 7 }, { kind: "number", digits: "95" }));
    expect(screen.getByText("1 张表已改动，结果可能过时。")).toBeTruthy();
    await click(/^写回选中的更正/);
    await settle();
    expect(screen.getByText("1 个单元格已被改动，没有覆盖")).toBeTruthy();
    expect(screen.getByText(/预期 99，现在是 95/)).toBeTruthy();
    expect(await axeFinds()).toEqual([]);
  });

  it("a write that failed half-way: which cells are which, continue, restore", async () => {
    const { host } = show(grid);
    host.failNext("apply", new FaultError("protected", "工作表“乙”受保护"), 2);
    await run();
    expect(screen.getByText(/已写入 2 个单元格，还有 \d+ 个单元格没有写入/)).toBeTruthy();
    expect(button("恢复原值")).toBeTruthy();
    expect(await axeFinds()).toEqual([]);
    await click("继续写入");
    await settle();
    expect(screen.queryByText("写入没有完成")).toBeNull();
  });

  it("settings: checked before they are kept", async () => {
    const { host } = show(grid);
    await settle();
    await click("设置");
    expect(await axeFinds()).toEqual([]);
    fireEvent.change(screen.getByLabelText("超额完成倍数"), { target: { value: "0.9" } });
    expect(screen.getByText("请填大于 1 的数")).toBeTruthy();
    await click("保存");
    expect(host.state.settings.thresholds).toEqual({});
    fireEvent.change(screen.getByLabelText("超额完成倍数"), { target: { value: "１.20" } });
    fireEvent.change(screen.getByLabelText("计分口径"), { target: { value: "national" } });
    fireEvent.click(screen.getByLabelText("改动后自动重新校验"));
    await click("保存");
    await settle();
    expect(host.state.settings).toEqual({ ...DEFAULT_SETTINGS, policy: "national", thresholds: { overAchieved: "1.2" }, autoRecheck: true });
  });

  it.each(["light", "dark", "contrast"] as const)("theme %s", async (theme) => {
    show(grid, { theme });
    await run();
    expect(await axeFinds()).toEqual([]);
  });
});
