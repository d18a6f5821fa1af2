/** The worker's entry. Bundled on its own and carried as text (worker-line.ts says why). */
import type { Reply, Request } from "./protocol";
import { server } from "./serve";

/** The two members of the worker's global scope that are used; the page's types know no worker scope. */
interface Scope {
  onmessage: ((event: MessageEvent<Request>) => void) | null;
  postMessage(reply: Reply, transfer: Transferable[]): void;
}

const scope = globalThis as unknown as Scope;
const answer = server();

scope.onmessage = ({ data }) => {
  const reply = answer(data);
  // A saved file is a copy of its own or the bytes opened, which are still needed here: those are cloned.
  scope.postMessage(reply, []);
};
