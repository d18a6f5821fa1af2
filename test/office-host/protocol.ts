/** The requests of the Office.js client, decoded and checked. What the numbers mean was found by running the client. */
import { notEmulated } from "./host-error";
import { isRecord, type Json, type JsonObject } from "./json";

export type PathKind = "global" | "new-object" | "method" | "property" | "indexer" | "reference" | "null";

export type ActionKind = "instantiate" | "query" | "method" | "set-property" | "trace";

const PATH_KINDS: Readonly<Record<number, PathKind>> = { 1: "global", 2: "new-object", 3: "method", 4: "property", 5: "indexer", 6: "reference", 7: "null" };
const ACTION_KINDS: Readonly<Record<number, ActionKind>> = { 1: "instantiate", 2: "query", 3: "method", 4: "set-property", 5: "trace" };

/** An argument is plain JSON, or the id of the object path whose object it stands for. */
export type WireArgument = { readonly json: Json } | { readonly pathId: number };

export interface ObjectPath {
  readonly id: number;
  readonly kind: PathKind;
  readonly name: string;
  readonly parentId: number | null;
  readonly args: readonly WireArgument[];
}

export interface QueryInfo {
  readonly select: readonly string[];
  readonly top: number | null;
  readonly skip: number;
}

export interface Action {
  readonly id: number;
  readonly kind: ActionKind;
  readonly name: string;
  readonly pathId: number;
  readonly args: readonly WireArgument[];
  readonly query: QueryInfo;
}

export interface Batch {
  readonly actions: readonly Action[];
  readonly paths: ReadonlyMap<number, ObjectPath>;
}

/** One `context.sync()`, as `window.external.Execute(93, …)` passes it on. */
export interface RichApiMessage {
  readonly body: string;
  readonly flags: number;
  /** Name, value, name, value, … */
  readonly headers: readonly string[];
}

/** What goes back: the response text, or a status of the Common API when the request as a whole failed. */
export type RichApiAnswer = { readonly body: string } | { readonly status: number; readonly message: string };

export interface ActionResult {
  readonly ActionId: number;
  readonly Value: Json;
}

/** A type, not an interface: it is written out as JSON. */
export type WireError = {
  readonly Code: string;
  readonly Message: string;
  readonly Location: string;
  readonly ActionIndex: number;
  readonly HttpStatusCode: number;
};

/** Bits of `RichApiMessage.flags` that the host acts on. */
export const FLAG_WRITE = 1;
export const FLAG_DELAY_FOR_CELL_EDIT = 64;

export function decodeMessage(payload: unknown): RichApiMessage {
  if (!Array.isArray(payload)) return malformed("message");
  const [, , , headers, body, , flags] = payload as readonly unknown[];
  if (typeof body !== "string" || typeof flags !== "number" || !Array.isArray(headers)) return malformed("message");
  return { body, flags, headers: headers.map(String) };
}

export function decodeBatch(body: string): Batch {
  const request: unknown = JSON.parse(body);
  if (!isRecord(request) || !Array.isArray(request["Actions"]) || !isRecord(request["ObjectPaths"])) return malformed("request");
  const paths = new Map<number, ObjectPath>();
  for (const entry of Object.values(request["ObjectPaths"])) {
    const path = decodePath(entry);
    paths.set(path.id, path);
  }
  return { actions: request["Actions"].map(decodeAction), paths };
}

function decodePath(entry: unknown): ObjectPath {
  if (!isRecord(entry) || typeof entry["Id"] !== "number" || typeof entry["ObjectPathType"] !== "number") return malformed("object path");
  const parent = entry["ParentObjectPathId"];
  return {
    id: entry["Id"],
    kind: PATH_KINDS[entry["ObjectPathType"]] ?? notEmulated(`ObjectPathType ${entry["ObjectPathType"]}`),
    name: typeof entry["Name"] === "string" ? entry["Name"] : "",
    parentId: typeof parent === "number" && parent !== 0 ? parent : null,
    args: decodeArguments(entry["ArgumentInfo"]),
  };
}

function decodeAction(entry: unknown): Action {
  if (!isRecord(entry) || typeof entry["Id"] !== "number" || typeof entry["ActionType"] !== "number") return malformed("action");
  return {
    id: entry["Id"],
    kind: ACTION_KINDS[entry["ActionType"]] ?? notEmulated(`ActionType ${entry["ActionType"]}`),
    name: typeof entry["Name"] === "string" ? entry["Name"] : "",
    pathId: typeof entry["ObjectPathId"] === "number" ? entry["ObjectPathId"] : 0,
    args: decodeArguments(entry["ArgumentInfo"]),
    query: decodeQuery(entry["QueryInfo"]),
  };
}

function decodeArguments(info: unknown): readonly WireArgument[] {
  if (!isRecord(info) || !Array.isArray(info["Arguments"])) return [];
  const ids = Array.isArray(info["ReferencedObjectPathIds"]) ? (info["ReferencedObjectPathIds"] as readonly unknown[]) : [];
  return (info["Arguments"] as readonly Json[]).map((json, index): WireArgument => {
    const id = ids[index];
    if (typeof id === "number" && id !== 0) return { pathId: id };
    return Array.isArray(id) ? notEmulated("an array of objects as argument") : { json };
  });
}

function decodeQuery(info: unknown): QueryInfo {
  const parts: JsonObject = isRecord(info) ? (info as JsonObject) : {};
  if (Array.isArray(parts["Expand"]) && parts["Expand"].length > 0) return notEmulated("load({ expand })");
  const select = Array.isArray(parts["Select"]) ? parts["Select"].map(String) : [];
  const top = parts["Top"];
  const skip = parts["Skip"];
  return { select, top: typeof top === "number" ? top : null, skip: typeof skip === "number" ? skip : 0 };
}

function malformed(what: string): never {
  throw new Error(`The client sent a ${what} that the emulated Excel does not understand.`);
}
