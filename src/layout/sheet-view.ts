/** A sheet as the readers of this room look at it: rows of filled cells with their labels, and who covers whom. */
import { type Area, cellKey } from "../model/address";
import { EMPTY, type GridCell, type SheetGrid } from "../model/grid";
import { type Label, readLabel } from "./label";

export interface CellView {
  readonly cell: GridCell;
  /** The text of a text cell, trimmed; "" for any other kind. */
  readonly text: string;
  readonly label: Label | null;
  /** Last column of the cell's merged area; its own column if not merged or not known. */
  readonly right: number;
  /** Last row of the cell's merged area. */
  readonly bottom: number;
}

export interface RowView {
  readonly row: number;
  /** Filled cells only, from left to right. */
  readonly cells: readonly CellView[];
}

/** Texts repeat on every form of a workbook; reading each spelling once is most of this room's speed. */
export type LabelCache = Map<string, Pick<CellView, "text" | "label">>;

/** Merges of more cells are decoration (a whole sheet merged); they cover nothing that a form needs. */
const MERGE_CELL_LIMIT = 20_000;
const FEW_MERGES = 24;
const NO_AREAS: readonly Area[] = [];
/** A hostile sheet can overlap any number of merges; what is beyond the budget is not looked at. */
const MERGE_BUDGET = 2_000_000;

/** A row of the sheet, filled or not. */
interface Row extends RowView {
  readonly cells: CellView[];
  /** Positions in `sheet.cells`: from, and behind the last. */
  readonly from: number;
  to: number;
}

export class SheetView {
  readonly sheet: SheetGrid;
  /** Rows with something in them. */
  readonly rows: readonly RowView[];
  /** False in older Excel, which cannot tell: then every cell seems to stand for itself. */
  readonly knowsMerges: boolean;
  /** All rows that have cells, in their order. */
  private readonly all: Row[] = [];
  private crossing: Map<number, Area[]> | null = null;

  constructor(sheet: SheetGrid, labels: LabelCache) {
    this.sheet = sheet;
    this.knowsMerges = sheet.merges !== null;
    const anchors = new Map<number, Area>();
    const anchorRows = new Set<number>();
    for (const area of sheet.merges ?? []) {
      anchors.set(cellKey(area.top, area.left), area);
      anchorRows.add(area.top);
    }
    let row: Row | undefined;
    let anchored = false;
    // Cells come in reading order: a row is a stretch of them.
    for (let i = 0; i < sheet.cells.length; i++) {
      const cell = sheet.cells[i] as GridCell;
      if (row && cell.row === row.row) row.to = i + 1;
      else {
        row = { row: cell.row, cells: [], from: i, to: i + 1 };
        anchored = anchorRows.has(cell.row);
        this.all.push(row);
      }
      if (cell.value.kind !== "empty" || cell.formula !== null) row.cells.push(viewOf(cell, anchored ? anchors.get(cellKey(cell.row, cell.col)) : undefined, labels));
    }
    this.rows = this.all.filter(({ cells }) => cells.length > 0);
  }

  /** The row if anything stands in it. */
  rowAt(row: number): RowView | undefined {
    const found = this.find(row);
    return found && found.cells.length > 0 ? found : undefined;
  }

  at(row: number, col: number): GridCell | undefined {
    const found = this.find(row);
    if (!found) return undefined;
    const { cells } = this.sheet;
    // A row without gaps has the cell where its column says; else it is looked for.
    const guess = found.from + col - (cells[found.from]?.col ?? 0);
    if (guess >= found.from && guess < found.to && cells[guess]?.col === col) return cells[guess];
    let low = found.from;
    let high = found.to;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((cells[middle]?.col ?? 0) < col) low = middle + 1;
      else high = middle;
    }
    const cell = low < found.to ? cells[low] : undefined;
    return cell?.col === col ? cell : undefined;
  }

  /** The same, and a blank cell where the sheet has none. */
  cellAt(row: number, col: number): GridCell {
    return this.at(row, col) ?? { row, col, value: EMPTY, formula: null, format: "General" };
  }

  private find(row: number): Row | undefined {
    const { all } = this;
    const guess = row - (all[0]?.row ?? 0);
    if (guess >= 0 && guess < all.length && all[guess]?.row === row) return all[guess];
    let low = 0;
    let high = all.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((all[middle]?.row ?? 0) < row) low = middle + 1;
      else high = middle;
    }
    const found = all[low];
    return found?.row === row ? found : undefined;
  }

  /** The merged area that a cell belongs to, wherever in it the cell lies. */
  mergeOver(row: number, col: number): Area | undefined {
    const areas = this.mergesAt(row);
    for (const area of areas) if (row >= area.top && row <= area.bottom && col >= area.left && col <= area.right && !isDecoration(area)) return area;
    return undefined;
  }

  /** Areas that may lie over a row: all of them where they are few, which costs less than an index of them. */
  private mergesAt(row: number): readonly Area[] {
    const merges = this.sheet.merges ?? NO_AREAS;
    if (merges.length <= FEW_MERGES) return merges;
    this.crossing ??= this.mergesByRow();
    return this.crossing.get(row) ?? NO_AREAS;
  }

  private mergesByRow(): Map<number, Area[]> {
    const crossing = new Map<number, Area[]>();
    let budget = MERGE_BUDGET;
    for (const area of this.sheet.merges ?? []) {
      const height = area.bottom - area.top + 1;
      if (isDecoration(area) || height > budget) continue;
      budget -= height;
      for (let row = area.top; row <= area.bottom; row++) {
        const others = crossing.get(row);
        if (others) others.push(area);
        else crossing.set(row, [area]);
      }
    }
    return crossing;
  }
}

function viewOf(cell: GridCell, area: Area | undefined, labels: LabelCache): CellView {
  const right = area?.right ?? cell.col;
  const bottom = area?.bottom ?? cell.row;
  if (cell.value.kind !== "text") return { cell, text: "", label: null, right, bottom };
  const raw = cell.value.text;
  let words = labels.get(raw);
  if (!words) labels.set(raw, (words = { text: raw.trim(), label: readLabel(raw) }));
  return { cell, text: words.text, label: words.label, right, bottom };
}

function isDecoration({ top, left, bottom, right }: Area): boolean {
  return (bottom - top + 1) * (right - left + 1) > MERGE_CELL_LIMIT;
}
