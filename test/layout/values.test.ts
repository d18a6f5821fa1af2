/** Labels with their values, funds, totals, grades and reasons; what Excel cells hold. */
import { a1 } from "../../src/model/address";
import { amount, amountAt, fundTexts, headTexts, PARTS, readForm, ROWS, rowTexts } from "../support/layout-form";

describe("L7 labels of the head", () => {
  test("full-width, spaced, with line breaks, brackets and numbering", () => {
    const head = "项 目 名 称 | < | 甲项目 | < | < | < | < | <\n主管\\n部门 | < | 乙局 | < | 实施单位（盖章） | 丙中心 | < | <\n一、项目类别： | < | 特定目标类 | < | 项目负责人 | 某甲 | < | <";
    expect(headTexts(readForm({ head }))).toEqual({ project: "甲项目", department: "乙局", unit: "丙中心", category: "特定目标类" });
  });
  test("with the value in the label's own cell", () => {
    const found = readForm({ head: "项目名称：甲项目 | < | < | < | < | < | < | <\n主管部门: 乙局 | < | < | < | 实施单位：丙中心 | < | < | <" });
    expect(headTexts(found)).toEqual({ project: "甲项目", department: "乙局", unit: "丙中心" });
    expect(found.head.project?.field.ref).toEqual(found.head.project?.label.ref);
  });
  test("several in one cell", () => {
    const found = readForm({ head: "项目名称：甲项目　　主管部门：乙局   实施单位：丙中心 | < | < | < | < | < | < | <\n填报单位：丙中心   单位：元 | < | < | < | < | < | < | <", funds: PARTS.funds.replace("\\n（万元）", "") });
    expect(headTexts(found)).toEqual({ project: "甲项目", department: "乙局", unit: "丙中心" });
    expect(found.funds?.unit).toBe("元");
  });
  test("an empty value is not filled from the next label", () => {
    const found = readForm({ head: "项目名称 | < | | < | < | < | < | <\n主管部门 | < | | < | 实施单位 | | < | <" });
    expect(headTexts(found)).toEqual({ project: "", department: "", unit: "" });
    expect(a1(found.head.unit!.field.ref)).toBe("F4");
    const other = readForm({ head: "项目名称 | < | | < | 项目编码 | 123 | < | <\n主管部门 | < | | < | 内部编号 | 9 | < | <" });
    expect(headTexts(other)).toEqual({ project: "", department: "" });
  });
  test("a value that speaks of money is no unit", () => {
    expect(readForm({ head: "项目名称 | < | 甲工程（300万元） | < | < | < | < | <", funds: PARTS.funds.replace("\\n（万元）", "（元）") }).funds?.unit).toBe("元");
  });
  test("dates as serial numbers", () => {
    const found = readForm({ head: "项目名称 | < | 甲项目 | < | < | < | < | <\n计划开始日期 | < | #45292{yyyy/m/d} | < | 计划完成日期 | #45657{yyyy\"年\"m\"月\"d\"日\"} | < | <" });
    expect(headTexts(found)).toMatchObject({ start: "2024-01-01", end: "2024-12-31" });
  });
});

describe("L22 the year", () => {
  test.each([
    ["2024年度项目支出绩效自评表", "", 2024],
    ["项目支出绩效自评表（2024年度）", "", 2024],
    ["项目支出绩效自评表", "(2024 年度)", 2024],
    ["项目支出绩效自评表", "二〇二四年度", 2024],
    ["项目支出绩效自评表", "填报日期：2024年3月5日", 2021],
    ["2023年度项目支出绩效自评表", "填报日期：2024年3月5日", 2023],
    ["项目支出绩效自评表", "（２０２４年度）", 2024],
  ])("%s / %s", (title, line, year) => {
    expect(readForm({ title: line === "" ? title : `${title}\n${line}` }, { name: "2021年" }).year).toBe(year);
  });
  test("from a labelled cell, the dates, the sheet's name, the project's name; else unknown", () => {
    expect(readForm({ title: "", head: "项目名称 | 2019年甲项目\n预算年度 | 2024" }).year).toBe(2024);
    expect(readForm({ title: "", head: "项目名称 | 甲\n计划开始日期 | 2024-01-01 | 计划完成日期 | 2024-12-31" }).year).toBe(2024);
    expect(readForm({ title: "" }, { name: "自评2022" }).year).toBe(2022);
    expect(readForm({ title: "", head: "项目名称 | 2019年甲项目" }).year).toBe(2019);
    expect(readForm({ title: "" }).year).toBeNull();
  });
});

describe("L9–L12 funds", () => {
  const line = "#110 | #99 | #0.9{0.00%} | #18";
  test("the weight stands in the block's title only", () => {
    for (const title of ["预算执行情况(20分)", "预算执行情况（20分）\\n（万元）", "预算执行情况(万元)（20 分）", "资金20分"]) {
      const found = readForm({ funds: `${title} | | 预算数(A) | 执行数(B) | 执行率(B/A) | 得分(20分*执行率)\n^ | 年度财政资金总额 | ${line}` });
      expect(fundTexts(found)).toEqual(["total: ∅ 110 99 | 20 90 18"]);
      expect(amountAt(found.funds?.rows[0]?.weight)).toBe("20@A5");
    }
  });
  test("the weight stands in the header of the score only", () => {
    const found = readForm({ funds: `预算执行情况（万元） | | 预算数(A) | 执行数(B) | 执行率(B/A) | 得分(20分*执行率)\n^ | 年度财政资金总额 | ${line}` });
    expect([fundTexts(found), amountAt(found.funds?.rows[0]?.weight), found.funds?.unit]).toEqual([["total: ∅ 110 99 | 20 90 18"], "20@F5", "万元"]);
  });
  test("the block's title above, repeated in each row, or absent", () => {
    const rows = "年度资金总额 | #100 | #110 | #99 | #10 | #90 | #9\n其中：财政拨款 | #100 | #110 | #99 | — | #90 | —";
    const header = "年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分";
    const repeated = rows.split("\n").map((row) => `项目资金（万元） | ${row}`);
    for (const funds of [`预算执行情况（10分） | < | < | < | < | < | < | <\n | 资金来源 | ${header}\n | ${rows.split("\n").join("\n | ")}`, `项目资金（万元） | | ${header}\n${repeated.join("\n")}`, ` | 资金来源 | ${header}\n | ${rows.split("\n").join("\n | ")}`]) {
      expect(fundTexts(readForm({ funds }))).toEqual(["total: 100 110 99 | 10 90 9", "appropriation: 100 110 99 | — 90 —"]);
    }
  });
  test("title above gives the weight too", () => {
    const found = readForm({ funds: `预算执行情况（10分） | < | < | < | < | <\n资金来源 | < | 预算数（万元） | 执行数（万元） | 执行率 | 得分\n总额 | < | #110 | #99 | #0.9{0%} | #9` });
    expect([fundTexts(found), found.funds?.unit]).toEqual([["total: ∅ 110 99 | 10 90 9"], "万元"]);
  });
  test("weight, rate and score merged over all rows of the block", () => {
    const found = readForm({ funds: "项目资金 | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分\n^ | 年度资金总额 | #100 | #110 | #99 | #10 | #90 | #9\n^ | 其中：财政拨款 | #60 | #70 | #60 | ^ | ^ | ^\n^ | 其他资金 | #40 | #40 | #39 | ^ | ^ | ^" });
    expect(fundTexts(found)).toEqual(["total: 100 110 99 | 10 90 9", "appropriation: 60 70 60 |   ", "other: 40 40 39 |   "]);
    expect(found.funds?.rows.map((row) => row.score?.covered)).toEqual([false, true, true]);
    const last = readForm({ funds: "项目资金 | | 预算数 | 执行数 | 分值 | 得分\n^ | 其中：财政拨款 | #60 | #50 | #10 | #9\n^ | 其他资金 | #50 | #49 | ^ | ^\n^ | 合计 | #110 | #99 | ^ | ^" });
    expect(amountAt(last.funds?.rows[2]?.score)).toBe("9@F6");
  });
  test("headers over two rows", () => {
    const funds = "项目资金（万元） | | 资金 | < | < | 分值 | 执行率 | 得分\n^ | ^ | 年初预算数 | 全年预算数 | 全年执行数 | ^ | ^ | ^\n^ | 年度资金总额 | #100 | #110 | #99 | #10 | #90 | #9";
    for (const merges of [true, false]) expect(fundTexts(readForm({ funds }, { merges }))).toEqual(["total: 100 110 99 | 10 90 9"]);
  });
  test("labels and figures in one line", () => {
    const found = readForm({ funds: "全年预算数（元） | #110 | 全年执行数 | #99 | 执行率 | #0.9{0%} | 得分 | #9" });
    expect([fundTexts(found), found.funds?.unit]).toEqual([["total: ∅ 110 99 | ∅ 90 9"], "元"]);
  });
  test("a first row without a label is the total", () => {
    expect(fundTexts(readForm({ funds: "项目资金（万元） | < | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分\n | | #100 | #110 | #99 | #10 | #90 | #9" }))).toEqual(["total: 100 110 99 | 10 90 9"]);
  });
  test("only 年初预算数", () => {
    expect(fundTexts(readForm({ funds: "项目资金（万元） | | 年初预算数 | 全年执行数 | 执行率(%) | 得分\n^ | 总额 | #110 | #99 | #90 | #9" }))).toEqual(["total: 110 ∅ 99 | ∅ 90 9"]);
  });
  test("no block at all: 合计 below the table is the total, not money", () => {
    const found = readForm({ funds: "", closing: "合计 | < | < | < | < | #100 | #96 | " });
    expect([found.funds, amountAt(found.total?.score)]).toEqual([null, "96@G11"]);
  });
  test.each([
    ["项目资金（万元）", "", "万元"],
    ["项目资金(元)", "", "元"],
    ["项目资金（单位：万元）", "", "万元"],
    ["项目资金（人民币万元）", "", "万元"],
    ["项目资金", "单位：万元", "万元"],
    ["项目资金", "金额单位： 元", "元"],
    ["项目资金", "单位 | 万元", "万元"],
    ["项目资金", "（单位：万元）", "万元"],
    ["项目资金", "", null],
  ])("money unit of %s with %s", (title, line, unit) => {
    const found = readForm({ head: `${PARTS.head}${line === "" ? "" : `\n${line}`}`, funds: PARTS.funds.replace("项目资金\\n（万元）", title) });
    expect(found.funds?.unit).toBe(unit);
    if (unit === null) expect(found.funds?.unitField?.text).toBe("年初预算数");
  });
});

describe("L10 what number cells hold", () => {
  const rate = (text: string): string => amountAt(readForm({ funds: PARTS.funds.replace("#0.9{0.00%}", text) }).funds?.rows[0]?.rate);
  test.each([
    ["#97.85", "97.85"],
    ["86.19%", "86.19"],
    ["#1{0%}", "100"],
    ["#0.9785{0.00%}", "97.85"],
    ["#0.97849999999999993{0.00%}", "97.85"],
    ["#1", "1"],
    ["#0.57", "0.57"],
    ["９７．８５％", "97.85"],
    ["!#DIV/0!", "#DIV/0!"],
    ["", ""],
  ])("rate %s reads %s", (text, expected) => {
    expect(rate(text)).toBe(`${expected}@G6`);
  });
  test.each([
    ["1,599.05", "1599.05"],
    ["１２３．４５", "123.45"],
    [" 1 599.05 ", "1599.05"],
    ["110万元", "110"],
    ["#110{#,##0.00}", "110"],
    ["ƒSUM(D7:D9)→110", "110"],
    ["ƒSUM(D7:D9)", ""],
    ["!#REF!", "#REF!"],
    ["—", "—"],
  ])("amount %s reads %s", (text, expected) => {
    expect(amount(readForm({ funds: PARTS.funds.replace("#110 | #99 | #10", `${text} | #99 | #10`) }).funds?.rows[0]?.annual)).toBe(expected);
  });
  test("a formula is known as one, text that begins with = is not", () => {
    const found = readForm({ rows: "产出指标 | 数量指标 | 达标率 | =100.00(%) | 100.00(%) | #50 | ƒF13→50 | " });
    expect(rowTexts(found)).toEqual(["产出指标/数量指标/达标率: =100.00(%) → 100.00(%), 50/50, "]);
    expect([found.indicators[0]?.target?.formula, found.indicators[0]?.score?.formula]).toEqual([null, "F13"]);
  });
});

describe("L14–L18 rows", () => {
  const names = (rows: string): string[] => readForm({ rows, closing: "" }).indicators.map((row) => row.name);
  test("prefixes go, the rest of a name stays", () => {
    expect(names("产出指标 | 数量指标 | 指标1：培训次数 | ≥4次 | 4次 | #50 | #50 | \n | | ★ 指标 2:就业\\n人数 | ≥4次 | 4次 | #50 | #50 | \n | | 219-人数(≥**人) | ≥4次 | 4次 | #50 | #50 | ")).toEqual(["培训次数", "就业人数", "219-人数(≥**人)"]);
  });
  test("rows that a template left over are none", () => {
    expect(names("产出指标 | 数量指标 | 培训次数 | ≥4次 | 4次 | #50 | #50 | \n | | 指标2： | | | | | \n | | …… | | | | | \n | | …… | …… | …… | | | \n | | 指标3 | / | - | | | \n | 质量指标 | | | | | | ")).toEqual(["培训次数"]);
  });
  test("a placeholder in a row that is scored stays", () => {
    expect(names("产出指标 | 数量指标 | …… | ≥4次 | 4次 | #50 | #50 | ")).toEqual(["……"]);
  });
  test("breakdown rows have neither weight nor score", () => {
    expect(rowTexts(readForm({ rows: "产出指标 | 数量指标 | 培训次数 | ≥4次 | 4次 | #50 | #50 | \n | | 其中：线上 | ≥1次 | 1次 | | | " }))[1]).toBe("产出指标/数量指标/其中：线上: ≥1次 → 1次, /, ");
  });
  test("小计 rows are no indicators", () => {
    expect(names("产出指标 | 数量指标 | 培训次数 | ≥4次 | 4次 | #50 | #50 | \n小计 | < | < | | | #50 | #50 | \n效益指标 | 社会效益指标 | 人数 | ≥4人 | 4人 | #50 | #50 | ")).toEqual(["培训次数", "人数"]);
  });
  test("a score merged over two rows stays with the first", () => {
    const found = readForm({ rows: "产出指标 | 数量指标 | 甲 | ≥4次 | 4次 | #50 | #50 | 同上\n | | 乙 | ≥4次 | 4次 | #40 | ^ | ^" });
    expect(found.indicators.map((row) => [amountAt(row.score), row.score?.mergedRows, row.score?.covered, row.reason?.text])).toEqual([
      ["50@G13", 2, false, "同上"],
      ["@G14", 2, true, "同上"],
    ]);
  });
  test("cells with error values are kept as they are", () => {
    expect(rowTexts(readForm({ rows: "产出指标 | 数量指标 | 甲 | !#N/A | !#REF! | !#VALUE! | !#DIV/0! | " }))).toEqual(["产出指标/数量指标/甲: #N/A → #REF!, #VALUE!/#DIV/0!, "]);
  });
  test("percentages and dates as numbers read as shown", () => {
    expect(rowTexts(readForm({ rows: "产出指标 | 质量指标 | 合格率 | #0.95{0%} | #0.976{0.0%} | #50 | #50 | \n | 时效指标 | 完成时间 | #45626{yyyy-m-d} | #45600{yyyy-m-d} | #50 | #50 | " }))).toEqual([
      "产出指标/质量指标/合格率: 95% → 97.6%, 50/50, ",
      "产出指标/时效指标/完成时间: 2024-11-30 → 2024-11-04, 50/50, ",
    ]);
  });
});

describe("L19 the total", () => {
  test.each(["总分", "合计", "总得分", "总 分", "总分：", "合　计"])("%s", (label) => {
    const found = readForm({ closing: `${label} | < | < | < | < | #100 | #96 | ` });
    expect([amountAt(found.total?.weight), amountAt(found.total?.score), found.indicators.length]).toEqual(["100@F16", "96@G16", 3]);
  });
  test("with the grade in its row, labelled or not", () => {
    for (const tail of ["优", "评分等级：优"]) {
      const found = readForm({ closing: `总分 | < | < | < | < | #100 | #96 | ${tail}` });
      expect([amount(found.total?.score), found.grade?.text, found.grade?.style]).toEqual(["96", "优", "word"]);
    }
    const other = readForm({ closing: "总分 | < | < | #96 | 评分等级 | 优 | < | <" });
    expect([amountAt(other.total?.score), other.grade?.text]).toEqual(["96@D16", "优"]);
  });
  test("only the score, merged over both columns", () => {
    const found = readForm({ closing: "总分 | < | < | < | < | #96 | < | " });
    expect([found.total?.weight, amountAt(found.total?.score)]).toEqual([null, "96@F16"]);
  });
  test("empty, to be filled", () => {
    expect(amountAt(readForm({ closing: "总分 | < | < | < | < | #100 | {0.00} | " }).total?.score)).toBe("@G16");
  });
  test("in the label's own cell", () => {
    expect(amountAt(readForm({ closing: "总分：96分 | < | < | < | < | < | < | <" }).total?.score)).toBe("96@A16");
  });
  test.each(["自评得分", "项目总得分", "自评总分"])("%s in the head, no total row", (label) => {
    const found = readForm({ head: `${PARTS.head}\n${label} | < | #96 | < | 评分等级 | 优 | < | <`, closing: "" });
    expect([amountAt(found.total?.score), found.total?.weight, found.grade?.text]).toEqual(["96@C5", null, "优"]);
  });
  test("none anywhere; 自评得分 as a column of the funds block is none", () => {
    expect(readForm({ closing: "", funds: PARTS.funds.replace("| 得分", "| 自评得分") }).total).toBeNull();
  });
});

test("L19 L20 total and grade in one row: each has the cell behind its own label", () => {
  const found = readForm({ closing: "总分 | #96 | < | < | < | 等级 | 优 | " });
  expect([amountAt(found.total?.score), found.grade?.text]).toEqual(["96@B16", "优"]);
  const blank = readForm({ closing: "总分 | {0.00} | < | < | < | 等级 | {0.00} | " });
  expect([blank.total?.score?.ref, blank.grade?.ref].map((ref) => ref && a1(ref))).toEqual(["B16", "G16"]);
});

test("L11 a figure merged over two columns of the funds block is the first column's", () => {
  const found = readForm({ funds: PARTS.funds.replace("#0.9{0.00%} | #9", "#0.9{0.00%} | <") }).funds!.rows[0]!;
  expect([amountAt(found.rate), found.score?.covered, found.score?.number]).toEqual(["90@G6", true, null]);
});

describe("L20 the grade", () => {
  const boxes = "□优（90含-100分） □良（80含-90分） □中（60含-80分） □差（60分以下）";
  test("a word", () => {
    const found = readForm({ closing: `${PARTS.closing}\n评分等级 | < | < | < | < | 优 | < | <` });
    expect([found.grade?.text, found.grade?.style, a1(found.grade!.ref)]).toEqual(["优", "word", "F17"]);
  });
  test("empty", () => {
    const found = readForm({ closing: `${PARTS.closing}\n评分等级 | < | < | < | < |  | < | <` });
    expect([found.grade?.text, a1(found.grade!.ref)]).toEqual(["", "F17"]);
  });
  test("boxes beside the label, or in one cell with it", () => {
    const beside = readForm({ closing: `${PARTS.closing}\n评分等级 | < | < | < | < | ${boxes} | < | <` });
    expect([beside.grade?.text, beside.grade?.style]).toEqual([boxes, "boxes"]);
    const own = readForm({ closing: `${PARTS.closing}\n评分等级：${boxes.replace("□优", "☑优")} | < | < | < | < | < | < | <` });
    expect([own.grade?.style, a1(own.grade!.ref), own.grade?.text.includes("☑优")]).toEqual(["boxes", "A17", true]);
  });
  test("one box a cell: the ticked one", () => {
    expect(readForm({ closing: `${PARTS.closing}\n评分等级 | < | < | □优 | ☑良 | □中 | □差 | ` }).grade?.text).toBe("☑良");
  });
  test("prose behind 自评结论 is none", () => {
    expect(readForm({ closing: `${PARTS.closing}\n自评结论 | < | 项目实施情况良好 | < | < | < | < | <` }).grade).toBeNull();
    expect(readForm({ closing: `${PARTS.closing}\n自评结论 | < | 优 | < | < | < | < | <` }).grade?.text).toBe("优");
  });
});

describe("L21 one reason for all", () => {
  const header = "一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分";
  const rows = "产出指标 | 数量指标 | 培训次数 | ≥4次 | 3次 | #50 | #37.5";
  test.each(["偏差大或目标未完成原因分析", "偏差原因分析及改进措施", "未完成原因分析"])("%s below the table", (label) => {
    for (const total of ["总分 | < | < | < | < | #50 | #37.5\n", ""]) {
      const found = readForm({ header, rows, closing: `${total}${label} | < | < | 报名不足 | < | < | <` });
      expect([found.commonReason?.text, found.indicators.length]).toEqual(["报名不足", 1]);
    }
  });
  test("in the label's own cell, or empty", () => {
    expect(readForm({ header, rows, closing: "偏差原因分析：报名不足 | < | < | < | < | < | <" }).commonReason?.text).toBe("报名不足");
    expect(readForm({ header, rows, closing: "偏差原因分析 | < | < |  | < | < | <" }).commonReason).toMatchObject({ text: "", ref: { row: 14, col: 4 } });
  });
  test("a reason column merged over all rows speaks for each", () => {
    const found = readForm({ rows: PARTS.rows.replace(/\| (无|报名不足)(?=\n|$)/g, (_, text: string) => `| ${text === "报名不足" ? "^" : text}`).replace(/\| 无$/, "| ^") });
    expect(found.indicators.map((row) => row.reason?.text)).toEqual(["无", "无", "无"]);
    expect(found.commonReason).toBeNull();
  });
});

test("L23 a 整体支出 table is read as a form without project", () => {
  const found = readForm({
    title: "2023年度部门整体支出绩效自评表",
    head: "部门名称 | < | 乙局 | < | < | < | < | <",
    funds: PARTS.funds.replace("其中：当年财政拨款", "其中：基本支出").replace("上年结转资金", "项目支出"),
  });
  expect([found.head.project, found.head.department?.text, found.indicators.length]).toEqual([undefined, "乙局", 3]);
  expect(found.funds?.rows.map((row) => row.role)).toEqual(["total", "part", "part", "other"]);
  expect(rowTexts(found)).toEqual(ROWS);
});
