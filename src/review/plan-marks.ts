/** Findings that are to be highlighted, as marks. SPEC W9. */
import { a1 } from "../model/address";
import type { Finding } from "../model/finding";
import type { Mark } from "../model/write-plan";

/** One mark per cell and rule; the list's order is the order of the findings. */
export function planMarks(findings: readonly Finding[]): Mark[] {
  const marks = new Map<string, Mark>();
  for (const { cell, rule, severity, mark } of findings) {
    if (!mark) continue;
    const key = `${cell.sheet}!${a1(cell)} ${rule}`;
    if (!marks.has(key)) marks.set(key, { ref: cell, rule, severity, conditions: mark });
  }
  return [...marks.values()];
}
