/** The words of deadlines (G12–G17), as data. */

/** Months in Chinese numerals: 十一月底前. In dates only; elsewhere a Chinese numeral is not a number (G7). */
export const MONTH_NUMERALS: ReadonlyMap<string, number> = new Map([
  ["一", 1], ["二", 2], ["三", 3], ["四", 4], ["五", 5], ["六", 6], ["七", 7], ["八", 8], ["九", 9], ["十", 10], ["十一", 11], ["十二", 12],
]);
export const QUARTER_NUMERALS: ReadonlyMap<string, number> = new Map([
  ["1", 1], ["2", 2], ["3", 3], ["4", 4], ["一", 1], ["二", 2], ["三", 3], ["四", 4],
]);

/** Years told relative to the form's year. */
export const RELATIVE_YEARS: ReadonlyMap<string, number> = new Map([
  ["本年", 0], ["当年", 0], ["今年", 0], ["次年", 1], ["翌年", 1], ["下年", 1], ["下一年", 1], ["明年", 1], ["上年", -1], ["上一年", -1], ["去年", -1],
]);

/** Parts of a month and their last day; null = the month's last day. 月初 has no last day one could name and is left out. */
export const MONTH_PARTS: ReadonlyMap<string, number | null> = new Map<string, number | null>([
  ["上旬", 10], ["中旬", 20], ["下旬", null], ["底", null], ["末", null],
]);
/** Ends of a year or quarter. */
export const PERIOD_ENDS: readonly string[] = ["底", "末", "终"];

/** 前: up to a day it includes that day, up to a month it excludes the month (G14). */
export const BEFORE_WORDS: readonly string[] = ["之前", "以前", "前"];
export const WITHIN_PERIOD_WORDS: readonly string[] = ["之内", "以内", "内", "止", "为止"];

/** Before a date, with no influence on the day: 于2024年11月完成. */
export const DATE_LEADS: readonly string[] = ["于", "在", "应于", "须于", "已于", "应在", "到", "至", ":", "计划", "预计", "确保", "力争", "项目", "每年", "全年", "(", "=", "前"];
/** Before a date: it is a last day. */
export const DEADLINE_LEADS: readonly string[] = ["截至", "截止", "截止到", "截止至", "不晚于", "不迟于", "早于", "最晚", "最迟", "≤", "<", "<=", "=<", "小于等于"];
/** Before a date: it is something to compare with, a beginning or a lower bound. */
export const NOT_A_DEADLINE_BEFORE: readonly string[] = [
  "较", "比", "与", "同比", "自", "从", "由", "自从", "按", "按照", "根据", "以", "≥", ">", ">=", "=>", "不早于", "晚于", "不低于", "高于", "低于", "超过", "不少于", "对比",
];
/** Behind a date: likewise. */
export const NOT_A_DEADLINE_BEHIND: readonly string[] = ["起", "后", "以后", "之后", "以来", "开始", "启动", "同期", "水平", "相比", "相当", "存量", "余额", "基数", "增", "减"];

/** Behind a date without 前 or 底: what was, or shall be, done by then. */
export const COMPLETION_WORDS: readonly string[] = [
  "完成", "已完成", "全部完成", "均完成", "均已完成", "按时完成", "按期完成", "按计划完成", "验收", "通过验收", "完成验收", "竣工", "完工", "交付", "上线", "到位", "结束",
  "实施完毕", "执行完毕", "完毕", "投入使用", "结项", "结题", "达成", "建成", "开展完成", "支付完成", "发放完成", "采购完成", "安装完成",
];

/** 三年内, 学年末: here 年内 and 年末 are not the end of the form's year. */
export const NOT_BEFORE_YEAR_END = "一二三四五六七八九十两几多半学近0123456789个";
