/** Rules over forms: runs them, lets the less telling yield, and gives each finding its rule, form and key. */
import { a1 } from "../model/address";
import type { Finding } from "../model/finding";
import type { FormKind, Indicator } from "../model/form";
import { memoFor } from "../model/memo";
import type { Policy } from "../policy/policy";
import type { UncheckedRule } from "../model/review";
import { RULES } from "../rules/registry";
import type { Found, Rule, RuleContext } from "../rules/rule";

/** A finding in the making. */
export interface Hit {
  readonly rule: Rule;
  readonly found: Found;
  readonly form: number;
}

/** What the rules find on one form by itself. */
export function hitsOf(context: RuleContext, form: number): Hit[] {
  const hits: Hit[] = [];
  for (const rule of rulesFor(context)) {
    for (const found of rule.check(context)) hits.push({ rule, found: atOwnSeverity(found, rule, context), form });
  }
  return hits;
}

/** What only all forms together show. Contexts in the order of the forms. */
export function workbookHits(contexts: readonly RuleContext[]): Hit[] {
  return RULES.flatMap((rule) =>
    (rule.checkWorkbook?.(contexts) ?? []).flatMap((found) => {
      const context = contexts[found.form];
      return context && !isOff(rule, context.policy) ? [{ rule, found: atOwnSeverity(found, rule, context), form: found.form }] : [];
    }),
  );
}

/** What was switched off and would have had something to look at. */
export function uncheckedRules(contexts: readonly RuleContext[]): UncheckedRule[] {
  const kinds = new Map<Policy, Set<FormKind>>();
  for (const { policy, scored } of contexts) kinds.set(policy, (kinds.get(policy) ?? new Set()).add(scored.form.kind));
  const isMissed = (rule: Rule): boolean => [...kinds].some(([policy, own]) => isOff(rule, policy) && rule.kinds.some((kind) => own.has(kind)));
  return RULES.filter(isMissed).map(({ id, what }) => ({ rule: id, what }));
}

/** Asked form by form, answered once for a policy. */
const rulesByKind = memoFor((_policy: Policy) => new Map<FormKind, readonly Rule[]>());

function rulesFor(context: RuleContext): readonly Rule[] {
  const { kind } = context.scored.form;
  const byKind = rulesByKind(context.policy);
  let rules = byKind.get(kind);
  if (!rules) byKind.set(kind, (rules = RULES.filter((rule) => rule.kinds.includes(kind) && !isOff(rule, context.policy))));
  return rules;
}

function isOff(rule: Rule, policy: Policy): boolean {
  return policy.rules.off.includes(rule.id);
}

/** A region or a workbook may take a rule more or less seriously than the catalogue does. */
function atOwnSeverity(found: Found, rule: Rule, { policy }: RuleContext): Found {
  const severity = policy.rules.severities[rule.id];
  return severity ? { ...found, severity } : found;
}

/** Findings by form, then in the order of the catalogue, without those that another one explains. */
export function toFindings(hits: readonly Hit[], contexts: readonly RuleContext[]): Finding[] {
  const places = placesByRule(hits);
  const taken = new Map<string, number>();
  return hits
    .filter((hit) => !yields(hit, places))
    .sort((a, b) => a.form - b.form || (ORDER.get(a.rule) ?? 0) - (ORDER.get(b.rule) ?? 0))
    .map((hit) => toFinding(hit, contexts[hit.form], taken));
}

const ORDER: ReadonlyMap<Rule, number> = new Map(RULES.map((rule, i) => [rule, i]));
/** Rules that some other one yields to: what the rest says decides nothing. */
const TELLING: ReadonlySet<string> = new Set(RULES.flatMap((rule) => rule.yieldsTo ?? []));

/** Where each such rule has something to say: its cells and its indicators, per form. */
function placesByRule(hits: readonly Hit[]): Map<string, Set<string>> {
  const places = new Map<string, Set<string>>();
  for (const hit of hits) {
    if (!TELLING.has(hit.rule.id)) continue;
    let own = places.get(hit.rule.id);
    if (!own) places.set(hit.rule.id, (own = new Set()));
    for (const place of placesOf(hit)) own.add(place);
  }
  return places;
}

function placesOf({ found, form }: Hit): string[] {
  const cell = `${form} ${found.cell.sheet}!${a1(found.cell)}`;
  return found.indicator ? [cell, `${form} # ${found.indicator.nameField.ref.sheet}!${a1(found.indicator.nameField.ref)} ${found.indicator.name}`] : [cell];
}

function yields(hit: Hit, places: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const to = hit.rule.yieldsTo?.filter((id) => places.has(id)) ?? [];
  if (to.length === 0) return false;
  const own = placesOf(hit);
  return to.some((id) => own.some((place) => places.get(id)?.has(place)));
}

function toFinding({ rule, found, form }: Hit, context: RuleContext | undefined, taken: Map<string, number>): Finding {
  return {
    rule: rule.id,
    severity: found.severity,
    key: uniqueKey(rule, found, context, taken),
    form,
    cell: found.cell,
    message: found.message,
    related: found.related ?? [],
    explanation: found.explanation ?? { steps: [], source: rule.source },
    mark: found.mark ?? null,
  };
}

/** Rule, project, indicator path, aspect: what a person would call "the same finding" after rows were moved. */
function uniqueKey(rule: Rule, found: Found, context: RuleContext | undefined, taken: Map<string, number>): string {
  const form = context?.scored.form;
  const project = form?.head.project?.text ?? form?.sheet ?? "";
  const path = found.indicator ? indicatorPath(found.indicator) : "";
  const key = [rule.id, project, path, found.aspect ?? ""].join("|");
  const count = (taken.get(key) ?? 0) + 1;
  taken.set(key, count);
  return count === 1 ? key : `${key}|${count}`;
}

function indicatorPath(indicator: Indicator): string {
  return [indicator.level1, indicator.level2, indicator.name].join("/");
}
