/** One open workbook: its sheets on the left, its review on the right. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { type ComponentType, useCallback, useEffect, useId, useMemo, useState, useSyncExternalStore } from "react";
import { type CellRef, cellKey } from "../model/address";
import { atLeast, type Finding, type Severity } from "../model/finding";
import type { WorkbookReview } from "../model/review";
import type { Mark } from "../model/write-plan";
import type { ShowNumber, WorkbookHost } from "../host/port";
import { markHolds } from "../writeback/mark-state";
import { CellLine } from "./cell-line";
import type { EditSession } from "./edit-session";
import { SheetGrid } from "./sheet/sheet-grid";
import { HEAD_COL } from "./sheet/sheet-css";
import { SheetModel } from "./sheet/sheet-model";
import type { CellSigns } from "./sheet/sheet-row";
import { select, type Selection } from "./sheet/selection";
import { SheetTabs } from "./sheet-tabs";
import { strings } from "./strings.zh-CN";
import type { ThemeName } from "./use-theme";
import type { WorkerHost } from "./worker-host";
import { fitting } from "./zoom";
import { ZoomControl } from "./zoom-control";

const useStyles = makeStyles({
  root: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) 350px", gridTemplateRows: "minmax(0, 1fr)", flexGrow: 1, minHeight: 0 },
  sheet: { display: "flex", flexDirection: "column", minWidth: 0, minHeight: 0 },
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
  pane: { borderLeft: `1px solid ${tokens.colorNeutralStroke1}`, minHeight: 0, minWidth: 0, overflow: "hidden" },
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
}

const HOME: Selection = { at: { row: 1, col: 1 }, to: { row: 1, col: 1 } };

export function DocumentView({ host, session, showNumber, theme, Pane, say, failed, shownCell }: DocumentViewProps) {
  const styles = useStyles();
  const panelId = useId();
  const firstVisible = Math.max(0, host.sheets.findIndex(({ visibility }) => visibility === "visible"));
  const [sheet, setSheet] = useState(firstVisible);
  const [selections, setSelections] = useState<ReadonlyMap<number, Selection>>(new Map());
  const [zoom, setZoom] = useState<number | "fit">("fit");
  const [room, setRoom] = useState(0);
  const [review, setReview] = useState<WorkbookReview | null>(null);
  const model = useSheetModel(host, sheet, showNumber, failed);
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
  useEffect(() => host.onRevealed(reveal), [host, reveal]);

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

  return (
    <div className={styles.root}>
      {/* The pane brings the page's main landmark. */}
      <section className={styles.sheet} ref={measured} aria-label={strings.sheet.region} data-region="sheet">
        <CellLine className={styles.line} model={model?.sheet ?? null} at={selection.at} />
        <div id={panelId} role="tabpanel" aria-label={host.sheets[sheet]?.name} className={styles.panel}>
          {model ? (
            <SheetGrid
              key={sheet}
              model={model.sheet}
              signs={signs}
              findings={findings}
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
            />
          ) : (
            <div className={styles.wait}>{strings.loading}</div>
          )}
        </div>
        <div className={styles.foot}>
          <SheetTabs sheets={host.sheets} active={sheet} panelId={panelId} onSelect={setSheet} />
          <ZoomControl percent={percent} onChange={setZoom} />
        </div>
      </section>
      <div className={styles.pane} data-region="pane">
        <Pane host={host} showNumber={showNumber} theme={theme} selected={selected} onReviewed={setReview} />
      </div>
    </div>
  );
}

interface Shown {
  readonly sheet: SheetModel;
  readonly marks: readonly Mark[];
}

/** The sheet as it is now. Null until it has been read. */
function useSheetModel(host: WorkerHost, index: number, showNumber: ShowNumber, failed: (error: unknown) => void): Shown | null {
  const revision = useSyncExternalStore(host.onView, () => host.revision);
  const [loaded, setLoaded] = useState(0);
  const view = host.sheetViewNow(index);
  const { grid, display } = view ?? {};
  useEffect(() => {
    if (grid) return;
    let wanted = true;
    host.sheetView(index).then(
      () => wanted && setLoaded((count) => count + 1),
      (error: unknown) => wanted && failed(error),
    );
    return () => {
      wanted = false;
    };
  }, [host, index, grid, revision, loaded, failed]);
  const sheet = useMemo(() => (grid && display ? new SheetModel({ grid, display, looks: host.looks, showNumber }) : null), [host, grid, display, showNumber]);
  const marks = host.marks;
  return useMemo(() => (sheet ? { sheet, marks } : null), [sheet, marks]);
}

function marksOf(model: SheetModel, marks: readonly Mark[]): ReadonlyMap<number, Severity> {
  const shown = new Map<number, Severity>();
  for (const mark of marks) {
    if (mark.ref.sheet !== model.name) continue;
    if (!markHolds(mark, (ref) => model.value(ref.row, ref.col))) continue;
    const key = cellKey(mark.ref.row, mark.ref.col);
    const there = shown.get(key);
    shown.set(key, there ? worst([there, mark.severity]) : mark.severity);
  }
  return shown;
}

function findingsOf(review: WorkbookReview | null, sheet: string): ReadonlyMap<number, readonly Finding[]> {
  const byCell = new Map<number, Finding[]>();
  for (const finding of review?.findings ?? []) {
    if (finding.cell.sheet !== sheet) continue;
    const key = cellKey(finding.cell.row, finding.cell.col);
    const list = byCell.get(key);
    if (list) list.push(finding);
    else byCell.set(key, [finding]);
  }
  return byCell;
}

function worst(severities: readonly Severity[]): Severity {
  return severities.reduce((a, b) => (atLeast(a, b) ? a : b), "info");
}
