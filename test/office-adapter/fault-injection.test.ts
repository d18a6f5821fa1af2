/** Breaks the write at every single action: the workbook is as planned, or as before, or the fault says which cells are which. */
import { FaultError } from "../../src/model/fault";
import type { ApplyResult, WritePlan } from "../../src/model/write-plan";
import { InterruptedWrite } from "../../src/host/port";
import type { ExcelErrorCode } from "../office-host/host-error";
import type { Edition } from "../office-host/requirement-sets";
import { workbookOf } from "../office-host/workbook-source";
import { closeAll, openInExcel, type OpenHost } from "./open-host";
import { edit, mark } from "./plans";
import { cellsOf, formatsOf, type Snapshot, snapshot } from "./snapshot";

afterEach(closeAll);

// Every failure starts an Excel of its own.
jest.setTimeout(60_000);

const FIRST: WritePlan = { edits: [edit("甲", "C1", null, { n: "3" })], marks: [mark("甲", "D2"), mark("甲", "D3", "warning"), mark("乙", "D2", "info", { n: "8" })] };

const SECOND: WritePlan = {
  edits: [
    edit("甲", "A1", { n: "1" }, { n: "9.79" }, "0.00"),
    edit("甲", "A2", "旧", "=11月底前"),
    edit("甲", "A3", "去掉", null),
    edit("乙", "B2", { n: "7" }, { n: "7" }, "0.0"),
    edit("乙", "B5", null, "因政策调整"),
    edit("乙", "B6", { n: "99" }, { n: "1" }),
  ],
  marks: [mark("甲", "D2"), mark("乙", "D9", "warning"), mark("乙", "D2", "error", { n: "8" })],
};

/** After the first plan, so that there are marks to replace and a state to keep. */
async function opened(edition: Edition = "excel-2021"): Promise<OpenHost> {
  const host = await openInExcel(
    workbookOf({
      sheets: [
        { name: "甲", cells: { A1: 1, A2: "旧", A3: "去掉", B1: "=100.00(%)", B2: { formula: "=A1+1", value: 2 } }, conditionalFormats: [{ areas: ["A1:B9"], formula: "=$A1>5" }] },
        { name: "乙", cells: { B2: { value: 7, format: "0.00" }, B6: 5, D2: 8 } },
      ],
    }),
    { edition },
  );
  await host.office.apply(FIRST);
  return host;
}

interface Outcome {
  readonly host: OpenHost;
  readonly before: Snapshot;
  readonly result: ApplyResult | null;
  readonly error: unknown;
}

async function applyWith(arm: (host: OpenHost) => void, edition?: Edition): Promise<Outcome> {
  const host = await opened(edition);
  const before = snapshot(host.excel.workbook);
  arm(host);
  try {
    return { host, before, result: await host.office.apply(SECOND), error: null };
  } catch (error) {
    return { host, before, result: null, error };
  }
}

async function planned(): Promise<Snapshot> {
  const { host, result } = await applyWith(() => undefined);
  expect(result?.applied).toEqual(SECOND.edits.slice(0, 5));
  expect(result?.conflicts.map(({ edit }) => edit)).toEqual(SECOND.edits.slice(5));
  return snapshot(host.excel.workbook);
}

test.each<[ExcelErrorCode, Edition]>([
  ["GeneralException", "excel-2021"],
  ["AccessDenied", "microsoft-365"],
])("one failure at every action (%s, %s): all as planned, or all as before", async (code, edition) => {
  const goal = await planned();
  let index = 0;
  for (; index < 100; index++) {
    const { host, before, result, error } = await applyWith(({ excel }) => excel.faults.failAt(index, code), edition);
    if (result) break;
    expect(error).toBeInstanceOf(FaultError);
    expect(error).not.toBeInstanceOf(InterruptedWrite);
    expect((error as FaultError).fault.message).toMatch(index === 0 ? "没有写入任何内容" : "已全部恢复原样");
    expect(snapshot(host.excel.workbook)).toEqual(before);
    // And the same plan goes through when Excel is well again.
    if (index % 5 === 0) {
      await host.office.apply(SECOND);
      expect(snapshot(host.excel.workbook)).toEqual(goal);
    }
  }
  expect(index).toBeGreaterThan(20);
  closeAll();
});

test("a whole request that fails, at any of the requests", async () => {
  const goal = await planned();
  const ends: string[] = [];
  for (let index = 0; index < 5; index++) {
    const { host, before, result, error } = await applyWith(({ excel }) => excel.faults.failBatch(index, "GeneralException"));
    const now = snapshot(host.excel.workbook);
    if (result) {
      ends.push("planned");
      expect(now).toEqual(goal);
    } else {
      ends.push((error as FaultError).fault.message.split("。")[1] ?? "");
      expect(now).toEqual(before);
    }
    if (index > 3) break;
  }
  expect(ends).toEqual(["没有写入任何内容", "没有写入任何内容", "planned", "planned", "planned"]);
});

test("a second failure during the repair: the fault says which cells are which, and its inverse restores them", async () => {
  let interrupted = 0;
  for (let index = 1; index < 40; index += 2) {
    for (const later of [0, 2, 5]) {
      const { host, before, error, result } = await applyWith(({ excel }) => {
        excel.faults.failAt(index, "GeneralException");
        excel.faults.failAt(index + 1 + later, "GeneralException");
      });
      if (result) continue;
      expect(error).toBeInstanceOf(FaultError);
      if (!(error instanceof InterruptedWrite)) {
        expect(snapshot(host.excel.workbook)).toEqual(before);
        continue;
      }
      interrupted++;
      const { applied, inverse } = error.result;
      const written = new Set(applied.map(({ ref }) => `${ref.sheet} ${ref.row} ${ref.col}`));
      for (const { ref, before: old, after } of SECOND.edits.slice(0, 5)) {
        const grid = host.excel.workbook.sheetNamed(ref.sheet).cell(ref.row, ref.col).content;
        const shouldHold = written.has(`${ref.sheet} ${ref.row} ${ref.col}`) ? after : old;
        expect(contentText(grid)).toBe(contentText(shouldHold));
      }
      for (const { ref } of applied) expect(error.fault.message).toContain(ref.sheet);
      // What cannot be told from a user's own format is taken away by the next write.
      await host.office.apply(inverse);
      expect(cellsOf(host.excel.workbook)).toEqual(before.sheets.map(({ name, cells }) => ({ name, cells })));
      expect(formatsOf(host.excel.workbook)).toEqual(before.sheets.map(({ name, formats }) => ({ name, formats })));
    }
    closeAll();
  }
  expect(interrupted).toBeGreaterThan(5);
});

function contentText(content: unknown): string {
  const { kind, value, digits, text } = content as { kind: string; value?: unknown; digits?: string; text?: string };
  return kind === "empty" ? "" : String(digits ?? value ?? text);
}

test("nothing can be read after the failure: every planned cell is named, and the inverse changes only what was written", async () => {
  const { host, before, error } = await applyWith(({ excel }) => {
    excel.faults.failAt(5, "GeneralException");
    for (const batch of [2, 3]) excel.faults.failBatch(batch, "GeneralException");
  });
  expect(error).toBeInstanceOf(InterruptedWrite);
  const { result, fault } = error as InterruptedWrite;
  expect(fault.message).toContain("可能有一部分已写入");
  const undone = await host.office.apply(result.inverse);
  expect(undone.applied.length).toBeGreaterThan(0);
  expect(snapshot(host.excel.workbook)).toEqual(before);
});

test("the answer gets lost although Excel has written: all is taken back", async () => {
  const { host, before, error } = await applyWith(({ excel }) => {
    const execute = excel.execute.bind(excel);
    let armed = true;
    excel.execute = async (message) => {
      const answer = await execute(message);
      if (!armed || !excel.log.batches.at(-1)?.calls.includes("Range.values=")) return answer;
      armed = false;
      return { status: 5104, message: "Response payload size limit exceeded." };
    };
  });
  expect(error).toBeInstanceOf(FaultError);
  expect((error as FaultError).fault).toMatchObject({ code: "too-large", message: expect.stringContaining("已全部恢复原样") as unknown });
  expect(snapshot(host.excel.workbook)).toEqual(before);
});

test("marks that cannot be removed all are removed by doing it again", async () => {
  for (let index = 0; index < 4; index++) {
    const { excel, office } = await opened();
    excel.faults.failAt(index, "GeneralException");
    await expect(office.removeMarks()).rejects.toMatchObject({ fault: { code: "host" } });
    await office.removeMarks();
    expect(excel.workbook.sheets.flatMap((sheet) => sheet.conditionalFormats.map(({ formula }) => formula))).toEqual(["=$A1>5"]);
    expect(excel.workbook.customXml.size).toBe(0);
  }
});
