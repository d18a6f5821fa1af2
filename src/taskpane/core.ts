/** The review core, which comes after the pane has painted. Nothing here may import it but for its type. */
import { Cancelled } from "../host/port";
import { FaultError } from "../model/fault";
import type { Clock } from "./clock";
import { strings } from "./strings.zh-CN";
import type * as wholeCore from "./whole-core";

export type Core = typeof wholeCore;
/** Called again after a failure; else it may be called once or often. */
export type LoadCore = () => Promise<Core>;

const LOOK_MS = 200;
/** A share that has gone away may neither deliver nor refuse. */
const PATIENCE_MS = 30_000;

/** Throws a fault if the core does not come, and `Cancelled` once the user no longer waits for it. */
export function waitForCore(load: LoadCore, clock: Clock, cancelled: () => boolean = () => false): Promise<Core> {
  return new Promise((resolve, reject) => {
    let waited = 0;
    const look = (): void => {
      waited += LOOK_MS;
      if (cancelled()) reject(new Cancelled());
      else if (waited >= PATIENCE_MS) reject(missing());
      else stop = clock.later(LOOK_MS, look);
    };
    let stop = clock.later(LOOK_MS, look);
    load()
      .then(resolve, (cause: unknown) => reject(missing(cause)))
      .finally(() => stop());
  });
}

function missing(cause?: unknown): FaultError {
  return new FaultError("not-found", strings.fault.coreMissing, { cause });
}
