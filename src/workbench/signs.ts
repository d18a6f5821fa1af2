/** What a review says about the cells of one sheet: marks that hold, and findings, by cell key. */
import { cellKey } from "../model/address";
import { atLeast, type Finding, type Severity } from "../model/finding";
import type { WorkbookReview } from "../model/review";
import type { Mark } from "../model/write-plan";
import { markHolds } from "../writeback/mark-state";
import type { SheetModel } from "./sheet/sheet-model";

export function marksOf(model: SheetModel, marks: readonly Mark[]): ReadonlyMap<number, Severity> {
  const shown = new Map<number, Severity>();
  for (const mark of marks) {
    if (mark.ref.sheet !== model.name) continue;
    if (!markHolds(mark, (ref) => model.value(ref.row, ref.col))) continue;
    const key = cellKey(mark.ref.row, mark.ref.col);
    const there = shown.get(key);
    shown.set(key, there ? worst([there, mark.severity]) : mark.severity);
  }
  return shown;
}

export function findingsOf(review: WorkbookReview | null, sheet: string): ReadonlyMap<number, readonly Finding[]> {
  const byCell = new Map<number, Finding[]>();
  for (const finding of review?.findings ?? []) {
    if (finding.cell.sheet !== sheet) continue;
    const key = cellKey(finding.cell.row, finding.cell.col);
    const list = byCell.get(key);
    if (list) list.push(finding);
    else byCell.set(key, [finding]);
  }
  return byCell;
}

export function worst(severities: readonly Severity[]): Severity {
  return severities.reduce((a, b) => (atLeast(a, b) ? a : b), "info");
}
