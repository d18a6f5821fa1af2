/** The forms as rows of the overview, and the figures of the small picture. */
import { type Decimal, decimal, fixed, max, min, round } from "../model/decimal";
import { type Finding, type Severity } from "../model/finding";
import type { GradeWord, WorkbookReview } from "../model/review";
import { countBySeverity, formNames } from "./findings-view";

export interface ProjectRow {
  readonly form: number;
  readonly name: string;
  readonly sheet: string;
  readonly selfEvaluation: boolean;
  readonly kind: WorkbookReview["forms"][number]["form"]["kind"];
  /** "97.85%", null if none can be computed. */
  readonly rate: string | null;
  readonly total: Decimal | null;
  readonly totalText: string | null;
  readonly grade: GradeWord | null;
  readonly counts: Readonly<Record<Severity, number>>;
}

export function projectRows(review: WorkbookReview, active: readonly Finding[]): ProjectRow[] {
  const names = formNames(review.forms);
  const byForm = new Map<number, Finding[]>();
  for (const finding of active) byForm.set(finding.form, [...(byForm.get(finding.form) ?? []), finding]);
  return review.forms.map((scored, form) => ({
    form,
    name: names[form] ?? "",
    sheet: scored.form.sheet,
    selfEvaluation: scored.form.kind === "self-evaluation",
    kind: scored.form.kind,
    rate: scored.funds ? `${fixed(scored.funds.rate, 2)}%` : null,
    total: scored.total?.score ?? null,
    totalText: scored.total?.score ? fixed(scored.total.score, 2) : null,
    grade: scored.grade?.word ?? null,
    counts: countBySeverity(byForm.get(form) ?? []),
  }));
}

export interface ScoreBin {
  /** Lowest total of the bin; null: everything below `LOWEST`. */
  readonly from: number | null;
  readonly grades: readonly GradeWord[];
}

/** Totals below this share one bin: they are 差 whatever they are. */
export const LOWEST = 60;
const HIGHEST = decimal("100");

export interface ScorePicture {
  readonly bins: readonly ScoreBin[];
  readonly count: number;
  readonly low: string;
  readonly high: string;
  readonly gradeCounts: readonly { readonly grade: GradeWord; readonly count: number }[];
}

/** One bin per point, in ascending order, only those that hold something; null without any total. */
export function scorePicture(rows: readonly ProjectRow[]): ScorePicture | null {
  const scored = rows.flatMap((row) => (row.total ? [{ total: row.total, grade: row.grade ?? "差" }] : []));
  const [first] = scored;
  if (!first) return null;
  const bins = new Map<number | null, GradeWord[]>();
  for (const { total, grade } of scored) {
    const whole = round(min(total, HIGHEST), 0, "down").toNumber();
    const from = whole < LOWEST ? null : whole;
    bins.set(from, [...(bins.get(from) ?? []), grade]);
  }
  const totals = scored.map(({ total }) => total);
  const grades: GradeWord[] = ["优", "良", "中", "差"];
  return {
    bins: [...bins].map(([from, words]) => ({ from, grades: words })).sort((a, b) => (a.from ?? 0) - (b.from ?? 0)),
    count: scored.length,
    low: fixed(totals.reduce(min, first.total), 2),
    high: fixed(totals.reduce(max, first.total), 2),
    gradeCounts: grades.map((grade) => ({ grade, count: scored.filter((item) => item.grade === grade).length })).filter(({ count }) => count > 0),
  };
}
