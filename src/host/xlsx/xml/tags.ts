/** Reading and changing single start tags by their raw text. */
import { START, XmlScanner } from "./scanner";

export interface RawAttribute {
  readonly name: string;
  /** As written, without quotes. */
  readonly raw: string;
}

/** The attributes of the start tag at the beginning of `xml`, in their order. */
export function attributesOf(xml: string, part: string): RawAttribute[] {
  const scanner = new XmlScanner(xml, part);
  if (scanner.next() !== START) return [];
  const a = scanner.attributes;
  const found: RawAttribute[] = [];
  for (let n = 0; n < scanner.attributeCount * 4; n += 4) found.push({ name: xml.slice(a[n], a[n + 1]), raw: xml.slice(a[n + 2], a[n + 3]) });
  return found;
}

/** The decoded value of one attribute of the start tag at the beginning of `xml`. */
export function attributeOf(xml: string, part: string, name: string): string | null {
  const scanner = new XmlScanner(xml, part);
  return scanner.next() === START ? scanner.attribute(name) : null;
}

/**
 * The start tag at the beginning of `xml` with one attribute set (`value` is raw, already escaped) or, for null, taken out.
 * Everything else of `xml` stays as it is; a new attribute goes last.
 */
export function withAttribute(xml: string, part: string, name: string, value: string | null): string {
  const scanner = new XmlScanner(xml, part);
  if (scanner.next() !== START) return xml;
  const at = scanner.attributeAt(name);
  if (at < 0) {
    if (value === null) return xml;
    const close = scanner.end - (scanner.selfClosing ? 2 : 1);
    const before = xml.slice(0, close).trimEnd();
    return `${before} ${name}="${value}"${xml.slice(close)}`;
  }
  const [nameFrom = 0, , from = 0, to = 0] = scanner.attributes.slice(at, at + 4);
  if (value !== null) return xml.slice(0, from) + value + xml.slice(to);
  return xml.slice(0, nameFrom).trimEnd() + xml.slice(to + 1);
}
