/** Which columns of a sheet belong to one form: forms side by side, and what stands beside a form without being part of it. SPEC L2. */
import type { SheetGrid } from "../model/grid";
import type { RowView, SheetView } from "./sheet-view";
import { columnsIn, type TableHeader } from "./table-header";

export interface Band {
  readonly left: number;
  readonly right: number;
}

/** A header row that names 三级指标 twice heads two tables. One band over everything if none does. */
export function sideBySide(view: SheetView, headerRows: readonly number[]): Band[] {
  const cuts = new Set<number>();
  for (const number of headerRows) {
    const row = view.rowAt(number);
    if (row) for (const cut of cutsIn(row)) cuts.add(cut);
  }
  let left = 1;
  const bands: Band[] = [];
  for (const cut of [...cuts].sort((a, b) => a - b)) {
    bands.push({ left, right: cut - 1 });
    left = cut;
  }
  return [...bands, { left, right: Infinity }];
}

function cutsIn(row: RowView): number[] {
  const found = columnsIn(row);
  if (found.length < 6) return [];
  // What a table begins with, and what it has besides; a lone repeated word is no second table.
  const opening = found.find(([column]) => column === "level1" || column === "name")?.[0];
  const openings = found.filter(([column]) => column === opening);
  if (!opening || openings.length < 2 || found.length < openings.length * 3) return [];
  return openings.slice(1).map(([, cell]) => widestGapBefore(row, cell.cell.col));
}

/** The column after the widest gap to the left of a table's first header: its side header belongs to it. */
function widestGapBefore(row: RowView, opening: number): number {
  let cut = opening;
  let widest = 0;
  const known = row.cells.filter((cell) => cell.cell.col <= opening).slice(-3);
  for (const [i, cell] of known.entries()) {
    const before = known[i - 1];
    if (!before) continue;
    const gap = cell.cell.col - before.right;
    if (gap > widest) {
      widest = gap;
      cut = cell.cell.col;
    }
  }
  return widest > 1 ? cut : opening;
}

export function withinColumns(sheet: SheetGrid, band: Band): SheetGrid {
  const inside = (col: number): boolean => col >= band.left && col <= band.right;
  return { ...sheet, cells: sheet.cells.filter((cell) => inside(cell.col)), merges: sheet.merges && sheet.merges.filter((area) => inside(area.left)) };
}

/**
 * The rows without what an empty column separates from the table: a legend, a list of grades.
 * Where merges are not known an empty column may as well be half of a merged cell, and everything is kept.
 */
export function ownColumns(view: SheetView, rows: readonly RowView[], header: TableHeader): RowView[] {
  if (!view.knowsMerges) return [...rows];
  const right = rightEdge(rows, header.right);
  const left = leftEdge(rows, header.left);
  const outside = rows.some((row) => row.cells.some((cell) => cell.cell.col > right || cell.right < left));
  if (!outside) return [...rows];
  return rows.flatMap((row) => {
    const cells = row.cells.filter((cell) => cell.cell.col <= right && cell.right >= left);
    return cells.length > 0 ? [{ row: row.row, cells }] : [];
  });
}

/** From the table's last column on, as long as no empty column comes in between. */
function rightEdge(rows: readonly RowView[], from: number): number {
  const reachOf = new Map<number, number>();
  for (const row of rows) {
    for (const { cell, right } of row.cells) if (cell.col > from) reachOf.set(cell.col, Math.max(right, reachOf.get(cell.col) ?? 0));
  }
  let reach = from;
  for (const [col, right] of [...reachOf].sort(([a], [b]) => a - b)) {
    if (col > reach + 1) break;
    reach = Math.max(reach, right);
  }
  return reach;
}

function leftEdge(rows: readonly RowView[], from: number): number {
  const startOf = new Map<number, number>();
  for (const row of rows) {
    for (const { cell, right } of row.cells) if (right < from) startOf.set(right, Math.min(cell.col, startOf.get(right) ?? cell.col));
  }
  let reach = from;
  for (const [right, col] of [...startOf].sort(([a], [b]) => b - a)) {
    if (right < reach - 1) break;
    reach = Math.min(reach, col);
  }
  return reach;
}
