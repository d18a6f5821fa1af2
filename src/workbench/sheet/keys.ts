/** Keys on a cell that is not being edited. */
import type { Place, Selection, Board, Direction } from "./selection";
import { advance, extend, extendTo, move, select } from "./selection";

export interface Key {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

export type KeyAction =
  | { readonly kind: "select"; readonly selection: Selection }
  | { readonly kind: "clear" | "undo" | "redo" }
  /** Not ours: the browser's, or the beginning of a text. */
  | null;

const ARROWS: Readonly<Record<string, Direction>> = { ArrowUp: "up", ArrowDown: "down", ArrowLeft: "left", ArrowRight: "right" };

export interface KeyContext {
  readonly board: Board;
  readonly selection: Selection;
  /** The last cell that holds something. */
  readonly end: Place;
  /** Rows that fit on screen. */
  readonly page: number;
}

export function keyAction(event: Key, context: KeyContext): KeyAction {
  const { board, selection } = context;
  const control = event.ctrlKey || event.metaKey;
  if (event.altKey) return null;
  if (control && /^[zy]$/i.test(event.key)) return { kind: /^y$/i.test(event.key) || event.shiftKey ? "redo" : "undo" };
  if (control && /^a$/i.test(event.key)) return { kind: "select", selection: extendTo(board, select(board, { row: 1, col: 1 }), context.end) };
  if (event.key === "Delete" && !control) return { kind: "clear" };
  const moved = movement(event, control, context);
  if (moved) return { kind: "select", selection: moved };
  if (event.key === "Escape" && (selection.at.row !== selection.to.row || selection.at.col !== selection.to.col)) return { kind: "select", selection: select(board, selection.at) };
  return null;
}

function movement(event: Key, control: boolean, context: KeyContext): Selection | null {
  const { board, selection, page } = context;
  const direction = ARROWS[event.key];
  const go = (to: Place): Selection => (event.shiftKey ? extendTo(board, selection, to) : select(board, to));
  if (direction && control) return go(farthest(context, direction));
  if (direction) return event.shiftKey ? extend(board, selection, direction) : move(board, selection, direction);
  switch (event.key) {
    case "Enter":
      return control ? null : advance(board, selection, event.shiftKey ? "up" : "down");
    case "Tab":
      return control ? null : advance(board, selection, event.shiftKey ? "left" : "right");
    case "Home":
      return go({ row: control ? 1 : selection.to.row, col: 1 });
    case "End":
      return go({ row: control ? context.end.row : selection.to.row, col: context.end.col });
    case "PageDown":
      return control ? null : event.shiftKey ? extend(board, selection, "down", page) : move(board, selection, "down", page);
    case "PageUp":
      return control ? null : event.shiftKey ? extend(board, selection, "up", page) : move(board, selection, "up", page);
    default:
      return null;
  }
}

function farthest({ selection: { to }, end }: KeyContext, direction: Direction): Place {
  switch (direction) {
    case "up":
      return { row: 1, col: to.col };
    case "down":
      return { row: Math.max(end.row, to.row), col: to.col };
    case "left":
      return { row: to.row, col: 1 };
    case "right":
      return { row: to.row, col: Math.max(end.col, to.col) };
  }
}
