/** A review as lines for a terminal: a table of the forms, then the findings by project, each with sheet and cell. */
import { a1 } from "../model/address";
import { fixed } from "../model/decimal";
import { type KeptFinding, SEVERITIES } from "../model/finding";
import type { ScoredForm, WorkbookReview } from "../model/review";
import { strings } from "./strings.zh-CN";
import { clip, padEnd, textWidth } from "./text-width";

const PROJECT_WIDTH = 40;

export interface TextOptions {
  /** Also list the sheets that are no form, and why. */
  readonly sheets: boolean;
}

export function reviewToText(path: string, review: WorkbookReview, kept: readonly KeptFinding[], options: TextOptions): string {
  const lines = [path];
  if (review.forms.length === 0) lines.push(`  ${strings.noForms}`);
  else lines.push(...formTable(review), ...new Set(review.forms.map((form) => `  ${strings.policy(form.policy.why)}`)), ...findingLines(review), ...uncheckedLines(review), ...keptLines(kept), writeLine(review));
  if (options.sheets || review.forms.length === 0) {
    for (const { sheet, missing } of review.withoutForm) lines.push(`  ${strings.sheetWithoutForm(sheet, missing)}`);
  }
  return lines.join("\n");
}

function formTable(review: WorkbookReview): string[] {
  const { table } = strings;
  const rows = [[table.project, table.kind, table.rate, table.total, table.grade, table.findings], ...review.forms.map((form, i) => formRow(review, form, i))];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => textWidth(row[column] ?? "")))) ?? [];
  return rows.map((row) => `  ${row.map((text, column) => padEnd(text, widths[column] ?? 0)).join("  ")}`.trimEnd());
}

function formRow(review: WorkbookReview, scored: ScoredForm, index: number): string[] {
  const counts = SEVERITIES.map((severity) => review.findings.filter((finding) => finding.form === index && finding.severity === severity).length);
  return [
    clip(projectOf(scored), PROJECT_WIDTH),
    strings.kind[scored.form.kind],
    scored.funds ? `${fixed(scored.funds.rate, 2)}%` : "–",
    scored.total?.score ? fixed(scored.total.score, 2) : "–",
    scored.grade?.word ?? "–",
    counts.join("/"),
  ];
}

function projectOf(scored: ScoredForm): string {
  return scored.form.head.project?.text || strings.unnamed;
}

function findingLines(review: WorkbookReview): string[] {
  if (review.findings.length === 0) return [`  ${strings.noFindings}`];
  return review.forms.flatMap((scored, form) => {
    const findings = SEVERITIES.flatMap((severity) => review.findings.filter((finding) => finding.form === form && finding.severity === severity));
    if (findings.length === 0) return [];
    const lines = findings.map((finding) => `    [${strings.severity[finding.severity]}] ${finding.cell.sheet}!${a1(finding.cell)} ${oneLine(finding.message)} (${finding.rule})`);
    return [`  ${projectOf(scored)}`, ...lines];
  });
}

/** Without findings is not without fault where something was not looked at. */
function uncheckedLines({ unchecked }: WorkbookReview): string[] {
  if (unchecked.length === 0) return [];
  const rules = unchecked.map(({ rule, what }) => strings.uncheckedRule(what, rule)).join(strings.listComma);
  return [`  ${strings.uncheckedList(unchecked.length, rules)}`];
}

/** Answered for in the workbook: counted and told, but no longer a problem. */
function keptLines(kept: readonly KeptFinding[]): string[] {
  if (kept.length === 0) return [];
  const lines = kept.map(({ finding, entry }) => `    ${finding.cell.sheet}!${a1(finding.cell)} ${oneLine(finding.message)} (${finding.rule}) ${strings.keptBecause(oneLine(entry.text), entry.date)}`);
  return [`  ${strings.kept(kept.length)}`, ...lines];
}

/** How much would be written; the cells themselves are in the JSON and in the written copy. */
function writeLine(review: WorkbookReview): string {
  const { edits, marks } = review.plan;
  const blanks = edits.filter((edit) => edit.before.kind === "empty").length;
  return `  ${strings.plan(blanks, edits.length - blanks, marks.length)}`;
}

function oneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, " ");
}
