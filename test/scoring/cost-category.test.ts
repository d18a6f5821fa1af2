/** Where a cost category is expected: data of the policies, by year. */
import { costExpected } from "../../src/policy/cost-category";
import { POLICIES, policyById } from "../../src/policy/registry";

test.each([
  ["shanghai-2023", 2022, null],
  ["shanghai-2023", 2023, "info"],
  // Scored by the rounding of another year, a form is still one of its own.
  ["shanghai-2023", 2024, "warning"],
  ["shanghai-2024", 2023, "info"],
  ["shanghai-2024", 2024, "warning"],
  ["shanghai-2024", 2030, "warning"],
  ["shanghai-2024", null, null],
  ["national", 2024, null],
] as const)("%s, a form of %s: %s", (id, year, expected) => {
  const policy = policyById(id);
  if (!policy) throw new Error(`no ${id}`);
  expect(costExpected(policy.costCategory, year)).toBe(expected);
});

test("each says what it rests on: published forms, and no clause that nobody has seen", () => {
  const rules = POLICIES.flatMap(({ costCategory }) => costCategory ?? []);
  expect(rules).toHaveLength(2);
  for (const { source } of rules) expect(source).toMatchObject({ document: expect.stringContaining("已公开") as string, clause: null, evidence: "seen" });
});
