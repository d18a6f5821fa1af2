/** What a face needs to offer a choice of policies, without entering the policy room. */
import type { Severity } from "../model/finding";
import { POLICIES } from "../policy/registry";

export interface PolicyChoice {
  readonly id: string;
  /** As users read it. */
  readonly name: string;
  /** What the policy says of single rules, by id; a workbook's settings come on top. */
  readonly rules: { readonly off: readonly string[]; readonly severities: Readonly<Record<string, Severity>> };
}

export function policyIds(): string[] {
  return POLICIES.map((policy) => policy.id);
}

/** In the order of the registry. */
export function policyChoices(): readonly PolicyChoice[] {
  return POLICIES.map(({ id, name, rules }) => ({ id, name, rules }));
}
