/** Merged areas: which cell stands for which, and what of an area is drawn in a window. */
import { type Area, cellKey, contains } from "../../model/address";
import type { Axis } from "./axis";
import type { Segment } from "./window";

/** Areas of more rows than this are few, and are looked through one by one. */
const TALL = 64;

export class Merges {
  private readonly byAnchor = new Map<number, Area>();
  private byRow: ReadonlyMap<number, readonly Area[]> | null = null;
  private readonly tall: readonly Area[];

  constructor(readonly areas: readonly Area[]) {
    for (const area of areas) this.byAnchor.set(cellKey(area.top, area.left), area);
    this.tall = areas.filter(({ top, bottom }) => bottom - top >= TALL);
  }

  /** The area of a cell; null if it is not merged. A file may hold tens of thousands. */
  at(row: number, col: number): Area | null {
    this.byRow ??= byRows(this.areas);
    const cell = { row, col };
    const holds = (area: Area): boolean => contains(area, cell);
    return this.byAnchor.get(cellKey(row, col)) ?? this.byRow.get(row)?.find(holds) ?? this.tall.find(holds) ?? null;
  }

  /** The cell that holds the value. */
  anchor(row: number, col: number): { readonly row: number; readonly col: number } {
    const area = this.at(row, col);
    return area ? { row: area.top, col: area.left } : { row, col };
  }

  /** The smallest rectangle around an area that cuts no merged one. */
  grown(area: Area): Area {
    let now = area;
    for (;;) {
      const next = this.areas.reduce((all, merge) => (overlaps(all, merge) ? union(all, merge) : all), now);
      if (next.top === now.top && next.left === now.left && next.bottom === now.bottom && next.right === now.right) return now;
      now = next;
    }
  }

  /**
   * What of the areas lies in the drawn segments: each piece is drawn as one cell, at its own top-left corner.
   * An area that reaches beyond the window thus is one cell as large as the window shows of it. Hidden rows and columns are not drawn.
   */
  pieces(rows: readonly Segment[], cols: readonly Segment[], axes: { readonly rows: Axis; readonly cols: Axis }): Pieces {
    const pieceAt = new Map<number, Piece>();
    const covered = new Set<number>();
    for (const merge of this.areas) {
      for (const r of rows) {
        if (merge.bottom < r.first || merge.top > r.last) continue;
        for (const c of cols) {
          if (merge.right < c.first || merge.left > c.last) continue;
          const vertical = visiblePart(axes.rows, Math.max(merge.top, r.first), Math.min(merge.bottom, r.last));
          const horizontal = visiblePart(axes.cols, Math.max(merge.left, c.first), Math.min(merge.right, c.last));
          if (!vertical || !horizontal) continue;
          const piece = { top: vertical.first, bottom: vertical.last, left: horizontal.first, right: horizontal.last, rowSpan: vertical.count, colSpan: horizontal.count };
          // Areas that overlap are damaged: the first one stands.
          if (covered.has(cellKey(piece.top, piece.left))) continue;
          for (let row = piece.top; row <= piece.bottom; row++) for (let col = piece.left; col <= piece.right; col++) covered.add(cellKey(row, col));
          pieceAt.set(cellKey(piece.top, piece.left), { ...piece, merge });
        }
      }
    }
    return pieceAt.size === 0 ? NO_PIECES : { pieceAt, covered };
  }
}

/** The areas that are not tall, by each of their rows. */
function byRows(areas: readonly Area[]): ReadonlyMap<number, readonly Area[]> {
  const rows = new Map<number, Area[]>();
  for (const area of areas) {
    if (area.bottom - area.top >= TALL) continue;
    for (let row = area.top; row <= area.bottom; row++) {
      const there = rows.get(row);
      if (there) there.push(area);
      else rows.set(row, [area]);
    }
  }
  return rows;
}

export interface Piece extends Area {
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly merge: Area;
}

/** From the first visible member to the end; null if all are hidden. */
function visiblePart(axis: Axis, from: number, last: number): { readonly first: number; readonly last: number; readonly count: number } | null {
  let first = 0;
  let count = 0;
  for (let n = from; n <= last; n++) {
    if (axis.hidden(n)) continue;
    first ||= n;
    count++;
  }
  return count === 0 ? null : { first, last, count };
}

export interface Pieces {
  readonly pieceAt: ReadonlyMap<number, Piece>;
  /** Keys of all cells that lie in a piece, its corner included. */
  readonly covered: ReadonlySet<number>;
}

/** One and the same, so that rows without merged cells need not be drawn again when the window moves. */
const NO_PIECES: Pieces = { pieceAt: new Map(), covered: new Set() };

export function overlaps(a: Area, b: Area): boolean {
  return a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom;
}

export function union(a: Area, b: Area): Area {
  return { top: Math.min(a.top, b.top), left: Math.min(a.left, b.left), bottom: Math.max(a.bottom, b.bottom), right: Math.max(a.right, b.right) };
}
