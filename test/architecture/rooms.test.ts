/** The import table holds: real imports, resolved, against rooms.json. ESLint tells it while typing; this proves it. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import table from "./rooms.json";

interface Room {
  readonly rooms: readonly string[];
  readonly packages: readonly string[];
}

const src = resolve(__dirname, "../../src");
const rooms = table.rooms as Readonly<Record<string, Room>>;
const doors = table.doors as Readonly<Record<string, readonly string[]>>;
const mains = table.mains as Readonly<Record<string, readonly string[]>>;

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesIn(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

const inSrc = (path: string): string => relative(src, path).split(sep).join("/");

/** The longest room whose folder (or file, for host/port) holds the path. */
function roomOf(path: string): string | null {
  const name = inSrc(path).replace(/\.tsx?$/, "");
  const found = Object.keys(rooms).filter((room) => name === room || name.startsWith(`${room}/`));
  return found.sort((a, b) => b.length - a.length)[0] ?? null;
}

function importsOf(path: string): string[] {
  const text = readFileSync(path, "utf8").replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
  return [...text.matchAll(/(?:\bfrom\s+|\bimport\s*\(?\s*)"([^"]+)"/g)].map((match) => match[1] ?? "");
}

function resolved(from: string, target: string): string {
  const base = resolve(dirname(from), target);
  return [base, `${base}.ts`, `${base}.tsx`, `${base}/index.ts`].find((path) => existsSync(path) && /\.[a-z]+$/.test(path)) ?? base;
}

const files = filesIn(src);

test("every source file lies in a room", () => {
  expect(files.filter((file) => roomOf(file) === null).map(inSrc)).toEqual([]);
});

test("no file imports a room or a package that its room may not", () => {
  const breaches = files.flatMap((file) => importsOf(file).flatMap((target) => breach(file, target) ?? []));
  expect(breaches).toEqual([]);
});

function breach(file: string, target: string): string | null {
  const name = roomOf(file);
  const room = name === null ? undefined : rooms[name];
  if (!room || name === null) return null;
  const said = `${inSrc(file)} imports ${target}`;
  if (!target.startsWith(".")) {
    const door = doors[target];
    if (door) return door.includes(`src/${inSrc(file)}`) ? null : said;
    const allowed = room.packages.some((item) => target === item || target.startsWith(item.endsWith(":") ? item : `${item}/`));
    return allowed ? null : said;
  }
  const path = resolved(file, target);
  const inside = relative(src, path);
  // A file beside src (package.json for the version) or a package by its path.
  if (inside.startsWith("..")) {
    const own = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path.split(sep).join("/"))?.[1];
    return own === undefined || room.packages.includes(own) ? null : said;
  }
  const other = roomOf(path);
  const allowed = [...room.rooms, ...(mains[`src/${inSrc(file)}`] ?? [])];
  const fits = other !== null && (other === name || allowed.some((item) => other === item || inSrc(path).replace(/\.tsx?$/, "") === item));
  return fits ? null : said;
}

test("there is no cycle of imports", () => {
  const graph = new Map(files.map((file) => [file, importsOf(file).filter((target) => target.startsWith(".")).map((target) => resolved(file, target))]));
  const state = new Map<string, "open" | "done">();
  const cycles: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (state.get(file) === "done") return;
    if (state.get(file) === "open") {
      cycles.push([...path.slice(path.indexOf(file)), file].map(inSrc).join(" → "));
      return;
    }
    state.set(file, "open");
    for (const next of graph.get(file) ?? []) if (graph.has(next)) visit(next, [...path, file]);
    state.set(file, "done");
  };
  for (const file of files) visit(file, []);
  expect(cycles).toEqual([]);
});
