/** Rules over the forms of a workbook without the use case around them: as each yields it, and with the yielding done. */
import { showNumber } from "../../src/host/number-text";
import { type CellRef, sameCell } from "../../src/model/address";
import type { FormKind } from "../../src/model/form";
import type { WorkbookGrid } from "../../src/model/grid";
import { DEFAULT_SETTINGS } from "../../src/model/settings";
import { choosePolicies } from "../../src/scoring/choose-policy";
import { review } from "../../src/review/review";
import { RULES } from "../../src/rules/registry";
import type { Found, Rule, RuleContext } from "../../src/rules/rule";

export interface RuleFinding {
  readonly rule: Rule;
  readonly form: number;
  readonly found: Found;
}

export function contextsOf(grid: WorkbookGrid): RuleContext[] {
  const { forms } = review(grid, { settings: DEFAULT_SETTINGS, showNumber });
  const choices = choosePolicies(forms.map((scored) => scored.form), DEFAULT_SETTINGS.policy);
  return forms.map((scored, i) => ({ scored, policy: choices[i]!.policy }));
}

/** What one rule yields, nothing dropped. */
export function runRule(rule: Rule, contexts: readonly RuleContext[]): RuleFinding[] {
  const own = contexts.flatMap((context, form) => (appliesTo(rule, context.scored.form.kind) ? [...rule.check(context)].map((found) => ({ rule, form, found })) : []));
  const together = rule.checkWorkbook ? [...rule.checkWorkbook(contexts)].map((found) => ({ rule, form: found.form, found })) : [];
  return [...own, ...together];
}

/** What all rules yield, less what another rule says better (Rule.yieldsTo). */
export function runRules(contexts: readonly RuleContext[]): RuleFinding[] {
  const all = RULES.flatMap((rule) => runRule(rule, contexts));
  return all.filter((finding) => !all.some((other) => finding.rule.yieldsTo?.includes(other.rule.id) && sameSubject(finding, other)));
}

function appliesTo(rule: Rule, kind: FormKind): boolean {
  return rule.kinds.includes(kind);
}

function sameSubject(a: RuleFinding, b: RuleFinding): boolean {
  if (a.form !== b.form) return false;
  return (a.found.indicator !== undefined && a.found.indicator === b.found.indicator) || sameCell(a.found.cell as CellRef, b.found.cell);
}
