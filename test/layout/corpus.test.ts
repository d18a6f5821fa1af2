/** The 68 published forms: what the layout reads from the workbooks against what was transcribed from the publications. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openWorkbook } from "../../src/host/xlsx/open";
import { recognise } from "../../src/layout/recognise";
import { parseDecimal } from "../../src/model/decimal";
import type { AmountField, Form, FundRow, GoalKey, HeadKey } from "../../src/model/form";

const CORPUS = join(__dirname, "..", "corpus");

type Published = Readonly<Record<string, unknown>>;
type Row = Readonly<Record<string, string>>;

interface Source {
  readonly json: string;
  readonly workbook: string;
  readonly kind: Form["kind"];
}

const EVALUATIONS: readonly Source[] = [
  { json: "jiading-2024-self-evaluation", workbook: "jiading-2024-published", kind: "self-evaluation" },
  { json: "minhang-2023-self-evaluation", workbook: "minhang-2023-published", kind: "self-evaluation" },
];
const DECLARATIONS: readonly Source[] = [
  { json: "minhang-2026-target-declaration", workbook: "minhang-2026", kind: "target-declaration" },
  { json: "putuo-2024-target-declaration", workbook: "putuo-2024", kind: "target-declaration" },
  { json: "shanghai-2020-performance-target", workbook: "shanghai-2020", kind: "performance-target" },
];

function published(source: Source): Published[] {
  return JSON.parse(readFileSync(join(CORPUS, `${source.json}.json`), "utf8")) as Published[];
}

function read(file: string): readonly Form[] {
  return recognise(openWorkbook(readFileSync(join(CORPUS, file))).grid()).forms;
}

function pairs(source: Source): (readonly [Published, Form])[] {
  const expected = published(source);
  const forms = read(`workbooks/${source.workbook}.xlsx`);
  expect(forms.map((form) => form.head.project?.text)).toEqual(expected.map((form) => tight(form["项目名称"])));
  return expected.map((form, i) => [form, forms[i]!]);
}

/** A published figure is printed; the workbook holds a number. */
function figure(field: AmountField | null | undefined): string {
  return field?.number ? field.number.toFixed() : (field?.text ?? "");
}

function printed(text: unknown): string {
  const value = text === null || text === undefined ? "" : String(text);
  return parseDecimal(value)?.toFixed() ?? value.trim();
}

/** Line breaks of the publication are where its columns were narrow. */
function tight(text: unknown): string {
  return text === null || text === undefined ? "" : String(text).replace(/\s*\n\s*/g, "").trim();
}

const squeezed = (text: unknown): string => tight(text).replace(/\s+/g, "");

const HEAD: Readonly<Record<string, HeadKey>> = {
  项目名称: "project",
  主管部门: "department",
  实施单位: "unit",
  申报单位名称: "unit",
  项目性质: "nature",
  项目类别: "category",
  计划开始日期: "start",
  计划完成日期: "end",
  项目概况: "overview",
  立项依据: "basis",
  项目设立的必要性: "necessity",
  保证项目实施的制度措施: "measures",
  项目实施计划: "plan",
  是否含有政府购买服务: "purchase",
  绩效类型: "performance-type",
};

function checkHead(expected: Published, form: Form, kind: Form["kind"]): void {
  expect(form.kind).toBe(kind);
  expect(form.title?.text).toBe(expected["form"]);
  expect(form.year).toBe(expected["year"]);
  expect(form.funds?.unit).toBe(expected["资金单位"]);
  for (const [label, key] of Object.entries(HEAD)) {
    if (label in expected) expect([label, squeezed(form.head[key]?.text)]).toEqual([label, squeezed(expected[label])]);
  }
}

function checkGoal(form: Form, key: GoalKey, expected: unknown): void {
  expect([key, squeezed(form.goals[key]?.text)]).toEqual([key, squeezed(expected)]);
}

function checkRows(form: Form, rows: readonly Row[], keys: { l1: string; l2: string; l3: string; target: string }): void {
  expect(form.indicators.map((row) => squeezed(row.name))).toEqual(rows.map((row) => squeezed(row[keys.l3])));
  rows.forEach((row, i) => {
    const read = form.indicators[i]!;
    expect([read.level1, read.level2]).toEqual([squeezed(row[keys.l1]), squeezed(row[keys.l2])]);
    expect(squeezed(read.target?.written)).toBe(squeezed(row[keys.target]));
    if (!("实际完成值" in row)) {
      expect([read.actual, read.weight, read.score, read.reason]).toEqual([null, null, null, null]);
      return;
    }
    expect(squeezed(read.actual?.written)).toBe(squeezed(row["实际完成值"]));
    expect(figure(read.weight)).toBe(printed(row["分值"]));
    expect(figure(read.score)).toBe(printed(row["得分"]));
    expect(squeezed(read.reason?.text)).toBe(squeezed(row["偏差原因分析及改进措施"]));
  });
}

const LEVELS = { l1: "一级指标", l2: "二级指标", l3: "三级指标", target: "年度指标值" };
const GOALS_LEVELS = { l1: "一级目标", l2: "二级目标", l3: "三级目标", target: "指标目标值" };

describe.each(EVALUATIONS)("L1–L30 $workbook as published", (source) => {
  const found = pairs(source);

  test.each(found)("head, funds, goals, rows, total and grade of form %#", (expected, form) => {
    checkHead(expected, form, source.kind);
    const rows = expected["项目资金"] as readonly Row[];
    expect(form.funds?.rows.map((row) => squeezed(row.label.text))).toEqual(rows.map((row) => squeezed(row["科目"])));
    expect(form.funds?.rows.map((row) => row.role)).toEqual(["total", "appropriation", "carry-over", "other"]);
    rows.forEach((row, i) => {
      const read = form.funds!.rows[i]!;
      const columns: [AmountField | null, string][] = [[read.initial, "年初预算数"], [read.annual, "全年预算数"], [read.executed, "全年执行数"], [read.weight, "分数"], [read.rate, "执行率"], [read.score, "得分"]];
      for (const [field, key] of columns) expect([key, figure(field)]).toEqual([key, printed(row[key])]);
    });
    const goals = expected["年度总体目标"] as Row | undefined;
    if (goals) {
      checkGoal(form, "expected", goals["预期目标"]);
      checkGoal(form, "achieved", goals["实际完成情况"]);
    }
    checkRows(form, expected["绩效指标"] as readonly Row[], LEVELS);
    const total = expected["总分"] as Row;
    expect([figure(form.total?.weight), figure(form.total?.score)]).toEqual([printed(total["分值"]), printed(total["得分"])]);
    expect(form.grade?.text ?? null).toBe(expected["评分等级"]);
  });
});

const DECLARED: readonly (readonly [string, FundRow["role"]])[] = [
  ["项目资金总额", "project-total"],
  ["年度资金申请总额", "total"],
  ["其中：财政资金", "project-fiscal"],
  ["其中：当年财政拨款", "appropriation"],
  ["上年结转资金", "carry-over"],
  ["其他资金(项目)", "project-other"],
  ["其他资金(年度)", "other"],
  ["项目总预算（元）", "project-total"],
  ["项目当年预算（元）", "total"],
  ["同名项目上年预算额（元）", "last-year-budget"],
  ["同名项目上年预算执行数（元）", "last-year-executed"],
];

describe.each(DECLARATIONS)("L1–L30 $workbook as published", (source) => {
  const found = pairs(source);

  test.each(found)("head, amounts, goals and rows of form %#", (expected, form) => {
    checkHead(expected, form, source.kind);
    const funds = expected["项目资金"] as Row;
    // The transcription leaves out blank labels here and there.
    expect(form.funds?.rows).toHaveLength(source.kind === "performance-target" ? 4 : 7);
    for (const [key, role] of DECLARED) {
      if (key in funds) expect([key, figure(form.funds?.rows.find((row) => row.role === role)?.annual)]).toEqual([key, printed(funds[key])]);
    }
    if ("年度总体目标" in expected) checkGoal(form, "annual", expected["年度总体目标"]);
    checkGoal(form, "overall", expected["项目总目标"] ?? expected["总目标及阶段性目标"]);
    if ("绩效指标" in expected) checkRows(form, expected["绩效指标"] as readonly Row[], LEVELS);
    else checkRows(form, expected["绩效目标"] as readonly Row[], GOALS_LEVELS);
  });
});

test("L1 the rich copies hold the same forms as their plain source", () => {
  for (const file of ["rich/01-excel-basic.xlsx", "rich/04-libreoffice.xlsx"]) {
    for (const form of read(file)) {
      expect(form.indicators.length).toBeGreaterThan(4);
      expect(form.head.project?.text).not.toBe("");
    }
    expect(read(file).length).toBeGreaterThan(0);
  }
});
