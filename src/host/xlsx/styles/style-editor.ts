/** Appends what a plan needs to the styles part. Nothing is renumbered; what is there already is used again. */
import type { Child } from "../xml/outline";
import { type Splice, spliced } from "../xml/splice";
import { attributeOf, attributesOf, withAttribute } from "../xml/tags";
import { escapeAttribute } from "../xml/text";
import { ID_OF_CODE } from "./builtin-formats";
import { type Section, StyleSheet } from "./style-sheet";

export interface StyleChange {
  /** A number format code, null to keep the cell's own. */
  readonly format: string | null;
  /** Whether the cell's text is to be guarded against being read as a formula; null to keep what is. */
  readonly quotePrefix: boolean | null;
}

const GENERAL = "General";
const FIRST_OWN_FORMAT = 164;
const DEFAULT_XF = 'xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>';

export class StyleEditor {
  private readonly sheet: StyleSheet;
  private readonly newFormats = new Map<string, number>();
  private readonly newXfs: string[] = [];
  private readonly newDxfs: string[] = [];
  private byShape: Map<string, number> | null = null;
  private readonly cache = new Map<string, number>();

  constructor(text: string, part: string) {
    this.sheet = new StyleSheet(text, part);
    if (this.sheet.xfs.length === 0) this.newXfs.push(`<${this.sheet.outline.prefix}${DEFAULT_XF}`);
  }

  /** The index of a cell format like `base` but for the change. */
  cellStyle(base: number, change: StyleChange): number {
    const key = `${base}|${change.quotePrefix}|${change.format}`;
    let style = this.cache.get(key);
    if (style === undefined) {
      style = this.findOrAdd(base, change);
      this.cache.set(key, style);
    }
    return style;
  }

  /** Whether a cell format guards its text. */
  hasQuotePrefix(style: number): boolean {
    return isOn(attributeOf(this.xfXml(style), this.sheet.part, "quotePrefix"));
  }

  /** The index of a differential format; `inner` is its content in the default namespace. */
  dxf(inner: string): number {
    const wanted = plainXml(`<dxf>${inner}</dxf>`);
    const existing = this.sheet.dxfs.findIndex((dxf) => plainXml(this.sheet.xml(dxf)) === wanted);
    if (existing >= 0) return existing;
    const added = this.newDxfs.findIndex((dxf) => plainXml(dxf) === wanted);
    if (added >= 0) return this.sheet.dxfs.length + added;
    const prefix = this.sheet.outline.prefix;
    this.newDxfs.push(`<dxf>${inner}</dxf>`.replace(/<(\/?)/g, `<$1${prefix}`));
    return this.sheet.dxfs.length + this.newDxfs.length - 1;
  }

  get addedDxfs(): number {
    return this.newDxfs.length;
  }

  get dxfCount(): number {
    return this.sheet.dxfs.length;
  }

  /** The start tag of the differential formats as it is now, "" if there are none: what `withoutAddedDxfs` puts back. */
  get dxfsTag(): string {
    const section = this.sheet.section("dxfs");
    return section ? this.sheet.text.slice(section.start, section.openEnd) : "";
  }

  render(): string {
    const prefix = this.sheet.outline.prefix;
    const formats = [...this.newFormats].map(([code, id]) => `<${prefix}numFmt numFmtId="${id}" formatCode="${escapeAttribute(code)}"/>`);
    return spliced(this.sheet.text, [
      ...this.append("numFmts", formats, this.sheet.codes.size),
      ...this.append("cellXfs", this.newXfs, this.sheet.xfs.length),
      ...this.append("dxfs", this.newDxfs, this.sheet.dxfs.length),
    ]);
  }

  private append(name: Section, items: readonly string[], before: number): Splice[] {
    if (items.length === 0) return [];
    const { text, part, outline } = this.sheet;
    const tag = outline.prefix + name;
    const content = items.join("");
    const count = String(before + items.length);
    const section = this.sheet.section(name);
    if (!section) {
      const at = this.sheet.placeFor(name);
      return [{ start: at, end: at, text: `<${tag} count="${count}">${content}</${tag}>` }];
    }
    const open = withAttribute(text.slice(section.start, section.openEnd), part, "count", count);
    if (section.selfClosing) return [{ start: section.start, end: section.end, text: `${open.replace(/\s*\/>$/, ">")}${content}</${tag}>` }];
    return [
      { start: section.start, end: section.openEnd, text: open },
      { start: section.contentEnd, end: section.contentEnd, text: content },
    ];
  }

  private findOrAdd(base: number, change: StyleChange): number {
    const { part } = this.sheet;
    const own = this.xfXml(base);
    const ownCode = this.codeOf(own);
    const code = change.format ?? ownCode;
    let xml = own;
    if (change.quotePrefix !== null && change.quotePrefix !== isOn(attributeOf(xml, part, "quotePrefix"))) {
      xml = withAttribute(xml, part, "quotePrefix", change.quotePrefix ? "1" : null);
    }
    if (code !== ownCode) xml = withAttribute(xml, part, "applyNumberFormat", "1");
    if (xml === own && code === ownCode) return base;
    const shape = this.shape(xml, code);
    this.byShape ??= this.indexShapes();
    const existing = this.byShape.get(shape);
    if (existing !== undefined) return existing;
    if (code !== ownCode) xml = withAttribute(xml, part, "numFmtId", String(this.formatId(code)));
    this.newXfs.push(xml);
    const style = this.sheet.xfs.length + this.newXfs.length - 1;
    this.byShape.set(shape, style);
    return style;
  }

  private xfXml(style: number): string {
    const xf = this.sheet.xfs[style] ?? this.sheet.xfs[0];
    if (style >= this.sheet.xfs.length) return this.newXfs[style - this.sheet.xfs.length] ?? (xf ? this.sheet.xml(xf) : (this.newXfs[0] ?? ""));
    return xf ? this.sheet.xml(xf) : (this.newXfs[0] ?? "");
  }

  private codeOf(xf: string): string {
    const id = parseInt(attributeOf(xf, this.sheet.part, "numFmtId") ?? "0", 10);
    for (const [code, newId] of this.newFormats) if (newId === id) return code;
    return this.sheet.codeOf(id);
  }

  private formatId(code: string): number {
    const known = [...this.sheet.codes].find(([, own]) => own === code)?.[0] ?? this.newFormats.get(code);
    if (known !== undefined) return known;
    const builtin = ID_OF_CODE.get(code);
    // A file may give a built-in id a meaning of its own.
    if (builtin !== undefined && !this.sheet.codes.has(builtin)) return builtin;
    const id = Math.max(FIRST_OWN_FORMAT - 1, ...this.sheet.codes.keys(), ...this.newFormats.values()) + 1;
    this.newFormats.set(code, id);
    return id;
  }

  private indexShapes(): Map<string, number> {
    const shapes = new Map<string, number>();
    this.sheet.xfs.forEach((xf: Child, style) => {
      const shape = this.shape(this.sheet.xml(xf), this.sheet.formats[style] ?? GENERAL);
      if (!shapes.has(shape)) shapes.set(shape, style);
    });
    this.newXfs.forEach((xf, n) => shapes.set(this.shape(xf, this.codeOf(xf)), this.sheet.xfs.length + n));
    return shapes;
  }

  /** Equal for cell formats that look the same: attributes in any order, defaults left out, number formats by their code. */
  private shape(xf: string, code: string): string {
    const attributes = attributesOf(xf, this.sheet.part)
      .filter(({ name, raw }) => name !== "numFmtId" && !(/^(quotePrefix|pivotButton)$/.test(name) && !isOn(raw)) && !(name === "applyNumberFormat" && isOn(raw)))
      .map(({ name, raw }) => `${name}=${raw === "true" ? "1" : raw === "false" ? "0" : raw}`)
      .filter((attribute) => attribute !== "applyNumberFormat=0" || code !== GENERAL)
      .sort();
    const inner = /^<[^>]*\/>$/.test(xf) ? "" : plainXml(xf.slice(xf.indexOf(">") + 1, xf.lastIndexOf("</")));
    return `${attributes.join(" ")}|${code}|${inner}`;
  }
}

/** Takes out differential formats that were appended behind the first `base`, and puts the old start tag back ("" = no such section). */
export function withoutAddedDxfs(text: string, part: string, base: number, tag: string): string {
  const sheet = new StyleSheet(text, part);
  const section = sheet.section("dxfs");
  if (!section || sheet.dxfs.length <= base) return text;
  if (tag === "") return spliced(text, [{ start: section.start, end: section.end, text: "" }]);
  if (tag.endsWith("/>")) return spliced(text, [{ start: section.start, end: section.end, text: tag }]);
  const from = sheet.dxfs[base]?.start ?? section.contentEnd;
  const to = sheet.dxfs.at(-1)?.end ?? section.contentEnd;
  return spliced(text, [
    { start: section.start, end: section.openEnd, text: tag },
    { start: from, end: to, text: "" },
  ]);
}

/** Without prefixes and without the space between tags. */
function plainXml(xml: string): string {
  return xml.replace(/<(\/?)[^\s<>/:="']+:/g, "<$1").replace(/>\s+</g, "><").replace(/\s*\/>/g, "/>").trim();
}

function isOn(raw: string | null): boolean {
  return raw === "1" || raw === "true";
}
