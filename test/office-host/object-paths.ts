/** From the object paths of a request to the objects they mean; each path is followed once per request. */
import type { ExcelHost } from "./excel-host";
import { fail, notEmulated } from "./host-error";
import { type Argument, Arguments, type HostObject } from "./object-types";
import type { Batch, ObjectPath, WireArgument } from "./protocol";
import { typeOf } from "./registry";

/** The client's own, and that of shared runtimes behind `Office.addin.showAsTaskpane()`. */
const SERVICES = new Set(["Microsoft.InternalService.AddinInternalService", "Microsoft.AppRuntime.AppRuntimeService"]);

export class ObjectPaths {
  private readonly batch: Batch;
  private readonly host: ExcelHost;
  private readonly found = new Map<number, HostObject | null>();
  /** "Range.getCell" of the member in use: where an error is said to have happened. */
  location = "";
  /** For the log. */
  readonly calls: string[] = [];

  constructor(batch: Batch, host: ExcelHost) {
    this.batch = batch;
    this.host = host;
  }

  /** null is a null object. */
  resolve(id: number): HostObject | null {
    const known = this.found.get(id);
    if (known !== undefined) return known;
    const path = this.batch.paths.get(id);
    if (!path) throw new Error(`The request has no object path ${id}.`);
    const object = this.follow(path);
    this.found.set(id, object);
    return object;
  }

  arguments(list: readonly WireArgument[]): Arguments {
    return new Arguments(list.map((argument): Argument => ("pathId" in argument ? { object: this.resolve(argument.pathId) } : argument)));
  }

  /** Names the member for error messages and refuses what this edition of Excel does not have yet. */
  enter(object: HostObject, member: string, since: string): void {
    this.location = `${object.type}.${member.charAt(0).toLowerCase()}${member.slice(1)}`;
    this.host.expectSupported(this.location, since);
  }

  private follow(path: ObjectPath): HostObject | null {
    if (path.kind === "global") return { type: "Workbook" };
    if (path.kind === "null") return null;
    if (path.kind === "reference") return this.host.references.find(path.name) ?? fail("InvalidReference");
    if (path.kind === "new-object") return SERVICES.has(path.name) ? { type: "Service", name: path.name } : notEmulated(`service ${path.name}`);
    const parent = path.parentId === null ? null : this.resolve(path.parentId);
    // What hangs on a null object is a null object.
    return parent && this.child(parent, path);
  }

  private child(parent: HostObject, path: ObjectPath): HostObject | null {
    const type = typeOf(parent);
    if (path.kind === "property") {
      const navigation = type.navigations?.[path.name] ?? notEmulated(`${parent.type}.${path.name}`);
      this.enter(parent, path.name, navigation.since);
      return navigation.get(parent, this.host);
    }
    if (path.kind === "indexer") {
      this.location = `${parent.type}.getItem`;
      const indexer = type.indexer ?? notEmulated(`${parent.type}.getItem()`);
      return indexer.call(type, parent, String(this.arguments(path.args).json(0)), this.host);
    }
    const factory = type.factories?.[path.name] ?? notEmulated(`${parent.type}.${path.name}()`);
    const args = this.arguments(path.args);
    this.enter(parent, path.name, factory.since);
    if (factory.writes) {
      this.calls.push(`${this.location}()`);
      this.host.faults.beforeWrite();
    }
    return factory.make(parent, args, this.host);
  }
}
