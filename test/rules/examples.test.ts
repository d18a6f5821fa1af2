/** Every rule's examples are its tests: the good ones find nothing, the bad ones what they say. */
import { showNumber } from "../../src/host/number-text";
import type { Severity } from "../../src/model/finding";
import { DEFAULT_SETTINGS } from "../../src/model/settings";
import { review } from "../../src/review/review";
import type { Example } from "../../src/rules/example";
import { RULES } from "../../src/rules/registry";
import { exampleGrid } from "../support/example-sheet";

function severities(rule: string, example: Example): Severity[] {
  const result = review(exampleGrid(example), { settings: DEFAULT_SETTINGS, showNumber });
  expect(result.forms).toHaveLength(1);
  return result.findings.filter((finding) => finding.rule === rule).map((finding) => finding.severity);
}

describe.each(RULES.map((rule) => [rule.id, rule] as const))("%s", (id, rule) => {
  test("has good and bad examples", () => {
    expect(rule.examples.good.length).toBeGreaterThan(0);
    expect(rule.examples.bad.length).toBeGreaterThan(0);
    for (const example of rule.examples.bad) expect(example.finds?.length).toBeGreaterThan(0);
  });

  test.each(rule.examples.good.map((example) => [example.note, example] as const))("finds nothing: %s", (_note, example) => {
    expect(severities(id, example)).toEqual([]);
  });

  test.each(rule.examples.bad.map((example) => [example.note, example] as const))("finds: %s", (_note, example) => {
    expect(severities(id, example)).toEqual(example.finds);
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
