/** Rules over forms: gives each finding its rule, form and key. */
import type { Finding } from "../model/finding";
import type { Indicator } from "../model/form";
import type { ScoredForm } from "../model/review";
import type { Policy } from "../policy/policy";
import { RULES } from "../rules/registry";
import type { Found, Rule } from "../rules/rule";

/** Findings of one form, in the order of the catalogue. `taken` keeps the keys of a workbook apart. */
export function findingsOf(scored: ScoredForm, form: number, policy: Policy, taken: Map<string, number>): Finding[] {
  const findings: Finding[] = [];
  for (const rule of RULES) {
    if (!rule.kinds.includes(scored.form.kind)) continue;
    for (const found of rule.check({ scored, policy })) findings.push(toFinding(rule, found, scored, form, taken));
  }
  return findings;
}

function toFinding(rule: Rule, found: Found, scored: ScoredForm, form: number, taken: Map<string, number>): Finding {
  return {
    rule: rule.id,
    severity: found.severity,
    key: uniqueKey(rule, found, scored, taken),
    form,
    cell: found.cell,
    message: found.message,
    related: found.related ?? [],
    explanation: found.explanation ?? { steps: [], source: rule.source },
    mark: found.mark ?? null,
  };
}

/** Rule, project, indicator path, aspect: what a person would call "the same finding" after rows were moved. */
function uniqueKey(rule: Rule, found: Found, scored: ScoredForm, taken: Map<string, number>): string {
  const project = scored.form.head.project?.text ?? scored.form.sheet;
  const path = found.indicator ? indicatorPath(found.indicator) : "";
  const key = [rule.id, project, path, found.aspect ?? ""].join("|");
  const count = (taken.get(key) ?? 0) + 1;
  taken.set(key, count);
  return count === 1 ? key : `${key}|${count}`;
}

function indicatorPath(indicator: Indicator): string {
  return [indicator.level1, indicator.level2, indicator.name].join("/");
}
