/** @jest-environment jsdom */
/** Rules on and off in the pane: from a finding, in the settings, and what the result says of it. */
import { DEFAULT_SETTINGS, type Settings } from "../../src/model/settings";
import { DEFAULT_STATE } from "../../src/model/workbook-state";
import { type PolicyChoice, policyChoices } from "../../src/review/policies";
import type { Core } from "../../src/taskpane/core";
import { strings } from "../../src/taskpane/strings.zh-CN";
import * as wholeCore from "../../src/taskpane/whole-core";
import { DRAFT, FAULTY, FINE, workbook } from "./workbook";
import { act, axeFinds, button, cleanup, click, fireEvent, openTab, row, rows, run, screen, settle, show, type Shown } from "./screens-setup";

const REASON = "deviation/reason-missing";
const REASON_WHAT = "有偏差而没有填写偏差原因分析及改进措施";
const CATEGORY_WHAT = "缺少应有的指标类别";
const STOP = "本工作簿不再检查此规则";
const grid = workbook(["甲", DRAFT], ["乙", FAULTY], ["丙", FINE]);

const stored = (settings: Partial<Settings>) => ({ state: { ...DEFAULT_STATE, settings: { ...DEFAULT_SETTINGS, ...settings } } });
const findings = (text: RegExp): number => rows().filter((one) => text.test(one.textContent ?? "")).length;
const disclosure = (title: string): HTMLElement => screen.getByRole("button", { name: new RegExp(`^${title} \\d`) });
const check = (name: string | RegExp): HTMLInputElement => screen.getByRole<HTMLInputElement>("checkbox", { name });
const severity = (what: string): HTMLSelectElement => screen.getByRole<HTMLSelectElement>("combobox", { name: `级别：${what}` });

async function unfold(text: RegExp, settings: Partial<Settings> = {}): Promise<Shown> {
  const shown = show(grid, {}, stored(settings));
  await run();
  await openTab(/^问题/);
  fireEvent.click(row(text));
  return shown;
}

async function openRules(settings: Partial<Settings> = {}, core: Partial<Core> = {}): Promise<Shown> {
  const shown = show(grid, { loadCore: () => Promise.resolve({ ...wholeCore, ...core }) }, stored(settings));
  await settle();
  await click("设置");
  fireEvent.click(disclosure("规则"));
  return shown;
}

async function save(): Promise<void> {
  await click("保存");
  await settle();
}

describe("from a finding", () => {
  it("a rule that reports errors is switched off after one sentence, its findings go, and the notice takes it back", async () => {
    const { host } = await unfold(/没有填写偏差原因分析/);
    await click(STOP);
    expect(host.state.settings.rulesOff).toEqual([]);
    expect(screen.getByText(/会报告错误：不再检查，本工作簿里的这类错误就不会再被发现/)).toBeTruthy();
    expect(await axeFinds()).toEqual([]);
    await click("不再检查");
    await settle();
    expect(host.state.settings.rulesOff).toEqual([REASON]);
    expect(findings(/没有填写偏差原因分析/)).toBe(0);
    expect(host.marks.map(({ rule }) => rule)).not.toContain(REASON);
    expect(screen.getByText("本次未检查 1 条规则")).toBeTruthy();
    expect(screen.getByRole("status").textContent).toMatch(new RegExp(`本工作簿不再检查“${REASON_WHAT}”。.*本次未检查 1 条规则。`));
    expect(await axeFinds()).toEqual([]);
    await act(async () => fireEvent.click(screen.getAllByRole("button", { name: "撤销" })[0]!));
    await settle();
    expect(host.state.settings.rulesOff).toEqual([]);
    expect(findings(/没有填写偏差原因分析/)).toBe(1);
    expect(screen.queryByText(/本次未检查/)).toBeNull();
    expect(screen.getAllByText(new RegExp(`已恢复检查“${REASON_WHAT}”`)).length).toBeGreaterThan(0);
  });

  it("one that reports none is switched off at once", async () => {
    const { host } = await unfold(/没有“成本”指标/);
    await click(STOP);
    await settle();
    expect(host.state.settings.rulesOff).toEqual(["indicator/category-missing"]);
    expect(findings(/没有“成本”指标/)).toBe(0);
  });

  it("the workbook's own severity decides whether it reports errors", async () => {
    const { host } = await unfold(/没有填写偏差原因分析/, { severities: { [REASON]: "info" } });
    await click(STOP);
    await settle();
    expect(host.state.settings.rulesOff).toEqual([REASON]);
    cleanup();
    await unfold(/没有“成本”指标/, { severities: { "indicator/category-missing": "error" } });
    await click(STOP);
    expect(screen.getByText(/会报告错误/)).toBeTruthy();
  });

  it("asking can be taken back by button and by Esc, and the keyboard stays where it was", async () => {
    const { host } = await unfold(/没有填写偏差原因分析/);
    await click(STOP);
    expect(document.activeElement).toBe(button("取消"));
    await click("取消");
    expect(document.activeElement).toBe(button(STOP));
    await click(STOP);
    fireEvent.keyDown(document.activeElement!, { key: "Escape" });
    expect(document.activeElement).toBe(button(STOP));
    expect(host.state.settings.rulesOff).toEqual([]);
  });

  it("what cannot be stored holds while the pane is open, and says so", async () => {
    const { host } = await unfold(/没有“成本”指标/);
    host.failNext("writeState", new Error("存不了"));
    await click(STOP);
    await settle();
    expect(screen.getByText(/存不了/)).toBeTruthy();
    expect(findings(/没有“成本”指标/)).toBe(0);
  });

  it("a link leads to the rule in the settings; another severity regroups its findings, and the way back leads to the finding", async () => {
    const { host } = await unfold(/没有填写偏差原因分析/);
    expect(row(/没有填写偏差原因分析/).textContent).toMatch(/^错误/);
    button("调整级别").focus();
    await click("调整级别");
    expect(document.activeElement).toBe(check(REASON_WHAT));
    expect(await axeFinds()).toEqual([]);
    expect(severity(REASON_WHAT).selectedOptions[0]?.text).toBe("默认（错误）");
    expect([...severity(REASON_WHAT).options].map(({ value }) => value)).toEqual(["", "warning", "info"]);
    fireEvent.change(severity(REASON_WHAT), { target: { value: "info" } });
    expect(host.state.settings.severities).toEqual({});
    await save();
    expect(host.state.settings.severities).toEqual({ [REASON]: "info" });
    // The tab, the unfolded finding and the keyboard's place are as they were.
    expect(row(/没有填写偏差原因分析/).textContent).toMatch(/^提示/);
    expect(row(/没有填写偏差原因分析/).getAttribute("aria-expanded")).toBe("true");
    expect(document.activeElement?.closest("li")).toBe(row(/没有填写偏差原因分析/).closest("li"));
    fireEvent.click(button(/^提示 ?\d/));
    expect(findings(/没有填写偏差原因分析/)).toBe(1);
  });
});

describe("in the settings", () => {
  it("every rule is there, in families with Chinese names, closed until asked for", async () => {
    await openRules();
    expect(screen.queryByRole("checkbox", { name: REASON_WHAT })).toBeNull();
    const { families, all } = wholeCore.ruleList(DEFAULT_SETTINGS, { policy: "auto", search: "", only: false, familyName: (id) => id });
    expect(families.map(({ id }) => strings.rules.family[id])).not.toContain(undefined);
    for (const { id } of families) fireEvent.click(disclosure(strings.rules.family[id]!));
    // By label: roles of so many take their time.
    const named = families.flatMap(({ entries }) => entries).map(({ what }) => screen.getByLabelText<HTMLInputElement>(what));
    expect(named).toHaveLength(all);
    expect(named.every((box) => box.checked)).toBe(true);
    expect(screen.getByText("口径为自动：各表先按自己的口径，再按这里的设置。")).toBeTruthy();
    expect(await axeFinds()).toEqual([]);
  });

  it("searched; Enter saves nothing", async () => {
    const { host } = await openRules();
    const search = screen.getByLabelText("搜索规则");
    fireEvent.change(search, { target: { value: "指标类别" } });
    expect(check(CATEGORY_WHAT)).toBeTruthy();
    expect(screen.queryByRole("checkbox", { name: REASON_WHAT })).toBeNull();
    expect(fireEvent.keyDown(search, { key: "Enter" })).toBe(false);
    fireEvent.change(search, { target: { value: "没有这种规则" } });
    expect(screen.getByText("没有符合条件的规则。")).toBeTruthy();
    expect(host.calls).not.toContain("writeState");
  });

  it("nothing is stored before 保存; what is stored is there when the workbook is opened again", async () => {
    const { host } = await openRules();
    fireEvent.change(screen.getByLabelText("搜索规则"), { target: { value: "deviation" } });
    fireEvent.click(check(REASON_WHAT));
    expect(severity(REASON_WHAT).disabled).toBe(true);
    fireEvent.change(severity("完成值大大超过指标值"), { target: { value: "error" } });
    expect(disclosure("规则").textContent).toBe("规则51 条，已改 2 条");
    await click("取消");
    expect(host.calls).not.toContain("writeState");
    cleanup();

    const { host: second } = await openRules();
    fireEvent.change(screen.getByLabelText("搜索规则"), { target: { value: "deviation" } });
    fireEvent.click(check(REASON_WHAT));
    fireEvent.change(severity("完成值大大超过指标值"), { target: { value: "error" } });
    await save();
    expect(second.state.settings).toMatchObject({ rulesOff: [REASON], severities: { "deviation/over-achieved": "error" } });
    cleanup();

    await openRules(second.state.settings);
    fireEvent.click(check(strings.rules.only));
    expect([check(REASON_WHAT).checked, check("完成值大大超过指标值").checked, severity("完成值大大超过指标值").value]).toEqual([false, true, "error"]);
    expect(screen.queryByRole("checkbox", { name: CATEGORY_WHAT })).toBeNull();
  });

  it("all back to the defaults, but for what only a later version knows, which stays through every change", async () => {
    const later = { rulesOff: ["later/rule"], severities: { "later/other": "info" } } as const;
    const { host } = await openRules({ rulesOff: [REASON, ...later.rulesOff], severities: { ...later.severities, "fund/low-rate": "error" } });
    expect(screen.getByText(/另有 2 条规则的设置来自更新的版本，原样保留。/)).toBeTruthy();
    fireEvent.click(disclosure("文字"));
    fireEvent.click(check("实际完成情况照抄预期目标"));
    await save();
    expect(host.state.settings).toMatchObject({ rulesOff: [REASON, "later/rule", "text/result-copies-goal"], severities: { "later/other": "info", "fund/low-rate": "error" } });
    await click("设置");
    fireEvent.click(disclosure("规则"));
    await click("全部恢复默认（3）");
    expect(button("全部恢复默认（0）").getAttribute("aria-disabled")).toBe("true");
    await save();
    expect(host.state.settings).toMatchObject(later);
  });

  it("what the chosen policy decides is shown and named; under auto it is named alone", async () => {
    const policies: PolicyChoice[] = policyChoices().map((policy) => (policy.id === "national" ? { ...policy, name: "全国", rules: { off: [REASON], severities: { "deviation/over-achieved": "info" } } } : policy));
    await openRules({}, { ruleList: (settings, view) => wholeCore.ruleList(settings, view, policies) });
    fireEvent.click(disclosure("偏差原因"));
    expect([check(REASON_WHAT).checked, check(REASON_WHAT).disabled]).toEqual([true, false]);
    expect(screen.getByText("口径“全国”不检查此规则")).toBeTruthy();
    fireEvent.change(screen.getByLabelText("计分口径"), { target: { value: "national" } });
    expect([check(REASON_WHAT).checked, check(REASON_WHAT).disabled]).toEqual([false, true]);
    expect(screen.getByText("口径“全国”定为“提示”")).toBeTruthy();
    expect(severity("完成值大大超过指标值").selectedOptions[0]?.text).toBe("默认（提示）");
    expect(screen.getByText("先按上面所选的口径，再按这里的设置。")).toBeTruthy();
    expect(await axeFinds()).toEqual([]);
    fireEvent.change(screen.getByLabelText("计分口径"), { target: { value: "shanghai-2024" } });
    expect(check(REASON_WHAT).checked).toBe(true);
    expect(screen.queryByText(/^口径“全国”/)).toBeNull();
  });

  it("how an exceeded limit is scored is a setting of the workbook, and can be given back to the policy", async () => {
    const { host } = show(grid);
    await settle();
    await click("设置");
    const limit = screen.getByLabelText<HTMLSelectElement>("超过上限（≤）的得分");
    expect(limit.value).toBe("");
    fireEvent.change(limit, { target: { value: "linear" } });
    await save();
    expect(host.state.settings).toEqual({ ...DEFAULT_SETTINGS, exceededLimit: "linear" });
    await click("设置");
    expect(screen.getByLabelText<HTMLSelectElement>("超过上限（≤）的得分").value).toBe("linear");
    fireEvent.change(screen.getByLabelText("超过上限（≤）的得分"), { target: { value: "" } });
    await save();
    expect(host.state.settings).toEqual(DEFAULT_SETTINGS);
  });
});

describe("the result", () => {
  it("is no full check while rules are off: it says so, and leads to them", async () => {
    const off = wholeCore.ruleList(DEFAULT_SETTINGS, { policy: "auto", search: "", only: false, familyName: (id) => id }).families.flatMap(({ entries }) => entries.map(({ id }) => id));
    show(workbook(["丙", FINE]), {}, stored({ rulesOff: off }));
    await run();
    const all = Number(/本次未检查 (\d+) 条规则/.exec(screen.getByText(/^本次未检查/).textContent ?? "")?.[1]);
    expect(all).toBeGreaterThan(40);
    // Those for declarations would have had nothing to look at.
    expect(all).toBeLessThan(off.length);
    expect(screen.getByText("已检查的规则全部通过")).toBeTruthy();
    expect(screen.queryByText("全部通过")).toBeNull();
    expect(await axeFinds()).toEqual([]);
    button("查看规则").focus();
    await click("查看规则");
    expect(document.activeElement).toBe(disclosure("规则"));
    expect(check(strings.rules.only).checked).toBe(true);
    expect(check(REASON_WHAT).checked).toBe(false);
    await click("取消");
    expect(document.activeElement).toBe(button("查看规则"));
  });

  it("says nothing of rules while all are on", async () => {
    show(workbook(["丙", FINE]));
    await run();
    expect(screen.queryByText(/未检查/)).toBeNull();
    expect(screen.getByRole("status").textContent).not.toContain("未检查");
  });
});
