/** What faces show of a rule, without entering the rules room. */
import type { Source } from "../model/explanation";
import { RULES } from "../rules/registry";

export interface RuleText {
  readonly id: string;
  readonly what: string;
  readonly why: string;
  readonly fix: string;
  readonly source: Source;
  /** The notes of the rule's examples, which are its tests too. */
  readonly examples: { readonly good: readonly string[]; readonly bad: readonly string[] };
}

/** Null for an id that no rule has (a workbook may keep findings of a later version). */
export function ruleText(id: string): RuleText | null {
  const rule = RULES.find((candidate) => candidate.id === id);
  if (!rule) return null;
  const { what, why, fix, source, examples } = rule;
  return { id, what, why, fix, source, examples: { good: examples.good.map((example) => example.note), bad: examples.bad.map((example) => example.note) } };
}
