/** A plan as a person reads it before it is written: by form, old → new, blanks apart from corrections. */
import type { CellEdit, WritePlan } from "../model/write-plan";
import { editId, editKind, type EditKind } from "./edit-id";
import { valueText } from "../model/value-text";

export interface PreviewRow {
  readonly id: string;
  readonly edit: CellEdit;
  readonly kind: EditKind;
  /** What stands there, "" for a blank cell. */
  readonly oldText: string;
  /** What will be shown. */
  readonly newText: string;
}

export interface PreviewGroup {
  /** Index of the form in the workbook's review. */
  readonly form: number;
  readonly rows: readonly PreviewRow[];
}

/** In the order of the forms; within one, corrections before blanks (they want a look), each in the plan's order. */
export function preview(plan: Pick<WritePlan, "edits">): PreviewGroup[] {
  const groups = new Map<number, PreviewRow[]>();
  for (const edit of plan.edits) {
    // What a person edits by hand is in no review's plan.
    if (edit.form === null) continue;
    const [oldText, newText] = difference(valueText(edit.before), edit.shown);
    const row = { id: editId(edit), edit, kind: editKind(edit), oldText, newText };
    const rows = groups.get(edit.form);
    if (rows) rows.push(row);
    else groups.set(edit.form, [row]);
  }
  return [...groups]
    .sort(([a], [b]) => a - b)
    .map(([form, rows]) => ({ form, rows: [...rows.filter((row) => row.kind === "correction"), ...rows.filter((row) => row.kind === "blank")] }));
}

/** Texts up to this length are shown whole. */
const SHORT = 16;
/** Characters of what both have in common that are left at the place of the change. */
const CONTEXT = 6;

/** Two long texts that differ in one place (a box that is ticked) are cut to that place. */
export function difference(before: string, after: string): readonly [string, string] {
  const a = [...before];
  const b = [...after];
  if (Math.min(a.length, b.length) <= SHORT) return [before, after];
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start++;
  let end = 0;
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const from = Math.max(0, start - CONTEXT);
  const tail = Math.max(0, end - CONTEXT);
  const cut = (text: readonly string[]): string => `${from > 0 ? "…" : ""}${text.slice(from, text.length - tail).join("")}${tail > 0 ? "…" : ""}`;
  return [cut(a), cut(b)];
}
