import fc from "fast-check";
import { levelOf } from "../../src/grammar/levels";
import * as words from "../../src/grammar/level-words";

test.each([
  "达成指标", "达成预期指标", "达成年度指标", "达成年度指标并具有较好效果", "完成", "已完成", "按时完成", "全部完成", "有效", "及时", "是", "达标", "合格", "√", "通过验收", "按合同约定时间完成", "在规定时间内完成", " 达成\n指标。",
])("G30: %j was reached", (word) => expect(levelOf(word)).toBe("reached"));

test.each(["部分达成年度指标并具有一定效果", "部分达成", "基本达成", "基本达到", "部分完成", "基本完成", "未完全达成", "未全部完成", "大部分完成"])("G31: %j was reached in part", (word) =>
  expect(levelOf(word)).toBe("partly"),
);

test.each([
  "未达成年度指标且效果较差", "未达成", "未完成", "没有完成", "未达到", "否", "不达标", "不合格", "不及时", "没有在规定时间内完成", "未能按合同约定时间完成", "基本未完成", "未完成，但不影响使用",
])("G32: %j was missed", (word) => expect(levelOf(word)).toBe("missed"));

test.each(["未发生", "无事故发生", "不增加", "未发生不合格情况", "提升", "完善", "稳定运行", "正在完成", "预计年底完成", "与计划内容一致", "", "不间断", "促进"])("G33: %j names no level", (word) =>
  expect(levelOf(word)).toBeNull(),
);

test("G30–G33: no word stands in two tables of whole answers, and each answer has its level", () => {
  const all = [...words.REACHED_ANSWERS, ...words.PARTLY_ANSWERS, ...words.MISSED_ANSWERS];
  expect(new Set(all).size).toBe(all.length);
  for (const word of words.MISSED_WORDS) expect({ word, level: levelOf(word) }).toEqual({ word, level: "missed" });
  for (const word of words.PARTLY_WORDS) expect({ word, level: levelOf(word) }).toEqual({ word, level: "partly" });
  for (const word of words.REACHED_BEGINNINGS) expect({ word, level: levelOf(word) }).toEqual({ word, level: "reached" });
  for (const word of words.NOT_A_LEVEL) expect({ word, level: levelOf(word) }).toEqual({ word, level: null });
});

test("G33: any text has an answer", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => ["reached", "partly", "missed", null].includes(levelOf(text))));
});
