/** Workbooks and clocks for the tests of the pane. */
import type { CellRef } from "../../src/model/address";
import type { WorkbookGrid } from "../../src/model/grid";
import type { Example } from "../../src/rules/example";
import type { Clock } from "../../src/taskpane/clock";
import { exampleGrid } from "../support/example-sheet";

/** One sheet per example. */
export function workbook(...examples: readonly (readonly [sheet: string, example: Example])[]): WorkbookGrid {
  return { sheets: examples.map(([name, example]) => ({ ...exampleGrid(example).sheets[0]!, name })) };
}

/** All figures blank: rate, score, total, grade; row scores too. */
export const DRAFT: Example = {
  note: "未填的草稿",
  head: { project: "甲项目" },
  funds: { rate: "", score: "" },
  rows: [{ weight: "60", score: "" }, { level1: "满意度指标", level2: "服务对象满意度指标", name: "学员满意度", target: "≥90%", actual: "95%", weight: "30", score: "" }],
  total: { weight: "100", score: "" },
};
/** A wrong total, and a lowered score without a reason. */
export const FAULTY: Example = {
  note: "总分错误，缺原因",
  head: { project: "乙项目" },
  rows: [{ target: "≥200人次", actual: "180人次", name: "培训人次", weight: "90", score: "81", reason: "无" }],
  total: { score: "99" },
  grade: "优",
};
/** Nothing to write into it and nothing to mark. */
export const FINE: Example = { note: "没有要改的", head: { project: "丙项目" }, grade: "优" };

export const REASON: CellRef = { sheet: "乙", row: 10, col: 8 };
export const TOTAL: CellRef = { sheet: "乙", row: 11, col: 7 };

export function plainWorkbook(): WorkbookGrid {
  return { sheets: [{ name: "说明", visibility: "visible", protected: false, merges: [], cells: [{ row: 1, col: 1, value: { kind: "text", text: "填表说明" }, formula: null, format: "General" }] }] };
}

export interface TestClock extends Clock {
  /** Lets time pass and calls what is due. */
  pass(ms: number): void;
  breaths: number;
}

/** `perLook`: milliseconds that every look at the clock takes. */
export function testClock(perLook = 0): TestClock {
  let time = 0;
  const due = new Map<() => void, number>();
  return {
    breaths: 0,
    now: () => (time += perLook),
    async breathe() {
      this.breaths++;
      await new Promise((resume) => setTimeout(resume, 0));
    },
    later: (ms, call) => {
      due.set(call, time + ms);
      return () => due.delete(call);
    },
    today: () => "2026-11-22",
    pass(ms) {
      time += ms;
      for (const [call, at] of [...due]) {
        if (at > time) continue;
        due.delete(call);
        call();
      }
    },
  };
}

/** Until all that was promised so far has happened. */
export async function settled(turns = 6): Promise<void> {
  for (let i = 0; i < turns; i++) await new Promise((resume) => setTimeout(resume, 0));
}
