/** How page and window share the room: sheet and pane side by side, or one of the two at a time. */
import { useCallback, useState, useSyncExternalStore } from "react";
import { readStored, writeStored } from "./stored";

/** One of the two at a time below this width of the window. */
export const WIDE = 1024;
/** The pane is made for this width, and a sheet narrower than that shows nothing. */
export const MIN_PANE = 320;
const MIN_SHEET = 360;
const USUAL_PANE = 350;
export const SPLITTER = 7;

const STORED = "workbench.pane-width";

export type Part = "sheet" | "pane";

export interface Layout {
  readonly narrow: boolean;
  /** Which part is to be seen in a narrow window. */
  readonly shown: Part;
  readonly show: (part: Part) => void;
  /** Pixels, within the limits. */
  readonly paneWidth: number;
  readonly maxPane: number;
  /** Null: as at first. */
  readonly setPaneWidth: (width: number | null) => void;
}

/** Ids of the two parts, for what controls them. */
export const PART_IDS: Readonly<Record<Part, string>> = { sheet: "workbench-sheet", pane: "workbench-pane" };

export function tabIdOf(part: Part): string {
  return `${PART_IDS[part]}-tab`;
}

export function useLayout(): Layout {
  const width = useSyncExternalStore(onResize, () => window.innerWidth);
  const [shown, show] = useState<Part>("sheet");
  const [wanted, setWanted] = useState(storedWidth);
  const setPaneWidth = useCallback((next: number | null) => {
    const kept = Math.max(MIN_PANE, Math.round(next ?? USUAL_PANE));
    setWanted(kept);
    writeStored(STORED, String(kept));
  }, []);
  const maxPane = Math.max(MIN_PANE, width - MIN_SHEET - SPLITTER);
  return { narrow: width < WIDE, shown, show, paneWidth: Math.min(wanted, maxPane), maxPane, setPaneWidth };
}

function storedWidth(): number {
  const stored = parseInt(readStored(STORED) ?? "", 10);
  return stored >= MIN_PANE ? stored : USUAL_PANE;
}

function onResize(listener: () => void): () => void {
  window.addEventListener("resize", listener);
  return () => window.removeEventListener("resize", listener);
}
