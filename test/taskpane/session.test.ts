/** The pane without its looks. */
import { FaultError } from "../../src/model/fault";
import { EMPTY, type WorkbookGrid } from "../../src/model/grid";
import { DEFAULT_SETTINGS } from "../../src/model/settings";
import { showNumber } from "../../src/host/number-text";
import type { LoadCore } from "../../src/taskpane/core";
import { ReviewSession } from "../../src/taskpane/session";
import { strings } from "../../src/taskpane/strings.zh-CN";
import * as wholeCore from "../../src/taskpane/whole-core";
import { MemoryHost, type MemoryHostOptions } from "../support/memory-host";
import { DRAFT, FAULTY, FINE, plainWorkbook, REASON, settled, testClock, TOTAL, workbook } from "./workbook";

const grid = workbook(["甲", DRAFT], ["乙", FAULTY], ["丙", FINE]);
const REFUSED = new FaultError("protected", "工作表“乙”受保护");

const coreAtHand: LoadCore = () => Promise.resolve(wholeCore);

function start(book: WorkbookGrid = grid, options: MemoryHostOptions = {}, perLook = 0, loadCore = coreAtHand) {
  const host = new MemoryHost(book, options);
  const clock = testClock(perLook);
  const session = new ReviewSession(host, showNumber, loadCore, clock);
  return { host, clock, session, close: session.open(), now: () => session.snapshot() };
}
const text = (value: string) => ({ kind: "text" as const, text: value });
const digits = (value: string) => ({ kind: "number" as const, digits: value });

describe("run", () => {
  it("reads, reviews, fills blanks and marks at once, and leaves corrections to the user", async () => {
    const { host, session, now } = start();
    await session.run();
    expect(now().phase).toEqual({ kind: "result" });
    expect(now().review?.forms).toHaveLength(3);
    expect(now().filled).toBeGreaterThanOrEqual(5);
    expect(host.plans).toHaveLength(1);
    expect(host.plans[0]!.edits.every((edit) => edit.before.kind === "empty")).toBe(true);
    expect(host.marks.map((mark) => mark.rule)).toContain("deviation/reason-missing");
    expect(now().pending.map((edit) => edit.field)).toEqual(["total-score"]);
    expect(host.value(TOTAL)).toEqual(digits("99"));
  });

  it("does not call its own writes changes of the user's", async () => {
    const { session, now } = start();
    await session.run();
    expect(now().stale.size).toBe(0);
  });

  it("fills nothing if the setting says so; blanks are in the preview then", async () => {
    const { host, session, now } = start();
    await session.saveSettings({ ...DEFAULT_SETTINGS, autoFill: false });
    await session.run();
    expect(host.plans.flatMap((plan) => plan.edits)).toEqual([]);
    expect(now().pending.filter((edit) => edit.before.kind === "empty").length).toBeGreaterThanOrEqual(5);
  });

  it("does not touch a workbook into which there is nothing to write", async () => {
    const { host, session } = start(workbook(["丙", FINE]));
    await session.run();
    expect(host.calls).toEqual(["readState", "read"]);
  });

  it("says what sheets lack where no form is found", async () => {
    const { session, now } = start(plainWorkbook());
    await session.run();
    expect(now().review?.forms).toEqual([]);
    expect(now().review?.withoutForm[0]?.missing.length).toBeGreaterThan(0);
  });

  it("gives the page room between slices and tells how far it is", async () => {
    const { session, clock } = start(grid, {}, 15);
    const shares: number[] = [];
    session.subscribe(() => {
      const { phase } = session.snapshot();
      if (phase.kind === "running") shares.push(phase.done);
    });
    await session.run();
    expect(clock.breaths).toBeGreaterThan(1);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBeGreaterThan(0.4);
  });

  it("offers to cancel after a second, and cancelling changes nothing", async () => {
    const { host, session, clock, now } = start();
    await settled();
    const release = host.hold("read");
    const run = session.run();
    await settled();
    expect(now().phase).toMatchObject({ kind: "running", offerCancel: false });
    clock.pass(1000);
    expect(now().phase).toMatchObject({ offerCancel: true });
    session.cancel();
    release();
    await run;
    expect(now().phase).toEqual({ kind: "idle" });
    expect(now().notice).toEqual({ kind: "cancelled" });
    expect(host.plans).toEqual([]);
  });

  it("cancels between slices of the review too", async () => {
    const { host, session, now } = start(grid, {}, 100);
    session.subscribe(() => {
      const { phase } = session.snapshot();
      if (phase.kind === "running" && phase.stage === "reviewing") session.cancel();
    });
    await session.run();
    expect(now().review).toBeNull();
    expect(host.plans).toEqual([]);
  });

  it.each(["protected", "editing", "too-large", "unsupported-format", "host"] as const)("a fault while reading (%s) is a screen, and the next run may succeed", async (code) => {
    const { host, session, now } = start();
    host.failNext("read", new FaultError(code, "不行"));
    await session.run();
    expect(now().phase).toEqual({ kind: "fault", fault: { code, message: "不行" } });
    await session.run();
    expect(now().phase).toEqual({ kind: "result" });
  });

  it("takes anything else that is thrown for a mistake of ours", async () => {
    const { host, session, now } = start();
    host.failNext("read", new TypeError("x is undefined"));
    await session.run();
    expect(now().phase).toMatchObject({ kind: "fault", fault: { code: "internal", message: expect.stringContaining("x is undefined") } });
  });

  it("joins a run that is under way", async () => {
    const { host, session } = start();
    await Promise.all([session.run(), session.run()]);
    expect(host.calls.filter((call) => call === "read")).toHaveLength(1);
  });
});

describe("the core", () => {
  const gone: LoadCore = () => Promise.reject(new Error("ChunkLoadError"));

  it("is loaded after the first paint, before it is asked for", async () => {
    const load = jest.fn(coreAtHand);
    const { clock, now } = start(grid, {}, 0, load);
    expect(load).not.toHaveBeenCalled();
    clock.pass(0);
    await settled();
    expect(now().core).toBe(wholeCore);
  });

  it("that cannot be loaded is a fault with what to do; nothing is read, and the next run asks again", async () => {
    const load = jest.fn(gone);
    const { host, clock, session, now } = start(grid, {}, 0, load);
    clock.pass(0);
    await settled();
    expect([now().phase.kind, now().coreFault?.code]).toEqual(["idle", "not-found"]);
    await session.run();
    expect(now().phase).toMatchObject({ kind: "fault", fault: { code: "not-found" } });
    expect(host.calls).toEqual(["readState"]);
    load.mockImplementation(coreAtHand);
    await session.run();
    expect([now().phase.kind, now().coreFault]).toEqual(["result", null]);
  });

  it("that neither comes nor fails is given up after half a minute", async () => {
    const { clock, session, now } = start(grid, {}, 0, () => new Promise(() => undefined));
    const run = session.run();
    await settled();
    for (let i = 0; i < 149; i++) clock.pass(200);
    expect(now().phase).toMatchObject({ kind: "running", offerCancel: true });
    clock.pass(200);
    await run;
    expect(now().phase).toMatchObject({ kind: "fault", fault: { code: "not-found" } });
  });

  it("need not be waited for", async () => {
    const { clock, session, now } = start(grid, {}, 0, () => new Promise(() => undefined));
    const run = session.run();
    await settled();
    session.cancel();
    clock.pass(200);
    await run;
    expect(now().phase).toEqual({ kind: "idle" });
  });
});

describe("writing", () => {
  it("writes what is ticked, keeps the marks, and looks again", async () => {
    const { host, session, now } = start();
    await session.run();
    const marks = host.marks;
    await session.writeChosen();
    expect(host.value(TOTAL)).toEqual(digits("91.00"));
    expect(host.plans[1]!.marks).toEqual(marks);
    expect(now().pending).toEqual([]);
    expect(now().findings.active.map((finding) => finding.rule)).not.toContain("score/total-mismatch");
    expect(now().notice).toEqual({ kind: "written", cells: 1 });
  });

  it("writes nothing that is not ticked", async () => {
    const { host, session, now } = start();
    await session.run();
    session.tick(["乙!G11"], false);
    await session.writeChosen();
    expect(host.value(TOTAL)).toEqual(digits("99"));
    session.tick(["乙!G11"], true);
    expect(now().unticked.size).toBe(0);
  });

  it("shows a conflict and leaves the cell as the user has it", async () => {
    const { host, session, now } = start();
    await session.run();
    host.edit(TOTAL, digits("95"));
    await session.writeChosen();
    expect(host.value(TOTAL)).toEqual(digits("95"));
    expect(now().conflicts).toEqual([{ edit: expect.objectContaining({ ref: TOTAL, before: digits("99") }), found: digits("95"), foundFormula: null }]);
  });

  it("one undo takes back all that a run wrote, marks included, and survives closing the pane", async () => {
    const { host, session, now } = start();
    await session.run();
    await session.writeChosen();
    expect(now().undoCells).toBe(host.state.lastInverse?.edits.length);
    const again = new ReviewSession(host, showNumber, coreAtHand, testClock());
    again.open();
    await settled();
    expect(again.snapshot().undoCells).toBe(now().undoCells);
    await again.undo();
    expect(contents(host.grid())).toEqual(contents(grid));
    expect(host.marks).toEqual([]);
    expect(host.state.lastInverse).toBeNull();
    expect(again.snapshot().undoCells).toBeNull();
  });

  it("an undo leaves alone what was changed since, and says so", async () => {
    const { host, session, now } = start();
    await session.run();
    const filled = host.plans[0]!.edits[0]!;
    host.edit(filled.ref, text("手改"));
    await session.undo();
    expect(host.value(filled.ref)).toEqual(text("手改"));
    expect(now().conflicts).toHaveLength(1);
  });

  it("a later run has an undo of its own", async () => {
    const { host, session } = start();
    await session.run();
    host.edit(host.plans[0]!.edits[0]!.ref, EMPTY);
    await session.run();
    expect(host.state.lastInverse?.edits).toHaveLength(1);
  });

  it.each([0, 1, 3])("a write that fails after %i cells: which are which, undo and continue", async (after) => {
    const { host, session, now } = start();
    host.failNext("apply", REFUSED, after);
    await session.run();
    const failed = now().failedWrite!;
    expect([failed.written.length, failed.other.length, failed.known]).toEqual([after, 0, true]);
    expect(failed.fault.code).toBe("protected");
    expect(now().phase).toEqual({ kind: "result" });
    expect(now().undoCells).toBe(after === 0 ? null : after);
    await session.retryWrite();
    expect(now().failedWrite).toBeNull();
    expect(host.marks.length).toBeGreaterThan(0);
    await session.undo();
    expect(contents(host.grid())).toEqual(contents(grid));
  });

  it("a write that fails may also be taken back", async () => {
    const { host, session } = start();
    host.failNext("apply", REFUSED, 2);
    await session.run();
    await session.undo();
    expect(contents(host.grid())).toEqual(contents(grid));
  });

  it("says so if nobody can tell what was written", async () => {
    const { host, session, now } = start();
    await session.run();
    host.failNext("apply", REFUSED, 1);
    host.failNext("read", REFUSED);
    await session.writeChosen();
    expect(now().failedWrite).toMatchObject({ known: false });
  });

  it("keeps the undo in the pane if it cannot be stored", async () => {
    const { host, session, now } = start();
    host.failNext("writeState", new FaultError("host", "存不了"));
    await session.run();
    expect(now().trouble?.message).toBe(strings.fault.undoUnstored("存不了"));
    await session.undo();
    expect(contents(host.grid())).toEqual(contents(grid));
  });
});

describe("marks", () => {
  it("go off and on without touching a value", async () => {
    const { host, session, now } = start();
    await session.run();
    const before = contents(host.grid());
    const marks = host.marks;
    await session.setMarks(false);
    expect([host.marks, now().marksShown]).toEqual([[], false]);
    await session.run();
    expect(host.marks).toEqual([]);
    await session.setMarks(true);
    expect(host.marks).toEqual(marks);
    expect(contents(host.grid())).toEqual(before);
  });

  it("come back with the next run after an undo", async () => {
    const { host, session } = start();
    await session.run();
    await session.undo();
    expect(host.marks).toEqual([]);
    await session.run();
    expect(host.marks.length).toBeGreaterThan(0);
  });
});

describe("marks after an edit", () => {
  const REASON_MISSING = "deviation/reason-missing";
  const rules = (host: MemoryHost) => host.marks.map((mark) => mark.rule);

  it("one more and one less, without a cell being written", async () => {
    const { host, session } = start();
    await session.run();
    const before = host.plans.length;
    host.edit(REASON, text("第三期推迟到次年"));
    await session.recheck();
    expect(rules(host)).not.toContain(REASON_MISSING);
    host.edit(REASON, EMPTY);
    await session.recheck();
    expect(rules(host)).toContain(REASON_MISSING);
    expect(host.plans.slice(before).map((plan) => plan.edits)).toEqual([[], []]);
  });

  it("also where the run had nothing to mark", async () => {
    const { host, session, now } = start(workbook(["丙", FINE]));
    await session.run();
    await session.recheck();
    expect(host.plans).toEqual([]);
    host.edit({ sheet: "丙", row: 10, col: 5 }, text("0次"));
    await session.recheck();
    expect(now().findings.active.some((finding) => finding.mark)).toBe(true);
    expect(host.marks.length).toBeGreaterThan(0);
  });

  it("not while they are switched off", async () => {
    const { host, session } = start();
    await session.run();
    await session.setMarks(false);
    const before = host.plans.length;
    host.edit(REASON, EMPTY);
    await session.recheck();
    expect([host.marks, host.plans.length]).toEqual([[], before]);
  });

  it("not after a write that failed: what it left undone stays on offer", async () => {
    const { host, session, now } = start();
    host.failNext("apply", REFUSED, 1);
    await session.run();
    const failed = now().failedWrite;
    await session.recheck();
    expect(now().failedWrite).toBe(failed);
  });
});

describe("reasons", () => {
  const missing = (session: ReviewSession) => session.snapshot().findings.active.find((finding) => finding.rule === "deviation/reason-missing")!;

  it("are written into their cell, the form is looked at again, and the run's undo spares them", async () => {
    const { host, session, now } = start();
    await session.run();
    await expect(session.writeReason(missing(session), " 第三期推迟到次年\r\n已列入计划 ")).resolves.toBe(true);
    expect(host.value(REASON)).toEqual(text("第三期推迟到次年\n已列入计划"));
    expect(missing(session)).toBeUndefined();
    expect(now().stale.size).toBe(0);
    await session.undo();
    expect(host.value(REASON)).toEqual(text("第三期推迟到次年\n已列入计划"));
  });

  it("can be taken back", async () => {
    const { host, session } = start();
    await session.run();
    await session.writeReason(missing(session), "第三期推迟");
    await session.takeBackReason();
    expect(host.value(REASON)).toEqual(text("无"));
    expect(missing(session)).toBeDefined();
  });

  it("that are none are not written", async () => {
    const { host, session } = start();
    await session.run();
    await expect(session.writeReason(missing(session), "无")).resolves.toBe(false);
    expect(host.value(REASON)).toEqual(text("无"));
  });

  it("do not overwrite what was typed in the sheet meanwhile", async () => {
    const { host, session, now } = start();
    await session.run();
    const finding = missing(session);
    host.edit(REASON, text("表里先写了"));
    await expect(session.writeReason(finding, "面板里后写的")).resolves.toBe(false);
    expect(host.value(REASON)).toEqual(text("表里先写了"));
    expect(now().conflicts).toHaveLength(1);
  });
});

describe("说明并保留", () => {
  it("puts a finding apart with its text, in the workbook, without its mark, until its figures change", async () => {
    const { host, session, now } = start();
    await session.run();
    const finding = now().findings.active.find((one) => one.rule === "deviation/reason-missing")!;
    await session.keep(finding, " 另附说明 ");
    expect(now().findings.kept.map(({ entry }) => entry)).toEqual([{ key: finding.key, text: "另附说明", date: "2026-11-22", basis: finding.message }]);
    expect(host.state.ignored).toHaveLength(1);
    expect(host.marks.map((mark) => mark.rule)).not.toContain("deviation/reason-missing");

    host.edit({ sheet: "乙", row: 10, col: 7 }, digits("80"));
    await session.recheck();
    expect(now().findings.kept).toEqual([]);
    expect(now().findings.lapsed.get(finding.key)?.text).toBe("另附说明");

    await session.unkeep(finding.key);
    expect(host.state.ignored).toEqual([]);
  });

  it("wants a text", async () => {
    const { session, now } = start();
    await session.run();
    await session.keep(now().findings.active[0]!, "  ");
    expect(now().findings.kept).toEqual([]);
  });
});

describe("changes in the workbook", () => {
  it("make the form they touch stale until it is looked at again", async () => {
    const { host, session, now } = start();
    await session.run();
    host.edit({ sheet: "乙", row: 10, col: 5 }, text("200人次"));
    expect([...now().stale]).toEqual([1]);
    host.edit({ sheet: "乙", row: 200, col: 5 }, text("表外"));
    expect([...now().stale]).toEqual([1]);
    host.tell("unknown");
    expect(now().stale).toEqual(new Set([0, 1, 2]));
    await session.recheck();
    expect(now().stale.size).toBe(0);
  });

  it("during a look stay marked", async () => {
    const { host, session, now } = start();
    await session.run();
    const release = host.hold("read");
    const recheck = session.recheck();
    await settled();
    host.edit({ sheet: "丙", row: 10, col: 5 }, text("5次"));
    release();
    await recheck;
    expect([...now().stale]).toEqual([2]);
  });

  it("are looked at after a second of quiet if the setting says so; nothing is filled", async () => {
    const { host, session, clock, now } = start();
    await session.saveSettings({ ...DEFAULT_SETTINGS, autoRecheck: true });
    await session.run();
    clock.pass(5000);
    const plans = host.plans.length;
    host.edit({ sheet: "乙", row: 10, col: 7 }, EMPTY);
    clock.pass(600);
    host.edit({ sheet: "乙", row: 10, col: 5 }, text("200人次"));
    clock.pass(600);
    await settled();
    expect(now().stale.size).toBe(1);
    clock.pass(500);
    await settled();
    expect(now().stale.size).toBe(0);
    expect(host.plans.slice(plans).flatMap((plan) => plan.edits)).toEqual([]);
    expect(now().pending.some((edit) => edit.field === "score")).toBe(true);
  });

  it("a fault of the look leaves the result on show", async () => {
    const { host, session, now } = start();
    await session.run();
    host.failNext("read", new FaultError("editing", "正在编辑"));
    await session.recheck();
    expect([now().phase.kind, now().trouble?.code]).toEqual(["result", "editing"]);
  });
});

test("settings are kept in the workbook and decide the result", async () => {
  const { host, session, now } = start();
  await session.run();
  await session.saveSettings({ ...DEFAULT_SETTINGS, policy: "national", scores: "rule", thresholds: { lowRate: "95" } });
  expect(host.state.settings).toMatchObject({ policy: "national", thresholds: { lowRate: "95" } });
  expect(now().review?.forms.map((form) => form.policy.id)).toEqual(["national", "national", "national"]);
});

test("what happens by itself is a setting of the workbook too, and needs no new look", async () => {
  const { host, session, now } = start();
  await session.run();
  const looks = host.calls.filter((call) => call === "read").length;
  await session.saveSettings({ ...DEFAULT_SETTINGS, autoFill: false, autoRecheck: true });
  expect(host.calls.filter((call) => call === "read")).toHaveLength(looks);
  const again = new ReviewSession(host, showNumber, coreAtHand, testClock());
  again.open();
  await settled();
  expect(again.snapshot().settings).toMatchObject({ autoFill: false, autoRecheck: true });
  expect(now().settings).toEqual(again.snapshot().settings);
});

test("settings that cannot be stored hold while the pane is open", async () => {
  const { host, session, now } = start();
  host.failNext("writeState", new FaultError("host", "存不了"));
  await session.saveSettings({ ...DEFAULT_SETTINGS, policy: "national" });
  expect(now().trouble?.message).toBe("存不了");
  await session.run();
  expect(now().review?.forms[0]?.policy.id).toBe("national");
});

test("a closed pane hears nothing", async () => {
  const { host, session, close, now } = start();
  await session.run();
  close();
  host.tell("unknown");
  expect(now().stale.size).toBe(0);
});

function contents(book: WorkbookGrid): string[] {
  return book.sheets.flatMap((sheet) => sheet.cells.filter((cell) => cell.value.kind !== "empty").map((cell) => JSON.stringify([sheet.name, cell.row, cell.col, cell.value, cell.format])));
}
