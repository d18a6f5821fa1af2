/** How cells look, as plain values that cross from the worker to the page. */

/** One side of a cell. The heavier of two neighbours' wins. */
export interface Edge {
  readonly css: string;
  readonly weight: number;
}

export type Horizontal = "general" | "left" | "center" | "right" | "justify";
export type Vertical = "top" | "middle" | "bottom";

/** A cell format (`xf`) as a page can show it. */
export interface CellLook {
  /** A CSS font family list. */
  readonly family: string;
  readonly sizePt: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly strike: boolean;
  /** CSS colours; null: automatic. */
  readonly color: string | null;
  readonly fill: string | null;
  readonly horizontal: Horizontal;
  readonly vertical: Vertical;
  readonly wrap: boolean;
  readonly indent: number;
  /** "stacked": one character under the other; "up" and "down": turned by 90 degrees. */
  readonly turned: "no" | "stacked" | "up" | "down";
  readonly top: Edge | null;
  readonly right: Edge | null;
  readonly bottom: Edge | null;
  readonly left: Edge | null;
  /** Whether a protected sheet refuses to change the cell. */
  readonly locked: boolean;
}

/** Neighbouring columns or rows that share a size. */
export interface AxisRun {
  readonly first: number;
  readonly last: number;
  /** CSS pixels at 100 %; 0 = hidden. */
  readonly size: number;
  /** Set by a person: text that does not fit is cut, as in Excel. Otherwise a row may grow with our fonts. */
  readonly fixed: boolean;
}

export interface AxisSpec {
  /** Size of what no run names. */
  readonly standard: number;
  /** Ascending, without overlaps. */
  readonly runs: readonly AxisRun[];
}

export interface SheetDisplay {
  readonly columns: AxisSpec;
  readonly rows: AxisSpec;
  /** Cell formats: of cells by their key (ascending), else of the row, else of the column, else format 0. */
  readonly cellKeys: Float64Array;
  readonly cellStyles: Uint32Array;
  readonly rowStyles: readonly (readonly [row: number, style: number])[];
  readonly columnStyles: readonly { readonly first: number; readonly last: number; readonly style: number }[];
  readonly frozenRows: number;
  readonly frozenCols: number;
  readonly gridLines: boolean;
}

export const PLAIN_LOOK: CellLook = {
  family: '"宋体",SimSun,"Noto Serif CJK SC",serif',
  sizePt: 11,
  bold: false,
  italic: false,
  underline: false,
  strike: false,
  color: null,
  fill: null,
  horizontal: "general",
  vertical: "bottom",
  wrap: false,
  indent: 0,
  turned: "no",
  top: null,
  right: null,
  bottom: null,
  left: null,
  locked: true,
};

export const PLAIN_DISPLAY: SheetDisplay = {
  columns: { standard: 72, runs: [] },
  rows: { standard: 20, runs: [] },
  cellKeys: new Float64Array(0),
  cellStyles: new Uint32Array(0),
  rowStyles: [],
  columnStyles: [],
  frozenRows: 0,
  frozenCols: 0,
  gridLines: true,
};
