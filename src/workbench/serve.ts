/** Answers requests with a bench: in the worker, and in the page's own thread where workers are not to be had. */
import { FaultError } from "../model/fault";
import { Bench } from "./bench";
import type { CallName, Calls, Channel, Reply, Request } from "./protocol";

/** Returns the answering function of one workbook; it never throws. */
export function server(): (request: Request) => Reply {
  let bench: Bench | null = null;
  const opened = (): Bench => {
    if (!bench) throw new Error("no workbook is open");
    return bench;
  };
  const answer = (request: Request): Calls[CallName]["reply"] => {
    switch (request.name) {
      case "open":
        bench = new Bench(request.args.bytes);
        return bench.opened();
      case "grids":
        return opened().sheets(request.args);
      case "grid":
        return opened().grid(request.args);
      case "display":
        return opened().sheetDisplay(request.args);
      case "apply":
        return opened().apply(request.args);
      case "edit":
        return opened().edit(request.args);
      case "removeMarks":
        return opened().removeMarks();
      case "readState":
        return opened().readState();
      case "writeState":
        return opened().writeState(request.args);
      case "save":
        return opened().save();
    }
  };
  return (request) => {
    try {
      return { id: request.id, kind: "done", value: answer(request) };
    } catch (error) {
      if (error instanceof FaultError) return { id: request.id, kind: "fault", fault: error.fault };
      return { id: request.id, kind: "error", message: error instanceof Error ? error.message : String(error) };
    }
  };
}

/** The fallback: the same protocol without a worker, each request in a task of its own so that the page can paint between two. */
export function inProcessChannel(): Channel {
  const answer = server();
  let listener: (reply: Reply | null) => void = () => undefined;
  let open = true;
  return {
    send(request) {
      setTimeout(() => {
        if (open) listener(answer(request));
      }, 0);
    },
    listen(next) {
      listener = next;
    },
    close() {
      open = false;
    },
  };
}
