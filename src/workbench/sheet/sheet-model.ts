/** A sheet as the page shows it: values as text, looks, sizes, merged areas. Built anew after an edit. */
import { cellAt, cellKey, MAX_COL, MAX_ROW } from "../../model/address";
import { type CellValue, EMPTY, type GridCell, type SheetGrid } from "../../model/grid";
import type { ShowNumber } from "../../host/port";
import { type CellLook, PLAIN_LOOK, type RichText, type SheetDisplay } from "../display/look";
import { strings } from "../strings.zh-CN";
import { Axis } from "./axis";
import { Conditional } from "./conditional";
import { Merges } from "./merges";
import { RowIndex } from "./row-index";

/** Room for typing beside and below what is there. */
const SPARE_ROWS = 5;
const SPARE_COLS = 1;
const LEAST_ROWS = 30;
const LEAST_COLS = 8;
/** A merge over a whole sheet is no reason to show a million rows. */
const MERGE_REACH = 2_000;

export interface SheetModelInput {
  readonly grid: SheetGrid;
  readonly display: SheetDisplay;
  readonly looks: readonly CellLook[];
  readonly showNumber: ShowNumber;
}

export class SheetModel {
  readonly name: string;
  readonly rows: Axis;
  readonly cols: Axis;
  readonly merges: Merges;
  private readonly used: { readonly rows: number; readonly cols: number };
  private readonly index: RowIndex;
  private readonly styles: RowIndex;
  private readonly rowStyles: ReadonlyMap<number, number>;
  private readonly richTexts: ReadonlyMap<number, RichText>;
  private readonly conditional: Conditional;

  constructor(private readonly input: SheetModelInput) {
    const { grid, display } = input;
    this.name = grid.name;
    this.index = new RowIndex(grid.cells.length, (n) => keyOf(grid.cells[n]));
    this.styles = new RowIndex(display.cellKeys.length, (n) => display.cellKeys[n] ?? Infinity);
    this.merges = new Merges(grid.merges ?? []);
    this.rowStyles = new Map(display.rowStyles);
    this.richTexts = new Map(display.rich);
    this.conditional = new Conditional(display.conditional, grid, (row, col) => this.value(row, col));
    this.used = extent(grid, display);
    this.rows = new Axis(display.rows, Math.min(MAX_ROW, Math.max(LEAST_ROWS, this.used.rows + SPARE_ROWS)));
    this.cols = new Axis(display.columns, Math.min(MAX_COL, Math.max(LEAST_COLS, this.used.cols + SPARE_COLS)));
  }

  /** The last row and column that hold something. */
  get end(): { readonly row: number; readonly col: number } {
    return { row: Math.max(1, this.used.rows), col: Math.max(1, this.used.cols) };
  }

  get display(): SheetDisplay {
    return this.input.display;
  }

  cell(row: number, col: number): GridCell | undefined {
    return this.input.grid.cells[this.index.find(row, col)];
  }

  value(row: number, col: number): CellValue {
    return this.cell(row, col)?.value ?? EMPTY;
  }

  format(row: number, col: number): string {
    return this.cell(row, col)?.format ?? "General";
  }

  /** What a person reads in the cell. */
  text(row: number, col: number): string {
    const cell = this.cell(row, col);
    return cell ? this.show(cell.value, cell.format) : "";
  }

  show(value: CellValue, format: string): string {
    switch (value.kind) {
      case "empty":
        return "";
      case "number":
        return this.input.showNumber(value.digits, format);
      case "text":
        return value.text;
      case "boolean":
        return value.value ? "TRUE" : "FALSE";
      case "error":
        return value.code;
    }
  }

  styleAt(row: number, col: number): number {
    return this.input.display.cellStyles[this.styles.find(row, col)] ?? this.rowStyles.get(row) ?? this.input.display.columnStyles.find(({ first, last }) => col >= first && col <= last)?.style ?? 0;
  }

  /** With the workbook's own conditional formats. */
  look(row: number, col: number): CellLook {
    return this.conditional.over(this.ownLook(row, col), row, col);
  }

  private ownLook(row: number, col: number): CellLook {
    return this.input.looks[this.styleAt(row, col)] ?? this.input.looks[0] ?? PLAIN_LOOK;
  }

  /** The fonts of the stretches of a text; null where it has but one. */
  rich(row: number, col: number): RichText | null {
    return this.richTexts.get(cellKey(row, col)) ?? null;
  }

  /** Why the cell cannot be changed here; null if it can. */
  refusal(row: number, col: number): string | null {
    if ((this.cell(row, col)?.formula ?? null) !== null) return strings.edit.formulaCell;
    return this.input.grid.protected && this.ownLook(row, col).locked ? strings.edit.protectedSheet : null;
  }
}

function keyOf(cell: GridCell | undefined): number {
  return cell ? cellKey(cell.row, cell.col) : Infinity;
}

/** How far the sheet is used, cells included that only have a border or a fill. */
function extent(grid: SheetGrid, display: SheetDisplay): { readonly rows: number; readonly cols: number } {
  let rows = 0;
  let cols = 0;
  for (const key of display.cellKeys) {
    const { row, col } = cellAt(key);
    if (row > rows) rows = row;
    if (col > cols) cols = col;
  }
  for (const cell of grid.cells) {
    if (cell.row > rows) rows = cell.row;
    if (cell.col > cols) cols = cell.col;
  }
  for (const { bottom, right } of grid.merges ?? []) {
    if (bottom > rows && bottom <= rows + MERGE_REACH) rows = bottom;
    if (right > cols && right <= cols + MERGE_REACH) cols = right;
  }
  return { rows, cols };
}
