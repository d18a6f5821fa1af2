/** What names and units say about an indicator: data for the rules, in one place. */

/** Fewer is simply better: being far below such a limit is no deviation to explain. */
const FEWER_IS_BETTER: readonly string[] = ["投诉", "故障", "事故", "差错", "失误", "缺陷", "违规", "违纪", "延误", "中断", "死亡", "感染", "损耗", "破损", "流失", "浪费", "误差", "能耗", "污染", "舆情", "退回", "差评", "污水", "等候"];
const TIME_NAMES: readonly string[] = ["时间", "时长", "时限", "时效", "期限", "响应", "天数", "周期", "及时"];
const MONEY_NAMES: readonly string[] = ["成本", "费用", "经费", "单价", "均价", "造价", "支出", "价格", "预算", "金额", "补助标准", "标准"];
const TIME_UNIT = /^(?:秒|分钟|分|小时|时|天|日|工作日|周|月|个月|年)$/;
const MONEY_UNIT = /元/;

export function fewerIsBetter(name: string): boolean {
  return FEWER_IS_BETTER.some((word) => name.includes(word));
}

export function isTime(name: string, unit: string | null): boolean {
  return (unit !== null && TIME_UNIT.test(unit)) || TIME_NAMES.some((word) => name.includes(word));
}

export function isMoney(name: string, unit: string | null): boolean {
  return (unit !== null && MONEY_UNIT.test(unit)) || MONEY_NAMES.some((word) => name.includes(word));
}
