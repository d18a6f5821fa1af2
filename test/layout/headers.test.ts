/** Every header spelling and column order of the vocabulary. */
import { amountAt, fundTexts, goalTexts, PARTS, read, readForm, ROWS, rowTexts } from "../support/layout-form";
import { sheet } from "../support/layout-sheet";
import { recognise } from "../../src/layout/recognise";

const HEADER = ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"];

function withHeader(old: string, word: string): string {
  return HEADER.map((header) => (header === old ? word : header)).join(" | ");
}

const SPELLINGS: readonly (readonly [string, readonly string[]])[] = [
  ["分值", ["分值", "权重", "分数", "标准分值", "考核参分", "分 值", "分值（100分）", "权重(%)"]],
  ["得分", ["得分", "自评得分", "自评分", "得\\n分", "得分（100）"]],
  ["年度指标值", ["年度指标值", "年度(/项目)指标值", "指标值", "年初目标值(A)", "年初目标值（Ａ）", "年初指标值", "指标目标值", "预期指标值", "目标值", "目标值(A)", "年 度\\n指标值"]],
  ["实际完成值", ["实际完成值", "全年实际值", "全年完成值", "完成值", "年终完成值", "完成情况", "实际完成值(B)", "全年实际值（B）"]],
  ["偏差原因分析及改进措施", ["偏差原因分析及改进措施", "偏差原因分析\\n及改进措施", "未完成原因分析", "未完成原因及拟采取的改进措施", "未完成原因和改进措施", "偏差原因", "原因", "备注"]],
  ["一级指标", ["一级指标", "一级\\n指标", "一级目标"]],
  ["三级指标", ["三级指标", "三级目标", "指标名称"]],
];

describe.each(SPELLINGS)("L4 spellings of %s", (meaning, words) => {
  test.each(words)("%s", (word) => {
    expect(rowTexts(readForm({ header: withHeader(meaning, word) }))).toEqual(ROWS);
  });
});

const FUND_SPELLINGS: readonly (readonly [string, readonly string[]])[] = [
  ["年初预算数", ["年初预算数", "年初预算", "年初\\n预算数"]],
  ["全年预算数", ["全年预算数", "全年预算数(A)", "调整后预算数", "调整预算数", "预算数(A)", "预算数（Ａ）"]],
  ["全年执行数", ["全年执行数", "全年执行数(B)", "执行数(B)", "预算执行数"]],
  ["分值", ["分值", "分数", "权重"]],
  ["执行率", ["执行率(%)", "执行率", "执行率(B/A)", "预算执行率", "预算执行率（B/A×100%）", "执行率（B/A)"]],
  ["得分", ["得分", "自评得分", "得分(20分*执行率)", "得分（10分×执行率）"]],
];

describe.each(FUND_SPELLINGS)("L9 spellings of %s in the funds block", (meaning, words) => {
  test.each(words)("%s", (word) => {
    const form = readForm({ funds: PARTS.funds.replace(`| ${meaning} |`, `| ${word} |`).replace(new RegExp(`\\| ${meaning}\\n`), `| ${word}\n`) });
    expect(fundTexts(form)[0]).toBe("total: 100 110 99 | 10 90 9");
    expect(amountAt(form.funds?.rows[0]?.score)).toBe("9@H6");
    expect(form.funds?.rateHeader?.text).toBe(meaning === "执行率" ? word : "执行率");
  });
});

const FUND_ROWS: readonly (readonly [string, string])[] = [
  ["年度资金总额", "total"],
  ["年度资金总额：", "total"],
  ["年度财政资金总额", "total"],
  ["总额", "total"],
  ["其中：当年财政拨款", "appropriation"],
  ["其中：本年财政拨款", "appropriation"],
  ["其中：财政资金", "appropriation"],
  ["其中:\\n 当年财政拨款", "appropriation"],
  ["上年结转资金", "carry-over"],
  ["其他资金", "other"],
  ["财政专户管理资金", "other"],
  ["单位资金", "other"],
  ["其中：某专项", "part"],
];

test.each(FUND_ROWS)("L11 a row called %s is %s", (label, role) => {
  const lines = role === "total" ? [label, "其中：财政拨款"] : ["年度资金总额", label];
  const form = readForm({
    funds: ["项目资金（万元） | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分", `^ | ${lines[0]} | #100 | #110 | #99 | #10 | #90 | #9`, `^ | ${lines[1]} | #40 | #50 | #45 | — | #90 | —`].join("\n"),
  });
  expect(form.funds?.rows.map((row) => row.role)).toEqual(role === "total" ? ["total", "appropriation"] : ["total", role]);
});

const GOALS: readonly (readonly [string, string])[] = [
  ["预期目标", "实际完成情况"],
  ["年初设定目标", "全年实际完成情况"],
  ["项目年度目标", "年度总体目标完成情况综述"],
];

test.each(GOALS)("L8 goals %s and %s", (expected, achieved) => {
  const goals = PARTS.goals.replace("预期目标", expected).replace("实际完成情况", achieved);
  expect(goalTexts(readForm({ goals }))).toEqual({ expected: "完成培训", achieved: "已完成培训" });
  expect(goalTexts(readForm({ goals }, { merges: false }))).toEqual({ expected: "完成培训", achieved: "已完成培训" });
});

test("L8 goals one below the other, in the label's own cell, without a side header, and of a transfer", () => {
  const stacked = "年度目标 | 年初设定目标 | 完成培训 | < | < | < | < | <\n^ | 全年实际完成情况 | 已完成培训 | < | < | < | < | <";
  expect(goalTexts(readForm({ goals: stacked }))).toEqual({ expected: "完成培训", achieved: "已完成培训" });
  expect(goalTexts(readForm({ goals: "预期目标：完成培训 | < | < | < | 实际完成情况：已完成培训 | < | < | <" }))).toEqual({ expected: "完成培训", achieved: "已完成培训" });
  const transfer = "总体目标完成情况 | 总体目标 | < | < | 全年实际完成情况 | < | < | <\n^ | 完成培训 | < | < | 已完成培训 | < | < | <";
  expect(goalTexts(readForm({ goals: transfer }))).toEqual({ expected: "完成培训", achieved: "已完成培训" });
});

describe("L5 column orders", () => {
  const rows = (order: readonly number[], extra: (row: readonly string[]) => readonly string[] = () => []): string =>
    [
      ["产出指标", "数量指标", "培训次数", "≥4次", "4次", "#50", "#50", "无"],
      ["效益指标", "社会效益指标", "就业人数", "≥10人", "9人", "#30", "#27", "报名不足"],
      ["满意度指标", "服务对象满意度指标", "学员满意度", "≥90%", "95%", "#10", "#10", "无"],
    ]
      .map((row) => [...order.map((i) => row[i]!), ...extra(row)].join(" | "))
      .join("\n");

  test("分值 before the target", () => {
    expect(rowTexts(readForm({ header: "一级指标 | 二级指标 | 三级指标 | 分值 | 年度指标值 | 全年实际值 | 得分 | 未完成原因分析", rows: rows([0, 1, 2, 5, 3, 4, 6, 7]), closing: "总分 | < | < | #100 | | | #96 | " }))).toEqual(ROWS);
  });

  test("分值 · 目标(A) · 实际(B) · 评分标准 · 得分 · 原因", () => {
    const form = readForm({ header: "一级指标 | 二级指标 | 三级指标 | 分值 | 目标值(A) | 实际完成值(B) | 评分标准 | 得分 | 原因", rows: rows([0, 1, 2, 5, 3, 4]).split("\n").map((line, i) => `${line} | 完成得满分 | ${["#50", "#27", "#10"][i]} | ${["无", "报名不足", "无"][i]}`).join("\n"), closing: "总分 | < | < | #100 | | | | #96 | " });
    expect(rowTexts(form)).toEqual(ROWS);
    expect([amountAt(form.total?.weight), amountAt(form.total?.score)]).toEqual(["100@D16", "96@H16"]);
  });

  test("评分标准, 得分计算方法, 完成率 between", () => {
    const form = readForm({
      header: "一级指标 | 二级指标 | 三级指标 | 评分标准 | 年度指标值 | 实际完成值 | 完成率 | 分值 | 得分计算方法 | 得分 | 备注",
      rows: ["产出指标 | 数量指标 | 培训次数 | 按次 | ≥4次 | 4次 | 100% | #50 | 完成率 | #50 | 无", "效益指标 | 社会效益指标 | 就业人数 | 按人 | ≥10人 | 9人 | 90% | #30 | 完成率 | #27 | 报名不足", "满意度指标 | 服务对象满意度指标 | 学员满意度 | 问卷 | ≥90% | 95% | 100% | #10 | 问卷 | #10 | 无"].join("\n"),
      closing: "总分 | < | < | < | < | < | < | #100 | | #96 | ",
    });
    expect(rowTexts(form)).toEqual(ROWS);
    expect(amountAt(form.total?.score)).toBe("96@J16");
  });

  test("a reviewer's 复核分 right of 得分 is not ours, nor is it in the funds block", () => {
    for (const second of ["复核分", "财政审核评分", "得分", "复核得分"]) {
      const form = readForm({
        funds: `项目资金（万元） | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 | ${second}\n^ | 年度资金总额 | #100 | #110 | #99 | #10 | #90 | #9 | #8`,
        header: `一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | ${second} | 偏差原因`,
        rows: rows([0, 1, 2, 3, 4, 5, 6]).split("\n").map((line, i) => `${line} | #1 | ${["无", "报名不足", "无"][i]}`).join("\n"),
        closing: "总分 | < | < | < | < | #100 | #96 | #3 | ",
      });
      expect(rowTexts(form)).toEqual(ROWS);
      expect(amountAt(form.funds?.rows[0]?.score)).toBe("9@H6");
      expect(amountAt(form.total?.score)).toBe("96@G13");
    }
  });

  test("no 分值", () => {
    const form = readForm({ header: "一级指标 | 二级指标 | 三级指标 | 年初目标值(A) | 实际完成值(B) | 得分", rows: rows([0, 1, 2, 3, 4, 6]), closing: "总分 | < | < | < | < | #96" });
    expect(rowTexts(form)[1]).toBe("效益指标/社会效益指标/就业人数: ≥10人 → 9人, ∅/27");
    expect(form.total?.weight).toBeNull();
    expect(amountAt(form.total?.score)).toBe("96@F16");
  });

  test("no 分值 and no 得分", () => {
    const form = readForm({ header: "一级指标 | 二级指标 | 三级指标 | 指标值 | 全年实际完成值 | 未完成原因和改进措施", rows: rows([0, 1, 2, 3, 4, 7]), closing: "说明 | 无 | < | < | < | <" });
    expect(rowTexts(form)[1]).toBe("效益指标/社会效益指标/就业人数: ≥10人 → 9人, ∅/∅, 报名不足");
    expect([form.kind, form.total]).toEqual(["self-evaluation", null]);
  });
});

describe("L5 a target in three columns", () => {
  const rows = `
    产出指标 | 数量指标 | 培训次数 | ≥ | #4 | 次 | 4次 | #50 | #50 | 无
    效益指标 | 社会效益指标 | 就业人数 | ≥ | #10 | 人 | 9人 | #30 | #27 | 报名不足
    满意度指标 | 服务对象满意度指标 | 学员满意度 | ≥ | #0.9{0%} | % | 95% | #10 | #10 | 无`;
  const closing = "总分 | < | < | < | < | < | < | #100 | #96 | ";

  test("plain columns", () => {
    const form = readForm({ header: "一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 | 完成值 | 权重 | 得分 | 原因", rows, closing });
    expect(rowTexts(form)).toEqual(ROWS);
    expect(form.indicators[0]?.target?.ref).toMatchObject({ row: 13, col: 5 });
    expect(form.indicators[0]?.target?.reading).toEqual({ kind: "quantity", operator: ">=", number: "4", unit: "次" });
  });

  test("plain columns called 性质 · 值 · 单位", () => {
    expect(rowTexts(readForm({ header: "一级指标 | 二级指标 | 三级指标 | 性质 | 值 | 单位 | 完成值 | 权重 | 得分 | 原因", rows, closing }))).toEqual(ROWS);
  });

  const parent = `
    一级指标 | 二级指标 | 三级指标 | 年度指标值 | < | < | 完成值 | 权重 | 得分 | 原因
    ^ | ^ | ^ | 指标性质 | 指标值 | 度量单位 | ^ | ^ | ^ | ^`;

  test("under one parent over two rows, merges known or not", () => {
    for (const merges of [true, false]) {
      const form = readForm({ header: parent, rows, closing }, { merges });
      expect(rowTexts(form)).toEqual(ROWS);
      expect(form.indicators[0]?.target?.ref).toMatchObject({ row: 14, col: 5 });
      expect(amountAt(form.total?.score)).toBe("96@I17");
    }
  });

  test("levels in the second header row too, 绩效指标 above them", () => {
    const header = `
      绩效指标 | < | < | 年度指标值 | < | < | 完成值 | 权重 | 得分 | 原因
      一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 | ^ | ^ | ^ | ^`;
    for (const merges of [true, false]) expect(rowTexts(readForm({ header, rows, closing }, { merges }))).toEqual(ROWS);
  });

  test("定性 targets and operators in words", () => {
    const words = `
      产出指标 | 数量指标 | 培训次数 | 大于等于 | #4 | 次 | 4次 | #50 | #50 | 无
      效益指标 | 社会效益指标 | 影响力 | 定性 | 提升 | / | 提升 | #30 | #27 | 报名不足`;
    const form = readForm({ header: parent, rows: words, closing });
    expect(form.indicators.map((row) => row.target?.written)).toEqual(["大于等于4次", "提升"]);
  });
});

test("L3 a header over two rows: levels below 绩效指标, everything else merged downwards", () => {
  const header = `
    绩效指标 | < | < | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施
    一级指标 | 二级指标 | 三级指标 | ^ | ^ | ^ | ^ | ^`;
  for (const merges of [true, false]) {
    const form = readForm({ header }, { merges });
    expect(rowTexts(form)).toEqual(ROWS);
    expect([form.columns.weight?.ref.row, form.columns.name?.ref.row]).toEqual([12, 13]);
  }
});

test("L3 得分 over 自评分 and 复核分", () => {
  const header = `
    一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | < | 偏差原因
    ^ | ^ | ^ | ^ | ^ | ^ | 自评分 | 复核分 | ^`;
  const rows = "产出指标 | 数量指标 | 培训次数 | ≥4次 | 4次 | #50 | #50 | #40 | 无";
  for (const merges of [true, false]) expect(rowTexts(readForm({ header, rows }, { merges }))).toEqual([ROWS[0]]);
});

test("L3 goals right above the header are no first line of it", () => {
  const form = readForm({ goals: "年度总体目标 | 完成培训 | < | < | 实际完成情况 | 已完成 | < | <" });
  expect(form.columns.level1?.ref.row).toBe(form.columns.actual?.ref.row);
  expect(rowTexts(form)).toEqual(ROWS);
});

describe("L1 no form", () => {
  const NONE: Readonly<Record<string, string>> = {
    "a roster": "序号 | 姓名 | 项目名称 | 得分\n#1 | 张三 | 甲 | #95\n#2 | 李四 | 乙 | #90",
    "a list of projects": "项目支出绩效自评结果汇总表 | < | < | <\n项目名称 | 执行率 | 总分 | 等级\n甲 | #98 | #95 | 优\n乙 | #99 | #96 | 优",
    "a list under a form's title": "项目支出绩效自评表 | < | < | <\n项目名称 | 主管部门 | 自评得分 | 评分等级\n甲 | 乙局 | #95 | 优",
    "an index of indicators": "一级指标 | 二级指标 | 三级指标 | 指标解释 | 评分标准 | 分值\n产出 | 数量 | 次数 | 说明 | 标准 | #10",
    "a library of indicators": "一级指标 | 二级指标 | 三级指标 | 指标值\n产出 | 数量 | 次数 | ≥1次",
    "a staff appraisal": "指标名称 | 目标值 | 完成值 | 得分\n出勤 | 100% | 99% | #9",
    "a grade legend": "等级 | 分数\n优 | 90-100\n良 | 80-90",
    "a header without rows": "项目支出绩效自评表\n项目名称 | 甲\n一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分",
    nothing: "",
  };
  test.each(Object.entries(NONE))("%s", (_name, picture) => {
    const found = recognise({ sheets: [sheet(picture)] });
    expect(found.forms).toEqual([]);
    expect(found.withoutForm).toHaveLength(1);
  });

  test("says what is there and what is missing", () => {
    expect(recognise({ sheets: [sheet("序号 | 姓名 | 三级指标 | 得分\n#1 | 甲 | 乙 | #95")] }).withoutForm).toEqual([{ sheet: "Sheet1", found: ["序号", "三级指标", "得分"], missing: ["一级指标", "年度指标值"] }]);
  });
});

test("L5 read() finds the same rows by the same code in a plain table", () => {
  expect(rowTexts(read(sheet(`${PARTS.header.trim()}\n${PARTS.rows}`.replace(/\n\s*\n/g, "\n"))))).toEqual(ROWS);
});
