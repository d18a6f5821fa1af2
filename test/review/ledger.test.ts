/** A ledger of many projects, from its cells to findings and writes. Layout SPEC L26, scoring SPEC S18. */
import { showNumber } from "../../src/host/number-text";
import { a1 } from "../../src/model/address";
import type { WorkbookReview } from "../../src/model/review";
import { DEFAULT_SETTINGS } from "../../src/model/settings";
import { review } from "../../src/review/review";
import { sheet } from "../support/layout-sheet";

const LEVELS = "一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析";
const rows = (lead: string, count: string, actual: string, score: string, tail = ""): string => `
  ${lead} | 产出指标 | 数量指标 | ${count} | ≥4次 | ${actual} | #20 | ${score} | ${tail}
  ${lead.replace(/[^|]+/g, " ^ ")} | ^ | 质量指标 | ${count}合格率 | ≥95% | 96% | #20 | #20 | ${tail && "^"}
  ${lead.replace(/[^|]+/g, " ^ ")} | ^ | 时效指标 | ${count}及时率 | ≥95% | 96% | #10 | #10 | ${tail && "^"}
  ${lead.replace(/[^|]+/g, " ^ ")} | 效益指标 | 社会效益指标 | ${count}知晓率 | ≥90% | 95% | #30 | #30 | ${tail && "^"}
  ${lead.replace(/[^|]+/g, " ^ ")} | 满意度指标 | 服务对象满意度指标 | ${count}满意度 | ≥90% | 95% | #10 | #10 | ${tail && "^"}`;
const reviewed = (picture: string): WorkbookReview => review({ sheets: [sheet(picture)] }, { settings: DEFAULT_SETTINGS, showNumber });
const told = ({ findings }: WorkbookReview): string[] => findings.filter(({ severity }) => severity !== "info").map(({ rule, cell }) => `${rule} ${a1(cell)}`);

test("weights that leave 10 for the spending, which is kept elsewhere, are no mistake; no total is made up", () => {
  const result = reviewed(`2023年度项目绩效自评台账 | < | < | < | < | < | < | < | <\n项目名称 | ${LEVELS}${rows("甲项目", "培训次数", "4次", "#20")}${rows("乙项目", "报告篇数", "2次", "")}`);
  expect(result.forms.map(({ form, total, grade }) => [form.head.project?.text, total?.score ?? null, grade])).toEqual([["甲项目", null, null], ["乙项目", null, null]]);
  expect(result.plan.edits.map(({ ref, after }) => [a1(ref), after])).toEqual([["H8", { kind: "number", digits: "10.00" }]]);
  expect(told(result)).toEqual(["deviation/reason-missing I8"]);
});

test("with spending, total and grade in columns of their own everything is filled in, once for a project", () => {
  const header = `项目名称 | 全年预算数 | 全年执行数 | 分值 | 执行率(%) | 得分 | ${LEVELS.replace("偏差原因分析", "总分")}`;
  const result = reviewed(`${header}${rows("甲项目 | #100 | #96 | #10 | {0.00} | {0.00}", "培训次数", "4次", "#20", "{0.00}")}`);
  expect(result.plan.edits.map(({ ref, after }) => [a1(ref), after])).toEqual([["E2", { kind: "number", digits: "96.00" }], ["F2", { kind: "number", digits: "9.60" }], ["N2", { kind: "number", digits: "99.60" }]]);
  expect(told(result)).toEqual([]);
});

test("more than 100 is too much in a ledger too", () => {
  expect(told(reviewed(`项目名称 | ${LEVELS}${rows("甲项目", "培训次数", "4次", "#20").replaceAll("#30", "#60")}`))).toContain("weight/sum-not-100 G1");
});
