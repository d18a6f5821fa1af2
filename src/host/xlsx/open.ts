/** Opens an .xlsx file from its bytes. */
import type { Original } from "./changes";
import { readWorkbookPart } from "./package/workbook-part";
import { Parts } from "./package/parts";
import { checkKind } from "./sniff";
import { STATE_NAMESPACE } from "../../model/workbook-state";
import { parseOwnState } from "./state/own-state";
import { XlsxWorkbook } from "./workbook";
import { ZipArchive } from "./zip/archive";
import { type Codec, fflateCodec } from "./zip/codec";

/** Custom XML larger than this is nobody's settings. */
const STATE_LIMIT = 16 * 1024 * 1024;
const CUSTOM_PARTS = 100;

/**
 * The bytes stay in use: untouched parts are copied from them on saving.
 * Throws FaultError with a code of model/fault.ts and a message in Chinese that names no file.
 */
export function openWorkbook(bytes: Uint8Array, options: { readonly codec?: Codec } = {}): XlsxWorkbook {
  checkKind(bytes);
  const parts = new Parts(new ZipArchive(bytes, options.codec ?? fflateCodec));
  const workbook = readWorkbookPart(parts);
  return new XlsxWorkbook({ parts, workbook, own: findOwnState(parts, workbook.customXmlParts) });
}

function findOwnState(parts: Parts, candidates: readonly string[]): Original["own"] {
  const marker = new TextEncoder().encode(STATE_NAMESPACE);
  for (const part of candidates.slice(0, CUSTOM_PARTS)) {
    if (parts.archive.sizeOf(part) > STATE_LIMIT) continue;
    if (!contains(parts.archive.read(part), marker)) continue;
    const state = parseOwnState(parts.text(part), part);
    if (state) return { part, state };
  }
  return null;
}

/** Whether the first kilobyte, where a root element declares its namespace, holds these bytes. */
function contains(bytes: Uint8Array, wanted: Uint8Array): boolean {
  const head = bytes.subarray(0, 1024);
  for (let at = 0; at + wanted.length <= head.length; at++) if (wanted.every((byte, n) => head[at + n] === byte)) return true;
  return false;
}
