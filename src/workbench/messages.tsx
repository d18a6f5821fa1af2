/** What went wrong, and what is worth knowing, under the page's head. */
import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import { Dismiss16Regular } from "@fluentui/react-icons";
import { strings } from "./strings.zh-CN";
import type { Desk } from "./use-desk";

const useStyles = makeStyles({ bar: { flexShrink: 0, borderRadius: 0 }, live: { flexShrink: 0 } });

export function Messages({ desk }: { readonly desk: Desk }) {
  const styles = useStyles();
  const { fault, note, waiting, open } = desk;
  const text = fault ?? (waiting !== null && open ? strings.opening(waiting) : (note?.text ?? null));
  return (
    // Always there: a region that appears together with its text is not read out.
    <div className={styles.live} role="status" aria-live="polite">
      {text !== null && (
        <MessageBar key={note?.count} intent={fault ? "error" : "info"} className={styles.bar} layout="multiline" politeness="polite">
          <MessageBarBody>{text}</MessageBarBody>
          <MessageBarActions containerAction={<Button appearance="transparent" size="small" icon={<Dismiss16Regular />} aria-label={strings.dismiss} onClick={desk.dismiss} />} />
        </MessageBar>
      )}
    </div>
  );
}
