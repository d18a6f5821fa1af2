/**
 * Header words of the two tables of a form: the indicator table and the funds block. To teach the reader a new
 * spelling, add it here. Words are compared after blanks, line breaks, quotes, a trailing colon and bracketed
 * suffixes such as (A), (%) or (10分) are taken off, and full-width characters are folded.
 * Spellings: spec vocabulary, counted over 29 published sources.
 */

/** Columns of the indicator table. */
export type TableColumn =
  | "level1"
  | "level2"
  | "name"
  | "detail" // 四级指标: what the indicator is called where 三级指标 only heads a group of them
  | "level3" // such a 三级指标
  | "target" // the whole target, or the parent header of its parts
  | "target-operator" // 指标性质
  | "target-unit" // 度量单位
  | "actual"
  | "weight"
  | "score"
  | "reason"
  | "remark" // 备注: the reason column where there is no other
  | "other"; // known, and none of ours: criteria, completion rate, a reviewer's own score

export const TABLE_COLUMNS: Readonly<Record<TableColumn, readonly string[]>> = {
  level1: ["一级指标", "一级目标", "一级"],
  level2: ["二级指标", "二级目标", "二级"],
  name: ["三级指标", "三级目标", "三级", "指标名称", "三级指标名称", "绩效指标名称", "指标内容", "具体指标"],
  detail: ["四级指标", "四级目标", "四级", "四级指标名称"],
  level3: [],
  target: [
    "年度指标值", "年度(/项目)指标值", "年度/项目指标值", "指标值", "年初目标值", "年初指标值", "指标目标值", "预期指标值", "目标值",
    "年度目标值", "年初设定目标值", "预期目标值", "年初绩效指标值", "预期值", "年度绩效指标值", "计划指标值", "绩效指标值", "预算指标值",
    "年初设定指标值", "全年目标值", "计划值", "年度预期值", "年初设定值", "设定目标值", "绩效目标值", "项目指标值", "年度指标目标值", "全年指标值", "值",
  ],
  "target-operator": ["指标性质", "性质", "指标符号", "运算符号", "计算符号", "比较符", "符号", "目标值性质", "运算符", "操作符", "比较符号"],
  "target-unit": ["度量单位", "计量单位", "单位", "指标单位", "目标值单位"],
  actual: [
    "实际完成值", "全年实际值", "全年完成值", "完成值", "年终完成值", "完成情况", "实际完成", "实际值", "全年实际完成值", "实际完成指标值",
    "年度完成值", "实际完成情况", "年度实际完成值", "实际完成数", "指标完成值", "全年完成情况", "年末完成值", "实际指标值", "完成指标值", "自评完成值",
    "全年实际完成情况", "实际达成值", "指标完成情况", "实际完成指标", "年度实际值",
  ],
  weight: ["分值", "权重", "分数", "标准分值", "考核参分", "指标分值", "标准分", "权重分值", "满分", "分值权重", "指标权重", "权重分", "参考分值", "权重(分值)"],
  score: ["得分", "自评得分", "自评分", "自评分值", "评分", "指标得分", "实际得分", "单位自评得分", "自评分数", "单位自评分", "自评"],
  reason: [
    "偏差原因分析及改进措施", "未完成原因分析", "未完成原因及拟采取的改进措施", "未完成原因和改进措施", "偏差原因", "原因", "偏差原因分析",
    "未完成原因", "原因分析", "扣分原因", "偏离原因", "未完成原因及改进措施", "偏差原因分析与改进措施", "偏差说明", "原因说明", "偏差情况说明",
    "未完成原因分析及改进措施", "偏差原因分析及整改措施", "偏差分析及改进措施", "原因分析及改进措施", "自评扣分原因", "扣分原因分析",
  ],
  remark: ["备注", "备注说明", "说明"],
  other: [
    "评分标准", "得分计算方法", "评价标准", "完成率", "复核分", "财政审核评分", "评分规则", "计分方法", "指标说明", "指标解释", "绩效标准", "指标完成率",
    "复核得分", "复核评分", "主管部门评分", "财政评分", "审核得分", "审核评分", "评分依据", "数据来源", "序号", "指标编码", "编号", "上年完成值", "指标方向",
    "指标类型", "实际完成率", "偏差率", "偏差度", "佐证材料", "计分标准", "评分细则", "完成比例",
  ],
};

/** Headers of a second row, below a parent such as 年度指标值 or 实际完成值. */
export type PartColumn = "value" | "operator" | "unit";

export const PART_COLUMNS: Readonly<Record<PartColumn, readonly string[]>> = {
  value: ["指标值", "数值", "值", "数量", "目标值", "完成值", "实际值", "内容", "目标", "实际完成值"],
  operator: TABLE_COLUMNS["target-operator"],
  unit: TABLE_COLUMNS["target-unit"],
};

/** A header that contains one of these is a reason column, whatever else it says. */
export const REASON_PARTS: readonly string[] = ["偏差原因", "未完成原因", "扣分原因", "偏离原因", "偏差分析"];

/** Columns of the funds block. */
export type FundsColumn = "initial" | "annual" | "executed" | "weight" | "rate" | "score" | "other";

export const FUNDS_COLUMNS: Readonly<Record<FundsColumn, readonly string[]>> = {
  initial: ["年初预算数", "年初预算", "年初预算金额", "年初预算安排数", "年初批复数", "年初预算批复数", "年初数"],
  annual: [
    "全年预算数", "调整后预算数", "调整预算数", "预算数", "全年预算", "调整后预算", "全年预算金额", "全年调整预算数", "调整后全年预算数", "预算金额",
    "年度预算数", "预算资金", "全年预算数(调整后)", "调整后的预算数", "预算安排数", "全年资金预算数",
  ],
  executed: [
    "全年执行数", "执行数", "预算执行数", "全年支出数", "实际支出数", "支出数", "全年执行", "实际执行数", "执行金额", "全年执行金额", "支出金额", "全年实际执行数",
    "全年实际支出数", "决算数", "全年资金执行数",
  ],
  weight: ["分数", "分值", "权重", "标准分值", "标准分", "满分", "权重分值", "权重分", "预算执行率权重"],
  rate: ["执行率", "预算执行率", "全年执行率", "资金执行率", "支出率", "预算完成率"],
  score: ["得分", "自评得分", "自评分", "评分", "预算执行得分", "执行率得分", "预算执行率得分", "自评"],
  other: ["复核分", "复核得分", "财政审核评分", "备注", "未完成原因", "偏差原因", "原因", "结转结余", "年末结余", "审核得分"],
};
