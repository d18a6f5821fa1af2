/** One open workbook: its sheets on the left, its review on the right; in a narrow window one of the two. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { type ComponentType, useCallback, useEffect, useId, useMemo, useState } from "react";
import type { CellRef } from "../model/address";
import type { WorkbookReview } from "../model/review";
import type { ShowNumber, WorkbookHost } from "../host/port";
import { CellLine } from "./cell-line";
import type { EditSession } from "./edit-session";
import { type Layout, type Part, PART_IDS } from "./layout";
import { SheetGrid } from "./sheet/sheet-grid";
import { HEAD_COL } from "./sheet/sheet-css";
import type { CellSigns } from "./sheet/sheet-row";
import { select, type Selection } from "./sheet/selection";
import { SheetTabs } from "./sheet-tabs";
import { findingsOf, marksOf, worst } from "./signs";
import { Splitter } from "./splitter";
import { strings } from "./strings.zh-CN";
import { usePictures, useSheetModel } from "./use-sheet";
import type { ThemeName } from "./use-theme";
import type { WorkerHost } from "./worker-host";
import { fitting } from "./zoom";
import { ZoomControl } from "./zoom-control";

const useStyles = makeStyles({
  root: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gridTemplateRows: "minmax(0, 1fr)", flexGrow: 1, minHeight: 0 },
  part: { display: "flex", flexDirection: "column", minWidth: 0, minHeight: 0, overflow: "hidden" },
  // One over the other. What is not seen keeps its size, and with it where it was scrolled to.
  layer: { gridArea: "1 / 1" },
  away: { visibility: "hidden" },
  region: { display: "flex", flexGrow: 1, minWidth: 0, minHeight: 0 },
  sheet: { display: "flex", flexDirection: "column", flexGrow: 1, minWidth: 0, minHeight: 0 },
  panel: { display: "flex", flexDirection: "column", flexGrow: 1, minHeight: 0 },
  line: {
    display: "flex",
    height: "28px",
    alignItems: "center",
    flexShrink: 0,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    fontSize: tokens.fontSizeBase300,
    "& > span": { width: "64px", textAlign: "center", borderRight: `1px solid ${tokens.colorNeutralStroke2}`, color: tokens.colorNeutralForeground2 },
    "& > output": { flexGrow: 1, minWidth: 0, padding: "0 8px", whiteSpace: "nowrap", overflow: "hidden", textOverflow: "ellipsis" },
  },
  foot: { display: "flex", alignItems: "center", flexShrink: 0, borderTop: `1px solid ${tokens.colorNeutralStroke2}`, backgroundColor: tokens.colorNeutralBackground3 },
  pane: { flexGrow: 1, minHeight: 0, minWidth: 0 },
  wait: { padding: "24px", color: tokens.colorNeutralForeground3 },
});

/** What the workbench needs of the review pane. */
export interface PaneProps {
  readonly host: WorkbookHost;
  readonly showNumber: ShowNumber;
  readonly theme: ThemeName;
  readonly selected: CellRef | null;
  readonly onReviewed?: (review: WorkbookReview | null) => void;
}

export interface DocumentViewProps {
  readonly host: WorkerHost;
  readonly session: EditSession;
  readonly showNumber: ShowNumber;
  readonly theme: ThemeName;
  readonly Pane: ComponentType<PaneProps>;
  readonly say: (message: string) => void;
  readonly failed: (error: unknown) => void;
  /** Where undo or redo has just been at work. */
  readonly shownCell: CellRef | null;
  readonly layout: Layout;
}

const HOME: Selection = { at: { row: 1, col: 1 }, to: { row: 1, col: 1 } };

export function DocumentView({ host, session, showNumber, theme, Pane, say, failed, shownCell, layout }: DocumentViewProps) {
  const styles = useStyles();
  const panelId = useId();
  const firstVisible = Math.max(0, host.sheets.findIndex(({ visibility }) => visibility === "visible"));
  const [sheet, setSheet] = useState(firstVisible);
  const [selections, setSelections] = useState<ReadonlyMap<number, Selection>>(new Map());
  const [zoom, setZoom] = useState<number | "fit">("fit");
  const [room, setRoom] = useState(0);
  const [review, setReview] = useState<WorkbookReview | null>(null);
  const [takesFocus, setTakesFocus] = useState(false);
  const model = useSheetModel(host, sheet, showNumber, failed);
  const pictures = usePictures(host, sheet, failed);
  const selection = selections.get(sheet) ?? HOME;

  const setSelection = useCallback((index: number, next: Selection) => setSelections((old) => new Map(old).set(index, next)), []);

  const reveal = useCallback(
    (cell: CellRef) => {
      const index = host.sheets.findIndex(({ name }) => name === cell.sheet);
      if (index < 0) return;
      setSheet(index);
      const grid = host.sheetViewNow(index)?.grid;
      const merge = grid?.merges?.find((area) => cell.row >= area.top && cell.row <= area.bottom && cell.col >= area.left && cell.col <= area.right);
      const at = merge ? { row: merge.top, col: merge.left } : { row: cell.row, col: cell.col };
      setSelection(index, { at, to: at });
    },
    [host, setSelection],
  );
  const { narrow, shown, show } = layout;
  useEffect(
    () =>
      host.onRevealed((cell, go) => {
        reveal(cell);
        if (!go || !narrow) return;
        // The keyboard goes along: what it was on is no longer to be seen.
        show("sheet");
        setTakesFocus(true);
      }),
    [host, reveal, narrow, show],
  );

  const [lastShown, setLastShown] = useState(shownCell);
  if (shownCell !== lastShown) {
    setLastShown(shownCell);
    if (shownCell) reveal(shownCell);
  }

  const findings = useMemo(() => findingsOf(review, host.sheets[sheet]?.name ?? ""), [review, host, sheet]);
  const signs = useMemo<CellSigns>(() => ({ marks: model ? marksOf(model.sheet, model.marks) : new Map(), findings: new Map([...findings].map(([key, list]) => [key, worst(list.map(({ severity }) => severity))])) }), [model, findings]);
  const selected = useMemo<CellRef>(() => ({ sheet: host.sheets[sheet]?.name ?? "", row: selection.at.row, col: selection.at.col }), [host, sheet, selection]);

  const measured = useCallback((element: HTMLElement | null) => {
    if (!element || typeof ResizeObserver === "undefined") return;
    const observer = new ResizeObserver(() => setRoom(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  // The spare columns need not fit, and a scroll bar takes its share.
  const percent = zoom === "fit" ? fitting(model ? HEAD_COL + model.sheet.cols.start(model.sheet.end.col + 1) + 4 : 0, room - 16) : zoom;

  const partProps = (part: Part) => ({
    id: PART_IDS[part],
    className: mergeClasses(styles.part, narrow && styles.layer, narrow && shown !== part && styles.away),
    // Named by the landmark in it.
    ...(narrow && { role: "tabpanel" }),
  });

  return (
    <div className={styles.root} style={narrow ? {} : { gridTemplateColumns: `minmax(0, 1fr) ${layout.paneWidth}px` }}>
      {/* The pane brings the page's main landmark; the sheet is it where the pane is not to be seen. */}
      <div {...partProps("sheet")}>
        <section className={styles.region} aria-label={strings.sheet.region} data-region="sheet" {...(narrow && { role: "main" })}>
          <div className={styles.sheet} ref={measured}>
            <CellLine className={styles.line} model={model?.sheet ?? null} at={selection.at} />
            <div id={panelId} role="tabpanel" aria-label={host.sheets[sheet]?.name} className={styles.panel}>
              {model ? (
                <SheetGrid
                  key={sheet}
                  model={model.sheet}
                  signs={signs}
                  findings={findings}
                  pictures={pictures}
                  zoom={percent / 100}
                  selection={selections.get(sheet) ?? select(model.sheet, HOME.at)}
                  date1904={host.date1904}
                  onSelect={(next) => setSelection(sheet, next)}
                  onPlanned={({ edits, message }) => {
                    if (message !== null) say(message);
                    void session.edit(edits);
                  }}
                  onUndo={() => void session.undo()}
                  onRedo={() => void session.redo()}
                  takesFocus={takesFocus}
                  onFocusTaken={() => setTakesFocus(false)}
                />
              ) : (
                <div className={styles.wait}>{strings.loading}</div>
              )}
            </div>
            <div className={styles.foot}>
              <SheetTabs sheets={host.sheets} active={sheet} panelId={panelId} onSelect={setSheet} />
              <ZoomControl percent={percent} onChange={setZoom} />
            </div>
          </div>
          {!narrow && <Splitter layout={layout} />}
        </section>
      </div>
      <div {...partProps("pane")}>
        <div className={styles.pane} data-region="pane">
          <Pane host={host} showNumber={showNumber} theme={theme} selected={selected} onReviewed={setReview} />
        </div>
      </div>
    </div>
  );
}
