/** What one row of the table draws: for each cell its text, class and spans. */
import { cellKey } from "../../model/address";
import type { CellValue } from "../../model/grid";
import type { CellLook, Edge } from "../display/look";
import type { Piece, Pieces } from "./merges";
import type { SheetModel } from "./sheet-model";
import { heavier, type StylePool } from "./style-pool";
import { stretchesOf, type TextStretch, withoutLines } from "./text-stretches";
import type { Segment } from "./window";

/**
 * Excel cuts text at the height of a row that a person has set. Fonts here are often others and wider than those the row
 * was made for, so a row may grow a little before text is cut.
 */
const GROWTH = 2;

/** As in the style sheet. */
const LINE_HEIGHT = 1.2;

export interface CellView {
  /** Where the value stands, which for a merged cell may be out of view. */
  readonly row: number;
  readonly col: number;
  /** Where it is drawn. */
  readonly drawnCol: number;
  readonly drawnRight: number;
  readonly drawnBottom: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly text: string;
  /** The text where it is in several fonts; else null. */
  readonly stretches: readonly TextStretch[] | null;
  readonly className: string;
  readonly turned: CellLook["turned"];
  /** Pixels at 100 %: text runs over into empty neighbours up to here; null: it ends with the cell. */
  readonly run: number | null;
  /** Pixels at 100 %: text is cut at this height; null: the row grows with it. */
  readonly height: number | null;
  /** The text surely fits into one line of the cell: it needs no box of its own, which is half of the time of drawing a large sheet. */
  readonly bare: boolean;
}

export interface RowContext {
  readonly model: SheetModel;
  readonly pieces: Pieces;
  readonly pool: StylePool;
  /** Rows have exactly their size, because places are computed from it. */
  readonly exact: boolean;
}

export function cellViews(context: RowContext, row: number, cols: readonly Segment[]): CellView[] {
  const { model, pieces } = context;
  const views: CellView[] = [];
  for (const { first, last } of cols) {
    for (let col = first; col <= last; col++) {
      if (model.cols.hidden(col)) continue;
      const key = cellKey(row, col);
      const piece = pieces.pieceAt.get(key);
      if (!piece && pieces.covered.has(key)) continue;
      views.push(cellView(context, row, col, piece ?? null));
    }
  }
  return views;
}

function cellView({ model, pieces, pool, exact }: RowContext, row: number, col: number, piece: Piece | null): CellView {
  const at = piece ? { row: piece.merge.top, col: piece.merge.left } : { row, col };
  const right = piece?.right ?? col;
  const bottom = piece?.bottom ?? row;
  const look = model.look(at.row, at.col);
  const value = model.value(at.row, at.col);
  const align = alignment(look, value);
  const shown = model.text(at.row, at.col);
  // Excel keeps line ends only where it wraps.
  const inLine = (words: string): string => (look.wrap ? words : words.replace(/\n/g, ""));
  const rich = value.kind === "text" ? model.rich(at.row, at.col) : null;
  const stretches = rich && (stretchesOf(shown, rich, look)?.map((part) => ({ ...part, text: inLine(part.text) })) ?? null);
  const text = inLine(shown);
  const className = pool.classOf({ look: stretches ? withoutLines(look) : look, align, right: edgeAfter(model, row, right), bottom: edgeBelow(model, bottom, col), gridLines: model.display.gridLines });
  const fixed = exact || fixedRows(model, row, bottom);
  const run = !piece && text !== "" && !look.wrap && align === "left" ? overflow(model, pieces, { row, col, width: textWidth(stretches ?? [{ text, font: null }], look) }) : null;
  // Written out: with a spread in front of so many members, V8 takes 13 ms instead of 3 for a screenful.
  return {
    row: at.row,
    col: at.col,
    drawnCol: col,
    drawnRight: right,
    drawnBottom: bottom,
    rowSpan: piece?.rowSpan ?? 1,
    colSpan: piece?.colSpan ?? 1,
    text,
    stretches,
    className,
    turned: look.turned,
    run,
    height: fixed ? model.rows.span(row, bottom) * (exact ? 1 : GROWTH) - 1 : null,
    bare: exact && !piece && !stretches && run === null && inOneLine(text, look, model.cols.size(col), model.rows.size(row)),
  };
}

/** Every character taken for as wide as it is high. What does not wrap is cut by the cell. */
function inOneLine(text: string, look: CellLook, width: number, height: number): boolean {
  const size = (look.sizePt * 96) / 72;
  return look.turned === "no" && size * LINE_HEIGHT < height && (!look.wrap || (!text.includes("\n") && text.length * size + 5 + look.indent * 9 <= width));
}

function fixedRows(model: SheetModel, top: number, bottom: number): boolean {
  for (let row = top; row <= bottom; row++) if (!model.rows.fixed(row)) return false;
  return true;
}

function alignment(look: CellLook, value: CellValue): "left" | "center" | "right" | "justify" {
  if (look.horizontal !== "general") return look.horizontal;
  if (look.turned !== "no") return "center";
  return value.kind === "number" ? "right" : value.kind === "boolean" || value.kind === "error" ? "center" : "left";
}

function edgeAfter(model: SheetModel, row: number, col: number): Edge | null {
  return heavier(model.look(row, col).right, model.look(row, col + 1).left);
}

function edgeBelow(model: SheetModel, row: number, col: number): Edge | null {
  return heavier(model.look(row, col).bottom, model.look(row + 1, col).top);
}

interface TextAt {
  readonly row: number;
  readonly col: number;
  /** Pixels at 100 %. */
  readonly width: number;
}

/** How far text that is wider than its cell may run to the right. */
function overflow(model: SheetModel, pieces: Pieces, text: TextAt): number | null {
  const { row, col } = text;
  const wanted = text.width + 6;
  let width = model.cols.size(col);
  if (wanted <= width) return null;
  let reach = col;
  while (width < wanted && reach < model.cols.count) {
    const next = reach + 1;
    if (model.value(row, next).kind !== "empty" || pieces.covered.has(cellKey(row, next))) break;
    reach = next;
    width += model.cols.size(reach);
  }
  return reach === col ? null : width - 3;
}

/** Pixels at 100 %, roughly: Chinese characters are as wide as high, others half of it. */
function textWidth(stretches: readonly TextStretch[], { sizePt }: CellLook): number {
  let points = 0;
  for (const { text, font } of stretches) {
    for (const character of text) points += (character.charCodeAt(0) > 0x2e7f ? 1 : 0.55) * (font?.sizePt ?? sizePt);
  }
  return (points * 96) / 72;
}
