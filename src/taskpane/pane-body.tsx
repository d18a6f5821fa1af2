/** Which screen is on: first run, progress, fault, settings, or the result. */
import { makeStyles, ProgressBar, tokens } from "@fluentui/react-components";
import { Activity, useCallback, useEffect, useRef, useState } from "react";
import type { CellRef } from "../model/address";
import { FaultScreen } from "./fault-screen";
import { FirstRun } from "./first-run";
import { LiveSummary } from "./live-summary";
import { Messages } from "./messages";
import { NothingFound } from "./nothing-found";
import { ProgressScreen } from "./progress-screen";
import { ResultView } from "./result-view";
import { useSessionState } from "./session-context";
import { SettingsPanel } from "./settings-panel";
import { OpenSettings, type SettingsPlace } from "./settings-place";
import { strings } from "./strings.zh-CN";
import { TopBar } from "./top-bar";
import { useHiddenStyles } from "./visually-hidden";

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexDirection: "column",
    height: "100%",
    minWidth: 0,
    overflow: "hidden",
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    lineHeight: tokens.lineHeightBase300,
  },
  screen: { flexGrow: 1, minHeight: 0, overflowY: "auto", overflowX: "hidden", overflowWrap: "anywhere" },
  busy: { height: "2px", flexShrink: 0 },
});

export interface PaneBodyProps {
  readonly selected: CellRef | null;
  readonly sample?: { readonly label: string; readonly open: () => void };
}

export function PaneBody({ selected, sample }: PaneBodyProps) {
  const styles = useStyles();
  const hidden = useHiddenStyles();
  const { phase, busy, review } = useSessionState();
  const [place, setPlace] = useState<SettingsPlace | null>(null);
  const screen = useRef<HTMLDivElement>(null);
  const openedFrom = useRef<Element | null>(null);
  const openSettings = useCallback((wanted: SettingsPlace): void => {
    openedFrom.current = document.activeElement;
    setPlace(wanted);
  }, []);
  // From closed settings the keyboard goes back to where they were opened, unless it is in the bar above already.
  useEffect(() => {
    const from = openedFrom.current;
    if (place || !(from instanceof HTMLElement)) return;
    openedFrom.current = null;
    const { activeElement, body } = document;
    if (activeElement === body || screen.current?.contains(activeElement)) from.focus();
  }, [place]);
  return (
    // The main landmark of either page: around it the workbench has a header and the sheet as regions of their own.
    <main className={styles.root} aria-label={strings.pane}>
      <h1 className={hidden.hidden}>{strings.pane}</h1>
      <TopBar settingsOpen={place !== null} onSettings={(open) => (open ? openSettings({ section: "top" }) : setPlace(null))} />
      <div className={styles.busy}>{busy && <ProgressBar thickness="medium" aria-label={busy === "writing" ? strings.progress.writing : strings.progress.rechecking} />}</div>
      <div ref={screen} className={styles.screen}>
        {place && <SettingsPanel place={place} onClose={() => setPlace(null)} />}
        {/* The result keeps its tab, filter and place in the list meanwhile. */}
        <Activity mode={place ? "hidden" : "visible"}>
          <OpenSettings value={openSettings}>
            {phase.kind !== "running" && phase.kind !== "fault" && <Messages />}
            {phase.kind === "idle" && <FirstRun {...(sample ? { sample } : {})} />}
            {phase.kind === "running" && <ProgressScreen {...phase} />}
            {phase.kind === "fault" && <FaultScreen fault={phase.fault} />}
            {phase.kind === "result" && review && (review.forms.length === 0 ? <NothingFound review={review} {...(sample ? { sample } : {})} /> : <ResultView review={review} selected={selected} />)}
          </OpenSettings>
        </Activity>
      </div>
      <LiveSummary />
    </main>
  );
}
