/** The line to the worker that holds the workbook. Without workers the same code runs in the page: slower to react, but all works. */
import workerSource from "./worker.ts?inline-worker";
import type { Calls, Channel } from "./protocol";
import { inProcessChannel } from "./serve";
import { workerChannel } from "./worker-line";

export function openChannel(): Channel {
  return workerChannel<Calls>(workerSource) ?? inProcessChannel();
}
