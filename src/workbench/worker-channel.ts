/**
 * Starts the worker. Its code is carried inside the page as text and run from a blob: a page that was opened from a file
 * share has no origin, and browsers refuse such a page any worker script that is a file of its own.
 * Where blobs are refused too, the same code runs in the page's thread: slower to react, but all works.
 */
import workerSource from "./worker.ts?inline-worker";
import type { Channel, Reply } from "./protocol";
import { inProcessChannel } from "./serve";

export function openChannel(): Channel {
  const address = URL.createObjectURL(new Blob([workerSource], { type: "text/javascript" }));
  let worker: Worker;
  try {
    worker = new Worker(address);
  } catch {
    URL.revokeObjectURL(address);
    return inProcessChannel();
  }
  return overWorker(worker, () => URL.revokeObjectURL(address));
}

function overWorker(worker: Worker, dispose: () => void): Channel {
  return {
    send(request, transfer) {
      worker.postMessage(request, [...transfer]);
    },
    listen(listener) {
      worker.onmessage = ({ data }: MessageEvent<Reply>) => listener(data);
      worker.onerror = (event) => {
        event.preventDefault();
        listener(null);
      };
    },
    close() {
      worker.terminate();
      dispose();
    },
  };
}
