/** A sheet as the readers of this room look at it: rows of filled cells with their labels, and who covers whom. */
import { type Area, cellKey } from "../model/address";
import { type GridCell, type SheetGrid, SheetIndex } from "../model/grid";
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

/** Merges larger than this are decoration (a whole sheet merged); they cover nothing that a form needs. */
const MERGE_CELL_LIMIT = 20_000;
/** A hostile sheet can overlap any number of merges; what is beyond the budget is not looked at. */
const MERGE_BUDGET = 2_000_000;

export class SheetView {
  readonly sheet: SheetGrid;
  readonly rows: readonly RowView[];
  /** False in older Excel, which cannot tell: then every cell seems to stand for itself. */
  readonly knowsMerges: boolean;
  private readonly index: SheetIndex;
  private readonly positions = new Map<number, number>();
  private covered: Map<number, Area> | null = null;

  constructor(sheet: SheetGrid, labels: LabelCache) {
    this.sheet = sheet;
    this.index = new SheetIndex(sheet);
    this.knowsMerges = sheet.merges !== null;
    const rows: { row: number; cells: CellView[] }[] = [];
    for (const cell of sheet.cells) {
      if (cell.value.kind === "empty" && cell.formula === null) continue;
      const last = rows.at(-1);
      const view = this.view(cell, labels);
      if (last?.row === cell.row) last.cells.push(view);
      else rows.push({ row: cell.row, cells: [view] });
    }
    this.rows = rows;
    rows.forEach((row, position) => this.positions.set(row.row, position));
  }

  private view(cell: GridCell, labels: LabelCache): CellView {
    const area = this.index.mergeAt(cell.row, cell.col);
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

  /** Position in `rows` of a row number; of the next filled row if that one is empty; rows.length beyond the last. */
  positionOf(row: number): number {
    const exact = this.positions.get(row);
    if (exact !== undefined) return exact;
    let low = 0;
    let high = this.rows.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.rows[middle]?.row ?? 0) < row) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  rowAt(row: number): RowView | undefined {
    const position = this.positions.get(row);
    return position === undefined ? undefined : this.rows[position];
  }

  at(row: number, col: number): GridCell | undefined {
    return this.index.at(row, col);
  }

  /** The merged area that a cell belongs to, wherever in it the cell lies. */
  mergeOver(row: number, col: number): Area | undefined {
    this.covered ??= this.expandMerges();
    return this.covered.get(cellKey(row, col));
  }

  private expandMerges(): Map<number, Area> {
    const covered = new Map<number, Area>();
    let budget = MERGE_BUDGET;
    for (const area of this.sheet.merges ?? []) {
      const size = (area.bottom - area.top + 1) * (area.right - area.left + 1);
      if (size > MERGE_CELL_LIMIT || size > budget) continue;
      budget -= size;
      for (let row = area.top; row <= area.bottom; row++) {
        for (let col = area.left; col <= area.right; col++) covered.set(cellKey(row, col), area);
      }
    }
    return covered;
  }
}
