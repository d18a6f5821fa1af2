/** The styles part as far as it matters: number formats, cell formats, differential formats, each with its place. */
import { placeFor, outlineOf, readChildren, type Child, type Outline } from "../xml/outline";
import { START, XmlScanner } from "../xml/scanner";
import { BUILTIN_FORMATS } from "./builtin-formats";

/** CT_Stylesheet (ECMA-376 18.8.39). */
const ORDER = ["numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles", "colors", "extLst"];

export type Section = "numFmts" | "cellXfs" | "dxfs";

/** What a workbook without styles has to be given before any can be added. */
export const MINIMAL_STYLES =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  '<fonts count="1"><font><sz val="11"/><name val="宋体"/><charset val="134"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>';

export class StyleSheet {
  readonly outline: Outline;
  /** Number format codes of the file's own, by id. */
  readonly codes = new Map<number, string>();
  /** The number format code of each cell format. */
  readonly formats: readonly string[];
  readonly xfs: readonly Child[];
  readonly dxfs: readonly Child[];

  /** Throws FaultError `damaged`. */
  constructor(
    readonly text: string,
    readonly part: string,
  ) {
    this.outline = outlineOf(text, part, "styleSheet");
    const attribute = this.tagReader();
    for (const item of this.items("numFmts")) {
      const id = parseInt(attribute(item, "numFmtId") ?? "", 10);
      if (id >= 0) this.codes.set(id, attribute(item, "formatCode") ?? "General");
    }
    this.xfs = this.items("cellXfs");
    this.dxfs = this.items("dxfs");
    this.formats = this.xfs.map((xf) => this.codeOf(parseInt(attribute(xf, "numFmtId") ?? "0", 10)));
  }

  /** The code behind an id: the file's own definition goes before the built-in one. */
  codeOf(id: number): string {
    return this.codes.get(id) ?? BUILTIN_FORMATS.get(id) ?? "General";
  }

  xml(child: Child): string {
    return this.text.slice(child.start, child.end);
  }

  section(name: Section): Child | undefined {
    return this.outline.children.find((child) => child.own && child.name === name);
  }

  /** Where a section goes that the part does not have yet. */
  placeFor(name: Section): number {
    return placeFor(this.outline, ORDER, name);
  }

  private items(name: Section): Child[] {
    const section = this.section(name);
    if (!section || section.selfClosing) return [];
    // The section as a document of its own: same tokens, offsets moved.
    const scanner = new XmlScanner(this.text.slice(section.start, section.end), this.part);
    scanner.next();
    const items: Child[] = [];
    readChildren(scanner, this.outline.prefix, items);
    const by = section.start;
    return items
      .filter((item) => item.own)
      .map((item) => ({ ...item, start: item.start + by, openEnd: item.openEnd + by, contentEnd: item.contentEnd + by, end: item.end + by }));
  }

  private tagReader(): (item: Child, name: string) => string | null {
    return (item, name) => {
      const scanner = new XmlScanner(this.text.slice(item.start, item.end), this.part);
      return scanner.next() === START ? scanner.attribute(name) : null;
    };
  }
}
