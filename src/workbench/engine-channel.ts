/** The line to the formula engine. Part of a script of its own, which is loaded with the first edit that a formula depends on. */
import workerSource from "./engine-worker.ts?inline-worker";
import { type ChannelOf, inProcess } from "./line";
import type { EngineCalls } from "./recalculation/protocol";
import { workerChannel } from "./worker-line";

export async function openEngineChannel(): Promise<ChannelOf<EngineCalls>> {
  const channel = workerChannel<EngineCalls>(workerSource);
  if (channel) return channel;
  // The same code once more, as a module of the page: loaded where there are no workers, and nowhere else.
  const { engineServer } = await import(/* webpackChunkName: "recalculation-in-page" */ "./engine-serve");
  return inProcess(engineServer());
}
