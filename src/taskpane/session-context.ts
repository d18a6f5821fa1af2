import { createContext, useContext, useSyncExternalStore } from "react";
import type { Core } from "./core";
import type { ReviewSession } from "./session";
import type { SessionState } from "./session-state";

export const SessionContext = createContext<ReviewSession | null>(null);

/** Only below ReviewPane. */
export function useSession(): ReviewSession {
  const session = useContext(SessionContext);
  if (!session) throw new Error("no session: a component of the pane stands outside ReviewPane");
  return session;
}

/** Only below a result: then it is loaded. */
export function useCore(): Core {
  const { core } = useSessionState();
  if (!core) throw new Error("no core: a result is shown that nothing has made");
  return core;
}

export function useSessionState(): SessionState {
  const session = useSession();
  return useSyncExternalStore(session.subscribe, session.snapshot);
}
