/** What an image is, by its first bytes: a name or a content type may say anything. */
import type { Image } from "./picture";

export interface ImageHead {
  readonly type: Image["type"];
  readonly width: number;
  readonly height: number;
}

/** Null for everything that is no PNG, JPEG or GIF with a size. */
export function imageHead(bytes: Uint8Array): ImageHead | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = pngHead(view) ?? gifHead(view) ?? jpegHead(view);
  return head && head.width > 0 && head.height > 0 ? head : null;
}

function pngHead(view: DataView): ImageHead | null {
  if (view.byteLength < 24 || view.getUint32(0) !== 0x89504e47 || view.getUint32(4) !== 0x0d0a1a0a) return null;
  return { type: "image/png", width: view.getUint32(16), height: view.getUint32(20) };
}

function gifHead(view: DataView): ImageHead | null {
  if (view.byteLength < 10 || view.getUint32(0) !== 0x47494638) return null;
  return { type: "image/gif", width: view.getUint16(6, true), height: view.getUint16(8, true) };
}

/** The size stands in the frame header, behind segments of any length. */
function jpegHead(view: DataView): ImageHead | null {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return null;
  for (let at = 2; at + 9 <= view.byteLength; ) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    // Any number of fill bytes may stand before a marker.
    if (marker === 0xff) {
      at++;
      continue;
    }
    const frame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (frame) return { type: "image/jpeg", width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    const length = view.getUint16(at + 2);
    if (length < 2) return null;
    at += 2 + length;
  }
  return null;
}
