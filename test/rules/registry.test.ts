/** Path = id = registration: a rule file that nobody registered, or a rule under a foreign name, is a mistake. */
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { RULES } from "../../src/rules/registry";

const root = resolve(__dirname, "../../src/rules");

function ruleFiles(): string[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((family) => readdirSync(join(root, family.name)).map((file) => `${family.name}/${file.replace(/\.ts$/, "")}`))
    .sort();
}

test("every rule file is registered, and nothing else is", () => {
  expect(RULES.map((rule) => rule.id).sort()).toEqual(ruleFiles());
});

test.each(ruleFiles())("%s: the file's path is the rule's id", (path) => {
  const text = readFileSync(join(root, `${path}.ts`), "utf8");
  expect(/^ {2}id: "([^"]+)"/m.exec(text)?.[1]).toBe(path);
});

test.each(ruleFiles())("%s does not import another rule", (path) => {
  const text = readFileSync(join(root, `${path}.ts`), "utf8");
  const imports = [...text.matchAll(/from "(\.[^"]+)"/g)].map((match) => match[1] ?? "");
  const family = imports.filter((target) => target.startsWith("./") || /^\.\.\/[a-z]+\//.test(target));
  expect(family).toEqual([]);
});
