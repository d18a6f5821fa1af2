/** When the findings of a cell are shown beside it: under a resting pointer, and at the active cell while the keyboard is in the sheet. */
import { type RefObject, useEffect, useRef, useState } from "react";
import { cellKey, parseA1 } from "../../model/address";
import type { Finding } from "../../model/finding";
import { cellElement, placeOf } from "./scrolling";
import type { Place } from "./selection";

const HOVER_MS = 250;

export interface Tip {
  readonly key: number;
  /** Of the cell and of the sheet's view, on screen. */
  readonly cell: DOMRect;
  readonly view: DOMRect;
}

export interface TipControl {
  readonly tip: Tip | null;
  readonly hide: () => void;
  readonly onHover: (event: React.MouseEvent) => void;
  readonly onLeave: () => void;
  /** The keyboard has come into the sheet. */
  readonly onEnter: () => void;
}

export function useTip(scroller: RefObject<HTMLElement | null>, findings: ReadonlyMap<number, readonly Finding[]>, at: Place): TipControl {
  const [tip, setTip] = useState<Tip | null>(null);
  const key = cellKey(at.row, at.col);
  const marked = findings.get(key);

  useEffect(() => {
    const element = scroller.current;
    // Where the cell is, only the drawn page knows.
    setTip(marked && element?.contains(document.activeElement) ? tipAt(element, at) : null);
  }, [scroller, at, marked]);

  const waiting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(waiting.current), []);

  function onHover(event: React.MouseEvent): void {
    clearTimeout(waiting.current);
    const place = placeOf(event.target, parseA1);
    if (!place || !findings.has(cellKey(place.row, place.col))) {
      setTip(null);
      return;
    }
    waiting.current = setTimeout(() => setTip(tipAt(scroller.current, place)), HOVER_MS);
  }

  return {
    tip,
    hide: () => setTip(null),
    onHover,
    onLeave: () => {
      clearTimeout(waiting.current);
      setTip(null);
    },
    onEnter: () => {
      if (marked) setTip(tipAt(scroller.current, at));
    },
  };
}

/** Null if the cell is not drawn. */
function tipAt(scroller: HTMLElement | null, place: Place): Tip | null {
  const cell = scroller && cellElement(scroller, place);
  return cell ? { key: cellKey(place.row, place.col), cell: cell.getBoundingClientRect(), view: scroller.getBoundingClientRect() } : null;
}
