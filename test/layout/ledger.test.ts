/** Flat ledgers: many projects in one table, 项目名称 a column of it. SPEC L26; rows that number the columns, L3. */
import { areaA1 } from "../../src/model/address";
import type { Form } from "../../src/model/form";
import { amountAt, formsOf, headTexts, readForm, ROWS, rowTexts } from "../support/layout-form";
import { sheet, type SheetOptions } from "../support/layout-sheet";

const HEADER = "序号 | 项目名称 | 主管部门 | 年初预算数 | 全年预算数 | 全年执行数 | 执行率(%) | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因";
const MERGED = `
  2023年度项目支出绩效自评汇总表 | < | < | < | < | < | < | < | < | < | < | < | < | < | <
  ${HEADER}
  #1 | 甲项目 | 乙局 | #100 | #110 | #99 | #90 | 产出指标 | 数量指标 | 培训次数 | ≥4次 | 4次 | #60 | #60 | 无
  ^ | ^ | ^ | ^ | ^ | ^ | ^ | 效益指标 | 社会效益指标 | 就业人数 | ≥10人 | 9人 | #40 | #36 | 报名不足
  #2 | 丁项目 | 戊局 | #50 | #50 | #50 | #100 | 产出指标 | 数量指标 | 报告篇数 | ≥1篇 | 1篇 | #100 | #100 | 无`;

const pictures = (forms: readonly Form[]): string[] => forms.map((form) => `${form.head.project?.text ?? ""} ${areaA1(form.area)} ${rowTexts(form).length}`);
const ledger = (picture: string, options: SheetOptions = {}): readonly Form[] => formsOf(sheet(picture, options));

describe("L26 ledgers", () => {
  test("a form for each project, its head and funds from the columns left of the indicators", () => {
    const [first, second] = ledger(MERGED);
    expect(pictures(ledger(MERGED))).toEqual(["甲项目 A3:O4 2", "丁项目 A5:O5 1"]);
    expect(headTexts(first!)).toEqual({ project: "甲项目", department: "乙局" });
    expect([first!.kind, first!.year, first!.inLedger, first!.total, first!.grade]).toEqual(["self-evaluation", 2023, true, null, null]);
    expect(first!.funds?.rows.map(({ role, initial, annual, executed, rate, weight }) => [role, ...[initial, annual, executed, rate].map((field) => amountAt(field)), weight])).toEqual([["total", "100@D3", "110@E3", "99@F3", "90@G3", null]]);
    expect(rowTexts(second!)).toEqual(["产出指标/数量指标/报告篇数: ≥1篇 → 1篇, 100/100, 无"]);
  });

  test("a caption 台账 tells the year", () => {
    expect(ledger(MERGED.replace("自评汇总表", "自评台账")).map(({ year }) => year)).toEqual([2023, 2023]);
  });

  test("the project's figures are its own, though merged over its rows", () => {
    expect(ledger(MERGED)[0]!.funds?.rows[0]?.rate).toMatchObject({ mergedRows: 1, covered: false });
  });

  test("names repeated on every row, or blank below the first, or in a host that knows no merges", () => {
    const repeated = MERGED.replace("^ | ^ | ^ | ^ | ^ | ^ | ^", "#1 | 甲项目 | 乙局 | #100 | #110 | #99 | #90");
    const blank = MERGED.replace("^ | ^ | ^ | ^ | ^ | ^ | ^", " | | | | | | ");
    expect(pictures(ledger(repeated))).toEqual(pictures(ledger(MERGED)));
    expect(pictures(ledger(blank))).toEqual(["甲项目 A3:O4 2", "丁项目 A5:O5 1"]);
    expect(pictures(ledger(MERGED, { merges: false }))).toEqual(["甲项目 A3:O4 2", "丁项目 A5:O5 1"]);
  });

  test("two projects of one name stay two where each has a merged cell", () => {
    const twins = `
      ${HEADER.replace(/.*\| (?=一级)/, "项目名称 | ")}
      甲项目 | 产出指标 | 数量指标 | 培训次数 | ≥4次 | 4次 | #60 | #60 | 无
      ^ | 效益指标 | 社会效益指标 | 就业人数 | ≥10人 | 10人 | #40 | #40 | 无
      甲项目 | 产出指标 | 数量指标 | 报告篇数 | ≥1篇 | 1篇 | #50 | #50 | 无
      ^ | 效益指标 | 社会效益指标 | 阅读人数 | ≥10人 | 10人 | #50 | #50 | 无`;
    expect(pictures(ledger(twins))).toEqual(["甲项目 A2:I3 2", "甲项目 A4:I5 2"]);
  });

  test("the project's own 分值, 得分, 总分 and 等级 are not those of its rows", () => {
    const [form] = ledger(`
      项目名称 | 预算数 | 执行数 | 执行率 | 分值 | 得分 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 完成值 | 分值 | 得分 | 总分 | 评分等级
      甲项目 | #100 | #90 | #0.9{0%} | #10 | #9 | 产出指标 | 数量指标 | 培训次数 | ≥4次 | 4次 | #60 | #60 | #96 | 优
      ^ | ^ | ^ | ^ | ^ | ^ | 效益指标 | 社会效益指标 | 就业人数 | ≥10人 | 9人 | #30 | #27 | ^ | ^`);
    const row = form!.funds!.rows[0]!;
    expect([row.annual, row.executed, row.rate, row.weight, row.score].map((field) => amountAt(field))).toEqual(["100@B2", "90@C2", "90@D2", "10@E2", "9@F2"]);
    expect(form!.indicators.map(({ weight, score }) => [amountAt(weight), amountAt(score)])).toEqual([["60@L2", "60@M2"], ["30@L3", "27@M3"]]);
    expect([amountAt(form!.total?.score), form!.grade?.text]).toEqual(["96@N2", "优"]);
  });

  test("a sum below each project is its total, one below all of them is nobody's", () => {
    const sums = `
      项目名称 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 完成值 | 分值 | 得分
      甲项目 | 产出指标 | 数量指标 | 培训次数 | ≥4次 | 4次 | #100 | #98
      ^ | 总分 | < | < | < | < | #100 | #98
      乙项目 | 产出指标 | 数量指标 | 报告篇数 | ≥1篇 | 1篇 | #100 | #100
      ^ | 总分 | < | < | < | < | #100 | #100
      合计 | < | < | < | < | < | #200 | #198
      填表人：某 | | | | | | |`;
    expect(ledger(sums).map((form) => [form.head.project?.text, amountAt(form.total?.score), form.indicators.length])).toEqual([["甲项目", "98@H3", 1], ["乙项目", "100@H5", 1]]);
  });

  test("goes on after a page break with a header of its own", () => {
    const [first, second] = ledger(`${MERGED}\n${HEADER}\n#3 | 己项目 | 乙局 | #1 | #1 | #1 | #100 | 产出指标 | 数量指标 | 车辆数 | ≥1辆 | 1辆 | #100 | #100 | 无`).slice(-2);
    expect([first?.head.project?.text, second?.head.project?.text, second && rowTexts(second)]).toEqual(["丁项目", "己项目", ["产出指标/数量指标/车辆数: ≥1辆 → 1辆, 100/100, 无"]]);
  });

  test("主管部门 above the table is every project's; a form that repeats its project beside the table stays one form", () => {
    const below = "项目名称 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 完成值 | 分值 | 得分\n甲项目 | 产出指标 | 数量指标 | 培训次数 | ≥4次 | 4次 | #50 | #50\n乙项目 | 产出指标 | 数量指标 | 报告篇数 | ≥1篇 | 1篇 | #50 | #50";
    expect(ledger(`主管部门： | 上海市某局 | | | | | |\n${below}`).map(headTexts)).toEqual([{ department: "上海市某局", project: "甲项目" }, { department: "上海市某局", project: "乙项目" }]);
    const [form, ...others] = ledger(`项目名称： | 丙项目 | | | | | |\n${below}`);
    expect([form!.head.project?.text, form!.inLedger, form!.indicators.length, others]).toEqual(["丙项目", false, 2, []]);
  });

  test("a form's head and a list of projects are no ledger", () => {
    expect(readForm({}).inLedger).toBe(false);
    expect(ledger("项目名称 | 预算数 | 执行数\n甲 | #1 | #1")).toEqual([]);
  });
});

test("L14 四级指标 names the indicator, 三级指标 where it is blank", () => {
  const header = "一级指标 | 二级指标 | 三级指标 | 四级指标 | 年度指标值 | 实际完成值 | 分值 | 得分";
  const rows = `
    产出指标 | 数量指标 | 培训 | 培训次数 | ≥4次 | 4次 | #50 | #50
    ^ | ^ | ^ | 培训人数 | ≥4人 | 4人 | #20 | #20
    ^ | 质量指标 | 合格率 | | ≥95% | 96% | #20 | #20`;
  expect(readForm({ header, rows, closing: "" }).indicators.map(({ name }) => name)).toEqual(["培训次数", "培训人数", "合格率"]);
  expect(readForm({ header: header.replace("三级指标 | ", ""), rows: "产出指标 | 数量指标 | 培训次数 | ≥4次 | 4次 | #90 | #90", closing: "" }).indicators.map(({ name }) => name)).toEqual(["培训次数"]);
});

describe("L3 rows that number the columns", () => {
  const header = "一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施";
  test.each([
    ["栏次 | 1 | 2 | 3 | 4 | 5 | 6 | 7"],
    ["#1 | #2 | #3 | #4 | #5 | #6 | #7 | #8"],
    ["（1） | （2） | （3） | （4） | （5） | （6） | （7）=（6）/（5） | （8）"],
    ["① | ② | ③ | ④ | ⑤ | ⑥ | ⑦ | ⑧"],
    ["１ | ２ | ３ | ４ | ５ | ６ | ７ | ８"],
  ])("%s is no indicator", (numbers) => {
    expect(rowTexts(readForm({ header: `${header}\n${numbers}` }))).toEqual(ROWS);
  });

  test("in the funds block it is no row of money", () => {
    const funds = `
      项目资金\\n（万元） | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
      ^ | 栏次 | 1 | 2 | 3 | 4 | 5 | 6
      ^ | 年度资金总额： | #100 | #110 | #99 | #10 | #0.9{0.00%} | #9`;
    const rows = readForm({ funds }).funds?.rows ?? [];
    expect(rows.map(({ role, annual }) => [role, amountAt(annual)])).toEqual([["total", "110@D7"]]);
  });

  test("a row with a gap in its numbers stays an indicator", () => {
    expect(rowTexts(readForm({ rows: "产出指标 | 数量指标 | 3 | 4 | 4 | #50 | #50 | 无" }))).toHaveLength(1);
  });
});
