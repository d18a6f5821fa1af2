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
  const place = [form.head.department?.text, form.head.unit?.text, form.title?.text].join(" ");
  const year = form.year ?? 9999;
  const fits = (policy: Policy): boolean =>
    (policy.places.length === 0 || policy.places.some((word) => place.includes(word))) &&
    (policy.years.from === null || year >= policy.years.from) &&
    (policy.years.to === null || year <= policy.years.to);
  return POLICIES.find(fits) ?? national;
}
