/** Changing characters of a rich text without losing its runs: a ticked box in a sentence whose words are set in several fonts. */
import { END, EOF, START, TEXT, XmlScanner } from "../xml/scanner";
import { escapeCellText, unescapeCellText } from "../xml/text";

/**
 * The content of an `<is>` (with `prefix`) that shows `text` in the runs of `item`, the raw XML of an `<si>` or `<is>`.
 * Null where the runs cannot be kept: the lengths differ, or the item holds something unknown. Phonetic hints are left out,
 * they spoke of the old text.
 */
export function inRunsOf(item: string, part: string, text: string, prefix: string): string | null {
  const scanner = new XmlScanner(item, part);
  if (scanner.next() !== START || scanner.selfClosing) return null;
  const from = scanner.prefix;
  let out = "";
  let used = 0;
  for (;;) {
    const token = scanner.next();
    if (token === EOF || (token === END && scanner.depth === 0)) break;
    if (token === TEXT) {
      if (scanner.content().trim() !== "") return null;
    } else if (token === END) out += `</${prefix}${scanner.localName}>`;
    else {
      const name = scanner.localName;
      if (!scanner.named(from, name)) return null;
      if (name === "rPh" || name === "phoneticPr") {
        scanner.skip();
        continue;
      }
      if (name === "t") {
        const length = unescapeCellText(scanner.textInside()).length;
        const piece = text.slice(used, used + length);
        used += length;
        if (/^[\udc00-\udfff]|[\ud800-\udbff]$/.test(piece)) return null;
        out += `<${prefix}t xml:space="preserve">${escapeCellText(piece)}</${prefix}t>`;
      } else {
        const attributes = scanner.text.slice(scanner.nameEnd, scanner.end);
        if (/[\s][\w.-]+:[\w.-]+\s*=/.test(attributes)) return null;
        out += `<${prefix}${name}${attributes}`;
      }
    }
  }
  return used === text.length ? out : null;
}
