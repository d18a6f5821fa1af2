/** Runs the actions of one request in order. The first that fails ends it; what was done before stays done. */
import type { ExcelHost } from "./excel-host";
import { HostError, notEmulated } from "./host-error";
import type { Json } from "./json";
import { type HostObject } from "./object-types";
import { ObjectPaths } from "./object-paths";
import type { Action, ActionResult, Batch, WireError } from "./protocol";
import { identityOf, queryObject } from "./query";
import { typeOf } from "./registry";

export interface RunOutcome {
  readonly results: readonly ActionResult[];
  readonly error: WireError | null;
  /** Trace actions passed: the client's sign that an event registration went through. */
  readonly traceIds: readonly number[];
  readonly calls: readonly string[];
}

export function runBatch(batch: Batch, host: ExcelHost): RunOutcome {
  const paths = new ObjectPaths(batch, host);
  const results: ActionResult[] = [];
  const traceIds: number[] = [];
  for (const [index, action] of batch.actions.entries()) {
    try {
      if (action.kind === "trace") traceIds.push(action.id);
      const value = action.kind === "trace" ? null : runAction(action, paths, host);
      results.push({ ActionId: action.id, Value: value });
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      host.noteError(error);
      return { results, traceIds, calls: paths.calls, error: { Code: error.code, Message: error.message, Location: paths.location, ActionIndex: index, HttpStatusCode: error.httpStatus } };
    }
  }
  return { results, traceIds, calls: paths.calls, error: null };
}

function runAction(action: Action, paths: ObjectPaths, host: ExcelHost): Json {
  const object = paths.resolve(action.pathId);
  if (object === null) return action.kind === "method" ? { _IsNull: true } : null;
  switch (action.kind) {
    case "instantiate":
      return identityOf(object, host);
    case "query":
      paths.location = `${object.type}.load`;
      paths.calls.push(`${paths.location}(${action.query.select.join(",")})`);
      return queryObject(object, action.query, host);
    case "set-property":
      return setProperty(object, action, paths, host);
    case "method":
      return callMethod(object, action, paths, host);
    case "trace":
      return null;
  }
}

function setProperty(object: HostObject, action: Action, paths: ObjectPaths, host: ExcelHost): Json {
  const scalar = typeOf(object).scalars?.[action.name];
  if (!scalar?.set) return notEmulated(`${object.type}.${action.name} (set)`);
  const args = paths.arguments(action.args);
  paths.enter(object, action.name, scalar.since);
  paths.calls.push(`${paths.location}=`);
  host.faults.beforeWrite();
  scalar.set(object, args.json(0), host);
  return null;
}

function callMethod(object: HostObject, action: Action, paths: ObjectPaths, host: ExcelHost): Json {
  if (action.name === "_KeepReference") {
    if (!typeOf(object).keepsReference) return notEmulated(`${object.type}._KeepReference()`);
    host.references.keep(object);
    return null;
  }
  const operation = typeOf(object).operations?.[action.name] ?? notEmulated(`${object.type}.${action.name}()`);
  const args = paths.arguments(action.args);
  paths.enter(object, action.name, operation.since);
  paths.calls.push(`${paths.location}()`);
  if (operation.writes) host.faults.beforeWrite();
  return operation.run(object, args, host) ?? null;
}
