/** The printable report: one HTML page, nothing loaded from anywhere, A4 portrait in black and white as in colour. */
import { a1 } from "../model/address";
import { fixed } from "../model/decimal";
import type { Step } from "../model/explanation";
import type { Fault } from "../model/fault";
import { type Finding, type KeptFinding, SEVERITIES, type Severity } from "../model/finding";
import type { CellValue } from "../model/grid";
import type { ScoredForm, WorkbookReview } from "../model/review";
import { valueText } from "../model/value-text";
import type { CellEdit } from "../model/write-plan";
import { reportCss } from "./report-css";
import { strings } from "./strings.zh-CN";

export type ReportEntry = { readonly path: string; readonly review: WorkbookReview; readonly kept: readonly KeptFinding[] } | { readonly path: string; readonly fault: Fault };

/** `made` is the day and time as the face wants it shown; this room has no clock. */
export function reportToHtml(entries: readonly ReportEntry[], made: string): string {
  const { report } = strings;
  return [
    "<!doctype html>",
    '<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${text(report.title)}</title><style>${reportCss}</style></head><body>`,
    `<h1>${text(report.title)}</h1><p class="made">${text(report.made(made))}</p>`,
    overview(entries),
    ...entries.map(entrySection),
    "</body></html>",
  ].join("\n");
}

function overview(entries: readonly ReportEntry[]): string {
  const rows = entries.map((entry) => {
    if ("fault" in entry) return row([text(entry.path), `<td colspan="4">${text(entry.fault.message)}</td>`]);
    const counts = SEVERITIES.map((severity) => `${count(entry.review.findings, severity)}`);
    const { length } = entry.review.unchecked;
    const path = length === 0 ? text(entry.path) : `${text(entry.path)}<p class="unchecked">${text(strings.unchecked(length))}</p>`;
    return row([path, `${entry.review.forms.length}`, ...counts]);
  });
  const { report, severity } = strings;
  return table([report.workbook, report.forms, severity.error, severity.warning, severity.info], rows);
}

function entrySection(entry: ReportEntry): string {
  if ("fault" in entry) return `<section><h2>${text(entry.path)}</h2><p class="fault">${text(entry.fault.message)}</p></section>`;
  const { review } = entry;
  if (review.forms.length === 0) return `<section><h2>${text(entry.path)}</h2><p>${text(strings.noForms)}</p></section>`;
  return [`<section><h2>${text(entry.path)}</h2>`, uncheckedNote(review), ...review.forms.map((scored, form) => formSection(review, scored, form)), keptSection(entry.kept), "</section>"].join("\n");
}

/** Above the forms, so that one without findings is not read as a full check. */
function uncheckedNote({ unchecked }: WorkbookReview): string {
  if (unchecked.length === 0) return "";
  const rules = unchecked.map(({ rule, what }) => strings.uncheckedRule(what, rule)).join(strings.listComma);
  return `<p class="unchecked">${text(strings.uncheckedList(unchecked.length, rules))}</p>`;
}

function keptSection(kept: readonly KeptFinding[]): string {
  if (kept.length === 0) return "";
  const items = kept.map(({ finding, entry }) => `<li><span class="cell">${text(finding.cell.sheet)}!${a1(finding.cell)}</span> ${text(finding.message)} <code>${text(finding.rule)}</code><p class="source">${text(strings.keptBecause(entry.text, entry.date))}</p></li>`);
  return `<h3>${text(strings.kept(kept.length))}</h3><ul>${items.join("")}</ul>`;
}

function formSection(review: WorkbookReview, scored: ScoredForm, form: number): string {
  const findings = SEVERITIES.flatMap((severity) => review.findings.filter((finding) => finding.form === form && finding.severity === severity));
  const edits = review.plan.edits.filter((edit) => edit.form === form);
  const corrections = edits.filter((edit) => edit.before.kind !== "empty");
  const { report } = strings;
  return [
    `<h3>${text(scored.form.head.project?.text || strings.unnamed)}</h3>`,
    `<p class="figures">${figures(scored)}</p><p class="policy">${text(strings.policy(scored.policy.why))}</p>`,
    findings.length === 0 ? `<p>${text(strings.noFindings)}</p>` : `<ol>${findings.map(findingItem).join("")}</ol>`,
    corrections.length === 0 ? "" : `<p>${text(report.corrections(corrections.length))}</p>${table([report.cell, report.before, report.after], corrections.map(editRow))}`,
    edits.length === corrections.length ? "" : `<p>${text(report.blanks(edits.length - corrections.length))}</p>`,
  ].join("\n");
}

function figures(scored: ScoredForm): string {
  const { table: words, kind } = strings;
  const parts = [`${kind[scored.form.kind]} ${scored.form.sheet}`];
  if (scored.funds) parts.push(`${words.rate} ${fixed(scored.funds.rate, 2)}%`);
  if (scored.total?.score) parts.push(`${words.total} ${fixed(scored.total.score, 2)}`);
  if (scored.grade) parts.push(`${words.grade} ${scored.grade.word}`);
  return parts.map(text).join(" · ");
}

function findingItem(finding: Finding): string {
  const steps = finding.explanation?.steps ?? [];
  const source = finding.explanation?.source;
  // "general" is what is commonly said; no document is named for it.
  const basis = source && source.evidence !== "general" ? `<p class="source">${text(strings.report.source(source.document))}</p>` : "";
  return `<li class="${finding.severity}"><b>${text(strings.severity[finding.severity])}</b> <span class="cell">${text(finding.cell.sheet)}!${a1(finding.cell)}</span> ${text(finding.message)} <code>${text(finding.rule)}</code>${stepList(steps)}${basis}</li>`;
}

function stepList(steps: readonly Step[]): string {
  return steps.length === 0 ? "" : `<ul class="steps">${steps.map((step) => `<li>${text(step.text)}${stepList(step.parts)}</li>`).join("")}</ul>`;
}

function editRow(edit: CellEdit): string {
  return row([`${text(edit.ref.sheet)}!${a1(edit.ref)}`, text(shownBefore(edit.before)), text(edit.shown)]);
}

function shownBefore(value: CellValue): string {
  return value.kind === "empty" ? strings.report.blank : valueText(value);
}

function count(findings: readonly Finding[], severity: Severity): number {
  return findings.filter((finding) => finding.severity === severity).length;
}

function table(head: readonly string[], rows: readonly string[]): string {
  return `<table><thead><tr>${head.map((cell) => `<th>${text(cell)}</th>`).join("")}</tr></thead><tbody>${rows.join("")}</tbody></table>`;
}

/** Cells are HTML already; one that brings its own <td> is taken as it is. */
function row(cells: readonly string[]): string {
  return `<tr>${cells.map((cell) => (cell.startsWith("<td") ? cell : `<td>${cell}</td>`)).join("")}</tr>`;
}

function text(value: string): string {
  return value.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;").replace(/\r?\n/g, "<br>");
}
