/** The zip directory: what is in the package and where, checked before anything is inflated. */
import * as faults from "../faults";
import { LIMITS } from "../limits";

export const LOCAL_HEADER = 0x04034b50;
export const CENTRAL_RECORD = 0x02014b50;
export const END_RECORD = 0x06054b50;
const END_RECORD_64 = 0x06064b50;
const END_LOCATOR_64 = 0x07064b50;
const DESCRIPTOR = 0x08074b50;
const ABSENT_32 = 0xffffffff;
const END_SIZE = 22;

export interface ZipEntry {
  /** With "/" between folders; as the file spells it otherwise. */
  readonly name: string;
  readonly flags: number;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  /** Offsets of the local header and of the data behind it. */
  readonly start: number;
  readonly dataStart: number;
  /** After the data and its descriptor; null where the descriptor has no known form, so that the entry cannot be copied as it is. */
  readonly end: number | null;
  /** Its record in the directory, to be copied with a new offset. */
  readonly record: Uint8Array;
  /** Where in `record` a 64-bit offset stands, if it stands there. */
  readonly offset64At: number | null;
}

export interface ZipDirectory {
  readonly entries: readonly ZipEntry[];
  readonly comment: Uint8Array;
}

interface EndOfDirectory {
  readonly at: number;
  readonly count: number;
  readonly size: number;
  readonly offset: number;
  readonly comment: Uint8Array;
}

/** Reads and checks the directory. Throws FaultError: damaged, encrypted, unsafe, too-large, unsupported-format. */
export function readDirectory(bytes: Uint8Array): ZipDirectory {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(bytes, view);
  if (end.count > LIMITS.entries) throw faults.tooLarge(`内部有 ${end.count} 个部件`);
  // Something may stand before the archive; then every offset is off by its length.
  const shift = end.at - end.size - end.offset;
  if (end.size < 0 || end.offset < 0 || shift < 0) throw faults.truncated();

  const entries: ZipEntry[] = [];
  const names = new Set<string>();
  let total = 0;
  let at = end.offset + shift;
  for (let n = 0; n < end.count; n++) {
    if (at + 46 > end.at || view.getUint32(at, true) !== CENTRAL_RECORD) throw faults.damagedArchive("压缩目录不完整");
    const length = 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (at + length > end.at) throw faults.damagedArchive("压缩目录不完整");
    const entry = readEntry(bytes, view, at, length, shift);
    const key = entry.name.toLowerCase();
    if (names.has(key)) throw faults.duplicateName(entry.name);
    names.add(key);
    total += entry.size;
    if (total > LIMITS.totalBytes) throw faults.tooLarge("解压后超过 512 MB");
    entries.push(entry);
    at += length;
  }
  checkOverlaps(entries, end.offset + shift);
  return { entries, comment: end.comment };
}

function findEnd(bytes: Uint8Array, view: DataView): EndOfDirectory {
  const lowest = Math.max(0, bytes.length - END_SIZE - 0xffff);
  for (let at = bytes.length - END_SIZE; at >= lowest; at--) {
    if (view.getUint32(at, true) !== END_RECORD) continue;
    const commentEnd = at + END_SIZE + view.getUint16(at + 20, true);
    if (commentEnd > bytes.length) continue;
    const comment = bytes.subarray(at + END_SIZE, commentEnd);
    const end64 = findEnd64(view, at);
    if (end64) return { ...end64, comment };
    return { at, count: view.getUint16(at + 10, true), size: view.getUint32(at + 12, true), offset: view.getUint32(at + 16, true), comment };
  }
  throw faults.truncated();
}

function findEnd64(view: DataView, endAt: number): Omit<EndOfDirectory, "comment"> | null {
  const locator = endAt - 20;
  if (locator < 0 || view.getUint32(locator, true) !== END_LOCATOR_64) return null;
  const at = uint64(view, locator + 8);
  if (at + 56 > locator || view.getUint32(at, true) !== END_RECORD_64) throw faults.damagedArchive("压缩目录的结尾不对");
  return { at, count: uint64(view, at + 32), size: uint64(view, at + 40), offset: uint64(view, at + 48) };
}

/** Sizes beyond 2^53 do not exist; they only have to fail the limits. */
function uint64(view: DataView, at: number): number {
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * 0x1_0000_0000;
}

function readEntry(bytes: Uint8Array, view: DataView, at: number, length: number, shift: number): ZipEntry {
  const nameLength = view.getUint16(at + 28, true);
  const name = readName(bytes.subarray(at + 46, at + 46 + nameLength));
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  let size = view.getUint32(at + 24, true);
  let compressedSize = view.getUint32(at + 20, true);
  let start = view.getUint32(at + 42, true);
  let offset64At: number | null = null;

  const extraEnd = at + 46 + nameLength + view.getUint16(at + 30, true);
  for (let extra = at + 46 + nameLength; extra + 4 <= extraEnd; extra += 4 + view.getUint16(extra + 2, true)) {
    if (view.getUint16(extra, true) !== 1) continue;
    let field = extra + 4;
    const fieldsEnd = Math.min(extraEnd, field + view.getUint16(extra + 2, true));
    const take = (): number => {
      if (field + 8 > fieldsEnd) throw faults.damagedArchive(`部件 ${name} 的大小不明`);
      field += 8;
      return uint64(view, field - 8);
    };
    if (size === ABSENT_32) size = take();
    if (compressedSize === ABSENT_32) compressedSize = take();
    if (start === ABSENT_32) {
      start = take();
      offset64At = field - 8 - at;
    }
  }

  if (flags & 0x41) throw faults.encrypted();
  if (method !== 0 && method !== 8) throw faults.notAWorkbook("文件使用了 Excel 不用的压缩方式");
  if (size > LIMITS.partBytes) throw faults.tooLarge(`部件 ${name} 解压后有 ${Math.ceil(size / (1024 * 1024))} MB`);
  if (size >= LIMITS.ratioFrom && size > compressedSize * LIMITS.ratio && /\.(xml|rels|vml)$/i.test(name)) {
    throw faults.tooLarge(`部件 ${name} 的压缩比异常`);
  }
  start += shift;
  if (start + 30 > bytes.length || view.getUint32(start, true) !== LOCAL_HEADER) throw faults.damagedArchive(`找不到部件 ${name}`);
  const dataStart = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
  const dataEnd = dataStart + compressedSize;
  if (dataEnd > bytes.length) throw faults.truncated();
  const localName = readName(bytes.subarray(start + 30, start + 30 + view.getUint16(start + 26, true)));
  if (localName !== name) throw faults.damagedArchive(`部件 ${name} 的名称前后不一`);
  const end = flags & 8 ? descriptorEnd(view, dataEnd, compressedSize, size) : dataEnd;
  return {
    name, flags, method, crc: view.getUint32(at + 16, true), compressedSize, size, start, dataStart, end,
    record: bytes.subarray(at, at + length), offset64At,
  };
}

/** A data descriptor comes with or without a signature, with sizes of 4 or 8 bytes; nothing says which but the sizes themselves. */
function descriptorEnd(view: DataView, at: number, compressedSize: number, size: number): number | null {
  const signed = at + 4 <= view.byteLength && view.getUint32(at, true) === DESCRIPTOR;
  for (const sizes of signed ? [at + 8, at + 4] : [at + 4]) {
    if (sizes + 8 <= view.byteLength && view.getUint32(sizes, true) === compressedSize && view.getUint32(sizes + 4, true) === size) return sizes + 8;
    if (sizes + 16 <= view.byteLength && uint64(view, sizes) === compressedSize && uint64(view, sizes + 8) === size) return sizes + 16;
  }
  return null;
}

function readName(bytes: Uint8Array): string {
  const name = new TextDecoder().decode(bytes).replace(/\\/g, "/");
  if (name === "" || name.startsWith("/") || /^[a-z]:/i.test(name) || /(^|\/)\.\.(\/|$)/.test(name) || /\u0000/.test(name)) throw faults.unsafeName(name);
  return name;
}

/** Parts that share compressed bytes are how a small file claims to be huge many times over. */
function checkOverlaps(entries: readonly ZipEntry[], directoryStart: number): void {
  let reached = 0;
  for (const entry of [...entries].sort((a, b) => a.start - b.start)) {
    const end = entry.dataStart + entry.compressedSize;
    if (entry.start < reached || end > directoryStart) throw faults.overlappingParts(entry.name);
    reached = end;
  }
}
