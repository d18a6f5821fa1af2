/** Labels that stand beside or above their value: head fields, goals, rows of the funds block, and what ends a table. */
import type { FundRole, GoalKey, HeadKey } from "../../model/form";

export const HEAD_LABELS: Readonly<Record<HeadKey, readonly string[]>> = {
  project: ["项目名称", "专项名称", "转移支付名称", "专项资金名称", "项目(专项)名称", "项目支出名称", "转移支付(项目)名称", "项目名称(盖章)", "政策名称", "项目(政策)名称"],
  department: ["主管部门", "主管部门名称", "主管单位", "预算主管部门", "中央主管部门", "省级主管部门", "地方主管部门", "主管部门(盖章)", "部门名称", "主管部门及代码", "一级预算单位", "主管部门(单位)", "市级主管部门", "上级主管部门"],
  unit: ["实施单位", "申报单位名称", "申报单位", "项目单位", "填报单位", "预算单位", "资金使用单位", "项目实施单位", "单位名称", "实施(具体)单位", "承担单位", "具体实施处室(单位)", "实施单位名称", "项目实施单位(盖章)", "评价单位", "自评单位", "项目承担单位", "预算部门(单位)"],
  nature: ["项目性质", "项目属性"],
  category: ["项目类别", "项目类型", "项目分类"],
  start: ["计划开始日期", "项目开始日期", "开始日期", "计划开始时间", "项目起始时间", "起始日期"],
  end: ["计划完成日期", "项目完成日期", "完成日期", "计划完成时间", "项目终止时间", "结束日期", "计划结束日期", "截止日期"],
  overview: ["项目概况", "项目概述", "项目基本情况"],
  basis: ["立项依据", "项目立项依据"],
  necessity: ["项目设立的必要性", "项目必要性"],
  measures: ["保证项目实施的制度、措施", "保证项目实施的制度措施", "保障措施"],
  plan: ["项目实施计划", "实施计划", "项目实施进度计划"],
  purchase: ["是否含有政府购买服务", "是否政府购买服务"],
  "performance-type": ["绩效类型"],
  "total-score": ["自评得分", "项目总得分", "自评总分", "总得分", "自评总得分", "综合得分"],
};

export const GOAL_LABELS: Readonly<Record<GoalKey, readonly string[]>> = {
  expected: ["预期目标", "年初设定目标", "项目年度目标", "年初预期目标", "年度预期目标", "预期绩效目标", "年初设定绩效目标", "绩效目标预期", "年初目标", "预期总目标"],
  achieved: ["实际完成情况", "年度总体目标完成情况综述", "全年实际完成情况", "目标实际完成情况", "全年完成情况", "目标完成情况", "完成情况", "实际完成目标", "年度目标完成情况", "绩效目标实际完成情况", "总体目标完成情况"],
  overall: ["项目总目标", "总目标及阶段性目标", "总体目标", "项目总体目标", "中期目标", "实施期目标", "实施期总目标", "项目绩效总目标"],
  annual: ["年度总体目标", "年度目标", "年度绩效目标", "年度总目标", "绩效目标", "项目年度总体目标", "年度绩效总目标"],
};

/** Rows of the funds block; 其中： and the like before a word are taken off first. */
export const FUND_ROWS: Readonly<Partial<Record<FundRole, readonly string[]>>> = {
  total: [
    "年度资金总额", "年度财政资金总额", "总额", "年度资金申请总额", "项目当年预算", "资金总额", "年度资金", "合计", "总计", "预算资金总额", "年度预算资金总额",
    "项目资金总额合计", "全年资金总额", "年度总额", "资金合计", "年度预算总额", "预算资金合计", "全年预算总额", "当年资金总额",
  ],
  appropriation: [
    "当年财政拨款", "本年财政拨款", "财政资金", "财政拨款", "本年财政资金", "当年财政资金", "一般公共预算资金", "本级财政资金", "年度财政拨款", "上级财政资金",
    "中央财政资金", "省级财政资金", "市级财政资金", "区级财政资金", "县级财政资金", "中央补助", "地方资金", "本年一般公共预算拨款",
  ],
  "carry-over": ["上年结转资金", "上年结转", "结转资金", "上年结余资金", "上年结转结余", "上年结转结余资金", "以前年度结转", "上年财政拨款结转资金"],
  other: ["其他资金", "其他", "财政专户管理资金", "单位资金", "自有资金", "其它资金", "自筹资金", "其他来源资金"],
  "project-total": ["项目资金总额", "项目总预算", "项目总资金", "实施期资金总额", "中期资金总额"],
  "last-year-budget": ["同名项目上年预算额", "上年预算额", "上年预算数"],
  "last-year-executed": ["同名项目上年预算执行数", "上年预算执行数", "上年执行数"],
};

/** Labels of the funds block as a whole; they may carry the money unit and the weight: 项目资金(万元), 预算执行情况(10分). */
export const FUNDS_TITLES: readonly string[] = [
  "项目资金", "预算执行情况", "资金情况", "项目预算", "年度预算执行情况", "预算执行", "资金执行情况", "项目资金情况", "项目资金预算执行情况", "资金使用情况",
  "项目预算执行情况", "项目年度预算执行情况", "年度资金情况", "预算资金", "资金投入情况", "项目支出预算及执行情况", "预算资金执行情况", "预算执行率",
];

/** Words that only within a block of funds mean its total. */
export const WEAK_FUND_TOTALS: readonly string[] = ["合计", "总计", "总额", "资金合计"];

export const TOTAL_LABELS: readonly string[] = ["总分", "合计", "得分合计", "指标得分合计", "自评得分", "分值合计", "总得分", "总计", "总分合计", "合计得分", "自评总分", "自评得分合计", "总分值", "合计分值", "自评总得分", "总评分"];

export const GRADE_LABELS: readonly string[] = [
  "评分等级", "自评等级", "评价等级", "绩效等级", "等级", "评定等级", "评分等次", "评价等次", "自评等次", "绩效自评等级", "自评结果等级", "绩效评价等级", "等次", "评级",
];

/** These may also introduce prose: a grade only if a grade word or boxes follow. */
export const WEAK_GRADE_LABELS: readonly string[] = ["自评结论", "评价结论", "自评结果", "评价结果", "结论"];

/** Anything of these ends the rows of the indicator table. */
export const END_LABELS: readonly string[] = [
  "评价结论", "存在问题", "改进措施", "其他需要说明事项", "其他需要说明的问题", "其他需要说明的事项", "需要说明的问题", "说明", "填表说明", "填报说明", "项目负责人",
  "财务负责人", "单位负责人", "填报人", "填表人", "联系人", "联系电话", "填表日期", "填报日期", "填报时间", "审核人", "负责人", "部门负责人", "注", "备注",
  "自评结论", "主要问题", "下一步改进措施", "存在的问题", "绩效自评综述", "主要经验", "经验做法", "评价人员", "单位盖章", "有关建议", "审核意见", "主管部门意见", "财政部门意见",
  "改进措施及结果应用方案", "自评结果", "评价结果", "结论", "备注说明", "情况说明", "填表人(签字)", "单位负责人(签字)", "单位(盖章)", "主管部门审核意见", "项目单位意见",
];

/** The reason for the whole table in one cell, below it or in its head. */
export const COMMON_REASON_LABELS: readonly string[] = [
  "偏差原因分析及改进措施", "偏差原因分析", "未完成原因分析", "偏差大或目标未完成原因分析", "未完成原因及改进措施", "目标偏离原因分析", "绩效目标未完成原因分析",
  "未完成原因和改进措施", "未完成原因及拟采取的改进措施", "未完成原因", "偏差原因", "偏差原因分析与改进措施", "未完成原因分析及改进措施",
];

/** Whatever stands below a table and is no row of it. */
export const CLOSING_LABELS: readonly string[] = [...END_LABELS, ...TOTAL_LABELS, ...GRADE_LABELS, ...COMMON_REASON_LABELS];

/** Labels of a head that no rule asks for; they are never values. */
export const OTHER_HEAD_LABELS: readonly string[] = [
  "项目编码", "项目代码", "预算年度", "评价年度", "年度", "项目周期", "项目起止时间", "资金来源", "资金性质", "支出功能分类", "职能分类", "绩效自评年度", "资金情况",
  "邮政编码", "地址", "项目级次", "项目负责人及联系电话", "实施期限", "部门职能", "预算科目", "经办人", "绩效指标", "项目绩效指标",
];

/** Dates of filling in: their year is not the budget year. */
export const DATE_LABELS: readonly string[] = ["填报日期", "填表日期", "填报时间", "填表时间", "日期", "时间", "自评日期", "评价日期", "打印日期"];

export const YEAR_LABELS: readonly string[] = ["预算年度", "评价年度", "年度", "绩效自评年度", "自评年度", "项目年度", "绩效年度"];

/** Cells that say only what money is counted in. */
export const UNIT_LABELS: readonly string[] = ["单位", "金额单位", "资金单位", "货币单位", "计量单位", "币种及单位"];
