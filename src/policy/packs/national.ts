/** Everywhere without a pack of its own: the behaviour of the deployed performance modules. */
import { EXCEEDED_LIMIT } from "../exceeded-limit";
import type { Policy } from "../policy";

export const national: Policy = {
  id: "national",
  name: "全国通用（执行率、得分均四舍五入）",
  places: [],
  years: { from: null, to: null },
  rounding: {
    rate: { places: 2, mode: "half-up" },
    score: { places: 2, mode: "half-up" },
    source: { document: "预算管理一体化系统绩效模块的取数方式", clause: null, evidence: "system" },
  },
  exceededLimit: EXCEEDED_LIMIT.ratio,
  indicatorSources: {
    met: { document: "自评表所附填报说明", clause: "完成值达到指标值，记满分", evidence: "seen" },
    proportional: { document: "自评表所附填报说明", clause: "B/A×该指标分值", evidence: "seen" },
    equal: { document: "预算管理一体化系统绩效模块的计分方式", clause: null, evidence: "system" },
  },
  // Seen on one template only, which rescales; elsewhere nothing says so.
  notApplicable: { rescale: false, source: { document: "自评表模板（仅见一份）", clause: null, evidence: "seen" } },
  thresholds: { lowRate: "90", overAchieved: "1.3", farBelowLimit: "0.6", spendingGap: "5" },
  grades: {
    limits: { 优: "90", 良: "80", 中: "60" },
    source: { document: "自评表所印等级说明", clause: "优（90含-100分）、良（80含-90分）、中（60含-80分）、差（60分以下）", evidence: "seen" },
  },
  bands: {
    reached: { from: "80", to: "100" },
    // 60–80 today, 50–80 on older forms: what either allows is no finding.
    partly: { from: "50", to: "80" },
    missed: { from: "0", to: "60" },
    source: { document: "自评表所附填报说明", clause: "达成预期指标 100-80%（含）、部分达成 80-60%（含）、未达成 60-0%", evidence: "seen" },
  },
  costCategory: null,
  rules: { off: [], severities: {} },
  fullScore: "100",
  profiles: [
    { funds: "10", 产出: "50", 效益: "30", 满意度: "10", 成本: "0" },
    { funds: "10", 产出: "40", 效益: "20", 满意度: "10", 成本: "20" },
  ],
};
