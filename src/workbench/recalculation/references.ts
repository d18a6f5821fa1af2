/** Which cells a formula reads, from its text: enough to know what an edit touches. Results are the engine's business. */
import { type Area, MAX_COL, MAX_ROW } from "../../model/address";

export interface Reference {
  /** Null: the formula's own sheet. */
  readonly sheet: string | null;
  readonly area: Area;
  /** Whole columns or rows, A:C or 1:3: as far as the sheet is used. */
  readonly whole: boolean;
}

export interface Reading {
  readonly references: readonly Reference[];
  /** All that it reads is named by address; false for names, tables, computed addresses and whatever else is not understood. */
  readonly complete: boolean;
  /** It gives the same result for the same cells, and no other workbook has a say. */
  readonly settled: boolean;
}

/** Another result each time. */
const VOLATILE = new Set(["TODAY", "NOW", "RAND", "RANDBETWEEN", "RANDARRAY"]);
/** Their cells are known only by calculating, or what they tell is not in the cells. */
const UNBOUND = new Set(["INDIRECT", "OFFSET", "CELL", "INFO", "FORMULATEXT", "ISFORMULA", "GETPIVOTDATA", "TABLE", "RTD", "WEBSERVICE", "LET", "LAMBDA"]);
/** Their third range is taken as large as the first, whatever it says. */
const RESIZING = new Set(["SUMIF", "AVERAGEIF"]);

const SHEET = String.raw`(?:'((?:[^']|'')*)'|((?:\[\d+\])?[\p{L}_\\][\p{L}\p{N}_.\\]*))!`;
const CELL = String.raw`\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6})`;
const COLUMN = String.raw`\$?([A-Za-z]{1,3})`;
const ROW = String.raw`\$?([1-9][0-9]{0,6})`;
/** Not the beginning of something longer. */
const END = String.raw`(?![\p{L}\p{N}_.(!])`;

const STRING = /"(?:[^"]|"")*"/y;
const ERROR = /#(?:DIV\/0!|N\/A|NAME\?|NULL!|NUM!|REF!|VALUE!|GETTING_DATA)/y;
const PREFIX = new RegExp(SHEET, "uy");
const FUNCTION = /([\p{L}_][\p{L}\p{N}_.]*)\(/uy;
const CELLS = new RegExp(`${CELL}(?::${CELL})?${END}`, "uy");
const COLUMNS = new RegExp(`${COLUMN}:${COLUMN}${END}`, "uy");
const ROWS = new RegExp(`${ROW}:${ROW}${END}`, "uy");
const NUMBER = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;
const LOGICAL = /(?:TRUE|FALSE)(?![\p{L}\p{N}_.!])/iuy;
const NAME = /[\p{L}\p{N}_.\\]+/uy;
const OPERATOR = /[-+*/^&=<>%;\s]+/y;
const OPEN = /[({]/y;
const CLOSE = /[)}]/y;
const COMMA = /,/y;

export function readReferences(formula: string): Reading {
  return new Reader(formula).read();
}

/** A call, a pair of parentheses or an array, from its beginning on. */
interface Frame {
  readonly name: string;
  readonly first: number;
  commas: number;
  third: number;
}

class Reader {
  private readonly references: Reference[] = [];
  private readonly open: Frame[] = [];
  private complete = true;
  private settled = true;
  private at = 0;

  constructor(private readonly formula: string) {}

  read(): Reading {
    while (this.at < this.formula.length) if (!this.constant() && !this.bracket() && !this.elsewhere() && !this.area(null)) this.unknown();
    const { references, complete, settled } = this;
    return { references, complete, settled };
  }

  private constant(): boolean {
    return Boolean(this.take(STRING) ?? this.take(ERROR) ?? this.take(OPERATOR) ?? this.take(LOGICAL));
  }

  private bracket(): boolean {
    const call = this.take(FUNCTION);
    if (call || this.take(OPEN)) {
      const name = (call?.[1] ?? "").toUpperCase().replace(/^_XLFN\.(?:_XLWS\.)?/, "");
      if (VOLATILE.has(name)) this.settled = false;
      if (UNBOUND.has(name)) this.complete = false;
      this.open.push({ name, first: this.references.length, commas: 0, third: -1 });
      return true;
    }
    const frame = this.open.at(-1);
    if (this.take(COMMA)) {
      if (frame && ++frame.commas === 2) frame.third = this.references.length;
      return true;
    }
    if (!this.take(CLOSE)) return false;
    this.open.pop();
    if (frame && RESIZING.has(frame.name) && frame.commas === 2 && !sameSize(this.references[frame.first], this.references[frame.third])) this.complete = false;
    return true;
  }

  /** On a sheet that is named. */
  private elsewhere(): boolean {
    const prefix = this.take(PREFIX);
    if (!prefix) return false;
    const sheet = prefix[1]?.replace(/''/g, "'") ?? prefix[2] ?? "";
    // [2]表!A1 is another workbook's; 表1:表3!A1 goes through several sheets.
    if (sheet.includes("[")) this.settled = false;
    else if (sheet.includes(":")) this.complete = false;
    if (!this.area(sheet) && !this.take(ERROR)) this.complete = false;
    return true;
  }

  private area(sheet: string | null): boolean {
    const cells = areaOfCells(this.take(CELLS));
    const area = cells ?? areaOfColumns(this.take(COLUMNS)) ?? areaOfRows(this.take(ROWS));
    if (area) this.references.push({ sheet, area, whole: cells === null });
    return area !== null;
  }

  /** A figure, or a colon between other things than addresses, a name, a table, a spilled range. */
  private unknown(): void {
    if (this.take(NUMBER)) return;
    if (this.formula[this.at] === "[") this.settled = false;
    this.complete = false;
    if (!this.take(NAME)) this.at++;
  }

  private take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.formula);
    if (match) this.at = pattern.lastIndex;
    return match;
  }
}

function areaOfCells(match: RegExpExecArray | null): Area | null {
  if (!match) return null;
  const [, col1 = "", row1 = "", col2 = col1, row2 = row1] = match;
  return span(row(row1), col(col1), row(row2), col(col2));
}

function areaOfColumns(match: RegExpExecArray | null): Area | null {
  return match && span(1, col(match[1] ?? ""), MAX_ROW, col(match[2] ?? ""));
}

function areaOfRows(match: RegExpExecArray | null): Area | null {
  return match && span(row(match[1] ?? ""), 1, row(match[2] ?? ""), MAX_COL);
}

/** Null beyond the sheet's edge: then it is a name. */
function span(row1: number, col1: number, row2: number, col2: number): Area | null {
  const area = { top: Math.min(row1, row2), left: Math.min(col1, col2), bottom: Math.max(row1, row2), right: Math.max(col1, col2) };
  return area.right <= MAX_COL && area.bottom <= MAX_ROW ? area : null;
}

function row(digits: string): number {
  return parseInt(digits, 10);
}

function col(letters: string): number {
  let n = 0;
  for (const letter of letters.toUpperCase()) n = n * 26 + letter.charCodeAt(0) - 64;
  return n;
}

function sameSize(a: Reference | undefined, b: Reference | undefined): boolean {
  if (!a || !b) return false;
  return a.area.bottom - a.area.top === b.area.bottom - b.area.top && a.area.right - a.area.left === b.area.right - b.area.left;
}
