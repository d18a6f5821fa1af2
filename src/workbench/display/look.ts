/** How cells look, as plain values that cross from the worker to the page. */
import type { Area } from "../../model/address";
import type { CellValue } from "../../model/grid";

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

/** How a stretch of a cell's text looks; null where it is as in the rest of the cell. */
export interface RunFont extends Pick<CellLook, "bold" | "italic" | "underline" | "strike" | "color"> {
  readonly family: string | null;
  readonly sizePt: number | null;
  readonly raised: "no" | "super" | "sub";
}

/**
 * A text in stretches. They have lengths (UTF-16 units) and no words: an edit that keeps the length of the text keeps its
 * stretches, in the file as well (host/xlsx/strings/rich-text.ts).
 */
export type RichText = readonly { readonly length: number; readonly font: RunFont | null }[];

/** What a conditional format asks of a cell. */
export type ConditionalTest =
  /** Nobody here can tell: a formula. Only with `stop`, since cells it may hold for are better left without a colour. */
  | { readonly kind: "unknown" }
  /** Two values for "between" and "notBetween", else one. */
  | { readonly kind: "compare"; readonly operator: Comparison; readonly values: readonly CellValue[] }
  | { readonly kind: "text"; readonly where: "anywhere" | "begin" | "end"; readonly text: string; readonly wanted: boolean }
  | { readonly kind: "blank"; readonly wanted: boolean }
  /** Whether the value stands more than once in the rule's areas. */
  | { readonly kind: "repeated"; readonly wanted: boolean }
  /** Among the first so many (or so many percent) of the areas' numbers. */
  | { readonly kind: "top"; readonly rank: number; readonly percent: boolean; readonly bottom: boolean };

export type Comparison = "lessThan" | "lessThanOrEqual" | "equal" | "notEqual" | "greaterThanOrEqual" | "greaterThan" | "between" | "notBetween";

/** What a conditional format changes of a cell's look. */
export type ConditionalLook = Partial<Pick<CellLook, "bold" | "italic" | "underline" | "strike" | "color" | "fill" | "top" | "right" | "bottom" | "left">>;

export interface ConditionalRule {
  readonly areas: readonly Area[];
  readonly test: ConditionalTest;
  readonly look: ConditionalLook;
  /** Where it holds, later rules are not asked. */
  readonly stop: boolean;
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
  /** Cells with text in several fonts, by key. */
  readonly rich: readonly (readonly [key: number, text: RichText])[];
  /** The workbook's own conditional formats in their order, as far as they can be told without a formula engine. */
  readonly conditional: readonly ConditionalRule[];
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
  rich: [],
  conditional: [],
  frozenRows: 0,
  frozenCols: 0,
  gridLines: true,
};
