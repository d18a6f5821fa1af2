/** All policies. A new one is a file in packs/ and a line here; a test compares the two. */
import type { Form } from "../model/form";
import { national } from "./packs/national";
import { shanghai2023 } from "./packs/shanghai-2023";
import { shanghai2024 } from "./packs/shanghai-2024";
import type { Policy } from "./policy";

/** Special before general: the first that fits a form is its policy. */
export const POLICIES: readonly Policy[] = [shanghai2023, shanghai2024, national];

export function policyById(id: string): Policy | null {
  return POLICIES.find((policy) => policy.id === id) ?? null;
}

/** The policy of a form's place and year. A form without a year counts as one of the newest. */
export function policyFor(form: Form): Policy {
  const fits = (policy: Policy): boolean => (policy.places.length === 0 || placeOf(form, policy) !== null) && coversYear(policy, form.year);
  return POLICIES.find(fits) ?? national;
}

export function coversYear(policy: Policy, year: number | null): boolean {
  if (year === null) return policy.years.to === null;
  return (policy.years.from === null || year >= policy.years.from) && (policy.years.to === null || year <= policy.years.to);
}

export interface Place {
  /** Where the word stands, in Chinese. */
  readonly where: "主管部门" | "实施单位" | "表名";
  readonly word: string;
}

/** The first of the policy's places that the form names, and where; null if it names none. */
export function placeOf(form: Form, policy: Policy): Place | null {
  const texts: readonly [Place["where"], string | undefined][] = [
    ["主管部门", form.head.department?.text],
    ["实施单位", form.head.unit?.text],
    ["表名", form.title?.text],
  ];
  for (const [where, text] of texts) {
    const word = policy.places.find((place) => text?.replace(/\s+/g, "").includes(place));
    if (word !== undefined) return { where, word };
  }
  return null;
}
