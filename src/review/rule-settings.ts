/**
 * What a workbook says of single rules: which it does without, which it takes more or less seriously; and the list that a face
 * shows of them. Ids that no rule has are of a later version: they stay as they are.
 */
import type { Severity } from "../model/finding";
import type { Settings } from "../model/settings";
import { RULES } from "../rules/registry";
import type { Rule } from "../rules/rule";
import { type PolicyChoice, policyChoices } from "./policies";

export type RuleSettings = Pick<Settings, "rulesOff" | "severities">;

export function withRule({ rulesOff, severities }: RuleSettings, id: string, on: boolean): RuleSettings {
  const others = rulesOff.filter((other) => other !== id);
  return { rulesOff: on ? others : [...others, id], severities };
}

/** Null: the default. */
export function withSeverity({ rulesOff, severities }: RuleSettings, id: string, severity: Severity | null): RuleSettings {
  const others = Object.fromEntries(Object.entries(severities).filter(([other]) => other !== id));
  return { rulesOff, severities: severity ? { ...others, [id]: severity } : others };
}

export function withDefaults(settings: RuleSettings): RuleSettings {
  return RULES.reduce((left, { id }) => withSeverity(withRule(left, id, true), id, null), settings);
}

export interface RuleEntry {
  /** "family/name" */
  readonly id: string;
  readonly what: string;
  readonly on: boolean;
  /** The chosen policy does without it, and the workbook cannot bring it back. */
  readonly locked: boolean;
  /** The workbook's own severity; null: the default. */
  readonly own: Severity | null;
  /** What it reports by default; several where that depends on the case. */
  readonly byDefault: readonly Severity[];
  readonly changed: boolean;
  /** What policies say of it: another severity, or null for doing without it. */
  readonly policies: readonly { readonly name: string; readonly severity: Severity | null }[];
}

export interface RuleList {
  /** In the order of the catalogue, with the entries that are asked for. */
  readonly families: readonly { readonly id: string; readonly entries: readonly RuleEntry[]; readonly changed: number }[];
  readonly all: number;
  readonly changed: number;
  /** Rules of a later version that the settings speak of. */
  readonly unknown: number;
}

export interface RuleListView {
  /** A policy id or "auto": then any policy may be in force, and those that differ are named. */
  readonly policy: string;
  readonly search: string;
  /** Only what is changed or not checked. */
  readonly only: boolean;
  readonly familyName: (id: string) => string;
}

export function ruleList(settings: RuleSettings, { policy, search, only, familyName }: RuleListView, policies: readonly PolicyChoice[] = policyChoices()): RuleList {
  const inForce = policies.filter(({ id }) => policy === "auto" || policy === id);
  const entries = RULES.map((rule) => entryOf(rule, settings, inForce, policy !== "auto"));
  const words = search.toLowerCase().split(/\s+/);
  const families = new Map<string, RuleEntry[]>();
  for (const entry of entries) {
    const family = ruleFamily(entry.id);
    const text = `${entry.what}\n${entry.id}\n${familyName(family)}`.toLowerCase();
    if ((only && entry.on && !entry.changed) || !words.every((word) => text.includes(word))) continue;
    families.set(family, [...(families.get(family) ?? []), entry]);
  }
  const known = new Set(RULES.map(({ id }) => id));
  return {
    families: [...families].map(([id, own]) => ({ id, entries: own, changed: countChanged(own) })),
    all: entries.length,
    changed: countChanged(entries),
    unknown: new Set([...settings.rulesOff, ...Object.keys(settings.severities)].filter((id) => !known.has(id))).size,
  };
}

function entryOf({ id, what, severities }: Rule, settings: RuleSettings, policies: readonly PolicyChoice[], chosen: boolean): RuleEntry {
  const off = settings.rulesOff.includes(id);
  const own = settings.severities[id] ?? null;
  const said = policies.flatMap(({ name, rules }) => (rules.off.includes(id) ? { name, severity: null } : rules.severities[id] ? { name, severity: rules.severities[id] } : []));
  const [byPolicy] = chosen ? said : [];
  const locked = byPolicy?.severity === null;
  return { id, what, on: !off && !locked, locked, own, byDefault: byPolicy?.severity ? [byPolicy.severity] : severities, changed: off || own !== null, policies: said };
}

function countChanged(entries: readonly RuleEntry[]): number {
  return entries.filter(({ changed }) => changed).length;
}

export function ruleFamily(id: string): string {
  return id.split("/")[0] ?? id;
}
