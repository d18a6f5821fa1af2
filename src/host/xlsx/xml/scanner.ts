/**
 * A tokenizer over the text of a part, with offsets.
 *
 * The reader and the patcher share it, so that what is replaced is exactly what was read. It is here beside saxes because
 * saxes tells no offsets of attributes and costs four times as much on the cells of a large workbook (measured).
 * It accepts what XML 1.0 allows – comments, CDATA, processing instructions, either quote, ">" in attribute values,
 * prefixes – refuses any document type definition, checks that tags nest, and is linear in the text.
 */
import * as faults from "../faults";
import { LIMITS } from "../limits";
import { decodeText } from "./text";

export const EOF = 0;
export const START = 1;
export const END = 2;
export const TEXT = 3;
export type Token = typeof EOF | typeof START | typeof END | typeof TEXT;

const TAB = 9, LF = 10, CR = 13, SPACE = 32, BANG = 33, QUOTE = 34, APOSTROPHE = 39, SLASH = 47, LESS = 60, EQUALS = 61, GREATER = 62, QUESTION = 63;

export class XmlScanner {
  /** The last token: [start, end). For CDATA only its content. */
  start = 0;
  end = 0;
  /** Of a start or end tag: where its name stands, prefix included. */
  nameStart = 0;
  nameEnd = 0;
  /** `<a/>`: no end tag follows. */
  selfClosing = false;
  /** The text token comes from a CDATA section: no entities in it. */
  cdata = false;
  /** Elements open after the token. */
  depth = 0;
  /** Attributes of the last start tag; four offsets each in `attributes`: name from, to, value from, to. */
  attributeCount = 0;
  readonly attributes: number[] = [];

  private readonly names: number[] = [];
  private resume = 0;
  private rootSeen = false;

  constructor(
    readonly text: string,
    readonly part: string,
  ) {}

  /** Where the next token begins. */
  get position(): number {
    return this.resume;
  }

  /** Goes on at `position`, behind complete elements that the caller has read itself. */
  jump(position: number): void {
    this.start = this.end = this.resume = position;
  }

  next(): Token {
    const text = this.text;
    let at = this.resume;
    for (;;) {
      if (at >= text.length) {
        if (this.depth > 0 || !this.rootSeen) this.fail(at);
        this.start = this.end = this.resume = at;
        return EOF;
      }
      if (text.charCodeAt(at) !== LESS) {
        const to = this.textEnd(at);
        if (this.depth > 0) {
          this.start = at;
          this.end = this.resume = to;
          this.cdata = false;
          return TEXT;
        }
        if (text.slice(at, to).trim() !== "") this.fail(at);
        at = to;
        continue;
      }
      const second = text.charCodeAt(at + 1);
      if (second === SLASH) return this.endTag(at);
      if (second === QUESTION) at = this.after("?>", at + 2);
      else if (second !== BANG) return this.startTag(at);
      else if (text.startsWith("--", at + 2)) at = this.after("-->", at + 4);
      else if (text.startsWith("[CDATA[", at + 2) && this.depth > 0) {
        this.start = at + 9;
        this.resume = this.after("]]>", at + 9);
        this.end = this.resume - 3;
        this.cdata = true;
        return TEXT;
      } else if (text.startsWith("DOCTYPE", at + 2)) throw faults.unsafeDoctype(this.part);
      else this.fail(at);
    }
  }

  /** Whether the tag's name is `prefix` + `local` ("x:" + "row"). */
  named(prefix: string, local: string): boolean {
    return (
      this.nameEnd - this.nameStart === prefix.length + local.length &&
      this.text.startsWith(local, this.nameStart + prefix.length) &&
      (prefix === "" || this.text.startsWith(prefix, this.nameStart))
    );
  }

  get name(): string {
    return this.text.slice(this.nameStart, this.nameEnd);
  }

  /** The name without its prefix. */
  get localName(): string {
    const name = this.name;
    return name.slice(name.indexOf(":") + 1);
  }

  /** The prefix with its colon, "" if there is none. */
  get prefix(): string {
    const name = this.name;
    return name.slice(0, name.indexOf(":") + 1);
  }

  /** Index into `attributes` of the attribute with this very name (prefix included), -1 if absent. */
  attributeAt(name: string): number {
    const a = this.attributes;
    for (let n = 0; n < this.attributeCount * 4; n += 4) {
      const from = a[n] as number;
      if ((a[n + 1] as number) - from === name.length && this.text.startsWith(name, from)) return n;
    }
    return -1;
  }

  attribute(name: string): string | null {
    const at = this.attributeAt(name);
    return at < 0 ? null : this.decode(this.text.slice(this.attributes[at + 2], this.attributes[at + 3]).replace(/[\t\n\r]/g, " "));
  }

  /** The meaning of a text token. */
  content(): string {
    const raw = this.text.slice(this.start, this.end);
    return this.cdata ? raw.replace(/\r\n?/g, "\n") : this.decode(raw);
  }

  decode(raw: string): string {
    return decodeText(raw) ?? this.fail(this.start);
  }

  /** Runs to the end of the element whose start tag was the last token. */
  skip(): void {
    if (this.selfClosing) return;
    for (const outside = this.depth - 1; ; ) if (this.next() === END && this.depth === outside) return;
  }

  /** All text inside the element whose start tag was the last token, with that of its children; runs to its end. */
  textInside(): string {
    let text = "";
    if (this.selfClosing) return text;
    for (const outside = this.depth - 1; ; ) {
      const token = this.next();
      if (token === TEXT) text += this.content();
      else if (token === END && this.depth === outside) return text;
    }
  }

  fail(at: number): never {
    throw faults.damagedPart(this.part, `的内容不是有效的 XML（第 ${at + 1} 个字符附近）`);
  }

  private textEnd(from: number): number {
    const text = this.text;
    // Most texts are a few characters; a native search costs more than looking at them.
    const near = Math.min(from + 24, text.length);
    let at = from + 1;
    while (at < near) {
      if (text.charCodeAt(at) === LESS) return at;
      at++;
    }
    const to = text.indexOf("<", at);
    return to < 0 ? text.length : to;
  }

  private after(mark: string, from: number): number {
    const at = this.text.indexOf(mark, from);
    return at < 0 ? this.fail(from) : at + mark.length;
  }

  private startTag(at: number): Token {
    const text = this.text;
    let i = this.nameStart = at + 1;
    let code = text.charCodeAt(i);
    while (code > SPACE && code !== GREATER && code !== SLASH) {
      if (code === LESS || code === EQUALS || code === QUOTE || code === APOSTROPHE) this.fail(i);
      code = text.charCodeAt(++i);
    }
    if (i === at + 1) this.fail(at);
    this.nameEnd = i;
    const a = this.attributes;
    let count = 0;
    for (;;) {
      const gap = i;
      while (code === SPACE || code === LF || code === TAB || code === CR) code = text.charCodeAt(++i);
      if (code === GREATER) {
        this.selfClosing = false;
        break;
      }
      if (code === SLASH) {
        if (text.charCodeAt(++i) !== GREATER) this.fail(i);
        this.selfClosing = true;
        break;
      }
      if (i === gap) this.fail(i);
      a[count] = i;
      while (code > SPACE && code !== EQUALS && code !== GREATER && code !== LESS && code !== SLASH) code = text.charCodeAt(++i);
      if (i === a[count]) this.fail(i);
      a[count + 1] = i;
      while (code === SPACE || code === LF || code === TAB || code === CR) code = text.charCodeAt(++i);
      if (code !== EQUALS) this.fail(i);
      code = text.charCodeAt(++i);
      while (code === SPACE || code === LF || code === TAB || code === CR) code = text.charCodeAt(++i);
      if (code !== QUOTE && code !== APOSTROPHE) this.fail(i);
      const quote = code;
      code = text.charCodeAt(++i);
      a[count + 2] = i;
      // Not a number at the end of the text: NaN fails every comparison but this one.
      while (code !== quote) {
        if (code === LESS || code !== code) this.fail(i);
        code = text.charCodeAt(++i);
      }
      a[count + 3] = i;
      code = text.charCodeAt(++i);
      count += 4;
    }
    this.attributeCount = count >> 2;
    this.start = at;
    this.end = this.resume = i + 1;
    if (this.depth === 0) {
      if (this.rootSeen) this.fail(at);
      this.rootSeen = true;
    }
    if (!this.selfClosing) {
      if (this.depth >= LIMITS.depth) this.fail(at);
      this.names[this.depth * 2] = this.nameStart;
      this.names[this.depth * 2 + 1] = this.nameEnd;
      this.depth++;
    }
    return START;
  }

  private endTag(at: number): Token {
    const text = this.text;
    if (this.depth === 0) this.fail(at);
    const from = this.names[this.depth * 2 - 2] as number;
    const length = (this.names[this.depth * 2 - 1] as number) - from;
    let i = at + 2;
    for (let n = 0; n < length; n++, i++) if (text.charCodeAt(i) !== text.charCodeAt(from + n)) this.fail(at);
    this.nameStart = at + 2;
    this.nameEnd = i;
    let code = text.charCodeAt(i);
    while (code === SPACE || code === LF || code === TAB || code === CR) code = text.charCodeAt(++i);
    if (code !== GREATER) this.fail(at);
    this.depth--;
    this.start = at;
    this.end = this.resume = i + 1;
    return END;
  }
}

/** The prefix (with its colon) of the document's root element, after whose start tag the scanner stands. */
export function enterRoot(scanner: XmlScanner, local: string): string {
  if (scanner.next() !== START || scanner.localName !== local) throw faults.damagedPart(scanner.part, `的内容不对（应为 ${local}）`);
  return scanner.prefix;
}
