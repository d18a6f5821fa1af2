/** The task pane over any workbook host. Excel's page and the workbench embed the same component. */
import { FluentProvider, teamsHighContrastTheme, type Theme, webDarkTheme, webLightTheme } from "@fluentui/react-components";
import { useEffect, useMemo, useRef } from "react";
import type { ShowNumber, WorkbookHost } from "../host/port";
import type { CellRef } from "../model/address";
import type { WorkbookReview } from "../model/review";
import type { LoadCore } from "./core";
import { PaneBody } from "./pane-body";
import { type RunSelfTest, SelfTestOffer } from "./self-test";
import { ReviewSession } from "./session";
import { SessionContext, useSessionState } from "./session-context";

export type PaneTheme = "light" | "dark" | "contrast";

export interface ReviewPaneProps {
  /** Another host is another workbook: the pane starts afresh. */
  readonly host: WorkbookHost;
  /** Must be the same function from render to render. */
  readonly showNumber: ShowNumber;
  /** Must be the same function from render to render. */
  readonly loadCore: LoadCore;
  readonly theme: PaneTheme;
  /** The cell that is selected in the sheet; null if that is unknown. */
  readonly selected: CellRef | null;
  /** Told of every new result, and of null when there is none any more. */
  readonly onReviewed?: (review: WorkbookReview | null) => void;
  /** Offered on the first screen. */
  readonly sample?: { readonly label: string; readonly open: () => void };
  /** A counter: when it rises above what it was (at first 0), a review is run. */
  readonly runRequest?: number;
  /** For a page whose ribbon commands share the pane's session (`new ReviewSession(host, showNumber, loadCore)`); else the pane makes its own. */
  readonly session?: ReviewSession;
  /** Offered at the end of the settings where the host has one. */
  readonly selfTest?: RunSelfTest;
}

/** Chinese first choice by platform; Fluent's own list has none. */
const fontFamilyBase = "'Segoe UI', 'Microsoft YaHei UI', 'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', sans-serif";

const THEMES: Readonly<Record<PaneTheme, Theme>> = {
  light: { ...webLightTheme, fontFamilyBase },
  dark: { ...webDarkTheme, fontFamilyBase },
  contrast: { ...teamsHighContrastTheme, fontFamilyBase },
};

export function ReviewPane({ host, showNumber, loadCore, theme, selected, onReviewed, sample, runRequest = 0, session: given, selfTest }: ReviewPaneProps) {
  const session = useMemo(() => given ?? new ReviewSession(host, showNumber, loadCore), [given, host, showNumber, loadCore]);
  useEffect(() => session.open(), [session]);

  const lastRequest = useRef(0);
  useEffect(() => {
    const rises = runRequest > lastRequest.current;
    lastRequest.current = runRequest;
    if (rises) void session.run();
  }, [runRequest, session]);

  return (
    <FluentProvider theme={THEMES[theme]} style={{ height: "100%", minHeight: 0 }}>
      <SessionContext value={session}>
        {onReviewed && <Report onReviewed={onReviewed} />}
        <SelfTestOffer value={selfTest ?? null}>
          <PaneBody key={keyOf(session)} selected={selected} {...(sample ? { sample } : {})} />
        </SelfTestOffer>
      </SessionContext>
    </FluentProvider>
  );
}

function Report({ onReviewed }: { readonly onReviewed: (review: WorkbookReview | null) => void }) {
  const { review } = useSessionState();
  useEffect(() => onReviewed(review), [onReviewed, review]);
  return null;
}

const keys = new WeakMap<ReviewSession, number>();
let nextKey = 1;

/** Another workbook, another screen: filters and drafts of the last one mean nothing there. */
function keyOf(session: ReviewSession): number {
  const key = keys.get(session) ?? nextKey++;
  keys.set(session, key);
  return key;
}
