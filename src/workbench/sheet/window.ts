/** Which rows or columns are drawn. Small sheets are drawn whole; of large ones the frozen part and what is on view with a margin. */
import type { Axis } from "./axis";

/** Members first…last, both included. */
export interface Segment {
  readonly first: number;
  readonly last: number;
}

/** Drawing stays below a tenth of a second up to here; forms have a few hundred cells. */
const WHOLE_CELLS = 6_000;

/** How much is drawn beyond what is on view. */
export interface Spare {
  readonly margin: number;
  /** The window moves in steps, so that most scroll events change nothing. */
  readonly step: number;
}

export const AMPLE: Spare = { margin: 8, step: 8 };
/** Where everything has to be drawn anew, only what will be seen: time goes by the number of cells. */
export const SCANT: Spare = { margin: 1, step: 1 };

export function drawnWhole(rows: number, cols: number): boolean {
  return rows * cols <= WHOLE_CELLS;
}

/** `from` and `size`: what is on view, in pixels at 100 %. */
export function segments(axis: Axis, frozen: number, view: { readonly from: number; readonly size: number } | null, { margin, step }: Spare = AMPLE): readonly Segment[] {
  if (axis.count === 0) return [];
  const stuck = Math.min(frozen, axis.count);
  if (view === null) return [{ first: 1, last: axis.count }];
  // Frozen members cover the beginning of the view.
  const first = Math.max(stuck + 1, floorTo(axis.at(view.from + axis.start(stuck + 1)) - margin, step));
  const last = Math.min(axis.count, floorTo(axis.at(view.from + view.size) + margin, step) + step);
  const moving = last >= first ? [{ first, last }] : [];
  if (stuck === 0) return moving;
  // In one piece where nothing is left out between them: a merged area across the line is then one cell.
  if (first === stuck + 1) return [{ first: 1, last: Math.max(stuck, last) }];
  // However many rows a file freezes: what is not on screen need not be drawn.
  return [{ first: 1, last: Math.min(stuck, 200) }, ...moving];
}

function floorTo(n: number, step: number): number {
  return Math.floor(n / step) * step + 1;
}
