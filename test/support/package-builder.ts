/** Hand-written packages for tests: each oddity of the format as a fixture in code. */
import { crc32, deflateRawSync } from "node:zlib";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main";
const STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export interface RawEntry {
  readonly name: string;
  readonly data: string | Uint8Array;
  readonly stored?: boolean;
  /** Sizes behind the data instead of before it. */
  readonly descriptor?: "signed" | "unsigned" | "zip64";
  /** Sizes and offset in a zip64 extra field. */
  readonly zip64?: boolean;
  readonly flags?: number;
  readonly method?: number;
  /** What the directory says, whatever is true. */
  readonly declaredSize?: number;
  readonly declaredCrc?: number;
}

export interface ZipOptions {
  readonly comment?: string;
  readonly before?: Uint8Array;
  /** Ends with the zip64 records. */
  readonly zip64?: boolean;
}

/** A zip, byte for byte as asked for. */
export function rawZip(entries: readonly RawEntry[], options: ZipOptions = {}): Uint8Array {
  const chunks: Buffer[] = [];
  const records: Buffer[] = [];
  if (options.before) chunks.push(Buffer.from(options.before));
  const base = options.before?.length ?? 0;
  let offset = 0;
  for (const entry of entries) {
    const content = typeof entry.data === "string" ? Buffer.from(entry.data, "utf8") : Buffer.from(entry.data);
    const data = entry.stored ? content : deflateRawSync(content);
    const name = Buffer.from(entry.name, "utf8");
    const crc = entry.declaredCrc ?? crc32(content);
    const size = entry.declaredSize ?? content.length;
    const flags = (entry.flags ?? 0x800) | (entry.descriptor ? 8 : 0);
    const method = entry.method ?? (entry.stored ? 0 : 8);
    const extra = entry.zip64 ? Buffer.alloc(28) : Buffer.alloc(0);
    if (entry.zip64) {
      extra.writeUInt16LE(1, 0);
      extra.writeUInt16LE(24, 2);
      extra.writeBigUInt64LE(BigInt(size), 4);
      extra.writeBigUInt64LE(BigInt(data.length), 12);
      extra.writeBigUInt64LE(BigInt(offset), 20);
    }
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(entry.zip64 ? 45 : 20, 4);
    local.writeUInt16LE(flags, 6);
    local.writeUInt16LE(method, 8);
    local.writeUInt16LE(0x6c20, 10);
    local.writeUInt16LE(0x5975, 12);
    if (!entry.descriptor) {
      local.writeUInt32LE(crc, 14);
      local.writeUInt32LE(data.length, 18);
      local.writeUInt32LE(size, 22);
    }
    local.writeUInt16LE(name.length, 26);
    const record = Buffer.alloc(46);
    record.writeUInt32LE(0x02014b50, 0);
    record.writeUInt16LE(0x0314, 4);
    local.copy(record, 6, 4, 14);
    record.writeUInt32LE(crc, 16);
    record.writeUInt32LE(entry.zip64 ? 0xffffffff : data.length, 20);
    record.writeUInt32LE(entry.zip64 ? 0xffffffff : size, 24);
    record.writeUInt16LE(name.length, 28);
    record.writeUInt16LE(extra.length, 30);
    record.writeUInt32LE(0x81a40000, 38);
    record.writeUInt32LE(entry.zip64 ? 0xffffffff : offset, 42);
    records.push(record, name, extra);
    const descriptor = descriptorOf(entry, crc, data.length, size);
    for (const chunk of [local, name, data, descriptor]) {
      chunks.push(chunk);
      offset += chunk.length;
    }
  }
  const directory = Buffer.concat(records);
  chunks.push(directory);
  if (options.zip64) chunks.push(end64(entries.length, directory.length, offset, base));
  const comment = Buffer.from(options.comment ?? "", "utf8");
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(options.zip64 ? 0xffff : entries.length, 8);
  end.writeUInt16LE(options.zip64 ? 0xffff : entries.length, 10);
  end.writeUInt32LE(options.zip64 ? 0xffffffff : directory.length, 12);
  end.writeUInt32LE(options.zip64 ? 0xffffffff : offset, 16);
  end.writeUInt16LE(comment.length, 20);
  chunks.push(end, comment);
  return new Uint8Array(Buffer.concat(chunks));
}

function descriptorOf(entry: RawEntry, crc: number, compressed: number, size: number): Buffer {
  if (!entry.descriptor) return Buffer.alloc(0);
  if (entry.descriptor === "zip64") {
    const descriptor = Buffer.alloc(24);
    descriptor.writeUInt32LE(0x08074b50, 0);
    descriptor.writeUInt32LE(crc, 4);
    descriptor.writeBigUInt64LE(BigInt(compressed), 8);
    descriptor.writeBigUInt64LE(BigInt(size), 16);
    return descriptor;
  }
  const descriptor = Buffer.alloc(16);
  descriptor.writeUInt32LE(0x08074b50, 0);
  descriptor.writeUInt32LE(crc, 4);
  descriptor.writeUInt32LE(compressed, 8);
  descriptor.writeUInt32LE(size, 12);
  return entry.descriptor === "signed" ? descriptor : descriptor.subarray(4);
}

function end64(count: number, size: number, offset: number, base: number): Buffer {
  const end = Buffer.alloc(76);
  end.writeUInt32LE(0x06064b50, 0);
  end.writeBigUInt64LE(44n, 4);
  end.writeUInt16LE(45, 12);
  end.writeUInt16LE(45, 14);
  end.writeBigUInt64LE(BigInt(count), 24);
  end.writeBigUInt64LE(BigInt(count), 32);
  end.writeBigUInt64LE(BigInt(size), 40);
  end.writeBigUInt64LE(BigInt(offset), 48);
  end.writeUInt32LE(0x07064b50, 56);
  end.writeBigUInt64LE(BigInt(base + offset + size), 64);
  end.writeUInt32LE(1, 72);
  return end;
}

export interface SheetSpec {
  readonly name: string;
  /** The whole part. */
  readonly xml: string | Uint8Array;
  readonly state?: "hidden" | "veryHidden";
  /** Another kind of sheet: "chartsheet". */
  readonly kind?: string;
}

export interface WorkbookSpec {
  readonly sheets: readonly SheetSpec[];
  /** Raw XML of the `<si>` elements, or a whole part. */
  readonly strings?: readonly string[] | string;
  readonly styles?: string;
  /** Raw XML between `<sheets>` and the end, `<workbookPr>` before it. */
  readonly afterSheets?: string;
  readonly beforeSheets?: string;
  readonly strict?: boolean;
  /** Targets as openpyxl writes them. */
  readonly absoluteTargets?: boolean;
  readonly extraParts?: Readonly<Record<string, string>>;
  readonly extraRelationships?: string;
  readonly contentTypesExtra?: string;
}

/** The parts of a workbook by name, in the order in which Excel writes them. */
export function workbookParts(spec: WorkbookSpec): Map<string, string | Uint8Array> {
  const main = spec.strict ? STRICT_MAIN : MAIN;
  const office = spec.strict ? STRICT_OFFICE : OFFICE;
  const target = (path: string): string => (spec.absoluteTargets ? `/xl/${path}` : path);
  const parts = new Map<string, string | Uint8Array>();
  const overrides = spec.sheets.map((_, n) => `<Override PartName="/xl/worksheets/sheet${n + 1}.xml" ContentType="${TYPE}.worksheet+xml"/>`);
  const relationships = spec.sheets.map((sheet, n) => `<Relationship Id="rId${n + 1}" Type="${office}/${sheet.kind ?? "worksheet"}" Target="${target(`worksheets/sheet${n + 1}.xml`)}"/>`);
  if (spec.styles !== undefined) {
    overrides.push(`<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>`);
    relationships.push(`<Relationship Id="rIdStyles" Type="${office}/styles" Target="${target("styles.xml")}"/>`);
  }
  if (spec.strings !== undefined) {
    overrides.push(`<Override PartName="/xl/sharedStrings.xml" ContentType="${TYPE}.sharedStrings+xml"/>`);
    relationships.push(`<Relationship Id="rIdStrings" Type="${office}/sharedStrings" Target="${target("sharedStrings.xml")}"/>`);
  }
  const sheets = spec.sheets.map((sheet, n) => `<sheet name="${sheet.name}" sheetId="${n + 1}"${sheet.state ? ` state="${sheet.state}"` : ""} r:id="rId${n + 1}"/>`);
  parts.set(
    "[Content_Types].xml",
    `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
      `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>${overrides.join("")}${spec.contentTypesExtra ?? ""}</Types>`,
  );
  parts.set("_rels/.rels", `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="${spec.absoluteTargets ? "/" : ""}xl/workbook.xml"/></Relationships>`);
  parts.set("xl/workbook.xml", `${HEAD}<workbook xmlns="${main}" xmlns:r="${office}">${spec.beforeSheets ?? ""}<sheets>${sheets.join("")}</sheets>${spec.afterSheets ?? ""}</workbook>`);
  parts.set("xl/_rels/workbook.xml.rels", `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${relationships.join("")}${spec.extraRelationships ?? ""}</Relationships>`);
  spec.sheets.forEach((sheet, n) => parts.set(`xl/worksheets/sheet${n + 1}.xml`, sheet.xml));
  if (spec.styles !== undefined) parts.set("xl/styles.xml", spec.styles);
  if (typeof spec.strings === "string") parts.set("xl/sharedStrings.xml", spec.strings);
  else if (spec.strings) parts.set("xl/sharedStrings.xml", `${HEAD}<sst xmlns="${main}">${spec.strings.join("")}</sst>`);
  for (const [name, xml] of Object.entries(spec.extraParts ?? {})) parts.set(name, xml);
  return parts;
}

export function zipParts(parts: ReadonlyMap<string, string | Uint8Array>, options: ZipOptions = {}): Uint8Array {
  return rawZip(
    [...parts].map(([name, data]) => ({ name, data })),
    options,
  );
}

export function buildWorkbook(spec: WorkbookSpec): Uint8Array {
  return zipParts(workbookParts(spec));
}

/** A worksheet part around the given children. */
export function worksheet(children: string, attributes: string = ""): string {
  return `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}"${attributes}>${children}</worksheet>`;
}

/** A workbook of one sheet named 表, with this content of `<sheetData>`. */
export function oneSheet(rows: string, more: Partial<WorkbookSpec> & { readonly after?: string; readonly before?: string } = {}): Uint8Array {
  const { after = "", before = "", ...spec } = more;
  return buildWorkbook({ sheets: [{ name: "表", xml: worksheet(`${before}<sheetData>${rows}</sheetData>${after}`) }], styles: STYLES, ...spec });
}

/** Cell formats: 0 General, 1 0.00, 2 0.00%, 3 text, 4 guarded text, 5 General in another font. */
export const STYLES =
  `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts>` +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="6">' +
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="2" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="10" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs></styleSheet>';
