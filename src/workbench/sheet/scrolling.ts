/** Bringing cells into view, and telling which part of a large sheet is on view. */
import { a1 } from "../../model/address";
import { HEAD_COL, HEAD_ROW } from "./sheet-css";
import type { SheetModel } from "./sheet-model";
import type { Place } from "./selection";
import { drawnWhole, type Segment, segments } from "./window";

export interface Drawn {
  readonly rows: readonly Segment[];
  readonly cols: readonly Segment[];
  readonly exact: boolean;
}

/** Before the page knows its size: a screenful. */
const FIRST_VIEW = { width: 1200, height: 900 };

export function drawnPart(model: SheetModel, scroller: HTMLElement | null, zoom: number): Drawn {
  const { rows, cols, display } = model;
  if (drawnWhole(rows.count, cols.count)) return { rows: segments(rows, display.frozenRows, null), cols: segments(cols, display.frozenCols, null), exact: false };
  const view = scroller ? { top: scroller.scrollTop, left: scroller.scrollLeft, width: scroller.clientWidth, height: scroller.clientHeight } : { top: 0, left: 0, ...FIRST_VIEW };
  return {
    rows: segments(rows, display.frozenRows, { from: view.top / zoom, size: (view.height || FIRST_VIEW.height) / zoom }),
    cols: segments(cols, display.frozenCols, { from: view.left / zoom, size: (view.width || FIRST_VIEW.width) / zoom }),
    exact: true,
  };
}

/** The new part, but the old objects wherever nothing has changed: what is drawn already stays as it is. */
export function redrawn(old: Drawn, now: Drawn): Drawn {
  const rows = sameSegments(old.rows, now.rows) ? old.rows : now.rows;
  const cols = sameSegments(old.cols, now.cols) ? old.cols : now.cols;
  return rows === old.rows && cols === old.cols && old.exact === now.exact ? old : { rows, cols, exact: now.exact };
}

function sameSegments(a: readonly Segment[], b: readonly Segment[]): boolean {
  return a.length === b.length && a.every(({ first, last }, n) => b[n]?.first === first && b[n]?.last === last);
}

export function cellElement(scroller: HTMLElement, place: Place): HTMLElement | null {
  return scroller.querySelector<HTMLElement>(`td[data-a="${a1(place)}"]`);
}

/** Scrolls as little as needed; a cell that is not drawn is brought to the upper third. */
export function bringIntoView(scroller: HTMLElement, model: SheetModel, place: Place, zoom: number): void {
  const { rows, cols, display } = model;
  const stuckTop = HEAD_ROW + rows.start(Math.min(display.frozenRows, rows.count) + 1);
  const stuckLeft = HEAD_COL + cols.start(Math.min(display.frozenCols, cols.count) + 1);
  const element = cellElement(scroller, place);
  if (!element) {
    if (place.row > display.frozenRows) scroller.scrollTop = Math.max(0, (rows.start(place.row) + HEAD_ROW - stuckTop) * zoom - scroller.clientHeight / 3);
    if (place.col > display.frozenCols) scroller.scrollLeft = Math.max(0, (cols.start(place.col) + HEAD_COL - stuckLeft) * zoom - scroller.clientWidth / 3);
    return;
  }
  const view = scroller.getBoundingClientRect();
  const cell = element.getBoundingClientRect();
  const top = view.top + stuckTop * zoom;
  const left = view.left + stuckLeft * zoom;
  const bottom = view.top + scroller.clientHeight;
  const right = view.left + scroller.clientWidth;
  if (place.row > display.frozenRows) {
    if (cell.top < top) scroller.scrollTop -= top - cell.top;
    // A cell higher than the view shows its beginning.
    else if (cell.bottom > bottom) scroller.scrollTop += Math.min(cell.bottom - bottom, cell.top - top);
  }
  if (place.col > display.frozenCols) {
    if (cell.left < left) scroller.scrollLeft -= left - cell.left;
    else if (cell.right > right) scroller.scrollLeft += Math.min(cell.right - right, cell.left - left);
  }
}

/** The cell under the pointer. */
export function placeOf(target: EventTarget | null, parse: (text: string) => Place | null): Place | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>("td[data-a]") : null;
  return cell ? parse(cell.dataset["a"] ?? "") : null;
}
