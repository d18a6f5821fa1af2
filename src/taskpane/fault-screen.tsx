import { Button } from "@fluentui/react-components";
import { DocumentError24Regular, Edit24Regular, LockClosed24Regular, PlugDisconnected24Regular } from "@fluentui/react-icons";
import type { Fault } from "../model/fault";
import { faultKind } from "./faults";
import { Screen } from "./screen";
import { useSession, useSessionState } from "./session-context";
import { strings } from "./strings.zh-CN";

const ICONS = {
  protected: <LockClosed24Regular />,
  editing: <Edit24Regular />,
  "too-large": <DocumentError24Regular />,
  "unsupported-format": <DocumentError24Regular />,
  "not-found": <PlugDisconnected24Regular />,
  other: <DocumentError24Regular />,
};

/** What happened in the host's own words, then what to do about it. */
export function FaultScreen({ fault }: { readonly fault: Fault }) {
  const session = useSession();
  const { review } = useSessionState();
  const kind = faultKind(fault);
  return (
    <Screen
      danger
      icon={ICONS[kind]}
      title={strings.fault.title[kind]}
      text={fault.message}
      actions={
        <>
          <Button appearance="primary" onClick={() => void session.run()}>
            {strings.fault.retry}
          </Button>
          {review && <Button onClick={() => session.backToResult()}>{strings.fault.back}</Button>}
        </>
      }
    >
      {/* A host's own words say what to do; those of the pane and of our mistakes do not. */}
      {kind === "not-found" && <p style={{ margin: 0 }}>{strings.fault.advice[kind]}</p>}
      {fault.code === "internal" && <p style={{ margin: 0 }}>{strings.fault.advice[fault.code]}</p>}
    </Screen>
  );
}
