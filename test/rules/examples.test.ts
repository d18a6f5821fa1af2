/**
 * Every rule's examples are its tests: the good ones find nothing, the bad ones what they say. Each rule is run for itself:
 * what it leaves to another one (yieldsTo) is decided later.
 */
import type { Severity } from "../../src/model/finding";
import type { Example } from "../../src/rules/example";
import { RULES } from "../../src/rules/registry";
import type { Rule } from "../../src/rules/rule";
import { exampleGrid } from "../support/example-sheet";
import { contextsOf, runRule } from "../support/run-rules";

function severities(rule: Rule, example: Example): Severity[] {
  const contexts = contextsOf(exampleGrid(example));
  expect(contexts).toHaveLength(1 + (example.beside?.length ?? 0));
  return runRule(rule, contexts).map(({ found }) => found.severity);
}

describe.each(RULES.map((rule) => [rule.id, rule] as const))("%s", (_id, rule) => {
  test("has good and bad examples", () => {
    expect(rule.examples.good.length).toBeGreaterThan(0);
    expect(rule.examples.bad.length).toBeGreaterThan(0);
    for (const example of rule.examples.bad) expect(example.finds?.length).toBeGreaterThan(0);
  });

  test.each(rule.examples.good.map((example) => [example.note, example] as const))("finds nothing: %s", (_note, example) => {
    expect(severities(rule, example)).toEqual([]);
  });

  test.each(rule.examples.bad.map((example) => [example.note, example] as const))("finds: %s", (_note, example) => {
    expect(severities(rule, example)).toEqual(example.finds);
  });

  test("reports only the severities that it declares", () => {
    const found = rule.examples.bad.flatMap((example) => example.finds ?? []);
    for (const severity of found) expect(rule.severities).toContain(severity);
    for (const severity of rule.severities) expect(found).toContain(severity);
  });

  test("says what, why and how to fix it", () => {
    for (const text of [rule.what, rule.why, rule.fix]) expect(text).toMatch(/\p{Script=Han}.{5,}/u);
  });
});
