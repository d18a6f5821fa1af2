/** docs/rules.md is what the rules say of themselves. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { RULES } from "../../src/rules/registry";
import { rulesDocument, sourceText } from "../support/rules-doc";

test("docs/rules.md is up to date (npx tsx test/support/write-golden.ts)", () => {
  expect(readFileSync(resolve(__dirname, "../../docs/rules.md"), "utf8")).toBe(rulesDocument());
});

test("what is only commonly stated is never worded as a rule", () => {
  for (const { source } of RULES.filter((rule) => rule.source.evidence === "general")) {
    expect(sourceText(source)).toContain("通常做法");
    expect(sourceText(source)).not.toMatch(/规定[：:]|第.+条/);
  }
});

test("every rule has a section with examples", () => {
  const document = rulesDocument();
  for (const { id } of RULES) expect(document).toContain(`\n### ${id}\n`);
  expect(document).not.toMatch(/undefined|\[object/);
});
