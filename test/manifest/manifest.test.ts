import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkManifest, pngSize, ROOT } from "./check-manifest";
import { ICONS } from "./icons";

const manifest = readFileSync(join(ROOT, "manifest.xml"), "utf8");

test("the manifest is valid", async () => {
  expect(await checkManifest(manifest)).toEqual([]);
});

test("every icon is drawn, in its size", () => {
  for (const { file, source, size } of ICONS) {
    expect([file, ...pngSize(join(ROOT, "assets", file))]).toEqual([file, size, size]);
    expect(readFileSync(join(ROOT, "assets", source), "utf8")).toContain("<svg ");
  }
});

test.each<[string, string | RegExp, string, string | RegExp]>([
  ["broken XML", "</OfficeApp>", "", "xml:"],
  ["elements out of order", /( *<Version>.*\n)( *<ProviderName>.*\n)/, "$2$1", "schema:"],
  ["an unknown element", "<Permissions>", "<Permission/><Permissions>", "schema:"],
  ["a version of three parts", "0.1.0.0", "0.1.0", "schema:"],
  ["no GUID", "66458fc3-1ae2", "66458fc3", "schema:"],
  ["a placeholder GUID", "66458fc3", "00000000", "placeholder"],
  ["a size that Office does not know", 'size="80" resid="Run.80"', 'size="81" resid="Run.80"', "schema:"],
  ["a missing size", '<bt:Image size="80" resid="Run.80"/>', "", "schema:"],
  ["an undefined resource", 'resid="Run.Tip"', 'resid="Run.Tipp"', "resid Run.Tipp is not defined"],
  ["an unused resource", 'resid="Run.Tip"', 'resid="Undo.Tip"', "resource Run.Tip is not used"],
  ["a resid of 33 characters", /Run\.Tip/g, "Run.Tip.Run.Tip.Run.Tip.Run.Tip.x", "longer than 32"],
  ["a resource of the wrong kind", 'FunctionFile resid="Taskpane.Url"', 'FunctionFile resid="Run.32"', "wants a bt:Url"],
  ["a long text for a label", '<Label resid="Run.Label"/>', '<Label resid="Run.Tip"/>', "wrong list"],
  ["an id twice", 'id="Jixiao.Undo"', 'id="Jixiao.Run"', "twice"],
  ["http", "https://localhost:3000/assets/icon-32.png", "http://localhost:3000/assets/icon-32.png", "not https"],
  ["an address that the build does not replace", "https://localhost:3000/assets/icon-64.png", "https://example.com/icon-64.png", "not below"],
  ["an icon that is not there", "icon-undo-16.png", "icon-undo-17.png", "does not exist"],
  ["an icon of the wrong size", "assets/icon-undo-16.png", "assets/icon-undo-32.png", "not 16×16"],
  ["another minimum set", 'MinVersion="1.9"', 'MinVersion="1.7"', "the code needs 1.9"],
  ["a runtime without its set", "SharedRuntime", "AddinCommands", "without the requirement"],
  ["a short-lived runtime", 'lifetime="long"', 'lifetime="short"', "lifetime"],
  ["a command without function", "jixiaoUndo", "jixiaoUndone", "not registered"],
  ["a text without English", /<bt:Override Locale="en-US" Value="Undo last write"\/>/, "", "Undo.Label has no en-US text"],
  ["another default language", "<DefaultLocale>zh-CN", "<DefaultLocale>en-US", "DefaultLocale"],
])("finds %s", async (_what, from, to, said) => {
  const spoilt = manifest.replace(from, to);
  expect(spoilt).not.toBe(manifest);
  expect((await checkManifest(spoilt)).join("\n")).toMatch(said);
});
