/** The ribbon's functions on the real client: clicks arrive, also those that come too early, and always end. */
import { registerRibbon, RIBBON_FUNCTIONS } from "../../src/commands/ribbon";
import { ExcelHost } from "../office-host/excel-host";
import { loadInJsdom, type OfficeSession } from "../office-host/load-in-jsdom";
import { workbookOf } from "../office-host/workbook-source";

let session: OfficeSession;
let restore: () => void;
beforeEach(async () => {
  session = await loadInJsdom(new ExcelHost(workbookOf({ sheets: [{ name: "甲" }] })));
  restore = session.installGlobals();
});
afterEach(() => {
  restore();
  session.close();
});

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

test("each button does its work, with the pane open where there is something to see", async () => {
  const done: string[] = [];
  session.control.invokeCommand(RIBBON_FUNCTIONS.run, "Jixiao.Run");
  registerRibbon({ run: () => void done.push("run"), open: () => void done.push("open"), toggleMarks: () => void done.push("marks"), undo: () => void done.push("undo") });
  await settle();
  for (const name of [RIBBON_FUNCTIONS.open, RIBBON_FUNCTIONS.toggleMarks, RIBBON_FUNCTIONS.undo]) {
    session.control.invokeCommand(name, name);
    await settle();
  }
  expect(done).toEqual(["open", "run", "open", "marks", "open", "undo"]);
  expect(session.completedCommands).toHaveLength(4);
});

test("a failing action is told and ends; a second click during the first is the same wish", async () => {
  const failures: unknown[] = [];
  let runs = 0;
  let finish: () => void = () => undefined;
  registerRibbon({
    open: () => undefined,
    run: () => {
      runs++;
      return new Promise<void>((resolve) => {
        finish = resolve;
      });
    },
    toggleMarks: () => {
      throw new Error("坏了");
    },
    undo: () => undefined,
    failed: (error) => failures.push(error),
  });
  for (const click of ["1", "2"]) session.control.invokeCommand(RIBBON_FUNCTIONS.run, click);
  session.control.invokeCommand(RIBBON_FUNCTIONS.toggleMarks, "3");
  await settle();
  finish();
  await settle();
  expect(runs).toBe(1);
  expect(failures).toEqual([new Error("坏了")]);
  expect(session.completedCommands).toHaveLength(3);
});
