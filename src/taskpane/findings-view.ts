/** What of the findings is shown, and in which groups. Plain functions, so that filters need no screen to be tested. */
import { a1, type CellRef, sameCell } from "../model/address";
import { type Finding, SEVERITIES, type Severity } from "../model/finding";
import type { ScoredForm, WorkbookReview } from "../model/review";
import type { Core } from "./core";
import { strings } from "./strings.zh-CN";

export type GroupBy = "project" | "sheet" | "rule";

export interface FindingsFilter {
  /** Severities to show; none: all of them. */
  readonly severities: ReadonlySet<Severity>;
  readonly search: string;
  readonly groupBy: GroupBy;
}

export const NO_FILTER: FindingsFilter = { severities: new Set(), search: "", groupBy: "project" };

/** The finding that is unfolded. `focus`: the keyboard goes along (not when the sheet's selection led here). */
export interface Selection {
  readonly key: string | null;
  readonly focus: boolean;
}

export interface FindingsGroup {
  readonly id: string;
  readonly title: string;
  readonly findings: readonly Finding[];
  readonly counts: Readonly<Record<Severity, number>>;
}

export function projectName(scored: ScoredForm | undefined): string {
  return scored?.form.head.project?.text || strings.unnamed;
}

/** Names of the forms, told apart by sheet where two are alike. */
export function formNames(forms: readonly ScoredForm[]): string[] {
  const names = forms.map(projectName);
  return names.map((name, i) => (names.filter((other) => other === name).length > 1 ? strings.projectOnSheet(name, forms[i]?.form.sheet ?? "") : name));
}

export function countBySeverity(findings: readonly Finding[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  for (const finding of findings) counts[finding.severity]++;
  return counts;
}

/** What the search looks at; severities are counted on this, so that the counts tell what a click would show. */
export function searched(findings: readonly Finding[], review: WorkbookReview, search: string, ruleText: Core["ruleText"]): readonly Finding[] {
  const words = search.toLowerCase().split(/\s+/).filter((word) => word !== "");
  if (words.length === 0) return findings;
  return findings.filter((finding) => {
    const scored = review.forms[finding.form];
    const text = [finding.message, projectName(scored), finding.cell.sheet, a1(finding.cell), ruleText(finding.rule)?.what ?? "", finding.rule].join("\n").toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** Groups in the order of the workbook (rules: of the catalogue); inside, errors first, then the order of the cells. */
export function groupFindings(findings: readonly Finding[], review: WorkbookReview, filter: FindingsFilter, ruleText: Core["ruleText"]): FindingsGroup[] {
  const names = formNames(review.forms);
  const groups = new Map<string, { title: string; findings: Finding[] }>();
  for (const finding of searched(findings, review, filter.search, ruleText)) {
    if (filter.severities.size > 0 && !filter.severities.has(finding.severity)) continue;
    const [id, title] = groupOf(finding, filter.groupBy, names, ruleText);
    const group = groups.get(id);
    if (group) group.findings.push(finding);
    else groups.set(id, { title, findings: [finding] });
  }
  return [...groups].map(([id, group]) => ({ id, title: group.title, findings: group.findings.sort(inReadingOrder), counts: countBySeverity(group.findings) }));
}

function groupOf(finding: Finding, by: GroupBy, names: readonly string[], ruleText: Core["ruleText"]): [string, string] {
  switch (by) {
    case "project":
      return [groupIdOfForm(finding.form), names[finding.form] ?? strings.findings.workbook];
    case "sheet":
      return [`sheet:${finding.cell.sheet}`, finding.cell.sheet];
    case "rule":
      return [`rule:${finding.rule}`, ruleText(finding.rule)?.what ?? finding.rule];
  }
}

export function groupIdOfForm(form: number): string {
  return `form:${form}`;
}

function inReadingOrder(a: Finding, b: Finding): number {
  return SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || a.form - b.form || a.cell.row - b.cell.row || a.cell.col - b.cell.col;
}

/** The finding before or after one, over all groups and round the end; the first or last if there is none to start from. */
export function neighbour(groups: readonly FindingsGroup[], key: string | null, step: 1 | -1): Finding | null {
  const all = groups.flatMap((group) => group.findings);
  const at = all.findIndex((finding) => finding.key === key);
  if (at < 0) return all.at(step === 1 ? 0 : -1) ?? null;
  return all[(at + step + all.length) % all.length] ?? null;
}

/** 1-based place of a finding in the list, 0 if it is not there. */
export function position(groups: readonly FindingsGroup[], key: string | null): number {
  return groups.flatMap((group) => group.findings).findIndex((finding) => finding.key === key) + 1;
}

/** The finding about a cell; the one already selected stays if it is about that cell too. */
export function findingAt(groups: readonly FindingsGroup[], cell: CellRef, selected: string | null): Finding | null {
  const there = groups.flatMap((group) => group.findings).filter((finding) => sameCell(finding.cell, cell));
  return there.find((finding) => finding.key === selected) ?? there[0] ?? null;
}
