/**
 * What names, units and words say about an indicator: data for the rules, in one place. Words come from the 68 published
 * forms (test/corpus) and from the vocabulary counted over 29 published sources; where a list rests on one place or year
 * only, it says so. Adding a word is adding it to a list.
 */
import { clean, fold } from "../grammar/text";
import type { Indicator, ValueField } from "../model/form";
import { memo, memoFor } from "../model/memo";
import type { ScoredForm } from "../model/review";
import { type ScoredRow, scoredRows } from "./rule";
import { isDash } from "./words";

// ---- Directions -----------------------------------------------------------------------------------------------------

/** Fewer is simply better: being far below such a limit is no deviation to explain. */
const FEWER_IS_BETTER: readonly string[] = ["投诉", "故障", "事故", "差错", "失误", "缺陷", "违规", "违纪", "延误", "中断", "死亡", "感染", "损耗", "破损", "流失", "浪费", "误差", "能耗", "污染", "舆情", "退回", "差评", "污水", "等候"];
/** What may follow such a word while it stays what is counted: 投诉次数, 故障发生率; not 故障排除率, 投诉处理满意度. */
const COUNTED_TAIL = "(?:事件|发生|出现|重复)*(?:次数|件数|起数|例数|人数|数量|数|率|比例|占比|性|量|时间|时长|情况)?$";
const FEWER_TAIL = new RegExp(`(?:${FEWER_IS_BETTER.filter((word) => word !== "污水").join("|")}|不合格|不达标|不满意|未完成|逾期|超期|空置|闲置|返修|返工|停机)${COUNTED_TAIL}`);
/** What is dealt with is work done, of which more may be better: 受理投诉件数, 查处违规次数. */
const DEALT_WITH = /处理|处置|减少|降低|下降|化解|消除|整治|治理|查处|排查|发现|纠正|修复|解决|防范|避免|节约|回收|受理|接收|办理|核查|检查|检测|监测|调查|登记|救治|管理/;
/** Shares of which more is better. */
const MORE_TAIL = /(?<![不未非])(?:满意|合格|通过|完成|覆盖|达标|及时|准确|准时|按时|知晓|完好|优良|优秀|办结|到位|开机|录入|接入|建档|签约|响应|排除|解决|修复|整改|兑现|符合|落实|参与)(?:率|度|程度|比例|占比|性|情况)?$/;
/** A share of money has a sensible upper limit: 预算执行率 ≤100%. */
const MONEY_SHARE = /预算|支出|成本|资金|费用|经费|执行率/;
/** Sooner is better: a lower limit in hours or days cannot be meant. 服务天数 and 培训时长 are none of these. */
const SOONER_IS_BETTER = /响应|等候|等待|到场|到达|反馈|修复|恢复|办结|及时|延误|中断|停机|送达|排除|审批/;
const LENGTH_OF_SERVICE = /天数|月份|月数|年限$/;
/** Cheaper is better, unless the name speaks of what is saved, earned or handed out. */
const CHEAPER_IS_BETTER = /成本|单价|均价|造价|费用/;
const NOT_CHEAPER = /节约|节省|降低|减少|下降|压减|收入|收益|增收|投入|补助|补贴|筹|研发|科研|配套/;
/** A fault rate of 97 % is a mistaken 3 %, or a mistaken 完好率. */
export const IMPLAUSIBLE_FAULT_RATE = "50";

const TIME_NAMES: readonly string[] = ["时间", "时长", "时限", "时效", "期限", "响应", "天数", "周期", "及时"];
const MONEY_NAMES: readonly string[] = ["成本", "费用", "经费", "单价", "均价", "造价", "支出", "价格", "预算", "金额", "补助标准", "标准"];
const TIME_UNIT = /^(?:秒|分钟|分|小时|时|天|日|工作日|周|月|个月|年)$/;
const MONEY_UNIT = /元/;

export function fewerIsBetter(name: string): boolean {
  return FEWER_IS_BETTER.some((word) => name.includes(word));
}

export function isTime(name: string, unit: string | null): boolean {
  return isTimeUnit(unit) || TIME_NAMES.some((word) => name.includes(word));
}

export function isMoney(name: string, unit: string | null): boolean {
  return isMoneyUnit(unit) || MONEY_NAMES.some((word) => name.includes(word));
}

export function isTimeUnit(unit: string | null): boolean {
  return unit !== null && TIME_UNIT.test(unit);
}

export function isMoneyUnit(unit: string | null): boolean {
  return unit !== null && MONEY_UNIT.test(unit);
}

/** Which way is better, as far as name and unit leave no doubt: faults, waiting, cost against satisfaction, completion, coverage. */
export function directionOf(name: string, unit: string | null): "fewer" | "sooner" | "cheaper" | "more" | null {
  if (isTimeUnit(unit) && SOONER_IS_BETTER.test(name) && !LENGTH_OF_SERVICE.test(name)) return "sooner";
  if (isMoneyUnit(unit)) return CHEAPER_IS_BETTER.test(name) && !NOT_CHEAPER.test(name) ? "cheaper" : null;
  if (FEWER_TAIL.test(name) && !DEALT_WITH.test(name)) return "fewer";
  return unit === "%" && MORE_TAIL.test(name) && !MONEY_SHARE.test(name) ? "more" : null;
}

// ---- Names and their units ------------------------------------------------------------------------------------------

/** End in 率 and are no share of a hundred. */
const NOT_A_SHARE = /(?:效率|频率|速率|汇率|功率|心率|倍率|帧率|分辨率|容积率|死亡率|发病率|患病率)$/;
/** 度 that is a share; 便捷度, 体验度, 贡献度 may as well be levels in words. */
const SHARE_DEGREES = /(?:满意|知晓|完成|覆盖|准确|达标|保障|合格)度$/;
/** May exceed a hundred. */
const GROWTH = /增长|增幅|增加|增值|同比|环比|提升率|提高率|超额|扩大|倍/;

export function isShareName(name: string): boolean {
  return (name.endsWith("率") && !NOT_A_SHARE.test(name)) || SHARE_DEGREES.test(name);
}

export function isRateName(name: string): boolean {
  return name.endsWith("率") && !NOT_A_SHARE.test(name);
}

export function isGrowthName(name: string): boolean {
  return GROWTH.test(name);
}

export function isSatisfactionName(name: string): boolean {
  return /满意/.test(name);
}

/** Ends in what it is counted by: 巡检台次, 服务人次. */
export const COUNTED_BY_UNIT = /(?:台次|人次|场次|户次|家次|车次|班次|批次|频次|件次|项次|例次|诊次|台套)$/;
/** A number is asked for: 签约学生数, 培训次数. */
export const COUNT_NAME = /(?<![指系分倍基])数$|数量$/;
/** 及时性 with a percentage is a 及时率. */
export const PUNCTUALITY_NAME = /及时性$/;
/** A condition with its figure inside the name: 均次费用增幅≤10%. (≥**人) in an official name is none. */
export const CONDITION_IN_NAME = /[<>=≥≤]\s*\d/;

// ---- Words as values ------------------------------------------------------------------------------------------------

/** Name what is looked at and not what is to be reached: 对在用系统的使用满意程度. */
const NAMES_AN_ATTRIBUTE = /(?:程度|情况|状况|水平|效果|满意度)$/;
/** With one of these the same ending is a level: 达到国内先进水平, 改善就医状况. */
const SAYS_A_LEVEL = /达到|达成|提高|提升|改善|改进|优化|完成|保障|确保|具有|保持|实现|符合|满足|高于|低于|优于|增强|加强|扩大|促进|推动|产生|取得|发挥|显著|明显|良好|较好|先进|领先|一流/;
/** Names that end so ask for a level; the same word again is none: 有效性 = 有效性. */
export const ATTRIBUTE_NAME = /(?:性|率|度|数|量|情况|程度|状况|水平)$/;
/** Levels that published forms use although they repeat the end of a name: 机制建立健全 = 建立健全, 系统稳定运行 = 稳定运行. */
export const LEVEL_WORDS: ReadonlySet<string> = new Set(["建立健全", "稳定运行", "正常运行", "安全运行", "持续稳定", "有效保障", "有效提升", "持续提升", "明显提升", "不断提升", "显著提升", "持续改善", "有效改善", "按时完成", "无事故发生"]);
/** Nobody can say whether it was reached: no date, no amount, no contract. */
export const VAGUE_TIME = /规定的?(?:时间|期限)|要求的?(?:时间|期限)|(?:实际|相关)要求时间/;
export const VAGUE_PLAN = /^按(?:计划|要求|规定)(?:达到|完成|执行|实施)/;

export function onlyNamesAnAttribute(text: string): boolean {
  return NAMES_AN_ATTRIBUTE.test(text) && !SAYS_A_LEVEL.test(text);
}

// ---- Template left-overs --------------------------------------------------------------------------------------------

/** What the published templates print into cells that are to be overwritten. */
export const TEMPLATE_TEXT = /项目背景、基本情况等|[（(]?\d{1,4}字(?:以内|左右)|请(?:简要)?(?:填写|填报|说明|描述)|^指标\d+[:：]?$|此处填写/;

/** ……, 指标3： or nothing where the name should stand: a row that was left over. */
function isEmptyName(name: string, { target }: Indicator): boolean {
  return isIdleName(name) || (name === "无" && (target === null || target.reading.kind === "empty"));
}

function isIdleName(name: string): boolean {
  return isDash(name) || /^(?:[….、]+|指标\d*:?)$/.test(name);
}

/** Rows that say something, with the name as rules compare it. */
export const filledRows = memoFor((scored: ScoredForm): readonly FilledRow[] => {
  const rows: FilledRow[] = [];
  let above: FilledRow | undefined;
  for (const { indicator, computed } of scoredRows(scored)) {
    const name = fold(clean(indicator.name));
    if (isEmptyName(name, indicator)) continue;
    const categories = above && haveSameLevels(above.indicator, indicator) ? above.categories : categoriesOf(indicator);
    above = { indicator, computed, name, target: indicator.target, actual: indicator.actual, categories };
    rows.push(above);
  }
  return rows;
});

function haveSameLevels(a: Indicator, b: Indicator): boolean {
  return a.level1 === b.level1 && a.level2 === b.level2;
}

export interface FilledRow extends ScoredRow {
  readonly name: string;
  readonly target: ValueField | null;
  readonly actual: ValueField | null;
  /** What its levels say it belongs to; several, where both levels name one. */
  readonly categories: ReadonlySet<Category>;
}

// ---- Categories -----------------------------------------------------------------------------------------------------

export type Category = "产出" | "效益" | "满意度" | "成本" | "数量" | "质量" | "时效";

/** How templates of different years call them; 目标表 of 2020 says 产出目标, 效果目标, 影响力目标. */
const CATEGORY_WORDS: Readonly<Record<Category, readonly string[]>> = {
  产出: ["产出"],
  效益: ["效益", "效果", "影响"],
  满意度: ["满意"],
  成本: ["成本"],
  数量: ["数量"],
  质量: ["质量"],
  时效: ["时效", "进度"],
};

const CATEGORIES = Object.keys(CATEGORY_WORDS) as Category[];

/** Older templates have 成本 under 产出 and 满意度 under 效益: either level may name the category. */
function categoriesOf({ level1, level2 }: Indicator): ReadonlySet<Category> {
  return categoriesNamedIn(`${level1}/${level2}`);
}

const categoriesNamedIn = memo((levels): ReadonlySet<Category> => new Set(CATEGORIES.filter((category) => CATEGORY_WORDS[category].some((word) => levels.includes(word)))));

/** Time and punctuality, in names under 时效. 运行 is there for shares of running time (运行保障率). */
export const ABOUT_TIME = /时|期|及早|提前|进度|响应|速度|效率|延误|送达|到位|完成|计划|推进|运行|月|年|日|天|季/;
/** Satisfaction and what stands for it, in names under 满意度. */
export const ABOUT_SATISFACTION = /满意|评价|认可|好评|投诉|感受|体验|获得感|口碑|表扬|测评|反响/;
/** A budget kept, in names under 效益; savings and reductions are benefits. */
export const ABOUT_BUDGET = /预算|成本控制|成本支出|项目成本/;
export const SAVING = /节约|节省|降低|减少|下降|压减/;
/** Harm, in names under 经济效益; losses of money belong there. */
export const HARM = /事故|故障|投诉|舆情/;
export const LOSS = /损失|赔偿/;
/** Rates of quality, time and satisfaction under 数量; 完成率 and 覆盖率 stand there in most published forms. */
export const RATE_NOT_OF_QUANTITY = /(?:合格|准确|达标|优良|优秀|及时|准时|按时|满意)[率度]$/;
/** What can be counted: then a rate of it may pass for a quantity. */
export const COUNTABLE = /[次人家户件份台套场篇本项例个]数?|数量|人员|机构|报告|设备/;

// ---- Goals ----------------------------------------------------------------------------------------------------------

/** A goal this short that ends in an attribute says nothing to be reached: 系统稳定运行情况. */
export const SHORT_GOAL = 20;
/** Why the project is needed, and not what it is to reach. */
export const ONLY_NECESSITY = /(?:必须|需要|特)?设立(?:该|本|此)项目$/;
/** Runs on after the project without being a part of its work. */
export const AFTER_THE_PROJECT = /质保|保修|维保|质量保证/;
/** Behind or before a year: the year belongs to a document, to what was before, or to an old bill. */
export const YEAR_MEANT_AFTER = /^(?:度|\d{1,2}月(?:\d{1,2}日)?|初|底|末)*(?:发布|印发|出台|修订|成立|启动|开始|起|以来|通过|批复|下达|建成|尾款|质保金|结转|遗留|欠款|余款|结余)/;
export const YEAR_MEANT_BEFORE = /(?:自|从|较|比|与|到|至|截至|截止|原)$/;
