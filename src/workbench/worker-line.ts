/**
 * Starts a worker from its code as text. It is run from a blob: a page that was opened from a file share has no origin, and
 * browsers refuse such a page any worker script that is a file of its own.
 */
import type { CallTable, ChannelOf, ReplyOf } from "./line";

/** Null where the browser refuses blobs too. */
export function workerChannel<C extends CallTable<C>>(source: string): ChannelOf<C> | null {
  const address = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  let worker: Worker;
  try {
    worker = new Worker(address);
  } catch {
    URL.revokeObjectURL(address);
    return null;
  }
  return {
    send(request, transfer) {
      worker.postMessage(request, [...transfer]);
    },
    listen(listener) {
      worker.onmessage = ({ data }: MessageEvent<ReplyOf<C>>) => listener(data);
      worker.onerror = (event) => {
        event.preventDefault();
        listener(null);
      };
    },
    close() {
      worker.terminate();
      URL.revokeObjectURL(address);
    },
  };
}
