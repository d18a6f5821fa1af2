/** Where forms stand on a sheet, and what stands around them: the vocabulary's "Arrangement" and the oddities of real sheets. */
import { areaA1 } from "../../src/model/address";
import { recognise } from "../../src/layout/recognise";
import { amountAt, formPicture, formSheet, formsOf, fundTexts, headTexts, PARTS, read, readForm, ROWS, rowTexts } from "../support/layout-form";
import { joinPictures, sheet } from "../support/layout-sheet";

const form = (project: string, parts = {}): string => formPicture(parts).replace("甲项目", project);
const names = (picture: string, options = {}): (string | undefined)[] => formsOf(sheet(picture, options)).map((found) => found.head.project?.text);
const areas = (picture: string, options = {}): string[] => formsOf(sheet(picture, options)).map((found) => areaA1(found.area));

describe("L1 forms on a sheet", () => {
  test("one, from its title to its last row", () => {
    const found = readForm({});
    expect([found.title?.text, found.year, areaA1(found.area)]).toEqual(["项目支出绩效自评表", 2023, "A1:H16"]);
    expect(headTexts(found)).toEqual({ project: "甲项目", department: "乙局", unit: "丙中心" });
  });

  test("one that starts at D7", () => {
    const found = readForm({}, { at: "D7" });
    expect(areaA1(found.area)).toBe("D7:K22");
    expect(amountAt(found.total?.score)).toBe("96@J22");
    expect(rowTexts(found)).toEqual(ROWS);
  });

  test("several, one below the other, with two, one and no blank rows between", () => {
    for (const blank of [2, 1, 0]) {
      const gap = "\n".repeat(blank + 1);
      const picture = [form("甲"), form("乙"), form("丙")].join(gap);
      for (const merges of [true, false]) expect(names(picture, { merges })).toEqual(["甲", "乙", "丙"]);
      expect(areas(picture)).toEqual([`A1:H16`, `A${17 + blank}:H${32 + blank}`, `A${33 + 2 * blank}:H${48 + 2 * blank}`]);
    }
  });

  test("several without any title", () => {
    for (const blank of [1, 0]) {
      const picture = [form("甲", { title: "" }), form("乙", { title: "" })].join("\n".repeat(blank + 1));
      for (const merges of [true, false]) expect(names(picture, { merges })).toEqual(["甲", "乙"]);
      expect(areas(picture)).toEqual(["A1:H14", `A${15 + blank}:H${28 + blank}`]);
    }
  });

  test("without a title, 主管部门 before 项目名称, a year and a unit line above", () => {
    const head = "（2022年度） | < | < | < | < | < | < | <\n单位：万元 | < | < | < | < | < | < | <\n主管部门 | < | 乙局 | < | 实施单位 | 丙中心 | < | <\n项目名称 | < | 甲项目 | < | < | < | < | <";
    const found = readForm({ title: "", head, funds: PARTS.funds.replace("\\n（万元）", "") });
    expect([areaA1(found.area), found.year, found.funds?.unit]).toEqual(["A1:H16", 2022, "万元"]);
    expect(found.head.department?.text).toBe("乙局");
  });

  test("two side by side", () => {
    const left = formPicture().split("\n");
    const right = formPicture().replace("甲项目", "丁项目").split("\n");
    const picture = left.map((line, i) => `${line} | | ${right[i]!.trim()}`).join("\n");
    const found = formsOf(sheet(picture));
    expect(found.map((one) => [one.head.project?.text, areaA1(one.area)])).toEqual([["甲项目", "A1:H16"], ["丁项目", "J1:Q16"]]);
    for (const one of found) expect(rowTexts(one)).toEqual(ROWS);
    expect(found.map((one) => amountAt(one.total?.score))).toEqual(["96@G16", "96@P16"]);
  });

  test("on hidden and very hidden sheets, and on protected ones", () => {
    expect(formsOf(formSheet({}, { visibility: "hidden" }), formSheet({}, { visibility: "very-hidden" }), formSheet({}, { protected: true })).map((one) => [one.hidden, one.protected])).toEqual([
      [true, false],
      [true, false],
      [false, true],
    ]);
  });
});

describe("L6 page breaks", () => {
  const [first, ...rest] = PARTS.rows.trim().split("\n");
  test("the header is repeated", () => {
    expect(rowTexts(readForm({ rows: joinPictures(first!, PARTS.header, ...rest) }))).toEqual(ROWS);
  });
  test("the title is repeated, with and without （续）, and side headers are", () => {
    for (const title of ["项目支出绩效自评表（续） | < | < | < | < | < | < | <", "项目支出绩效自评表 | < | < | < | < | < | < | <"]) {
      const found = readForm({ rows: joinPictures(first!, title, PARTS.header, ...rest) });
      expect(rowTexts(found)).toEqual(ROWS);
      expect(areaA1(found.area)).toBe("A1:H18");
    }
  });
  test("a header of two rows is repeated", () => {
    const header = "绩效指标 | < | < | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施\n一级指标 | 二级指标 | 三级指标 | ^ | ^ | ^ | ^ | ^";
    expect(rowTexts(readForm({ header, rows: joinPictures(first!, header, ...rest) }))).toEqual(ROWS);
  });
  test("a second group of goals has a header of its own", () => {
    expect(rowTexts(readForm({ rows: joinPictures(first!, "年度绩效目标2（20分） | < | < | < | < | < | < | <", PARTS.header, ...rest) }))).toEqual(ROWS);
  });
});

describe("L13 side headers", () => {
  const line = (l1: string, l2: string, name: string): string => `绩效指标 | ${l1} | ${l2} | ${name} | ≥1次 | 1次 | #10 | #10 | `;
  const expected = ["产出指标/数量指标/甲", "产出指标/数量指标/乙", "产出指标/质量指标/丙", "效益指标/社会效益指标/丁"];
  const levels = (rows: string, merges = true): string[] =>
    readForm({ header: "绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 备注", rows, closing: "" }, { merges }).indicators.map((row) => `${row.level1}/${row.level2}/${row.name}`);

  test("repeated on every row", () => {
    expect(levels([line("产出指标", "数量指标", "甲"), line("产出指标", "数量指标", "乙"), line("产出指标", "质量指标", "丙"), line("效益指标", "社会效益指标", "丁")].join("\n"))).toEqual(expected);
  });
  test("merged, with or without merges known", () => {
    const rows = [line("产出指标", "数量指标", "甲"), line("^", "^", "乙"), line("^", "质量指标", "丙"), line("效益指标", "社会效益指标", "丁")].join("\n");
    for (const merges of [true, false]) expect(levels(rows, merges)).toEqual(expected);
  });
  test("blank below the first", () => {
    expect(levels([line("产出指标", "数量指标", "甲"), line("", "", "乙"), line("", "质量指标", "丙"), line("效益指标", "社会效益指标", "丁")].join("\n"))).toEqual(expected);
  });
  test("written vertically and with points", () => {
    const rows = [line("产\\n出\\n指\\n标\\n(50分)", "数 量 指 标", "甲"), line("", "", "乙"), line("", "质量指标（20分）", "丙"), line("效益指标（30 分）", "社会效益\\n指标", "丁")].join("\n");
    expect(levels(rows)).toEqual(expected);
    const found = readForm({ rows: "产出指标(50分) | 数量指标 | 甲 | ≥1次 | 1次 | #50 | #50 | ", closing: "" });
    expect([found.indicators[0]?.level1, found.indicators[0]?.level1Field?.text]).toEqual(["产出指标", "产出指标(50分)"]);
  });
  test("a new first level does not inherit the second of the one before", () => {
    expect(levels([line("产出指标", "数量指标", "甲"), line("满意度指标", "", "乙")].join("\n"))).toEqual(["产出指标/数量指标/甲", "满意度指标//乙"]);
  });
});

describe("L2 other things on the sheet", () => {
  const list = "2023年度项目绩效自评结果汇总表 | < | < | <\n项目名称 | 执行率 | 总分 | 等级\n甲项目 | #90 | #96 | 优\n乙项目 | #91 | #95 | 优";

  test("a list of projects above, with or without a title of the form", () => {
    for (const title of [PARTS.title, ""]) {
      const found = read(sheet(`${list}\n\n${formPicture({ title })}`));
      expect(found.head.project?.text).toBe("甲项目");
      expect(found.area.top).toBe(6);
      expect(rowTexts(found)).toEqual(ROWS);
    }
  });
  test("a list under a title that could be the form's", () => {
    const found = read(sheet(`${list.replace("2023年度项目绩效自评结果汇总表", "项目支出绩效自评表")}\n\n${formPicture({ title: "" })}`));
    expect([found.title, found.head.project?.text, found.area.top]).toEqual([null, "甲项目", 6]);
  });
  test("a list of projects below, which is no total", () => {
    const found = read(sheet(`${formPicture({ closing: "" })}\n\n${list}`));
    expect([found.total, found.grade, found.area.bottom]).toEqual([null, null, 15]);
  });
  test("a legend to the right, behind an empty column", () => {
    const legend = ["等级 | 总分", "优 | 90-100", "良 | 80-90", "中 | 60-80", "差 | 0-60", "合计 | #100", "项目名称 | 别的"];
    const picture = formPicture()
      .split("\n")
      .map((row, i) => (legend[i] ? `${row} | | ${legend[i]}` : row))
      .join("\n");
    const found = read(sheet(picture));
    expect(areaA1(found.area)).toBe("A1:H16");
    expect(headTexts(found)).toEqual({ project: "甲项目", department: "乙局", unit: "丙中心" });
    expect(fundTexts(found)).toEqual(fundTexts(readForm({})));
  });
  test("a legend to the left", () => {
    const picture = formPicture()
      .split("\n")
      .map((row, i) => (i > 3 && i < 7 ? `图例 | | ${row.trim().replace(/^\^/, "^")}` : ` | | ${row.trim()}`))
      .join("\n");
    expect(areaA1(read(sheet(picture)).area)).toBe("C1:J16");
  });
  test("notes and signatures after the table are no rows", () => {
    const closing = `${PARTS.closing}
      注：1.得分一档最高不能超过该指标分值上限。 | < | < | < | < | < | < | <
      2.定量指标完成值达到指标值，记满分；未达到指标值，按B/A或A/B*该指标分值记分。 | < | < | < | < | < | < | <
      填表人： | < | 某甲 | 联系电话： | | 填报日期： | #45350{yyyy-mm-dd} | `;
    const found = readForm({ closing });
    expect(rowTexts(found)).toEqual(ROWS);
    expect(areaA1(found.area)).toBe("A1:H19");
  });
  test("notes and signatures right behind the rows, without a total", () => {
    for (const closing of ["说明 | < | 无 | < | < | < | < | <", "填报说明：数字以万元计 | < | < | < | < | < | < | <", "其他需要说明事项 | < | 无 | < | < | < | < | <", "项目负责人： | | 某甲 | 财务负责人： | | | | ", "评价结论 | < | 好 | < | < | < | < | <\n存在问题 | < | 无 | < | < | < | < | <\n改进措施 | < | 无 | < | < | < | < | <", "本表一式两份，由主管部门和财政部门各执一份，填报单位应对所填内容的真实性负责。 | < | < | < | < | < | < | <"]) {
      const found = readForm({ closing });
      expect(rowTexts(found)).toEqual(ROWS);
      expect(found.total).toBeNull();
    }
  });
  test("a table far below is none of the form's", () => {
    const found = read(sheet(`${formPicture({ closing: "" })}\n\n\n\n\n总分 | #1 | #2\n附注 | 甲`));
    expect([found.total, found.area.bottom]).toEqual([null, 15]);
  });
});

describe("L1 sheets of any size", () => {
  test("a long and a wide sheet are read in linear time", () => {
    const many = Array.from({ length: 400 }, (_, i) => form(`项目${i}`)).join("\n");
    const long = sheet(many);
    const started = performance.now();
    expect(recognise({ sheets: [long] }).forms).toHaveLength(400);
    const wide = sheet(`${formPicture()}\n\n\n\n\n${Array.from({ length: 3 }, () => Array.from({ length: 16_000 }, (_, i) => `得分${i % 7}`).join(" | ")).join("\n")}`);
    expect(recognise({ sheets: [wide] }).forms).toHaveLength(1);
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});
