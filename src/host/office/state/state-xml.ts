/** The custom XML part around the state: one element in our namespace with JSON as its text. Excel may write it its own way. */
import { STATE_NAMESPACE } from "../../../model/workbook-state";

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

export function stateXml(json: string): string {
  // JSON leaves two characters alone that XML does not allow; inside JSON they stand in texts only, where an escape means the same.
  const safe = json.replace(/[\ufffe\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16)}`);
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<state xmlns="${STATE_NAMESPACE}">${safe.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;")}</state>`;
}

/** The text inside; null for another document. */
export function jsonInXml(xml: string): string | null {
  const open = /^\s*(?:<\?[^>]*\?>\s*|<!--[\s\S]*?-->\s*)*<((?:[\w.-]+:)?state)\b([^>]*[^/]|)>/.exec(xml);
  if (!open || !(open[2] ?? "").includes(STATE_NAMESPACE)) return null;
  const end = xml.lastIndexOf(`</${open[1] ?? ""}`);
  if (end < open[0].length) return null;
  return xml
    .slice(open[0].length, end)
    .split(/<!\[CDATA\[([\s\S]*?)\]\]>/)
    .map((piece, n) => (n % 2 === 1 ? piece : piece.replace(/&(#x[\da-fA-F]+|#\d+|\w+);/g, (whole, name: string) => entity(name) ?? whole)))
    .join("");
}

function entity(name: string): string | null {
  if (!name.startsWith("#")) return ENTITIES[name] ?? null;
  const code = name.charAt(1) === "x" ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : null;
}
