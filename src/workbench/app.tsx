/** The page: opening, saving, messages, and the open workbook. */
import { FluentProvider, makeStyles, teamsHighContrastTheme, tokens, webDarkTheme, webLightTheme } from "@fluentui/react-components";
import { type ComponentType, useEffect, useRef } from "react";
import { flushSync } from "react-dom";
import type { ShowNumber } from "../host/port";
import { DiscardDialog } from "./discard-dialog";
import { DocumentView, type PaneProps } from "./document-view";
import { DropTarget } from "./drop-target";
import { Header } from "./header";
import { useLayout } from "./layout";
import { Messages } from "./messages";
import type { Channel } from "./protocol";
import type { OpenEngine } from "./recalculator";
import { SHEET_CSS } from "./sheet/sheet-css";
import { strings } from "./strings.zh-CN";
import { useDesk } from "./use-desk";
import { useTheme } from "./use-theme";

const THEMES = { light: webLightTheme, dark: webDarkTheme, contrast: teamsHighContrastTheme };

const useStyles = makeStyles({
  page: { display: "flex", flexDirection: "column", height: "100%", minHeight: 0, backgroundColor: tokens.colorNeutralBackground2, position: "relative" },
  wait: { padding: "32px", color: tokens.colorNeutralForeground2 },
});

export interface AppProps {
  readonly Pane: ComponentType<PaneProps>;
  readonly showNumber: ShowNumber;
  readonly openChannel: () => Channel;
  readonly openEngine: OpenEngine;
  readonly sample: { readonly name: string; readonly bytes: () => Uint8Array<ArrayBuffer> };
}

const REGIONS = ["header", "sheet", "pane"] as const;

export function App({ Pane, showNumber, openChannel, openEngine, sample }: AppProps) {
  const styles = useStyles();
  const theme = useTheme();
  const desk = useDesk(openChannel, openEngine, sample);
  const layout = useLayout();
  const page = useRef<HTMLDivElement>(null);
  const { open, unsaved, waiting } = desk;

  useEffect(() => {
    if (!unsaved) return;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [unsaved]);

  useEffect(() => {
    document.title = open ? `${unsaved ? "● " : ""}${open.name} – ${strings.product}` : strings.product;
  }, [open, unsaved]);

  /** F6 goes from region to region, as in Office: the way out of a sheet that uses Tab itself. */
  function onKeyDown(event: React.KeyboardEvent): void {
    if (event.key !== "F6") return;
    event.preventDefault();
    const regions = REGIONS.map((name) => page.current?.querySelector<HTMLElement>(`[data-region="${name}"]`) ?? null);
    const now = regions.findIndex((region) => region?.contains(document.activeElement));
    const to = (now + (event.shiftKey ? regions.length - 1 : 1)) % regions.length;
    const name = REGIONS[to];
    // What is not to be seen takes no focus, so it has to be on screen before.
    if (layout.narrow && (name === "sheet" || name === "pane")) flushSync(() => layout.show(name));
    const next = regions[to];
    const field = next?.querySelector<HTMLElement>(".wb-in") ?? next?.querySelector<HTMLElement>('button:not([disabled]):not([tabindex="-1"]),[tabindex="0"],input:not([type="file"]),select,textarea');
    field?.focus();
  }

  // The provider has a style and no class: Fluent gives its class to portals too, which then would cover the page.
  return (
    <FluentProvider theme={THEMES[theme]} style={{ height: "100vh" }}>
      <style>{SHEET_CSS}</style>
      <div ref={page} className={styles.page} onKeyDown={onKeyDown}>
        <DropTarget onFiles={desk.openFiles}>
          <Header desk={desk} layout={layout} />
          <Messages desk={desk} />
          {open ? (
            <DocumentView key={open.id} host={open.host} session={open.session} showNumber={showNumber} theme={theme} Pane={Pane} say={desk.say} failed={desk.failed} shownCell={desk.shownCell} layout={layout} />
          ) : (
            <main className={styles.wait}>{waiting === null ? strings.openHint : strings.opening(waiting)}</main>
          )}
        </DropTarget>
        <DiscardDialog desk={desk} />
      </div>
    </FluentProvider>
  );
}
