/** Answers requests with a bench: in the worker, and in the page's own thread where workers are not to be had. */
import { Bench } from "./bench";
import { failure, inProcess } from "./line";
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
      case "pictures":
        return opened().pictures(request.args);
      case "apply":
        return opened().apply(request.args);
      case "edit":
        return opened().edit(request.args);
      case "original":
        return opened().original(request.args);
      case "recalculated":
        return opened().recalculated(request.args);
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
      return failure<Calls>(request.id, error);
    }
  };
}

export function inProcessChannel(): Channel {
  return inProcess<Calls>(server());
}
