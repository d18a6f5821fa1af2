import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowUndo20Regular, Dismiss20Regular, Highlight20Regular, Settings20Regular } from "@fluentui/react-icons";
import { IconButton } from "./icon-button";
import { useSession, useSessionState } from "./session-context";
import { strings } from "./strings.zh-CN";

const useStyles = makeStyles({
  root: {
    display: "flex",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    flexShrink: 0,
  },
  gap: { flexGrow: 1 },
});

export interface TopBarProps {
  readonly settingsOpen: boolean;
  readonly onSettings: (open: boolean) => void;
}

/** Every command of the ribbon is here too: some hosts show no ribbon buttons. */
export function TopBar({ settingsOpen, onSettings }: TopBarProps) {
  const styles = useStyles();
  const session = useSession();
  const { phase, busy, review, marksShown, undoCells } = useSessionState();
  const running = phase.kind === "running";
  const occupied = running || busy === "writing";
  const text = strings.toolbar;
  return (
    <div className={styles.root} role="group" aria-label={text.label}>
      <Button appearance="primary" disabledFocusable={occupied} onClick={() => (onSettings(false), void session.run())}>
        {text.run}
      </Button>
      <span className={styles.gap} />
      <IconButton icon={<ArrowUndo20Regular />} label={text.undo(undoCells)} disabled={occupied || undoCells === null} onClick={() => void session.undo()} />
      <IconButton icon={<Highlight20Regular />} label={marksShown ? text.marksOff : text.marksOn} pressed={marksShown} disabled={occupied || !review} onClick={() => void session.setMarks(!marksShown)} />
      <IconButton icon={settingsOpen ? <Dismiss20Regular /> : <Settings20Regular />} label={settingsOpen ? text.close : text.settings} expanded={settingsOpen} onClick={() => onSettings(!settingsOpen)} />
    </div>
  );
}
