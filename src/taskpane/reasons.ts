/** Findings that want a 偏差原因分析, and the write that gives it. */
import { type CellRef, sameCell } from "../model/address";
import type { Finding } from "../model/finding";
import type { Field } from "../model/form";
import { isNoReason } from "../model/no-reason";
import type { WorkbookReview } from "../model/review";
import type { CellEdit } from "../model/write-plan";
import { strings } from "./strings.zh-CN";

/** The cell to write the reason into: empty, or with a word that is none. Null if the finding wants none, or a formula stands there. */
export function reasonField(finding: Finding, review: WorkbookReview): Field | null {
  const wanted = finding.mark?.find((condition) => condition.kind === "no-reason");
  const form = review.forms[finding.form]?.form;
  if (!wanted || !form) return null;
  const field = [form.commonReason, ...form.indicators.map((indicator) => indicator.reason)].find((candidate) => candidate && sameCell(candidate.ref, wanted.cell));
  return field && field.formula === null ? field : null;
}

export type ReasonProblem = "empty" | "no-reason";

/** What is wrong with a text as a reason; null if nothing is. */
export function reasonProblem(text: string): ReasonProblem | null {
  if (text.trim() === "") return "empty";
  return isNoReason(text) ? "no-reason" : null;
}

export function reasonEdit(finding: Finding, field: Field, text: string): CellEdit {
  const written = text.trim().replace(/\r\n?/g, "\n");
  return {
    ref: field.ref,
    before: field.value,
    after: { kind: "text", text: written },
    format: null,
    shown: written,
    why: strings.reason.why,
    form: finding.form,
    field: "reason",
  };
}

export function sameRef(a: CellRef | null, b: CellRef | null): boolean {
  return a === b || (a !== null && b !== null && sameCell(a, b));
}
