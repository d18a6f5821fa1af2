/**
 * Walks the cells of a sheet's XML. Reader and patcher share it, so both mean the same cell by an address:
 * rows and cells without `r` follow their predecessor, whatever the prefix, with the offsets of each.
 */
import { MAX_COL, MAX_ROW, parseA1 } from "../../../model/address";
import * as faults from "../faults";
import type { CellFields, CellType, FormulaTag } from "./cell-fields";
import { readPlainCell } from "./plain-cell";
import { readPlain, readStringItem } from "../strings/string-item";
import { END, START, TEXT, type XmlScanner } from "../xml/scanner";
import { isTrue } from "../xml/tree";

// Bound once: where modules are compiled to CommonJS, an import read in a loop is a call.
const IS_START = START;
const IS_END = END;
const IS_TEXT = TEXT;

export class SheetCursor implements CellFields {
  /** Of the row: number, start, after its start tag, where its content ends, its end. */
  row = 0;
  rowStart = 0;
  rowOpenEnd = 0;
  rowSelfClosing = false;
  rowContentEnd = 0;
  rowEnd = 0;
  /** The format that the row gives to its empty cells; -1 if it gives none. */
  rowStyle = -1;

  /** Of the cell. */
  col = 0;
  cellStart = 0;
  cellEnd = 0;
  type: CellType = "number";
  style = 0;
  formula: FormulaTag | null = null;
  /** Where the text of `<v>` stands if it is one piece, `valueFrom` -1 if there is none. */
  valueFrom = -1;
  valueTo = -1;
  /** The text of `<is>` that is not plain; null if there is none. */
  inline: string | null = null;
  inlineRich = false;
  /** Where the text of `<is>` stands if it is a single plain `<t>`, which is then not decoded; -1 otherwise. */
  inlineFrom = -1;
  inlineTo = -1;
  /** Some row or cell does not come after its predecessor. */
  disordered = false;

  /** The text of `<v>` where it comes in pieces. */
  pieced: string | null = null;

  private readonly unprefixed: boolean;
  private lastRow = 0;

  /** The scanner stands after the start tag of sheetData, which is not self-closing. */
  constructor(
    private readonly scanner: XmlScanner,
    private readonly prefix: string,
  ) {
    this.unprefixed = prefix === "";
  }

  /** False at the end of sheetData, whose end tag is then the scanner's last token. */
  nextRow(): boolean {
    const s = this.scanner;
    for (;;) {
      const token = s.next();
      if (token === IS_END) return false;
      if (token !== IS_START) continue;
      if (!s.named(this.prefix, "row")) {
        s.skip();
        continue;
      }
      const r = s.attributeAt("r");
      this.row = r < 0 ? this.lastRow + 1 : this.rowNumber(r);
      if (this.row <= this.lastRow) this.disordered = true;
      this.lastRow = this.row;
      this.rowStart = s.start;
      this.rowOpenEnd = s.end;
      this.rowSelfClosing = s.selfClosing;
      this.rowStyle = isTrue(s.attribute("customFormat")) ? index(s.attribute("s")) : -1;
      this.col = 0;
      if (s.selfClosing) this.rowContentEnd = this.rowEnd = s.end;
      return true;
    }
  }

  /** False at the end of the row. */
  nextCell(): boolean {
    const s = this.scanner;
    if (this.rowSelfClosing) return false;
    if (this.unprefixed && readPlainCell(this, s.text, s.position)) {
      s.jump(this.cellEnd);
      return true;
    }
    for (;;) {
      const token = s.next();
      if (token === IS_END) {
        this.rowContentEnd = s.start;
        this.rowEnd = s.end;
        return false;
      }
      if (token !== IS_START) continue;
      if (s.named(this.prefix, "c")) {
        this.readCell();
        return true;
      }
      s.skip();
    }
  }

  get hasValue(): boolean {
    return this.valueFrom >= 0 || this.inlineFrom >= 0 || this.inline !== null;
  }

  /** The text of a plain `<is>` as it is written; null if it is not plain. */
  get rawInline(): string | null {
    return this.inlineFrom < 0 ? null : this.scanner.text.slice(this.inlineFrom, this.inlineTo);
  }

  decode(raw: string): string {
    return this.scanner.decode(raw);
  }

  /** The text of `<v>`, "" if there is none. */
  get value(): string {
    if (this.pieced !== null) return this.pieced;
    return this.valueFrom < 0 ? "" : this.scanner.decode(this.scanner.text.slice(this.valueFrom, this.valueTo));
  }

  /** The text of `<v>` before entities are read. */
  get rawValue(): string {
    return this.pieced ?? this.scanner.text.slice(this.valueFrom, this.valueTo);
  }

  /** `<v>` as an index; -1 if it is none. */
  get valueIndex(): number {
    return this.pieced === null ? digitsAt(this.scanner.text, this.valueFrom, this.valueTo) : index(this.pieced.trim());
  }

  private readCell(): void {
    const s = this.scanner;
    const text = s.text;
    const a = s.attributes;
    const last = this.col;
    this.col = last + 1;
    this.type = "number";
    this.style = 0;
    this.formula = null;
    this.valueFrom = -1;
    this.inlineFrom = -1;
    this.pieced = null;
    this.inline = null;
    this.inlineRich = false;
    for (let n = s.attributeCount * 4 - 4; n >= 0; n -= 4) {
      const from = a[n] as number;
      if ((a[n + 1] as number) - from !== 1) continue;
      const valueFrom = a[n + 2] as number;
      const valueTo = a[n + 3] as number;
      switch (text.charCodeAt(from)) {
        case 114: // r
          this.col = this.column(valueFrom, valueTo);
          break;
        case 115: // s
          this.style = digitsAt(text, valueFrom, valueTo);
          break;
        case 116: // t
          this.type = this.typeOf(valueFrom, valueTo);
          break;
      }
    }
    if (this.col <= last) this.disordered = true;
    if (this.col > MAX_COL) throw faults.damagedPart(s.part, `第 ${this.row} 行的单元格超出了工作表`);
    this.cellStart = s.start;
    if (!s.selfClosing) this.readContent();
    this.cellEnd = s.end;
  }

  private readContent(): void {
    const s = this.scanner;
    for (;;) {
      const token = s.next();
      if (token === IS_END) return;
      if (token !== IS_START) continue;
      if (s.named(this.prefix, "v")) this.readValue();
      else if (s.named(this.prefix, "f")) this.formula = this.readFormula();
      else if (s.named(this.prefix, "is")) {
        const item = readStringItem(s, this.prefix);
        this.inline = item.text;
        this.inlineRich = item.rich;
      } else s.skip();
    }
  }

  /** Nearly always one piece of text, which is left where it stands; CDATA and comments make several. */
  private readValue(): void {
    const s = this.scanner;
    this.pieced = null;
    this.valueFrom = this.valueTo = s.end;
    if (s.selfClosing) return;
    const outside = s.depth - 1;
    let first = true;
    for (let token = s.next(); token !== IS_END || s.depth !== outside; token = s.next()) {
      if (token !== IS_TEXT) continue;
      if (first && !s.cdata) {
        this.valueFrom = s.start;
        this.valueTo = s.end;
      } else this.pieced = this.value + s.content();
      first = false;
    }
  }

  private readFormula(): FormulaTag {
    const s = this.scanner;
    const t = s.attributeCount === 0 ? null : s.attribute("t");
    const ref = t === null ? null : s.attribute("ref");
    const shared = t === "shared" ? s.attribute("si") : null;
    return { text: readPlain(s), type: t === "shared" || t === "array" || t === "dataTable" ? t : "normal", ref, shared };
  }

  /** `r`: where the attribute stands. */
  private rowNumber(r: number): number {
    const { attributes, part, text } = this.scanner;
    const row = digitsAt(text, attributes[r + 2] as number, attributes[r + 3] as number);
    if (row < 1 || row > MAX_ROW) throw faults.damagedPart(part, `有无效的行号“${this.scanner.attribute("r")?.slice(0, 20) ?? ""}”`);
    return row;
  }

  /** The column of a reference, without cutting it out where it is a plain "AB12". */
  private column(from: number, to: number): number {
    const text = this.scanner.text;
    let col = 0;
    let at = from;
    for (; at < to; at++) {
      const code = text.charCodeAt(at);
      if (code < 65 || code > 90) break;
      col = col * 26 + code - 64;
    }
    let row = 0;
    for (; at < to; at++) {
      const code = text.charCodeAt(at);
      if (code < 48 || code > 57) break;
      row = row * 10 + code - 48;
    }
    if (at === to && row === this.row && col > 0 && col <= MAX_COL) return col;
    const reference = this.scanner.decode(text.slice(from, to));
    const cell = parseA1(reference);
    if (!cell || cell.row !== this.row) throw faults.damagedPart(this.scanner.part, `第 ${this.row} 行有无效的单元格地址“${reference.slice(0, 20)}”`);
    return cell.col;
  }

  private typeOf(from: number, to: number): CellType {
    const text = this.scanner.text;
    if (to - from === 1) {
      switch (text.charCodeAt(from)) {
        case 115: // s
          return "shared";
        case 110: // n
          return "number";
        case 98: // b
          return "boolean";
        case 101: // e
          return "error";
        case 100: // d
          return "date";
      }
    }
    const type = text.slice(from, to);
    if (type === "inlineStr") return "inline";
    if (type === "str") return "string";
    throw faults.damagedPart(this.scanner.part, `第 ${this.row} 行有未知类型的单元格“${type.slice(0, 20)}”`);
  }
}

/** A style or string index: plain digits, -1 for anything else. */
export function index(text: string | null): number {
  return text === null ? -1 : digitsAt(text, 0, text.length);
}

function digitsAt(text: string, from: number, to: number): number {
  if (to === from || to - from > 8) return -1;
  let n = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code < 48 || code > 57) return -1;
    n = n * 10 + code - 48;
  }
  return n;
}
