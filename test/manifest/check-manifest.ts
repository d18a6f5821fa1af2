/** What can be wrong with a manifest, found offline: Microsoft's own validator sends it to a server. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { SaxesParser } from "saxes";
import { validateXML } from "xmllint-wasm";
import { RIBBON_FUNCTIONS } from "../../src/commands/ribbon";
import { FLOOR } from "../../src/host/office/requirements";

export const ROOT = join(__dirname, "../..");
export const DEVELOPMENT_BASE = "https://localhost:3000/";

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly path: readonly string[];
  text: string;
}

/** One line for each fault; none for a good manifest. */
export async function checkManifest(xml: string): Promise<string[]> {
  const elements = readElements(xml);
  if (typeof elements === "string") return [elements];
  return [...(await checkSchema(xml)), ...checkIdentity(elements), ...checkResources(elements), ...checkAddresses(elements), ...checkIcons(elements), ...checkSets(elements), ...checkCommands(elements), ...checkLocales(elements)];
}

async function checkSchema(xml: string): Promise<string[]> {
  const schema = (fileName: string): { fileName: string; contents: string } => ({ fileName, contents: readFileSync(join(__dirname, fileName), "utf8") });
  const { valid, errors } = await validateXML({
    xml: { fileName: "manifest.xml", contents: xml },
    schema: schema("office-app.xsd"),
    preload: [schema("version-overrides.xsd"), schema("basic-types.xsd")],
  });
  return valid ? [] : errors.map(({ message, loc }) => `schema: line ${loc?.lineNumber ?? "?"}: ${message.replace(/\{[^}]*\}/g, "")}`);
}

/** In document order; a text if it is no XML. */
function readElements(xml: string): Element[] | string {
  const elements: Element[] = [];
  const open: Element[] = [];
  let broken: string | null = null;
  const parser = new SaxesParser();
  parser.on("opentag", ({ name, attributes }) => {
    const element: Element = { name, attributes, path: open.map((parent) => parent.name), text: "" };
    elements.push(element);
    open.push(element);
  });
  parser.on("text", (text) => {
    const last = open.at(-1);
    if (last) last.text += text;
  });
  parser.on("closetag", () => void open.pop());
  parser.on("error", (error) => {
    broken ??= `xml: ${error.message}`;
  });
  parser.write(xml).close();
  return broken ?? elements;
}

const named = (elements: readonly Element[], name: string): Element[] => elements.filter((element) => element.name === name);
const attribute = (element: Element, name: string): string => element.attributes[name] ?? "";

function checkIdentity(elements: readonly Element[]): string[] {
  const id = named(elements, "Id")[0]?.text ?? "";
  const version = named(elements, "Version")[0]?.text ?? "";
  const product = (JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { version: string }).version;
  return [
    ...(/^0{8}|^(.)\1{7}-/.test(id) ? [`Id ${id} is a placeholder`] : []),
    ...(version === `${product}.0` ? [] : [`Version ${version} is not that of package.json (${product}.0)`]),
  ];
}

function checkResources(elements: readonly Element[]): string[] {
  const faults: string[] = [];
  const defined = new Map<string, Element>();
  for (const element of elements) {
    const id = attribute(element, "id");
    if (id === "") continue;
    if (defined.has(id)) faults.push(`id ${id} is there twice`);
    defined.set(id, element);
  }
  const resources = new Map([...defined].filter(([, element]) => element.path.includes("Resources")));
  const used = new Set<string>();
  for (const element of elements) {
    const resid = element.attributes["resid"];
    if (resid === undefined) continue;
    used.add(resid);
    if (resid.length > 32) faults.push(`resid ${resid} is longer than 32 characters`);
    const resource = resources.get(resid);
    if (!resource) faults.push(`resid ${resid} is not defined`);
    else if (kindOf(element) !== resource.name) faults.push(`${element.name} wants a ${kindOf(element)}, but ${resid} is a ${resource.name}`);
    else if (resource.name === "bt:String" && !resource.path.includes(element.name === "Description" ? "bt:LongStrings" : "bt:ShortStrings")) faults.push(`${resid} is in the wrong list of strings for ${element.name}`);
  }
  for (const id of resources.keys()) if (!used.has(id)) faults.push(`resource ${id} is not used`);
  return faults;
}

function kindOf({ name }: Element): string {
  if (name === "bt:Image") return "bt:Image";
  return ["Runtime", "FunctionFile", "SourceLocation", "LearnMoreUrl"].includes(name) ? "bt:Url" : "bt:String";
}

function checkAddresses(elements: readonly Element[]): string[] {
  const faults: string[] = [];
  for (const element of elements) {
    for (const value of [attribute(element, "DefaultValue"), attribute(element, "Value"), element.text.trim()]) {
      if (!/^\w+:\/\//.test(value)) continue;
      if (!value.startsWith("https://")) faults.push(`${value} is not https`);
      else if (!value.startsWith(DEVELOPMENT_BASE)) faults.push(`${value} is not below ${DEVELOPMENT_BASE}, which the build replaces`);
    }
  }
  // The shared runtime is shared only if all name the same page.
  const urls = new Map(named(elements, "bt:Url").map((element) => [attribute(element, "id"), attribute(element, "DefaultValue")]));
  const page = attribute(named(elements, "SourceLocation").find((element) => element.path.includes("DefaultSettings")) ?? { name: "", attributes: {}, path: [], text: "" }, "DefaultValue");
  for (const name of ["Runtime", "FunctionFile"]) {
    const [element] = named(elements, name);
    const url = urls.get(attribute(element ?? { name, attributes: {}, path: [], text: "" }, "resid"));
    if (url !== page) faults.push(`${name} names ${url ?? "nothing"}, the pane is ${page}`);
  }
  const [runtime] = named(elements, "Runtime");
  if (runtime && attribute(runtime, "lifetime") !== "long") faults.push("the shared runtime needs lifetime=\"long\"");
  return faults;
}

function checkIcons(elements: readonly Element[]): string[] {
  const faults: string[] = [];
  const sizes = new Map<string, number>();
  for (const element of named(elements, "bt:Image")) if ("resid" in element.attributes) sizes.set(attribute(element, "resid"), Number(attribute(element, "size")));
  const wanted: [string, number][] = named(elements, "bt:Image").flatMap((element) => ("id" in element.attributes ? [[attribute(element, "DefaultValue"), sizes.get(attribute(element, "id")) ?? 0] as [string, number]] : []));
  for (const [name, size] of [["IconUrl", 32], ["HighResolutionIconUrl", 64]] as const) for (const element of named(elements, name)) wanted.push([attribute(element, "DefaultValue"), size]);
  for (const [url, size] of wanted) {
    const file = join(ROOT, url.replace(DEVELOPMENT_BASE, ""));
    if (!existsSync(file)) faults.push(`icon ${url} does not exist`);
    else if (String(pngSize(file)) !== String([size, size])) faults.push(`icon ${url} has ${pngSize(file).join("×")} pixels, not ${size}×${size}`);
  }
  return faults;
}

/** From the header; [0, 0] if it is no PNG. */
export function pngSize(file: string): readonly [number, number] {
  const bytes = readFileSync(file);
  return bytes.subarray(0, 8).equals(Buffer.from([137, 80, 78, 71, 13, 10, 26, 10])) ? [bytes.readUInt32BE(16), bytes.readUInt32BE(20)] : [0, 0];
}

function checkSets(elements: readonly Element[]): string[] {
  const faults: string[] = [];
  const base = new Map(named(elements, "Set").map((element) => [attribute(element, "Name"), attribute(element, "MinVersion")]));
  if (base.get("ExcelApi") !== FLOOR) faults.push(`the manifest asks for ExcelApi ${base.get("ExcelApi") ?? "?"}, the code needs ${FLOOR}`);
  const overrides = new Map(named(elements, "bt:Set").map((element) => [attribute(element, "Name"), attribute(element, "MinVersion")]));
  if (named(elements, "Runtime").length > 0 && overrides.get("SharedRuntime") !== "1.1") faults.push("a Runtime without the requirement SharedRuntime 1.1");
  return faults;
}

function checkCommands(elements: readonly Element[]): string[] {
  const inManifest = named(elements, "FunctionName").map(({ text }) => text);
  const inCode: readonly string[] = Object.values(RIBBON_FUNCTIONS);
  return [
    ...inManifest.filter((name) => !inCode.includes(name)).map((name) => `function ${name} is not registered by src/commands/ribbon.ts`),
    ...inCode.filter((name) => !inManifest.includes(name)).map((name) => `function ${name} has no button`),
  ];
}

function checkLocales(elements: readonly Element[]): string[] {
  const faults: string[] = [];
  const home = named(elements, "DefaultLocale")[0]?.text ?? "";
  if (home !== "zh-CN") faults.push(`DefaultLocale is ${home}`);
  for (const [index, element] of elements.entries()) {
    if (element.name !== "DisplayName" && element.name !== "bt:String" && !(element.name === "Description" && "DefaultValue" in element.attributes)) continue;
    const next = elements[index + 1];
    const english = next && /Override$/.test(next.name) && next.path.length === element.path.length + 1 && attribute(next, "Locale") === "en-US";
    if (!english) faults.push(`${attribute(element, "id") || element.name} has no en-US text`);
  }
  return faults;
}

export function officeSources(folder = join(ROOT, "src/host/office")): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? officeSources(path) : path.endsWith(".ts") ? [path] : [];
  });
}
