/** Where things are: rows and columns count from 1, as people and Excel count them. */

export const MAX_ROW = 1_048_576;
export const MAX_COL = 16_384;

/** A cell of a named sheet. */
export interface CellRef {
  readonly sheet: string;
  readonly row: number;
  readonly col: number;
}

/** A rectangle of cells on one sheet, both corners included. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** 1 → "A", 28 → "AB". */
export function columnName(col: number): string {
  let name = "";
  for (let rest = col; rest > 0; rest = Math.floor((rest - 1) / 26)) name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

/** "G15"; never with a sheet name. */
export function a1(cell: { readonly row: number; readonly col: number }): string {
  return columnName(cell.col) + cell.row;
}

/** "A1:H41". */
export function areaA1(area: Area): string {
  return `${a1({ row: area.top, col: area.left })}:${a1({ row: area.bottom, col: area.right })}`;
}

/** "G15" for a cell of `homeSheet`, else "'资金'!C5" with quotes in the name doubled. */
export function refText(ref: CellRef, homeSheet: string): string {
  return ref.sheet === homeSheet ? a1(ref) : `${quoteSheet(ref.sheet)}!${a1(ref)}`;
}

/** A sheet name as formulas quote it. */
export function quoteSheet(name: string): string {
  return `'${name.replace(/'/g, "''")}'`;
}

/** Reads "G15", "$G$15"; null for anything else or beyond the sheet's edge. */
export function parseA1(text: string): { row: number; col: number } | null {
  let at = 0;
  let col = 0;
  let row = 0;
  if (text.charCodeAt(at) === 36) at++;
  const lettersFrom = at;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at) & ~32;
    if (code < 65 || code > 90) break;
    col = col * 26 + code - 64;
  }
  if (at === lettersFrom || at - lettersFrom > 3) return null;
  if (text.charCodeAt(at) === 36) at++;
  const digitsFrom = at;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 48 || code > 57) return null;
    row = row * 10 + code - 48;
  }
  if (at === digitsFrom || at - digitsFrom > 7) return null;
  return row >= 1 && row <= MAX_ROW && col >= 1 && col <= MAX_COL ? { row, col } : null;
}

/** Reads "A1:H41" or "A1"; null for anything else. */
export function parseArea(text: string): Area | null {
  const [first, last, more] = text.split(":");
  const from = parseA1(first ?? "");
  const to = last === undefined ? from : parseA1(last);
  if (!from || !to || more !== undefined) return null;
  return {
    top: Math.min(from.row, to.row),
    left: Math.min(from.col, to.col),
    bottom: Math.max(from.row, to.row),
    right: Math.max(from.col, to.col),
  };
}

export function contains(area: Area, cell: { readonly row: number; readonly col: number }): boolean {
  return cell.row >= area.top && cell.row <= area.bottom && cell.col >= area.left && cell.col <= area.right;
}

export function sameCell(a: CellRef, b: CellRef): boolean {
  return a.row === b.row && a.col === b.col && a.sheet === b.sheet;
}

/** One number for a cell of a sheet: a map key that sorts in reading order. */
export function cellKey(row: number, col: number): number {
  return row * (MAX_COL + 1) + col;
}

/** The cell of a key. */
export function cellAt(key: number): { readonly row: number; readonly col: number } {
  return { row: Math.floor(key / (MAX_COL + 1)), col: key % (MAX_COL + 1) };
}
