/** The children of a root element with their places: where to patch and where to insert. */
import { enterRoot, END, EOF, START, XmlScanner } from "./scanner";

export interface Child {
  /** Without prefix. */
  readonly name: string;
  /** In the root element's own namespace (by prefix). */
  readonly own: boolean;
  readonly start: number;
  /** After the start tag. */
  readonly openEnd: number;
  readonly selfClosing: boolean;
  /** Where the content ends; `openEnd` for an empty element. */
  readonly contentEnd: number;
  readonly end: number;
}

export interface Outline {
  /** Of the root element, with its colon, "" if there is none. */
  readonly prefix: string;
  readonly children: readonly Child[];
  /** Where a last child would go. For `<root/>` it is -1: there is no inside. */
  readonly contentEnd: number;
  readonly rootStart: number;
  readonly rootOpenEnd: number;
}

/** Throws FaultError `damaged` if the root is another element or the part no XML. */
export function outlineOf(text: string, part: string, root: string): Outline {
  const scanner = new XmlScanner(text, part);
  const prefix = enterRoot(scanner, root);
  const outline = { prefix, rootStart: scanner.start, rootOpenEnd: scanner.end };
  const children: Child[] = [];
  let contentEnd = -1;
  if (!scanner.selfClosing) contentEnd = readChildren(scanner, prefix, children);
  while (scanner.next() !== EOF);
  return { ...outline, children, contentEnd };
}

/** Reads the children of the element whose start tag was the last token, to its end tag; returns where that stands. */
export function readChildren(scanner: XmlScanner, prefix: string, into: Child[]): number {
  for (;;) {
    const token = scanner.next();
    if (token === END) return scanner.start;
    if (token !== START) continue;
    const name = scanner.localName;
    const child = { name, own: scanner.named(prefix, name), start: scanner.start, openEnd: scanner.end, selfClosing: scanner.selfClosing };
    scanner.skip();
    into.push({ ...child, contentEnd: child.selfClosing ? child.openEnd : scanner.start, end: scanner.end });
  }
}

/** Where a child goes by the schema's order: after the last of those that come before it or are of its kind. */
export function placeFor(outline: Outline, order: readonly string[], name: string, before: boolean = false): number {
  const rank = order.indexOf(name);
  let at = outline.rootOpenEnd;
  for (const child of outline.children) {
    // Wrapped alternatives and foreign elements may stand anywhere; what we insert follows a child we know.
    const childRank = child.own ? order.indexOf(child.name) : -1;
    if (childRank < 0) continue;
    if (childRank > rank || (before && childRank === rank)) return at;
    at = child.end;
  }
  return at;
}
