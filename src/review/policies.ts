/** What a face needs to offer a choice of policies, without entering the policy room. */
import { POLICIES } from "../policy/registry";

export function policyIds(): string[] {
  return POLICIES.map((policy) => policy.id);
}

/** Id and name, in the order of the registry. */
export function policyChoices(): { readonly id: string; readonly name: string }[] {
  return POLICIES.map(({ id, name }) => ({ id, name }));
}
