/** The formula engine's worker. Bundled on its own and carried as text (worker-line.ts says why). */
import { engineServer } from "./engine-serve";
import type { ReplyOf, RequestOf } from "./line";
import type { EngineCalls } from "./recalculation/protocol";

/** The two members of the worker's global scope that are used; the page's types know no worker scope. */
interface Scope {
  onmessage: ((event: MessageEvent<RequestOf<EngineCalls>>) => void) | null;
  postMessage(reply: ReplyOf<EngineCalls>): void;
}

const scope = globalThis as unknown as Scope;
const answer = engineServer();

scope.onmessage = ({ data }) => {
  void answer(data).then((reply) => scope.postMessage(reply));
};
