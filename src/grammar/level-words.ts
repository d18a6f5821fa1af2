/**
 * Words by which an actual says whether its target was reached, as data (G30–G33). The three official levels are 达成年度指标,
 * 部分达成年度指标并具有一定效果, 未达成年度指标且效果较差 (财政部 自评表 notes); the rest is what people write instead.
 */

/** Any of these inside the word: it was missed, whatever else it says (未完成, 基本未达成). */
export const MISSED_WORDS: readonly string[] = [
  "未达成", "未完成", "未能完成", "未按时完成", "未按期完成", "未按计划完成", "未及时完成", "未如期完成", "没有完成", "没完成", "没有达成", "没有达到", "没达到", "没有达标", "尚未完成", "尚未达成",
  "未达到", "未达标", "未能达成", "未能达到", "未实现", "未能实现", "未实施", "未开展", "未执行", "未落实", "未通过", "未合格", "未建立", "未到位", "未及时", "未按时", "未按期", "未满足", "未符合", "未启动",
  "无法完成", "无法达成", "不能完成", "不及时", "不合格", "不达标", "不符合", "不满足", "不合规", "不规范", "不通过", "不到位", "不完善", "不健全", "不满意", "完不成", "完成较差", "较差",
];
/** Whole values that mean no. */
export const MISSED_ANSWERS: readonly string[] = ["否", "不是", "没有", "不达成", "差", "不", "未", "失败"];

/** Any of these: what is spoken of did not happen, which is a target, not a level (未发生, 无事故发生, 不增加). */
export const NOT_A_LEVEL: readonly string[] = [
  "未发生", "未出现", "未产生", "没有发生", "没有出现", "无事故", "无未", "无不", "未超", "没有超", "未延误", "无延误", "未逾期", "无逾期", "不存在", "不发生", "不出现", "不增加", "不降低", "不间断", "不影响", "不低于", "不高于", "不超过",
];

/** Not yet: the level is open. */
export const OPEN_WORDS: readonly string[] = ["正在", "进行中", "推进中", "拟于", "拟在", "预计", "将于", "待完成", "计划于", "是否"];

/** Any of these inside the word: reached in part. */
export const PARTLY_WORDS: readonly string[] = [
  "部分达成", "部分达到", "部分完成", "部分达标", "部分实现", "部分满足", "部分符合", "部分及时", "部分通过", "部分合格", "部分有效", "部分已完成", "大部分完成", "完成部分", "完成一部分", "完成大部分",
  "基本达成", "基本达到", "基本完成", "基本达标", "基本实现", "基本满足", "基本符合", "基本及时", "基本有效", "基本合格", "基本到位", "基本健全", "基本完善", "基本建立", "基本落实", "基本按时", "基本按期", "基本合规",
  "初步达成", "初步完成", "初步实现", "阶段性完成", "未完全", "未全部", "未全面",
];
/** Whole values that mean in part. */
export const PARTLY_ANSWERS: readonly string[] = ["部分", "基本", "大部分", "一般"];

/** Whole values that mean yes. */
export const REACHED_ANSWERS: readonly string[] = [
  "是", "√", "✓", "✔", "☑", "达成", "已达成", "达到", "已达到", "达标", "已达标", "完成", "已完成", "均完成", "均已完成", "全部达标", "全部达成", "全面完成", "合格", "合规", "通过", "已通过", "全部通过", "验收合格", "验收通过", "通过验收",
  "有效", "及时", "及时有效", "准时", "按时", "按期", "如期", "到位", "已到位", "实现", "已实现", "符合", "符合要求", "符合标准", "符合规定", "满足", "满足要求", "优", "优秀", "落实", "已落实", "已建立", "已实施", "已执行", "正常", "合理",
];
/** The word begins so: reached. */
export const REACHED_BEGINNINGS: readonly string[] = [
  "达成指标", "达成年度", "达成预期", "达成目标", "达成既定", "达成绩效", "已达成", "全部达成", "完全达成", "均达成", "均已达成", "超额达成", "达到年度", "达到预期", "达到目标", "达到指标", "达到既定", "达到绩效", "已达到",
  "已完成", "已全部完成", "已按", "按时完成", "按期完成", "如期完成", "及时完成", "按计划完成", "按要求完成", "全部完成", "全面完成", "顺利完成", "圆满完成", "超额完成", "提前完成", "均已完成", "均完成", "完成年度", "完成预期", "完成目标", "完成指标", "完成全部", "完成既定",
  "实现预期", "实现年度", "实现目标", "符合预期",
];
/** The word ends so: reached. */
export const REACHED_ENDINGS: readonly string[] = ["完成", "达成", "达标", "已完成", "完成指标", "达成指标", "达成目标", "达成预期指标", "达成年度指标", "验收合格", "通过验收", "已实现", "已落实", "已到位"];

/** Any of these before a reached ending turns it round: 没有在规定时间内完成. */
export const NEGATORS: readonly string[] = ["未", "没", "无法", "不能", "难以", "不"];
