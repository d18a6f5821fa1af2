/** Raw deflate in both directions; the command line brings zlib's, everywhere else fflate does it. */
import { deflateSync, Inflate, inflateSync } from "fflate";

export interface Codec {
  /** Inflates raw deflate data. Stops soon after `maxLength` bytes and throws `OutputTooLong`; throws anything else on broken data. */
  inflate(data: Uint8Array, maxLength: number): Uint8Array;
  deflate(data: Uint8Array): Uint8Array;
  /** CRC-32 as zip wants it; left out, an own one is used. */
  crc32?(data: Uint8Array): number;
}

/** The data inflates to more than it declared. */
export class OutputTooLong extends Error {
  override readonly name = "OutputTooLong";
}

/** Deflate cannot do better than this. */
const BEST_RATIO = 1032;
/** What a deflate stream of this size can hold costs no more than a moment to run through. */
const SMALL = 64 * 1024;

export const fflateCodec: Codec = {
  inflate(data, maxLength) {
    return data.length <= SMALL ? inflateSmall(data, maxLength) : inflateInSteps(data, maxLength);
  },
  deflate(data) {
    return deflateSync(data, { level: 6 });
  },
};

function inflateSmall(data: Uint8Array, maxLength: number): Uint8Array {
  // fflate does not grow a buffer it is given; the byte more tells "full" from "too long".
  const most = Math.min(maxLength, data.length * BEST_RATIO);
  const out = inflateSync(data, { out: new Uint8Array(most + 1) });
  if (out.length > maxLength) throw new OutputTooLong();
  return out;
}

function inflateInSteps(data: Uint8Array, maxLength: number): Uint8Array {
  const out = new Uint8Array(maxLength);
  let length = 0;
  const stream = new Inflate((chunk) => {
    if (length + chunk.length > maxLength) throw new OutputTooLong();
    out.set(chunk, length);
    length += chunk.length;
  });
  for (let from = 0; from < data.length; from += SMALL) stream.push(data.subarray(from, from + SMALL), from + SMALL >= data.length);
  return length === maxLength ? out : out.subarray(0, length);
}
