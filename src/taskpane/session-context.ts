import { createContext, useContext, useSyncExternalStore } from "react";
import type { ReviewSession } from "./session";
import type { SessionState } from "./session-state";

export const SessionContext = createContext<ReviewSession | null>(null);

/** Only below ReviewPane. */
export function useSession(): ReviewSession {
  const session = useContext(SessionContext);
  if (!session) throw new Error("no session: a component of the pane stands outside ReviewPane");
  return session;
}

export function useSessionState(): SessionState {
  const session = useSession();
  return useSyncExternalStore(session.subscribe, session.snapshot);
}
