/** A sheet as the readers of this room look at it: rows of filled cells with their labels, and who covers whom. */
import { type Area, cellKey } from "../model/address";
import type { GridCell, SheetGrid } from "../model/grid";
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

/** Labels repeat on every form of a workbook; reading each spelling once is most of this room's speed. */
export type LabelCache = Map<string, Label | null>;

/** Merges of more cells are decoration (a whole sheet merged); they cover nothing that a form needs. */
const MERGE_CELL_LIMIT = 20_000;
/** A hostile sheet can overlap any number of merges; what is beyond the budget is not looked at. */
const MERGE_BUDGET = 2_000_000;

interface Stretch {
  /** Positions in `sheet.cells`: from, and behind the last. */
  readonly from: number;
  to: number;
}

export class SheetView {
  readonly sheet: SheetGrid;
  readonly rows: readonly RowView[];
  /** False in older Excel, which cannot tell: then every cell seems to stand for itself. */
  readonly knowsMerges: boolean;
  /** Cells come in reading order: a row is a stretch of them. */
  private readonly stretches = new Map<number, Stretch>();
  private readonly anchors = new Map<number, Area>();
  private readonly positions = new Map<number, number>();
  private crossing: Map<number, Area[]> | null = null;

  constructor(sheet: SheetGrid, labels: LabelCache) {
    this.sheet = sheet;
    this.knowsMerges = sheet.merges !== null;
    const anchorRows = new Set<number>();
    for (const area of sheet.merges ?? []) {
      this.anchors.set(cellKey(area.top, area.left), area);
      anchorRows.add(area.top);
    }
    const rows: { row: number; cells: CellView[] }[] = [];
    let last: { row: number; cells: CellView[] } | undefined;
    let stretch: Stretch | undefined;
    let stretchRow = 0;
    let anchored = false;
    for (let i = 0; i < sheet.cells.length; i++) {
      const cell = sheet.cells[i] as GridCell;
      if (stretch && cell.row === stretchRow) stretch.to = i + 1;
      else {
        stretch = { from: i, to: i + 1 };
        stretchRow = cell.row;
        anchored = anchorRows.has(stretchRow);
        this.stretches.set(stretchRow, stretch);
      }
      if (cell.value.kind === "empty" && cell.formula === null) continue;
      const view = this.view(cell, anchored ? this.anchors.get(cellKey(cell.row, cell.col)) : undefined, labels);
      if (last && last.row === cell.row) last.cells.push(view);
      else {
        last = { row: cell.row, cells: [view] };
        this.positions.set(cell.row, rows.length);
        rows.push(last);
      }
    }
    this.rows = rows;
  }

  private view(cell: GridCell, area: Area | undefined, labels: LabelCache): CellView {
    const right = area?.right ?? cell.col;
    const bottom = area?.bottom ?? cell.row;
    if (cell.value.kind !== "text") return { cell, text: "", label: null, right, bottom };
    const raw = cell.value.text;
    let label = labels.get(raw);
    if (label === undefined) {
      label = readLabel(raw);
      labels.set(raw, label);
    }
    return { cell, text: raw.trim(), label, right, bottom };
  }

  rowAt(row: number): RowView | undefined {
    const position = this.positions.get(row);
    return position === undefined ? undefined : this.rows[position];
  }

  at(row: number, col: number): GridCell | undefined {
    const stretch = this.stretches.get(row);
    if (!stretch) return undefined;
    let low = stretch.from;
    let high = stretch.to;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.sheet.cells[middle]?.col ?? 0) < col) low = middle + 1;
      else high = middle;
    }
    const found = low < stretch.to ? this.sheet.cells[low] : undefined;
    return found?.col === col ? found : undefined;
  }

  /** The merged area that a cell belongs to, wherever in it the cell lies. */
  mergeOver(row: number, col: number): Area | undefined {
    this.crossing ??= this.mergesByRow();
    const areas = this.crossing.get(row);
    if (areas) for (const area of areas) if (col >= area.left && col <= area.right) return area;
    return undefined;
  }

  private mergesByRow(): Map<number, Area[]> {
    const crossing = new Map<number, Area[]>();
    let budget = MERGE_BUDGET;
    for (const area of this.sheet.merges ?? []) {
      const height = area.bottom - area.top + 1;
      if (height * (area.right - area.left + 1) > MERGE_CELL_LIMIT || height > budget) continue;
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
