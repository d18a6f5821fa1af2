/** Writes an archive from an old one: what did not change keeps its compressed bytes, headers, order and time. */
import type { Codec } from "./codec";
import { crc32 } from "./crc32";
import { CENTRAL_RECORD, END_RECORD, LOCAL_HEADER, type ZipDirectory, type ZipEntry } from "./directory";

const UTF8_NAME = 0x800;
const HAS_DESCRIPTOR = 8;
/** 1 January 1980: new parts carry no clock, so that the same review gives the same bytes. */
const DOS_DATE = 0x0021;

/** New contents by name, null for a part that goes. Asked for one after the other, so that not all are in memory at once. */
export type PartContents = ReadonlyMap<string, (() => Uint8Array) | null>;

interface Written {
  readonly local: Uint8Array;
  readonly data: Uint8Array;
  /** The directory record for a given offset. */
  record(offset: number): Uint8Array;
}

export function writeArchive(bytes: Uint8Array, directory: ZipDirectory, changes: PartContents, codec: Codec): Uint8Array {
  const pending = new Map(changes);
  const written = new Map<ZipEntry, Written>();
  for (const entry of directory.entries) {
    const change = pending.get(entry.name);
    pending.delete(entry.name);
    if (change === null) continue;
    written.set(entry, change ? replaced(bytes, entry, change(), codec) : entry.end === null ? withoutDescriptor(bytes, entry) : copied(bytes, entry, entry.end));
  }
  const added: Written[] = [];
  for (const [name, content] of pending) if (content) added.push(fresh(name, content(), codec));

  // The parts keep their order in the file, the records theirs in the directory.
  const offsets = new Map<Written, number>();
  const chunks: Uint8Array[] = [];
  let offset = 0;
  const put = (chunk: Uint8Array): void => {
    chunks.push(chunk);
    offset += chunk.length;
  };
  const inFile = [...written].sort(([a], [b]) => a.start - b.start).map(([, part]) => part);
  for (const part of [...inFile, ...added]) {
    offsets.set(part, offset);
    put(part.local);
    put(part.data);
  }
  const directoryStart = offset;
  const records = [...written.values(), ...added];
  for (const part of records) put(part.record(offsets.get(part) ?? 0));

  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, END_RECORD, true);
  end.setUint16(8, records.length, true);
  end.setUint16(10, records.length, true);
  end.setUint32(12, offset - directoryStart, true);
  end.setUint32(16, directoryStart, true);
  end.setUint16(20, directory.comment.length, true);
  put(new Uint8Array(end.buffer));
  put(directory.comment);
  return join(chunks, offset);
}

function copied(bytes: Uint8Array, entry: ZipEntry, end: number): Written {
  return {
    local: bytes.subarray(entry.start, entry.dataStart),
    data: bytes.subarray(entry.dataStart, end),
    record: (offset) => moved(entry, entry.record.slice(), offset),
  };
}

/** For an entry whose descriptor cannot be told from what follows: the sizes move into the headers. */
function withoutDescriptor(bytes: Uint8Array, entry: ZipEntry): Written {
  return rewritten(bytes, entry, bytes.subarray(entry.dataStart, entry.dataStart + entry.compressedSize), entry.method, entry.crc, entry.size);
}

function replaced(bytes: Uint8Array, entry: ZipEntry, content: Uint8Array, codec: Codec): Written {
  const data = entry.method === 0 ? content : codec.deflate(content);
  return rewritten(bytes, entry, data, entry.method, (codec.crc32 ?? crc32)(content), content.length);
}

/** Headers of the old entry (name, time, attributes, place) around new data. Extra fields go: they may speak of the old sizes. */
function rewritten(bytes: Uint8Array, entry: ZipEntry, data: Uint8Array, method: number, crc: number, size: number): Written {
  const old = new DataView(entry.record.buffer, entry.record.byteOffset, entry.record.byteLength);
  const name = entry.record.subarray(46, 46 + old.getUint16(28, true));
  const comment = entry.record.subarray(entry.record.length - old.getUint16(32, true));
  const local = bytes.slice(entry.start, entry.start + 30);
  const flags = entry.flags & ~HAS_DESCRIPTOR;
  fill(new DataView(local.buffer), 4, { flags, method, crc, compressed: data.length, size, name: name.length });
  return {
    local: join([local, name], local.length + name.length),
    data,
    record: (offset) => {
      const record = entry.record.slice(0, 46);
      const view = new DataView(record.buffer);
      fill(view, 6, { flags, method, crc, compressed: data.length, size, name: name.length });
      view.setUint32(42, offset, true);
      return join([record, name, comment], record.length + name.length + comment.length);
    },
  };
}

function fresh(name: string, content: Uint8Array, codec: Codec): Written {
  const nameBytes = new TextEncoder().encode(name);
  const data = codec.deflate(content);
  const fields = { flags: UTF8_NAME, method: 8, crc: (codec.crc32 ?? crc32)(content), compressed: data.length, size: content.length, name: nameBytes.length };
  const local = new DataView(new ArrayBuffer(30));
  local.setUint32(0, LOCAL_HEADER, true);
  local.setUint16(12, DOS_DATE, true);
  fill(local, 4, fields);
  return {
    local: join([new Uint8Array(local.buffer), nameBytes], 30 + nameBytes.length),
    data,
    record: (offset) => {
      const record = new DataView(new ArrayBuffer(46));
      record.setUint32(0, CENTRAL_RECORD, true);
      record.setUint16(4, 20, true);
      record.setUint16(14, DOS_DATE, true);
      fill(record, 6, fields);
      record.setUint32(42, offset, true);
      return join([new Uint8Array(record.buffer), nameBytes], 46 + nameBytes.length);
    },
  };
}

interface Fields {
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly compressed: number;
  readonly size: number;
  readonly name: number;
}

/** The fields that a local header (from 4) and a directory record (from 6) have in common, but for time and date. */
function fill(view: DataView, from: number, fields: Fields): void {
  view.setUint16(from, 20, true);
  view.setUint16(from + 2, fields.flags, true);
  view.setUint16(from + 4, fields.method, true);
  view.setUint32(from + 10, fields.crc, true);
  view.setUint32(from + 14, fields.compressed, true);
  view.setUint32(from + 18, fields.size, true);
  view.setUint16(from + 22, fields.name, true);
  view.setUint16(from + 24, 0, true);
}

function moved(entry: ZipEntry, record: Uint8Array, offset: number): Uint8Array {
  const view = new DataView(record.buffer, record.byteOffset, record.byteLength);
  if (entry.offset64At === null) view.setUint32(42, offset, true);
  else {
    view.setUint32(entry.offset64At, offset, true);
    view.setUint32(entry.offset64At + 4, 0, true);
  }
  return record;
}

function join(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const out = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    out.set(chunk, at);
    at += chunk.length;
  }
  return out;
}
