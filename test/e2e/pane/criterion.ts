/**
 * Does a conditional format show? The formula as it stands in the workbook, computed by hand: the few functions that marks are
 * made of, with Excel's ideas of blanks, errors and comparison. Anything else is an error of the test.
 */
import { parseA1 } from "../../../src/model/address";
import type { EmulatedSheet } from "../../office-host/workbook-model";

const FAILED = Symbol("#VALUE!");
type Value = number | string | boolean | null | typeof FAILED;

const TOKEN = /\s*("(?:[^"]|"")*"|\$[A-Z]+\$\d+|\d+(?:\.\d+)?|[A-Z]+(?=\()|TRUE|FALSE|[=<&(),-])/y;

export function shows(sheet: EmulatedSheet, formula: string): boolean {
  const reader = new Criterion(sheet, tokens(formula.replace(/^=/, "")));
  return reader.whole() === true;
}

function tokens(text: string): string[] {
  const found: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex;
    const token = TOKEN.exec(text)?.[1];
    if (token === undefined) throw new Error(`not understood: ${text.slice(at)}`);
    found.push(token);
  }
  return found;
}

class Criterion {
  private at = 0;

  constructor(
    private readonly sheet: EmulatedSheet,
    private readonly list: readonly string[],
  ) {}

  whole(): Value {
    const value = this.comparison();
    if (this.at < this.list.length) throw new Error(`left over: ${this.list.slice(this.at).join(" ")}`);
    return value;
  }

  private next(wanted?: string): string | null {
    const token = this.list[this.at];
    if (token === undefined || (wanted !== undefined && token !== wanted)) return null;
    this.at++;
    return token;
  }

  private comparison(): Value {
    const left = this.joined();
    const operator = this.next("=") ?? this.next("<");
    if (operator === null) return left;
    const right = this.joined();
    if (left === FAILED || right === FAILED) return FAILED;
    return operator === "=" ? equal(left, right) : Number(left) < Number(right);
  }

  private joined(): Value {
    let value = this.operand();
    while (this.next("&")) {
      const right = this.operand();
      value = value === FAILED || right === FAILED ? FAILED : text(value) + text(right);
    }
    return value;
  }

  private operand(): Value {
    const token = this.next();
    if (token === null) throw new Error("the formula ends too early");
    if (token === "-") {
      const value = this.operand();
      return value === FAILED ? FAILED : -Number(value);
    }
    if (token.startsWith('"')) return token.slice(1, -1).replace(/""/g, '"');
    if (token.startsWith("$")) return this.cell(token.replace(/\$/g, ""));
    if (/^\d/.test(token)) return Number(token);
    if (token === "TRUE" || token === "FALSE") return token === "TRUE";
    if (this.next("(") === null) throw new Error(`not a function: ${token}`);
    const args: Value[] = [this.comparison()];
    while (this.next(",")) args.push(this.comparison());
    if (this.next(")") === null) throw new Error(`no end: ${token}`);
    return call(token, args);
  }

  private cell(address: string): Value {
    const at = parseA1(address);
    if (!at) throw new Error(`no address: ${address}`);
    const { content } = this.sheet.cell(at.row, at.col);
    if (content.kind === "empty") return null;
    if (content.kind === "error" || content.kind === "uncomputed") return FAILED;
    return content.kind === "text" ? content.text : content.value;
  }
}

function call(name: string, args: readonly Value[]): Value {
  const [first = null, second = null, third = null] = args;
  if (name === "IFERROR") return first === FAILED ? second : first;
  if (name === "ISERROR") return first === FAILED;
  if (name === "ISNUMBER") return typeof first === "number";
  if (args.includes(FAILED)) return FAILED;
  switch (name) {
    case "AND":
      return args.every(Boolean);
    case "LEN":
      return text(first).length;
    case "LEFT":
      return text(first).slice(0, Number(second));
    case "TRIM":
      return text(first).replace(/ +/g, " ").replace(/^ | $/g, "");
    case "SUBSTITUTE":
      return text(first).split(text(second)).join(text(third));
    case "FIND":
      return text(second).includes(text(first)) ? text(second).indexOf(text(first)) + 1 : FAILED;
    case "VALUE":
      return number(first);
    default:
      throw new Error(`no such function here: ${name}`);
  }
}

function text(value: Value): string {
  return value === null || value === FAILED ? "" : typeof value === "boolean" ? String(value).toUpperCase() : String(value);
}

function number(value: Value): Value {
  if (value === null) return 0;
  if (typeof value === "number") return value;
  const digits = /^\s*(-?\d+(?:\.\d+)?)(%?)\s*$/.exec(text(value));
  return digits ? Number(digits[1]) / (digits[2] === "%" ? 100 : 1) : FAILED;
}

/** A blank cell equals 0, FALSE and no text; letters are equal whatever their case. */
function equal(left: Value, right: Value): boolean {
  if (left === null || right === null) return [0, "", false, null].includes((left === null ? right : left) as number);
  return typeof left === "string" && typeof right === "string" ? left.toUpperCase() === right.toUpperCase() : left === right;
}
