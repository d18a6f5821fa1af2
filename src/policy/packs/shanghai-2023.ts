/** Shanghai up to 2023: published figures of 闵行 2023 are explained by truncation alone (131.01 ÷ 132.20 → 99.09, 9.90). */
import { SHANGHAI_COST_CATEGORY } from "../cost-category";
import type { Policy } from "../policy";
import { national } from "./national";
import { SHANGHAI_PLACES } from "./shanghai-places";

export const shanghai2023: Policy = {
  ...national,
  id: "shanghai-2023",
  name: "上海（2023 年度及以前：执行率、得分均截位）",
  places: SHANGHAI_PLACES,
  years: { from: null, to: 2023 },
  rounding: {
    rate: { places: 2, mode: "down" },
    score: { places: 2, mode: "down" },
    source: { document: "上海市闵行区 2023 年度已公开自评表的数字", clause: null, evidence: "proved" },
  },
  costCategory: SHANGHAI_COST_CATEGORY,
  // Published Shanghai forms follow no common profile of weights.
  profiles: [],
};
