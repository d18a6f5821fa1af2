/** The pane after writes that went wrong, or only in part. */
import { showNumber } from "../../src/host/number-text";
import { InterruptedWrite } from "../../src/host/port";
import { FaultError } from "../../src/model/fault";
import type { WorkbookGrid } from "../../src/model/grid";
import { DEFAULT_SETTINGS } from "../../src/model/settings";
import type { WritePlan } from "../../src/model/write-plan";
import { review } from "../../src/review/review";
import { ReviewSession } from "../../src/taskpane/session";
import { strings } from "../../src/taskpane/strings.zh-CN";
import * as wholeCore from "../../src/taskpane/whole-core";
import { ofKind } from "../../src/writeback/select";
import { MemoryHost, type MemoryHostOptions } from "../support/memory-host";
import { DRAFT, FAULTY, FINE, testClock, workbook } from "./workbook";

const grid = workbook(["甲", DRAFT], ["乙", FAULTY], ["丙", FINE]);
const REFUSED = new FaultError("protected", "工作表“乙”受保护");

function start(options: MemoryHostOptions = {}) {
  const host = new MemoryHost(grid, options);
  const session = new ReviewSession(host, showNumber, () => Promise.resolve(wholeCore), testClock());
  return { host, session, now: () => session.snapshot() };
}

/** Cells that hold something: a cell that was filled and emptied again may stay as an empty one. */
function contents(book: WorkbookGrid): unknown {
  return book.sheets.map(({ name, cells }) => ({ name, cells: cells.filter(({ value }) => value.kind !== "empty") }));
}

test("an undo whose record stays behind says that nothing is wrong with the cells", async () => {
  const { host, session, now } = start();
  await session.run();
  host.failNext("writeState", new FaultError("host", "存不了"));
  await session.undo();
  expect(contents(host.grid())).toEqual(contents(grid));
  expect(now().trouble?.message).toBe(strings.fault.undoneUnstored("存不了"));
});

test("an undo that fails half-way goes on with what is left", async () => {
  const { host, session, now } = start();
  await session.run();
  const all = now().undoCells ?? 0;
  host.failNext("apply", REFUSED, 2);
  await session.undo();
  expect(now().failedWrite).toMatchObject({ written: { length: 2 }, restorable: true });
  expect(now().undoCells).toBe(all - 2);
  await session.undo();
  expect(now().conflicts).toEqual([]);
  expect(contents(host.grid())).toEqual(contents(grid));
});

test("a host that knows what it left half changed: its account is shown, and its inverse is the undo", async () => {
  const { host, session, now } = start();
  const half = (plan: WritePlan, known: boolean): InterruptedWrite => {
    const [first, second] = plan.edits;
    if (!first || !second) throw new Error("nothing to write");
    // The first cell is written, the second has only its format.
    const inverse = { edits: [{ ...first, before: first.after, after: first.before }, { ...second, after: second.before, format: "General" }], marks: [] };
    return new InterruptedWrite("host", "断了", { applied: [first], conflicts: [], inverse }, known);
  };
  const { plan } = review(grid, { settings: DEFAULT_SETTINGS, showNumber });
  const blanks = ofKind(plan, "blank");
  host.failNext("apply", half(blanks, true), 1);
  await session.run();
  expect(now().failedWrite).toMatchObject({ written: [blanks.edits[0]], known: true, residue: true, restorable: true });
  expect(now().failedWrite?.untouched).toHaveLength(blanks.edits.length - 1);
  expect(now().undoCells).toBe(2);
  await session.undo();
  expect(contents(host.grid())).toEqual(contents(grid));
  expect(host.marks).toEqual([]);

  host.failNext("apply", half(blanks, false), 1);
  await session.run();
  expect(now().failedWrite).toMatchObject({ known: false, restorable: true });
  await session.undo();
  // The second cell held its old value all the time: that is no conflict.
  expect(now().conflicts).toEqual([]);
  expect(contents(host.grid())).toEqual(contents(grid));
});

test("marks that a protected sheet refuses are told, and tried again with every look", async () => {
  const { host, session, now } = start({ locked: ["乙"] });
  await session.run();
  expect(now().unmarked).toEqual(["乙"]);
  session.dismiss("unmarked");
  expect(now().unmarked).toEqual([]);
  await session.recheck();
  expect(now().unmarked).toEqual(["乙"]);
  host.unprotect();
  await session.recheck();
  expect(now().unmarked).toEqual([]);
  const plans = host.plans.length;
  await session.recheck();
  expect(host.plans).toHaveLength(plans);
  await session.setMarks(false);
  await session.setMarks(true);
  expect(now().unmarked).toEqual([]);
});
