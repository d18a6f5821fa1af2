/** The pane inside Excel: follows Excel's theme and the selected cell. Which adapter it runs over is main.tsx's choice. */
import { useEffect, useState } from "react";
import type { ShowNumber, WorkbookHost } from "../host/port";
import type { CellRef } from "../model/address";
import type { LoadCore } from "./core";
import { type PaneTheme, ReviewPane } from "./review-pane";
import type { RunSelfTest } from "./self-test";
import type { ReviewSession } from "./session";

export interface OfficePaneProps {
  readonly host: WorkbookHost & { onSelection(listener: (cell: CellRef | null) => void): () => void };
  readonly showNumber: ShowNumber;
  readonly loadCore: LoadCore;
  readonly session: ReviewSession;
  readonly readTheme: () => PaneTheme;
  readonly selfTest: RunSelfTest;
}

/** Excel tells of no theme change on every edition, and the client itself looks only every few seconds. */
const THEME_INTERVAL = 5_000;

export function OfficePane({ host, showNumber, loadCore, session, readTheme, selfTest }: OfficePaneProps) {
  const [theme, setTheme] = useState(readTheme);
  const [selected, setSelected] = useState<CellRef | null>(null);
  useEffect(() => host.onSelection(setSelected), [host]);
  useEffect(() => {
    const timer = setInterval(() => setTheme(readTheme()), THEME_INTERVAL);
    return () => clearInterval(timer);
  }, [readTheme]);
  return <ReviewPane host={host} showNumber={showNumber} loadCore={loadCore} theme={theme} selected={selected} session={session} selfTest={selfTest} />;
}
