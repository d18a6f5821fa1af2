/** Ranges that the client keeps beyond a request ("_KeepReference"); every `Excel.run` is expected to give its own back. */
import type { HostObject } from "./object-types";

export class References {
  private readonly byId = new Map<string, HostObject>();
  private readonly ids = new WeakMap<HostObject, string>();
  private lastId = 0;

  keep(object: HostObject): string {
    const known = this.ids.get(object);
    if (known !== undefined && this.byId.has(known)) return known;
    const id = `R${++this.lastId}`;
    this.byId.set(id, object);
    this.ids.set(object, id);
    return id;
  }

  /** null for an object that nobody keeps. */
  idOf(object: HostObject): string | null {
    const id = this.ids.get(object);
    return id !== undefined && this.byId.has(id) ? id : null;
  }

  find(id: string): HostObject | null {
    return this.byId.get(id) ?? null;
  }

  forget(id: string): void {
    this.byId.delete(id);
  }

  /** How many are kept now: a number that grows from run to run is a leak. */
  get count(): number {
    return this.byId.size;
  }
}
