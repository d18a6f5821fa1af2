/** Formulas of cells that do not write out their own: children of shared formulas, cells of array formulas and data tables. */
import { columnName, MAX_COL, MAX_ROW, parseArea } from "../../../model/address";
import { LIMITS } from "../limits";
import type { FormulaTag } from "./cell-fields";

interface Master {
  readonly row: number;
  readonly col: number;
  readonly text: string;
  /** Literal text and relative references in turn. */
  readonly pieces: readonly (string | Reference)[];
}

/** A cell, a column or a row that moves with the formula; a "$" pins a step. */
interface Reference {
  readonly col: number | null;
  readonly colPinned: boolean;
  readonly row: number | null;
  readonly rowPinned: boolean;
}

interface Block {
  readonly bottom: number;
  readonly formula: string;
}

/** One per sheet, fed in reading order. */
export class Formulas {
  private readonly masters = new Map<string, Master>();
  private readonly blocks: (Block | undefined)[] = [];
  private hasBlocks = false;
  private widths = 0;
  private chars = 0;

  /** The formula of a cell, null if it has none. */
  of(row: number, col: number, tag: FormulaTag | null): string | null {
    if (!tag) {
      if (!this.hasBlocks) return null;
      const block = this.blocks[col];
      return block && row <= block.bottom ? block.formula : null;
    }
    switch (tag.type) {
      case "normal":
        return tag.text;
      case "shared":
        return this.shared(row, col, tag);
      case "array":
        this.addBlock(tag, tag.text);
        return tag.text;
      case "dataTable": {
        const formula = tag.text === "" ? "TABLE()" : tag.text;
        this.addBlock(tag, formula);
        return formula;
      }
    }
  }

  private shared(row: number, col: number, tag: FormulaTag): string {
    const key = tag.shared ?? "";
    if (tag.text !== "") {
      this.masters.set(key, { row, col, text: tag.text, pieces: piecesOf(tag.text) });
      return tag.text;
    }
    const master = this.masters.get(key);
    if (!master) return "";
    this.chars += master.text.length;
    if (this.chars > LIMITS.formulaChars) return master.text;
    return movedText(master, row - master.row, col - master.col);
  }

  private addBlock(tag: FormulaTag, formula: string): void {
    const area = tag.ref === null ? null : parseArea(tag.ref);
    if (!area || (area.top === area.bottom && area.left === area.right)) return;
    // Real blocks do not overlap, so their widths stay within the cells of the sheet.
    this.widths += area.right - area.left + 1;
    if (this.widths > LIMITS.items) return;
    this.hasBlocks = true;
    for (let col = area.left; col <= area.right; col++) this.blocks[col] = { bottom: area.bottom, formula };
  }
}

/** Strings, quoted sheet names, brackets | functions and names | references. */
const PART = /"(?:[^"]|"")*"|'(?:[^']|'')*'!?|\[[^\]]*\]|[\p{L}_\\][\p{L}\p{N}_.\\]*(?=[(!])|(\$?)([A-Za-z]{1,3})(\$?)([1-9][0-9]{0,6})(?![\p{L}\p{N}_.(!])|(\$?)([A-Za-z]{1,3}):(\$?)([A-Za-z]{1,3})(?![\p{L}\p{N}_.(!])|(\$?)([1-9][0-9]{0,6}):(\$?)([1-9][0-9]{0,6})(?![\p{L}\p{N}_.(!])|[\p{L}\p{N}_.\\]+/gu;

function piecesOf(formula: string): (string | Reference)[] {
  const pieces: (string | Reference)[] = [];
  let at = 0;
  const add = (literalTo: number, ...references: (string | Reference)[]): void => {
    if (literalTo > at) pieces.push(formula.slice(at, literalTo));
    pieces.push(...references);
  };
  for (const match of formula.matchAll(PART)) {
    const [all, colPin, col, rowPin, row, fromColPin, fromCol, toColPin, toCol, fromRowPin, fromRow, toRowPin, toRow] = match;
    if (col !== undefined && row !== undefined) {
      const number = columnNumber(col);
      if (number > MAX_COL) continue;
      add(match.index, { col: number, colPinned: colPin === "$", row: parseInt(row, 10), rowPinned: rowPin === "$" });
    } else if (fromCol !== undefined && toCol !== undefined) add(match.index, column(fromCol, fromColPin), ":", column(toCol, toColPin));
    else if (fromRow !== undefined && toRow !== undefined) add(match.index, rowOnly(fromRow, fromRowPin), ":", rowOnly(toRow, toRowPin));
    else continue;
    at = match.index + all.length;
  }
  add(formula.length);
  return pieces;
}

function column(name: string, pin: string | undefined): Reference {
  return { col: columnNumber(name), colPinned: pin === "$", row: null, rowPinned: false };
}

function rowOnly(digits: string, pin: string | undefined): Reference {
  return { col: null, colPinned: false, row: parseInt(digits, 10), rowPinned: pin === "$" };
}

function columnNumber(name: string): number {
  let col = 0;
  for (const letter of name.toUpperCase()) col = col * 26 + letter.charCodeAt(0) - 64;
  return col;
}

function movedText(master: Master, rows: number, cols: number): string {
  let text = "";
  for (const piece of master.pieces) {
    if (typeof piece === "string") {
      text += piece;
      continue;
    }
    const col = piece.col === null ? null : piece.colPinned ? piece.col : wrapped(piece.col + cols, MAX_COL);
    const row = piece.row === null ? null : piece.rowPinned ? piece.row : wrapped(piece.row + rows, MAX_ROW);
    text += (col === null ? "" : (piece.colPinned ? "$" : "") + columnName(col)) + (row === null ? "" : (piece.rowPinned ? "$" : "") + row);
  }
  return text;
}

/** Shared formulas run round the sheet's edge. */
function wrapped(n: number, max: number): number {
  return ((((n - 1) % max) + max) % max) + 1;
}
