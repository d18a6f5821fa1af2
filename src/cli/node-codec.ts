/** Node's zlib for the .xlsx adapter: several times faster than a JavaScript inflate. */
import * as zlib from "node:zlib";
import { type Codec, OutputTooLong } from "../host/xlsx/zip/codec";

/** Node has it from 20.15 on; before, the adapter's own is used. */
const { crc32 } = zlib as { crc32?: (data: Uint8Array) => number };

const LARGEST_CHUNK = 4 * 1024 * 1024;

export const nodeCodec: Codec = {
  inflate(data, maxLength) {
    try {
      // One chunk for the whole output saves copying; the byte more makes an output of exactly `maxLength` no overrun.
      const chunkSize = Math.min(Math.max(maxLength + 1, 64), LARGEST_CHUNK);
      return zlib.inflateRawSync(data, { maxOutputLength: maxLength + 1, chunkSize });
    } catch (error) {
      if (typeof error === "object" && error !== null && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE") throw new OutputTooLong();
      throw error;
    }
  },
  deflate(data) {
    return zlib.deflateRawSync(data, { level: 6 });
  },
  ...(crc32 ? { crc32 } : {}),
};
