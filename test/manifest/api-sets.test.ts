/** The minimum set is what the code needs: every member of Excel's API that host/office uses, by Microsoft's typings. */
import { join, relative } from "node:path";
import ts from "typescript";
import { FLOOR, OPTIONAL } from "../../src/host/office/requirements";
import { officeSources, ROOT } from "./check-manifest";

jest.setTimeout(60_000);

/** "Range.values" → "1.1", of all members that are used. */
function usedMembers(): Map<string, { readonly set: string; readonly file: string }> {
  const files = officeSources();
  const { config } = ts.readConfigFile(join(ROOT, "tsconfig.json"), ts.sys.readFile) as { config: object };
  const { options } = ts.parseJsonConfigFileContent({ ...config, files, include: [] }, ts.sys, ROOT);
  const program = ts.createProgram(files, options);
  const checker = program.getTypeChecker();
  const used = new Map<string, { set: string; file: string }>();

  const note = (symbol: ts.Symbol | undefined, file: string): void => {
    for (const declaration of symbol?.declarations ?? []) {
      const source = declaration.getSourceFile();
      const owner = declaration.parent;
      if (!source.fileName.includes("@types/office-js") || !(ts.isClassDeclaration(owner) || ts.isInterfaceDeclaration(owner))) continue;
      const set = setOf(declaration) ?? setOf(owner);
      if (set === null) continue;
      const name = `${owner.name?.text ?? ""}.${symbol?.name ?? ""}`;
      const known = used.get(name);
      // Of overloads the oldest counts.
      if (!known || isAbove(known.set, set)) used.set(name, { set, file });
    }
  };
  for (const path of files) {
    const source = program.getSourceFile(path);
    if (!source) throw new Error(path);
    const file = relative(ROOT, path);
    const visit = (node: ts.Node): void => {
      if (ts.isPropertyAccessExpression(node)) note(checker.getSymbolAtLocation(node.name), file);
      else if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) note(checker.getTypeAtLocation(node.parent).getProperty((node.propertyName ?? node.name).getText()), file);
      else if (ts.isObjectLiteralElementLike(node) && node.name && ts.isObjectLiteralExpression(node.parent)) note(checker.getContextualType(node.parent)?.getProperty(node.name.getText()), file);
      // load("items/a/b") names properties too.
      if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && isOfficeLoad(node.expression)) noteLoaded(node.expression.expression, node.arguments[0], file);
      ts.forEachChild(node, visit);
    };
    const isOfficeLoad = (access: ts.PropertyAccessExpression): boolean =>
      access.name.text === "load" && (checker.getSymbolAtLocation(access.name)?.declarations ?? []).some((declaration) => declaration.getSourceFile().fileName.includes("@types/office-js"));
    const noteLoaded = (target: ts.Expression, argument: ts.Expression | undefined, at: string): void => {
      const type = argument && checker.getTypeAtLocation(argument);
      const paths = type?.isStringLiteral() ? type.value.split(",") : [];
      expect([at, paths.length]).not.toEqual([at, 0]);
      for (const path of paths) {
        let owner = checker.getTypeAtLocation(target);
        for (const name of path.split("/")) {
          const property = owner.getProperty(name);
          expect([at, path, property === undefined]).toEqual([at, path, false]);
          note(property, at);
          if (!property) break;
          owner = checker.getNonNullableType(checker.getTypeOfSymbolAtLocation(property, target));
          if (name === "items") owner = checker.getIndexTypeOfType(owner, ts.IndexKind.Number) ?? owner;
        }
      }
    };
    visit(source);
  }
  return used;
}

function setOf(node: ts.Node): string | null {
  const text = node.getSourceFile().text.slice(node.getFullStart(), node.getStart());
  return /\[Api set: ExcelApi (\d+\.\d+)/.exec(text)?.[1] ?? null;
}

function isAbove(a: string, b: string): boolean {
  const [aMajor = 0, aMinor = 0] = a.split(".").map(Number);
  const [bMajor = 0, bMinor = 0] = b.split(".").map(Number);
  return aMajor > bMajor || (aMajor === bMajor && aMinor > bMinor);
}

test("what lies above the floor is listed as optional with its set, and everything listed is used", () => {
  const used = usedMembers();
  expect(used.size).toBeGreaterThan(40);
  const above = [...used].filter(([, { set }]) => isAbove(set, FLOOR)).map(([name, { set }]) => [name, set]);
  const listed = Object.values(OPTIONAL).flatMap(({ set, members }) => members.map((member) => [member, set]));
  expect(above.sort()).toEqual(listed.sort());
  // And the floor is not higher than it has to be.
  expect([...used.values()].some(({ set }) => set === FLOOR)).toBe(true);
});
