/** Small structural parts (workbook, relationships, content types, our own state) as a tree, read by saxes with namespaces. */
import { SaxesParser } from "saxes";
import * as faults from "../faults";
import { LIMITS } from "../limits";

export interface XmlElement {
  readonly name: string;
  readonly uri: string;
  readonly attributes: readonly { readonly name: string; readonly uri: string; readonly value: string }[];
  readonly children: XmlElement[];
  text: string;
}

/** Throws FaultError: `unsafe` for a document type definition, `damaged` for what is no XML. */
export function parseTree(text: string, part: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true, position: false });
  const open: XmlElement[] = [];
  let root: XmlElement | null = null;
  parser.on("doctype", () => {
    throw faults.unsafeDoctype(part);
  });
  parser.on("error", (cause) => {
    throw faults.damagedPart(part, "的内容不是有效的 XML", cause);
  });
  parser.on("opentag", (tag) => {
    if (open.length >= LIMITS.depth) throw faults.damagedPart(part, "嵌套过深");
    const attributes = Object.values(tag.attributes).map(({ local, uri, value }) => ({ name: local, uri, value }));
    const element: XmlElement = { name: tag.local, uri: tag.uri, attributes, children: [], text: "" };
    const parent = open.at(-1);
    if (parent) parent.children.push(element);
    else root = element;
    open.push(element);
  });
  parser.on("closetag", () => void open.pop());
  const addText = (content: string): void => {
    const element = open.at(-1);
    if (element) element.text += content;
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.write(text).close();
  if (!root) throw faults.damagedPart(part, "的内容不是有效的 XML");
  return root;
}

/** An attribute without a namespace. */
export function attribute(element: XmlElement, name: string): string | null {
  return element.attributes.find((a) => a.name === name && a.uri === "")?.value ?? null;
}

/** An attribute of the relationships namespace, transitional or strict: `r:id`. */
export function relationshipId(element: XmlElement): string | null {
  return element.attributes.find((a) => a.name === "id" && a.uri.endsWith("/relationships"))?.value ?? null;
}

/** Schema booleans: 1/true. */
export function isTrue(value: string | null): boolean {
  return value === "1" || value === "true";
}
