/** Bytes of a part to text and back, in the encoding it came in. */
import * as faults from "../faults";

export type Encoding = "utf-8" | "utf-16le" | "utf-16be";

export interface PartForm {
  readonly encoding: Encoding;
  /** A byte order mark stands before the text. */
  readonly mark: boolean;
}

export interface PartText extends PartForm {
  /** Without the byte order mark. */
  readonly text: string;
}

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Throws FaultError `damaged` for bytes that are not text, or in an encoding that the package format does not allow. */
export function decodePart(bytes: Uint8Array, part: string): PartText {
  const { encoding, skip } = sniff(bytes);
  const body = skip ? bytes.subarray(skip) : bytes;
  let text: string;
  try {
    text = encoding === "utf-8" ? utf8.decode(body) : new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(body);
  } catch (cause) {
    throw faults.damagedPart(part, "不是有效的文本", cause);
  }
  if (encoding === "utf-8" && text.startsWith("<?xml")) {
    const declared = /^<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)["']/.exec(text.slice(0, 200))?.[1];
    if (declared !== undefined && !/^(utf-?8|us-ascii|ascii)$/i.test(declared)) throw faults.damagedPart(part, `使用了不允许的编码 ${declared}`);
  }
  return { text, encoding, mark: skip > 0 };
}

function sniff(bytes: Uint8Array): { encoding: Encoding; skip: number } {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: "utf-8", skip: 3 };
  if (a === 0xff && b === 0xfe) return { encoding: "utf-16le", skip: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: "utf-16be", skip: 2 };
  if (a === 0x3c && b === 0 && c !== 0 && d === 0) return { encoding: "utf-16le", skip: 0 };
  if (a === 0 && b === 0x3c && c === 0 && d !== 0) return { encoding: "utf-16be", skip: 0 };
  return { encoding: "utf-8", skip: 0 };
}

export function encodePart(part: PartText): Uint8Array {
  if (part.encoding === "utf-8") return new TextEncoder().encode(part.mark ? `\ufeff${part.text}` : part.text);
  const text = part.mark ? `\ufeff${part.text}` : part.text;
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), part.encoding === "utf-16le");
  return new Uint8Array(view.buffer);
}
