/** Bringing cells into view, and telling which part of a large sheet is on view. */
import { a1 } from "../../model/address";
import { HEAD_COL, HEAD_ROW } from "./sheet-css";
import type { SheetModel } from "./sheet-model";
import type { Place } from "./selection";
import { drawnWhole, SCANT, type Segment, segments } from "./window";

export interface Drawn {
  readonly rows: readonly Segment[];
  readonly cols: readonly Segment[];
  readonly exact: boolean;
  /** Only what is on view: more is to follow when nothing else is to be done. */
  readonly scant: boolean;
}

/** What is on view, in pixels at 100 %. */
export interface View {
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

/** Before the page knows its size: a screenful. */
const FIRST_VIEW: View = { top: 0, left: 0, width: 1200, height: 900 };

export function viewOf(scroller: HTMLElement | null, zoom: number): View {
  if (!scroller) return FIRST_VIEW;
  return { top: scroller.scrollTop / zoom, left: scroller.scrollLeft / zoom, width: (scroller.clientWidth || FIRST_VIEW.width) / zoom, height: (scroller.clientHeight || FIRST_VIEW.height) / zoom };
}

/** The part to draw. `old`: what is drawn now; after a jump away from it, only what is on view. */
export function drawnPart(model: SheetModel, view: View, old: Drawn | null): Drawn {
  const { rows, cols, display } = model;
  if (drawnWhole(rows.count, cols.count)) return { rows: segments(rows, display.frozenRows, null), cols: segments(cols, display.frozenCols, null), exact: false, scant: false };
  const vertical = { from: view.top, size: view.height };
  const seen = segments(rows, display.frozenRows, vertical, SCANT);
  const part = { cols: segments(cols, display.frozenCols, { from: view.left, size: view.width }), exact: true };
  if (old?.exact) {
    if (!meet(old.rows, seen)) return { ...part, rows: seen, scant: true };
    if (old.scant && sameSegments(old.rows, seen)) return { ...part, rows: old.rows, scant: true };
  }
  return { ...part, rows: segments(rows, display.frozenRows, vertical), scant: false };
}

/** The new part, but the old objects wherever nothing has changed: what is drawn already stays as it is. */
export function redrawn(old: Drawn, now: Drawn): Drawn {
  const rows = sameSegments(old.rows, now.rows) ? old.rows : now.rows;
  const cols = sameSegments(old.cols, now.cols) ? old.cols : now.cols;
  return rows === old.rows && cols === old.cols && old.exact === now.exact && old.scant === now.scant ? old : { ...now, rows, cols };
}

/** Whether the moving parts, which come last, have a member in common. */
function meet(a: readonly Segment[], b: readonly Segment[]): boolean {
  const [one, other] = [a.at(-1), b.at(-1)];
  return !one || !other || (one.first <= other.last && other.first <= one.last);
}

function sameSegments(a: readonly Segment[], b: readonly Segment[]): boolean {
  return a.length === b.length && a.every(({ first, last }, n) => b[n]?.first === first && b[n]?.last === last);
}

export function cellElement(scroller: HTMLElement, place: Place): HTMLElement | null {
  return scroller.querySelector<HTMLElement>(`td[data-a="${a1(place)}"]`);
}

/** Scrolls as little as needed; a cell that is not drawn is brought to the upper third. True if the view has moved. */
export function bringIntoView(scroller: HTMLElement, model: SheetModel, place: Place, zoom: number): boolean {
  const { rows, cols, display } = model;
  const was = { top: scroller.scrollTop, left: scroller.scrollLeft };
  const stuckTop = HEAD_ROW + rows.start(Math.min(display.frozenRows, rows.count) + 1);
  const stuckLeft = HEAD_COL + cols.start(Math.min(display.frozenCols, cols.count) + 1);
  let { top, left } = was;
  const element = cellElement(scroller, place);
  if (!element) {
    if (place.row > display.frozenRows) top = Math.max(0, (rows.start(place.row) + HEAD_ROW - stuckTop) * zoom - scroller.clientHeight / 3);
    if (place.col > display.frozenCols) left = Math.max(0, (cols.start(place.col) + HEAD_COL - stuckLeft) * zoom - scroller.clientWidth / 3);
  } else {
    const view = scroller.getBoundingClientRect();
    const cell = element.getBoundingClientRect();
    // A cell larger than the view shows its beginning.
    if (place.row > display.frozenRows) top += shift(cell.top - view.top - stuckTop * zoom, cell.bottom - view.top - scroller.clientHeight);
    if (place.col > display.frozenCols) left += shift(cell.left - view.left - stuckLeft * zoom, cell.right - view.left - scroller.clientWidth);
  }
  if (top !== was.top) scroller.scrollTop = top;
  if (left !== was.left) scroller.scrollLeft = left;
  return top !== was.top || left !== was.left;
}

/** By how much to scroll: `before` is where the cell begins after the view's beginning, `behind` where it ends after its end. */
function shift(before: number, behind: number): number {
  if (before < 0) return before;
  return behind > 0 ? Math.min(behind, before) : 0;
}

/** The cell under the pointer. */
export function placeOf(target: EventTarget | null, parse: (text: string) => Place | null): Place | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>("td[data-a]") : null;
  return cell ? parse(cell.dataset["a"] ?? "") : null;
}
