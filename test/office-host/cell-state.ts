/** One cell of the emulated workbook. States are never changed in place, so that what was there can be put back. */
import { notEmulated } from "./host-error";
import type { Json } from "./json";

export type Content =
  | { readonly kind: "empty" }
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "error"; readonly code: string }
  /** The result of a formula that was written while the emulator was running: there is no calculation. */
  | { readonly kind: "uncomputed" };

export interface CellState {
  readonly content: Content;
  /** With its "="; null for a constant. */
  readonly formula: string | null;
  readonly format: string;
  readonly locked: boolean;
  /** "#RRGGBB", null for no fill. */
  readonly fill: string | null;
  readonly fontColor: string;
  readonly bold: boolean;
}

export const EMPTY_CONTENT: Content = { kind: "empty" };

export const BLANK_CELL: CellState = {
  content: EMPTY_CONTENT,
  formula: null,
  format: "General",
  locked: true,
  fill: null,
  fontColor: "#000000",
  bold: false,
};

export function hasContent(cell: CellState): boolean {
  return cell.formula !== null || cell.content.kind !== "empty";
}

export function hasFormat(cell: CellState): boolean {
  return cell.format !== BLANK_CELL.format || !cell.locked || cell.fill !== null || cell.fontColor !== BLANK_CELL.fontColor || cell.bold;
}

/** As `values` reads it. */
export function valueOf(cell: CellState): Json {
  switch (cell.content.kind) {
    case "empty":
      return "";
    case "number":
    case "boolean":
      return cell.content.value;
    case "text":
      return cell.content.text;
    case "error":
      return cell.content.code;
    case "uncomputed":
      return notEmulated(`calculation: the value of ${cell.formula ?? ""} was read`);
  }
}

/** As `formulas` reads it: text that begins with "=" cannot be told from a formula here. */
export function formulaOf(cell: CellState): Json {
  return cell.formula ?? valueOf(cell);
}

export function valueTypeOf(cell: CellState): string {
  switch (cell.content.kind) {
    case "empty":
      return "Empty";
    case "number":
      return "Double";
    case "boolean":
      return "Boolean";
    case "text":
      return "String";
    case "error":
      return "Error";
    case "uncomputed":
      return notEmulated(`calculation: the type of ${cell.formula ?? ""} was read`);
  }
}
