/** Character data: entities, line ends and the `_x000D_` escapes of the spreadsheet schema. */

/** Scratch space for texts full of entities: some writers spell every Chinese character as one. */
const units = new Uint16Array(4096);
const AMPERSAND = 38, HASH = 35, CR = 13, LF = 10;

/** The meaning of raw character data. Null if it holds something that XML does not allow, such as `&nbsp;` or `&#0;`. */
export function decodeText(raw: string): string | null {
  if (raw.indexOf("&") < 0 && raw.indexOf("\r") < 0) return raw;
  let text = "";
  let used = 0;
  let at = 0;
  while (at < raw.length) {
    if (used > units.length - 2) {
      text += String.fromCharCode.apply(null, units.subarray(0, used) as unknown as number[]);
      used = 0;
    }
    let code = raw.charCodeAt(at++);
    if (code === CR) {
      if (raw.charCodeAt(at) === LF) at++;
      code = LF;
    } else if (code === AMPERSAND) {
      const end = raw.indexOf(";", at);
      code = end < 0 || end - at > 9 ? 0 : entity(raw, at, end);
      if (!isXmlChar(code)) return null;
      at = end + 1;
      if (code > 0xffff) {
        units[used++] = 0xd800 + ((code - 0x10000) >> 10);
        code = 0xdc00 + ((code - 0x10000) & 0x3ff);
      }
    }
    units[used++] = code;
  }
  return text + String.fromCharCode.apply(null, units.subarray(0, used) as unknown as number[]);
}

/** The code point of the entity between `at` and its semicolon; 0 for anything that is none. */
function entity(raw: string, at: number, end: number): number {
  if (raw.charCodeAt(at) !== HASH) {
    switch (raw.slice(at, end)) {
      case "lt":
        return 60;
      case "gt":
        return 62;
      case "amp":
        return AMPERSAND;
      case "quot":
        return 34;
      case "apos":
        return 39;
      default:
        return 0;
    }
  }
  const hex = raw.charCodeAt(at + 1) === 120;
  const base = hex ? 16 : 10;
  let code = 0;
  let n = at + (hex ? 2 : 1);
  if (n === end) return 0;
  for (; n < end; n++) {
    const unit = raw.charCodeAt(n);
    const digit = unit >= 48 && unit <= 57 ? unit - 48 : hex && unit >= 97 && unit <= 102 ? unit - 87 : hex && unit >= 65 && unit <= 70 ? unit - 55 : 99;
    if (digit >= base) return 0;
    code = code * base + digit;
  }
  return code;
}

function isXmlChar(code: number): boolean {
  return code === 9 || code === 10 || code === 13 || (code >= 0x20 && code <= 0xd7ff) || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff);
}

/** `_x000D_` → carriage return; `_x005F_x000D_` is how the schema writes the text `_x000D_` itself. */
export function unescapeCellText(text: string): string {
  return text.indexOf("_x") < 0 ? text : text.replace(/_x([0-9a-fA-F]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

export function escapeText(text: string): string {
  return text.replace(/[&<>\r]/g, (c) => (c === "&" ? "&amp;" : c === "<" ? "&lt;" : c === ">" ? "&gt;" : "&#13;"));
}

export function escapeAttribute(text: string): string {
  return text.replace(/[&<>"\t\n\r]/g, (c) => (c === "&" ? "&amp;" : c === "<" ? "&lt;" : c === ">" ? "&gt;" : c === '"' ? "&quot;" : `&#${c.charCodeAt(0)};`));
}

/** Text as it stands in a cell's `<t>`: what looks like an escape is escaped, and so is what XML cannot hold. */
export function escapeCellText(text: string): string {
  const escaped = text
    .replace(/_(?=x[0-9a-fA-F]{4}_)/g, "_x005F_")
    .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, (c) => `_x${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`);
  return escapeText(escaped);
}
