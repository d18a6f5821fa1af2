/** Moving the selection as Excel does: over merged areas in one step, past hidden rows and columns, never off the sheet. */
import type { Area } from "../../model/address";
import type { Axis } from "./axis";
import type { Merges } from "./merges";

export interface Place {
  readonly row: number;
  readonly col: number;
}

export interface Selection {
  /** The active cell: an anchor where it is merged. */
  readonly at: Place;
  /** The other corner of a range; the same cell where only one is selected. */
  readonly to: Place;
}

export interface Board {
  readonly rows: Axis;
  readonly cols: Axis;
  readonly merges: Merges;
}

export type Direction = "up" | "down" | "left" | "right";

const STEPS: Readonly<Record<Direction, readonly [number, number]>> = { up: [-1, 0], down: [1, 0], left: [0, -1], right: [0, 1] };

export function select(board: Board, place: Place): Selection {
  const at = board.merges.anchor(Math.min(Math.max(1, place.row), board.rows.count), Math.min(Math.max(1, place.col), board.cols.count));
  return { at, to: at };
}

/** The whole range, merged areas included. */
export function rangeOf({ merges }: Board, { at, to }: Selection): Area {
  return merges.grown({ top: Math.min(at.row, to.row), left: Math.min(at.col, to.col), bottom: Math.max(at.row, to.row), right: Math.max(at.col, to.col) });
}

/** One step from the active cell; `steps` more for a page. */
export function move(board: Board, selection: Selection, direction: Direction, steps: number = 1): Selection {
  return select(board, stepped(board, selection.at, direction, steps));
}

/** One step of the range's other corner. */
export function extend(board: Board, selection: Selection, direction: Direction, steps: number = 1): Selection {
  const range = rangeOf(board, selection);
  const { at, to } = selection;
  // The corner moves from the range's edge, so that a merged area is left in one step.
  const row = direction === "down" && to.row >= at.row ? range.bottom : direction === "up" && to.row <= at.row ? range.top : to.row;
  const col = direction === "right" && to.col >= at.col ? range.right : direction === "left" && to.col <= at.col ? range.left : to.col;
  return { at, to: walked(board, { row, col }, direction, steps) };
}

export function extendTo(board: Board, selection: Selection, place: Place): Selection {
  return { at: selection.at, to: { row: Math.min(Math.max(1, place.row), board.rows.count), col: Math.min(Math.max(1, place.col), board.cols.count) } };
}

/** Tab and Enter: the next cell, at the end of a row or column the first of the next one. */
export function advance(board: Board, selection: Selection, direction: Direction): Selection {
  const next = move(board, selection, direction);
  if (next.at.row !== selection.at.row || next.at.col !== selection.at.col) return next;
  const { row } = selection.at;
  if (direction === "right" && row < board.rows.count) return select(board, walked(board, { row, col: 0 }, "right", 1, { row: row + 1 }));
  if (direction === "left" && row > 1) return select(board, { row: row - 1, col: board.cols.count });
  return next;
}

function stepped(board: Board, from: Place, direction: Direction, steps: number): Place {
  const area = board.merges.at(from.row, from.col);
  const row = area && direction === "down" ? area.bottom : from.row;
  const col = area && direction === "right" ? area.right : from.col;
  return walked(board, { row, col }, direction, steps);
}

/** Steps over what is visible; stays where nothing is left. */
function walked({ rows, cols }: Board, from: Place, direction: Direction, steps: number, start: Partial<Place> = {}): Place {
  const [down, right] = STEPS[direction];
  let { row, col } = { ...from, ...start };
  let last: Place = { row: Math.max(1, row), col: Math.max(1, col) };
  for (let left = steps; left > 0; ) {
    row += down;
    col += right;
    if (row < 1 || row > rows.count || col < 1 || col > cols.count) break;
    if ((down !== 0 && rows.hidden(row)) || (right !== 0 && cols.hidden(col))) continue;
    last = { row, col };
    left--;
  }
  return last;
}
