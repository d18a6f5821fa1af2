/** What the rows of a funds block are called. SPEC L11. */
import type { FundRole, FundRow } from "../model/form";
import { FUNDS_TITLES, FUND_ROWS, WEAK_FUND_TOTALS } from "./lexicon/label-words";
import type { Label } from "./label";
import type { CellView } from "./sheet-view";
import { wordMap, wordSet } from "./word-map";

const plainRole = wordMap(FUND_ROWS);
const isTitleWord = wordSet(FUNDS_TITLES);
const isWeak = wordSet(WEAK_FUND_TOTALS);

/** 其中：当年财政拨款 → appropriation. Null for words that name no row of a funds block. */
export function roleOf(label: Label): FundRole | null {
  const own = plainRole(label);
  // 其中：合计 would be a part's own sum.
  if (own) return label.among && own === "total" ? "part" : own;
  return label.among || /^其中/.test(label.word) ? "part" : null;
}

/** 合计 alone is no sign of a funds block; 年度资金总额 is. */
export function isTelling(label: Label): boolean {
  return !isWeak(label);
}

/** The side header 项目资金(万元) may stand in the first row of amounts; it is not that row's label. */
export function isTitle(cell: CellView): boolean {
  return cell.label !== null && isTitleWord(cell.label) && roleOf(cell.label) === null;
}

/** A block of which no row calls itself the total has it in its first row. */
export function withTotal(rows: readonly FundRow[]): FundRow[] {
  if (rows.some((row) => row.role === "total")) return [...rows];
  return rows.map((row, i) => (i === 0 ? { ...row, role: "total" as const } : row));
}
