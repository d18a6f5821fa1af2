/** Shanghai from 2024: rates of 嘉定 2024 are truncated (1842.32 ÷ 1856.67 → 99.22), scores rounded half-up (97.85 % × 10 → 9.79). */
import { SHANGHAI_COST_CATEGORY } from "../cost-category";
import type { Policy } from "../policy";
import { national } from "./national";
import { SHANGHAI_PLACES } from "./shanghai-places";

export const shanghai2024: Policy = {
  ...national,
  id: "shanghai-2024",
  name: "上海（2024 年度起：执行率截位，得分四舍五入）",
  places: SHANGHAI_PLACES,
  years: { from: 2024, to: null },
  rounding: {
    rate: { places: 2, mode: "down" },
    score: { places: 2, mode: "half-up" },
    source: { document: "上海市嘉定区 2024 年度已公开自评表的数字", clause: null, evidence: "proved" },
  },
  costCategory: SHANGHAI_COST_CATEGORY,
  // Published Shanghai forms follow no common profile of weights.
  profiles: [],
};
