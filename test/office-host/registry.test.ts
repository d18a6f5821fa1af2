import { readFileSync } from "node:fs";
import { ExcelHost } from "./excel-host";
import { loadInJsdom } from "./load-in-jsdom";
import type { Member, TypeName } from "./object-types";
import { OBJECT_TYPES } from "./registry";
import { workbookOf } from "./workbook-source";

/** Not in the typings: the client's own. */
const INTERNAL: ReadonlySet<TypeName> = new Set<TypeName>(["Service"]);

/** "Range.values" → "1.1", from the remarks in Microsoft's typings. A member without a remark counts from its class's. */
function documentedSets(): ReadonlyMap<string, string> {
  const text = readFileSync(require.resolve("@types/office-js/index.d.ts"), "utf8");
  const sets = new Map<string, string>();
  const excel = text.slice(text.indexOf("declare namespace Excel {"));
  const pattern = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*(?:readonly )?([\w]+)[?]?[(:<]|\n {4}class (\w+) extends/g;
  let owner = "";
  for (const [, comment, member, className] of excel.matchAll(pattern)) {
    if (className !== undefined) owner = className;
    const set = /\[Api set: ExcelApi (\d+\.\d+)/.exec(comment ?? "")?.[1];
    const key = `${owner}.${member ?? ""}`;
    if (set !== undefined && !sets.has(key)) sets.set(key, set);
  }
  return sets;
}

function membersOf(name: TypeName): readonly (readonly [string, Member])[] {
  const { scalars, navigations, factories, operations } = OBJECT_TYPES[name];
  return [scalars, navigations, factories, operations].flatMap((group) => Object.entries<Member>(group ?? {})).filter(([member]) => !member.startsWith("_"));
}

const names = (Object.keys(OBJECT_TYPES) as TypeName[]).filter((name) => !INTERNAL.has(name));

test("every emulated member says the requirement set that Microsoft documents", () => {
  const documented = documentedSets();
  const wrong: string[] = [];
  for (const name of names) {
    for (const [member, { since }] of membersOf(name)) {
      const key = `${name}.${member.charAt(0).toLowerCase()}${member.slice(1)}`;
      const set = documented.get(key);
      if (set !== since) wrong.push(`${key}: here ${since}, documented ${set ?? "nowhere"}`);
    }
  }
  expect(wrong).toEqual([]);
});

test("every emulated type and member is one of the client's", async () => {
  const session = await loadInJsdom(new ExcelHost(workbookOf({ sheets: [{ name: "表1" }] })));
  const classes = session.Excel as unknown as Readonly<Record<string, { readonly prototype: object } | undefined>>;
  const unknown = names.flatMap((name) => {
    const prototype = classes[name]?.prototype;
    return membersOf(name)
      .map(([member]) => member.charAt(0).toLowerCase() + member.slice(1))
      .filter((member) => !prototype || !(member in prototype))
      .map((member) => `${name}.${member}`);
  });
  session.close();
  expect(unknown).toEqual([]);
});
