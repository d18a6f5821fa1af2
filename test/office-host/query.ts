/** `load()`: the properties asked for, in the shape in which the client takes them apart. */
import type { ExcelHost } from "./excel-host";
import { notEmulated } from "./host-error";
import type { Json, JsonObject } from "./json";
import { type HostObject } from "./object-types";
import type { QueryInfo } from "./protocol";
import { typeOf } from "./registry";

/** What the client learns about an object whenever it meets it. */
export function identityOf(object: HostObject, host: ExcelHost): JsonObject {
  const reference = host.references.idOf(object);
  return { ...typeOf(object).identity?.(object), ...(reference === null ? {} : { _ReferenceId: reference }) };
}

export function queryObject(object: HostObject, query: QueryInfo, host: ExcelHost): Json {
  if (query.select.length === 0) return notEmulated(`load() of everything on ${object.type}: name the properties`);
  const items = typeOf(object).items?.(object, host);
  if (!items) return selected(object, query.select, host);
  const wanted = items.slice(query.skip, query.top === null ? undefined : query.skip + query.top);
  return { ...identityOf(object, host), _Items: wanted.map((item) => selected(item, query.select, host)) };
}

function selected(object: HostObject, select: readonly string[], host: ExcelHost): JsonObject {
  const out: Record<string, Json | undefined> = { ...identityOf(object, host) };
  const nested = new Map<string, string[]>();
  for (const path of select) {
    const [head = "", ...rest] = path.split(/[/.]/);
    if (head === "*" || head === "$all" || head === "$none") notEmulated(`load("${path}") on ${object.type}: name the properties`);
    const name = head.charAt(0).toUpperCase() + head.slice(1);
    if (typeOf(object).navigations?.[name]) nested.set(name, [...(nested.get(name) ?? []), rest.join("/")]);
    else out[name] = scalar(object, name, host);
  }
  for (const [name, paths] of nested) {
    const navigation = typeOf(object).navigations?.[name];
    if (!navigation) continue;
    host.expectSupported(`${object.type}.${head(name)}`, navigation.since);
    const child = navigation.get(object, host);
    out[name] = child && queryObject(child, { select: paths.filter((path) => path !== ""), top: null, skip: 0 }, host);
  }
  return out;
}

function scalar(object: HostObject, name: string, host: ExcelHost): Json {
  const member = typeOf(object).scalars?.[name];
  if (!member?.get) return notEmulated(`${object.type}.${head(name)} (load)`);
  host.expectSupported(`${object.type}.${head(name)}`, member.since);
  return member.get(object, host);
}

function head(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
