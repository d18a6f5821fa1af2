/** A formula's cell with another stored result: `<f>`, and everything else that is not the result, stays as it is written. */
import type { CellValue } from "../../../model/grid";
import { type Child, readChildren } from "../xml/outline";
import { START, XmlScanner } from "../xml/scanner";
import { spliced } from "../xml/splice";
import { withAttribute } from "../xml/tags";
import { escapeCellText, escapeText } from "../xml/text";

/** `old` is the whole `<c>`. */
export function resultXml(old: string, prefix: string, part: string, value: CellValue): string {
  const scanner = new XmlScanner(old, part);
  if (scanner.next() !== START) return old;
  const openEnd = scanner.end;
  // vm says what kind of value the old result was (a picture, a rich error); cm is the formula's own.
  const attributes = (open: string): string => withAttribute(withAttribute(open, part, "t", typeOf(value)), part, "vm", null);
  const result = value.kind === "empty" ? "" : `<${prefix}v>${contentOf(value)}</${prefix}v>`;
  if (scanner.selfClosing) return result === "" ? old : `${attributes(old).replace(/\s*\/>$/, ">")}${result}</${prefix}c>`;
  const children: Child[] = [];
  readChildren(scanner, prefix, children);
  const before = children.filter(({ own, name }) => own && (name === "v" || name === "is"));
  const formula = children.find(({ own, name }) => own && name === "f");
  // As in Excel: behind the formula, before anything else.
  const at = formula?.end ?? openEnd;
  const content = spliced(old, [...before.map(({ start, end }) => ({ start, end, text: "" })), { start: at, end: at, text: result }]);
  return attributes(content);
}

/** "str" is a text that a formula gives; "" too is one, and not the same as no result. */
function typeOf(value: CellValue): string | null {
  switch (value.kind) {
    case "empty":
    case "number":
      return null;
    case "text":
      return "str";
    case "boolean":
      return "b";
    case "error":
      return "e";
  }
}

function contentOf(value: Exclude<CellValue, { readonly kind: "empty" }>): string {
  switch (value.kind) {
    case "number":
      return value.digits;
    case "text":
      return escapeCellText(value.text);
    case "boolean":
      return value.value ? "1" : "0";
    case "error":
      return escapeText(value.code);
  }
}
