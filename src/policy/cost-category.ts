/** Where a form is expected to have a cost category. Few documents say so; published forms show from when on it was usual. */
import type { Source } from "../model/explanation";
import type { Severity } from "../model/finding";

export interface CostCategoryRule {
  /** How much a form of these budget years (both included; null: open) matters without one. Other years: not at all. */
  readonly years: readonly { readonly from: number; readonly to: number | null; readonly severity: Severity }[];
  readonly source: Source;
}

/**
 * Published forms with a cost category: none of 13 in 2023 (闵行), 17 of 20 in 2024 (嘉定, 普陀), 20 of 33 in 2026 (闵行).
 * One table for all Shanghai policies, since a workbook may be scored by the rounding of another year than its own.
 */
export const SHANGHAI_COST_CATEGORY: CostCategoryRule = {
  years: [
    { from: 2023, to: 2023, severity: "info" },
    { from: 2024, to: null, severity: "warning" },
  ],
  source: { document: "上海市闵行区、嘉定区、普陀区 2023 至 2026 年度已公开的自评表和目标申报表", clause: null, evidence: "seen" },
};

/** How much a form of the year without a cost category matters; null: nothing is known to require one. */
export function costExpected(rule: CostCategoryRule | null, year: number | null): Severity | null {
  if (year === null) return null;
  return rule?.years.find(({ from, to }) => year >= from && (to === null || year <= to))?.severity ?? null;
}
