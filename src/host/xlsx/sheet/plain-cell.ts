/** The quick way through the cells: they are nearly all alike, and there are hundreds of thousands of them. */
import { MAX_COL } from "../../../model/address";
import type { CellFields, CellType } from "./cell-fields";

// Bound once: where modules are compiled to CommonJS, an import read in a loop is a call.
const LAST_COL = MAX_COL;
const SPACE = 32, QUOTE = 34, PLUS = 43, MINUS = 45, POINT = 46, SLASH = 47, LESS = 60, EQUALS = 61, GREATER = 62;

/**
 * Reads the three forms that nearly all cells of nearly all files have, `<c r="A1" s="3"/>`, `<c r="A1" s="3" t="s"><v>12</v></c>`
 * and `<c r="A1" t="inlineStr"><is><t>…</t></is></c>`, in one go. For anything else, down to a blank more, it answers false and
 * changes nothing: the tokenizer's way through a cell means the same by it.
 */
export function readPlainCell(cell: CellFields, text: string, start: number): boolean {
  if (text.charCodeAt(start) !== LESS || text.charCodeAt(start + 1) !== 99 || text.charCodeAt(start + 2) !== SPACE) return false;
  let at = start + 3;
  let col = cell.col + 1;
  let style = 0;
  let type: CellType = "number";
  let code: number;
  for (;;) {
    const name = text.charCodeAt(at);
    if (text.charCodeAt(at + 1) !== EQUALS || text.charCodeAt(at + 2) !== QUOTE) return false;
    at += 3;
    code = text.charCodeAt(at);
    if (name === 114 /* r */) {
      col = 0;
      for (; code >= 65 && code <= 90; code = text.charCodeAt(++at)) col = col * 26 + code - 64;
      let row = 0;
      for (; code >= 48 && code <= 57; code = text.charCodeAt(++at)) row = row * 10 + code - 48;
      if (row !== cell.row || col < 1 || col > LAST_COL) return false;
    } else if (name === 115 /* s */) {
      if (code === QUOTE) return false;
      style = 0;
      for (; code >= 48 && code <= 57; code = text.charCodeAt(++at)) style = style * 10 + code - 48;
    } else if (name === 116 /* t */) {
      if (code === 115) type = "shared";
      else if (code === 105 && text.startsWith("inlineStr", at)) {
        type = "inline";
        at += 8;
      } else if (code !== 110) return false;
      code = text.charCodeAt(++at);
    } else return false;
    if (code !== QUOTE) return false;
    code = text.charCodeAt(++at);
    if (code === SPACE) {
      at++;
      continue;
    }
    break;
  }
  let from = -1;
  let to = -1;
  let inlineFrom = -1;
  let inlineTo = -1;
  if (code === SLASH) {
    if (text.charCodeAt(++at) !== GREATER) return false;
    at++;
  } else {
    if (code !== GREATER || text.charCodeAt(at + 1) !== LESS) return false;
    at++;
    if (type === "inline") {
      if (!text.startsWith("<is><t>", at)) return false;
      inlineFrom = at += 7;
      at = inlineTo = text.indexOf("<", at);
      if (!text.startsWith("</t></is>", at)) return false;
      at += 9;
    } else if (text.charCodeAt(at + 1) !== SLASH) {
      if (text.charCodeAt(at + 1) !== 118 || text.charCodeAt(at + 2) !== GREATER) return false;
      from = at += 3;
      for (code = text.charCodeAt(at); (code >= 48 && code <= 57) || code === POINT || code === MINUS || code === 69 || code === PLUS; ) code = text.charCodeAt(++at);
      to = at;
      if (to === from || !text.startsWith("</v>", at)) return false;
      at += 4;
    }
    if (!text.startsWith("</c>", at)) return false;
    at += 4;
  }
  if (col <= cell.col) cell.disordered = true;
  cell.col = col;
  cell.style = style;
  cell.type = type;
  cell.formula = null;
  cell.inline = null;
  cell.inlineRich = false;
  cell.inlineFrom = inlineFrom;
  cell.inlineTo = inlineTo;
  cell.pieced = null;
  cell.valueFrom = from;
  cell.valueTo = to;
  cell.cellStart = start;
  cell.cellEnd = at;
  return true;
}
