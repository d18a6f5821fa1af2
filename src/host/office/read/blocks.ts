/** Cutting areas into pieces that fit: into responses of 5 MB, and into Excel's limit of 512 merged areas per question. */
import type { Area } from "../../../model/address";

/** A rectangle of a sheet that is read by one action. */
export interface Block {
  /** Excel's id or the name: both find the sheet. */
  readonly sheet: string;
  readonly area: Area;
}

/**
 * A cell costs 24 bytes when empty and about 60 with an amount; long texts cost more but are few. What does not fit all the same
 * is cut in two when Excel says so. Half of what would fit: the page stands still while the client takes an answer apart.
 */
export const CELLS_PER_REQUEST = 25_000;

/** `getMergedAreasOrNullObject` fails above 512 areas, and a range cannot touch more of them than it has cells. */
const CELLS_PER_MERGE_TILE = 512;

export function cellsIn({ top, left, bottom, right }: Area): number {
  return (bottom - top + 1) * (right - left + 1);
}

/** The blocks of each request, in order; large areas are cut between rows. */
export function packBlocks(blocks: readonly Block[], limit: number = CELLS_PER_REQUEST): Block[][] {
  const requests: Block[][] = [];
  let room = 0;
  for (const { sheet, area } of blocks) {
    const width = area.right - area.left + 1;
    for (let top = area.top; top <= area.bottom; ) {
      if (room < width) {
        requests.push([]);
        room = limit;
      }
      const bottom = Math.min(area.bottom, top + Math.max(1, Math.floor(room / width)) - 1);
      const piece = { ...area, top, bottom };
      requests.at(-1)?.push({ sheet, area: piece });
      room -= cellsIn(piece);
      top = bottom + 1;
    }
  }
  return requests;
}

/** The same cells in two requests; null for what cannot be cut any more. */
export function halved(blocks: readonly Block[]): readonly [Block[], Block[]] | null {
  const total = blocks.reduce((sum, block) => sum + cellsIn(block.area), 0);
  const [first, ...rest] = packBlocks(blocks, Math.ceil(total / 2));
  return first && rest.length > 0 ? [first, rest.flat()] : null;
}

/** Tiles in which Excel can always tell the merged areas. */
export function mergeTiles(area: Area): Area[] {
  const tiles: Area[] = [];
  for (let left = area.left; left <= area.right; left += CELLS_PER_MERGE_TILE) {
    const right = Math.min(area.right, left + CELLS_PER_MERGE_TILE - 1);
    const rows = Math.max(1, Math.floor(CELLS_PER_MERGE_TILE / (right - left + 1)));
    for (let top = area.top; top <= area.bottom; top += rows) tiles.push({ top, left, bottom: Math.min(area.bottom, top + rows - 1), right });
  }
  return tiles;
}

/** Few rectangles around many single cells: a form's are read in one, cells far apart on their own. */
export function clusters(cells: readonly { readonly row: number; readonly col: number }[]): Area[] {
  const areas: Area[] = [];
  let count = 0;
  for (const { row, col } of [...cells].sort((a, b) => a.row - b.row || a.col - b.col)) {
    const last = areas.at(-1);
    if (last) {
      const grown = { top: last.top, left: Math.min(last.left, col), bottom: Math.max(last.bottom, row), right: Math.max(last.right, col) };
      if (cellsIn(grown) <= 500 + 50 * count) {
        areas[areas.length - 1] = grown;
        count++;
        continue;
      }
    }
    areas.push({ top: row, left: col, bottom: row, right: col });
    count = 1;
  }
  return areas;
}
