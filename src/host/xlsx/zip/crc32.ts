/** CRC-32 as zip wants it (polynomial 0xEDB88320), four bytes a step. */

const TABLES = makeTables();

function makeTables(): Int32Array {
  const tables = new Int32Array(4 * 256);
  for (let n = 0; n < 256; n++) {
    let crc = n;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
    tables[n] = crc;
  }
  for (let n = 0; n < 768; n++) {
    const before = tables[n] ?? 0;
    tables[n + 256] = (before >>> 8) ^ (tables[before & 255] ?? 0);
  }
  return tables;
}

export function crc32(data: Uint8Array): number {
  const t = TABLES;
  let crc = -1;
  let at = 0;
  const last = data.length - 3;
  for (; at < last; at += 4) {
    crc ^= (data[at] as number) | ((data[at + 1] as number) << 8) | ((data[at + 2] as number) << 16) | ((data[at + 3] as number) << 24);
    crc = (t[768 + (crc & 255)] as number) ^ (t[512 + ((crc >>> 8) & 255)] as number) ^ (t[256 + ((crc >>> 16) & 255)] as number) ^ (t[crc >>> 24] as number);
  }
  for (; at < data.length; at++) crc = (t[(crc ^ (data[at] as number)) & 255] as number) ^ (crc >>> 8);
  return (crc ^ -1) >>> 0;
}
