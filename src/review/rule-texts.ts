/** What faces show of a rule, without entering the rules room. */
import type { Source } from "../model/explanation";
import type { Severity } from "../model/finding";
import { RULES } from "../rules/registry";

export interface RuleText {
  readonly id: string;
  readonly what: string;
  /** Every severity that it reports unless told otherwise. */
  readonly severities: readonly Severity[];
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
  const { what, severities, why, fix, source, examples } = rule;
  return { id, what, severities, why, fix, source, examples: { good: examples.good.map((example) => example.note), bad: examples.bad.map((example) => example.note) } };
}
