/** A zip archive that stays what it was: parts are inflated when asked for, and untouched ones are copied with their compressed bytes. */
import * as faults from "../faults";
import { type Codec, OutputTooLong } from "./codec";
import { crc32 } from "./crc32";
import { readDirectory, type ZipDirectory, type ZipEntry } from "./directory";
import { type PartContents, writeArchive } from "./writer";

export class ZipArchive {
  private readonly directory: ZipDirectory;
  private readonly byName = new Map<string, ZipEntry>();
  private readonly bytes: Uint8Array;

  /** Throws FaultError as `readDirectory` does. */
  constructor(
    private readonly given: Uint8Array,
    private readonly codec: Codec,
  ) {
    // A plain view: subclasses (Node's Buffer) give other meanings to `slice`.
    this.bytes = new Uint8Array(given.buffer, given.byteOffset, given.byteLength);
    this.directory = readDirectory(this.bytes);
    for (const entry of this.directory.entries) this.byName.set(entry.name.toLowerCase(), entry);
  }

  /** The name as the archive spells it, for any spelling of upper and lower case; undefined if there is no such part. */
  find(name: string): string | undefined {
    return this.byName.get(name.toLowerCase())?.name;
  }

  names(): string[] {
    return this.directory.entries.map((entry) => entry.name);
  }

  /** The declared size of a part; 0 if there is no such part. */
  sizeOf(name: string): number {
    return this.byName.get(name.toLowerCase())?.size ?? 0;
  }

  /** The bytes of a part. Throws FaultError `damaged` if it is missing, broken or not of the declared size and checksum. */
  read(name: string): Uint8Array {
    const entry = this.byName.get(name.toLowerCase());
    if (!entry) throw faults.damagedPart(name, "缺失");
    const data = this.bytes.subarray(entry.dataStart, entry.dataStart + entry.compressedSize);
    const content = entry.method === 0 ? data : this.inflate(entry, data);
    if (content.length !== entry.size) throw faults.damagedPart(name, "不完整");
    if ((this.codec.crc32 ?? crc32)(content) !== entry.crc) throw faults.damagedPart(name, "校验不符");
    return content;
  }

  /** The archive with some parts replaced, added (after the others) or, for null, left out. Without changes: the same bytes. */
  save(changes: PartContents): Uint8Array {
    return changes.size === 0 ? this.given : writeArchive(this.bytes, this.directory, changes, this.codec);
  }

  private inflate(entry: ZipEntry, data: Uint8Array): Uint8Array {
    try {
      return this.codec.inflate(data, entry.size);
    } catch (cause) {
      throw faults.damagedPart(entry.name, cause instanceof OutputTooLong ? "比声明的大小更大" : "无法解压", cause);
    }
  }
}
