/** The lexicons as data: every word can be found, and means one thing. */
import { readLabel } from "../../src/layout/label";
import * as columns from "../../src/layout/lexicon/column-words";
import * as labels from "../../src/layout/lexicon/label-words";
import { titleKind } from "../../src/layout/split-forms";

const LEXICONS: readonly (readonly [string, Readonly<Record<string, readonly string[]>>])[] = [
  ["TABLE_COLUMNS", columns.TABLE_COLUMNS],
  ["FUNDS_COLUMNS", columns.FUNDS_COLUMNS],
  ["PART_COLUMNS", columns.PART_COLUMNS],
  ["HEAD_LABELS", labels.HEAD_LABELS],
  ["GOAL_LABELS", labels.GOAL_LABELS],
  ["FUND_ROWS", labels.FUND_ROWS as Record<string, readonly string[]>],
];

test.each(LEXICONS)("L4 %s: no word has two meanings or stands twice, and each reads as itself", (_name, lexicon) => {
  const words = Object.values(lexicon).flat();
  expect(words.filter((word, i) => words.indexOf(word) !== i)).toEqual([]);
  expect(words.filter((word) => ![readLabel(word)?.word, readLabel(word)?.full].includes(word))).toEqual([]);
});

test.each([
  ["财政项目支出绩效自评表", "self-evaluation"],
  ["2023年度项目支出绩效自评表（续）", "self-evaluation"],
  ["附件2：转移支付区域（项目）绩效目标自评表", "self-evaluation"],
  ["项目绩效自评情况表", "self-evaluation"],
  ["部门整体支出绩效自评表 (2023年度)", "self-evaluation"],
  ["财政项目支出绩效目标申报表", "target-declaration"],
  ["财政项目支出绩效目标表", "performance-target"],
  ["项目支出绩效自评结果汇总表", null],
  ["绩效自评项目一览表", null],
  ["项目支出绩效自评报告", null],
  ["开展项目支出绩效自评", null],
])("L23 title %s: %s", (text, kind) => {
  expect(titleKind(text)).toBe(kind);
});

test.each([
  ["预算执行情况(10分)", { word: "预算执行情况", points: "10" }],
  ["项目资金（单位：万元）", { word: "项目资金", money: "万元", inline: null }],
  ["其中：当年财政拨款", { word: "当年财政拨款", among: true, inline: null }],
  ["项目名称：甲：乙", { word: "项目名称", inline: "甲：乙" }],
  ["一、项 目 名 称：", { word: "项目名称", inline: "" }],
  ["年度(/项目)指标值", { word: "年度指标值", full: "年度(/项目)指标值" }],
  ["得分(20分*执行率)", { word: "得分", points: "20" }],
  ["“★三级指标”", { word: "三级指标" }],
])("L4 %s as a label", (text, expected) => {
  expect(readLabel(text)).toMatchObject(expected);
});
