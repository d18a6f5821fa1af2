import { openWorkbook } from "../../src/host/xlsx/open";
import { ZipArchive } from "../../src/host/xlsx/zip/archive";
import { crc32 } from "../../src/host/xlsx/zip/crc32";
import { fflateCodec, OutputTooLong } from "../../src/host/xlsx/zip/codec";
import { nodeCodec } from "../../src/cli/node-codec";
import * as zlib from "node:zlib";
import { rawZip, type RawEntry, STYLES, workbookParts, worksheet, type ZipOptions } from "../support/package-builder";
import { changedParts, edit, faultOf, num, partsOf, valueAt } from "./support";

const PARTS = workbookParts({ sheets: [{ name: "表", xml: worksheet('<sheetData><row r="1"><c r="A1" s="1"><v>5</v></c></row></sheetData>') }], styles: STYLES });

function zip(each: (name: string, n: number) => Partial<RawEntry> = () => ({}), options: ZipOptions = {}, more: readonly RawEntry[] = []): Uint8Array {
  return rawZip([...[...PARTS].map(([name, data], n) => ({ name, data, ...each(name, n) })), ...more], options);
}

const write = { edits: [edit("表", "A1", num("5"), num("4.5"))], marks: [] };

describe.each([
  ["deflated entries", zip()],
  ["stored entries", zip(() => ({ stored: true }))],
  ["signed data descriptors", zip(() => ({ descriptor: "signed" }))],
  ["unsigned data descriptors", zip(() => ({ descriptor: "unsigned" }))],
  ["zip64 data descriptors", zip(() => ({ descriptor: "zip64" }))],
  ["zip64 fields", zip(() => ({ zip64: true }))],
  ["zip64 end records", zip(() => ({ zip64: true }), { zip64: true })],
  ["an archive comment", zip(undefined, { comment: "归档" })],
  ["something before the archive", zip(undefined, { before: new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]) })],
  ["folders and utf-8 names", zip(undefined, {}, [{ name: "xl/媒体/", data: "", stored: true }, { name: "xl/媒体/图 1.png", data: "png" }])],
  ["backslashes in names", zip((name) => ({ name: name.replace(/\//g, "\\") }))],
  ["names in other case", zip((name) => ({ name: name === "xl/workbook.xml" ? "XL/Workbook.xml" : name }))],
])("a zip with %s", (_, bytes) => {
  it("is read", () => {
    expect(valueAt(openWorkbook(bytes).grid(), "A1")).toEqual(num("5"));
    expect(valueAt(openWorkbook(bytes, { codec: nodeCodec }).grid(), "A1")).toEqual(num("5"));
  });

  it("is the same after saving without a change", () => {
    const workbook = openWorkbook(bytes);
    workbook.grid();
    workbook.apply({ edits: [], marks: [] });
    expect(workbook.save()).toBe(bytes);
  });

  it("keeps all other parts when one changes", () => {
    const workbook = openWorkbook(bytes);
    workbook.apply(write);
    const saved = workbook.save();
    expect(valueAt(openWorkbook(saved).grid(), "A1")).toEqual(num("4.5"));
    expect(changedParts(bytes, saved).map((name) => name.replace(/\\/g, "/"))).toEqual(["xl/worksheets/sheet1.xml"]);
    expect([...partsOf(saved).keys()]).toEqual([...partsOf(bytes).keys()]);
  });
});

it("keeps comment, time and attributes", () => {
  const workbook = openWorkbook(zip(undefined, { comment: "归档" }));
  workbook.apply(write);
  const saved = Buffer.from(workbook.save());
  expect(saved.subarray(-6).toString("utf8")).toBe("归档");
  const record = saved.indexOf(Buffer.from("xl/worksheets/sheet1.xml"), saved.indexOf("PK\x01\x02", 0, "latin1")) - 46;
  expect(saved.readUInt32LE(record)).toBe(0x02014b50);
  expect([saved.readUInt16LE(record + 4), saved.readUInt16LE(record + 12), saved.readUInt16LE(record + 14), saved.readUInt32LE(record + 38)]).toEqual([0x0314, 0x6c20, 0x5975, 0x81a40000]);
});

it("moves sizes into the headers where a descriptor has no known form", () => {
  // An unsigned descriptor whose sizes are not those of the directory cannot be copied along.
  const bytes = Buffer.from(zip((name) => (name === "_rels/.rels" ? { descriptor: "unsigned" } : {})));
  const data = partsOf(bytes).get("_rels/.rels");
  if (!data) throw new Error();
  bytes.writeUInt32LE(0, bytes.indexOf(data.compressed) + data.compressed.length + 4);
  const workbook = openWorkbook(bytes);
  workbook.apply(write);
  expect(changedParts(bytes, workbook.save())).toEqual(["_rels/.rels", "xl/worksheets/sheet1.xml"]);
  expect(partsOf(workbook.save()).get("_rels/.rels")?.content).toEqual(data.content);
});

describe("a zip that is refused", () => {
  it.each<[string, string, Uint8Array]>([
    ["an encrypted entry", "encrypted", zip(() => ({ flags: 1 }))],
    ["a name twice", "unsafe", zip(undefined, {}, [{ name: "xl/workbook.xml", data: "<a/>" }])],
    ["a name twice but for case", "unsafe", zip(undefined, {}, [{ name: "xl/WORKBOOK.xml", data: "<a/>" }])],
    ["a path upwards", "unsafe", zip(undefined, {}, [{ name: "xl/../../x.xml", data: "<a/>" }])],
    ["a path upwards with backslashes", "unsafe", zip(undefined, {}, [{ name: "..\\x.xml", data: "<a/>" }])],
    ["an absolute path", "unsafe", zip(undefined, {}, [{ name: "/etc/x", data: "<a/>" }])],
    ["a drive", "unsafe", zip(undefined, {}, [{ name: "C:\\x", data: "<a/>" }])],
    ["an unknown method", "unsupported-format", zip(() => ({ method: 14 }))],
    ["a part declared too large", "too-large", zip(undefined, {}, [{ name: "xl/media/a.png", data: "x", declaredSize: 200 * 1024 * 1024 }])],
    ["parts declared too large together", "too-large", zip(undefined, {}, [1, 2, 3, 4, 5].map((n) => ({ name: `xl/media/${n}.png`, data: "x", declaredSize: 120 * 1024 * 1024 })))],
    ["XML that compresses beyond belief", "too-large", zip(undefined, {}, [{ name: "xl/worksheets/sheet9.xml", data: "<a/>", declaredSize: 100 * 1024 * 1024 }])],
    ["too many entries", "too-large", zip(undefined, {}, Array.from({ length: 20_001 }, (_, n) => ({ name: `x/${n}`, data: "", stored: true })))],
    ["a part larger than declared", "damaged", zip((name) => (name === "xl/workbook.xml" ? { declaredSize: 10 } : {}))],
    ["a part smaller than declared", "damaged", zip((name) => (name === "xl/workbook.xml" ? { declaredSize: 100_000 } : {}))],
    ["a wrong checksum", "damaged", zip((name) => (name === "xl/workbook.xml" ? { declaredCrc: 1 } : {}))],
    ["no end", "damaged", zip().subarray(0, 900)],
    ["a missing tail", "damaged", zip().subarray(0, zip().length - 10)],
  ])("%s: %s", (_, code, bytes) => {
    for (const codec of [fflateCodec, nodeCodec]) expect(faultOf(() => openWorkbook(bytes, { codec }).grid()).code).toBe(code);
  });

  it("parts that overlap", () => {
    const bytes = Buffer.from(zip(undefined, {}, [{ name: "xl/a.xml", data: "<a/>" }, { name: "xl/b.xml", data: "<a/>" }]));
    // The record of b.xml is made to point at a.xml, whose header says another name; then the name too is forged.
    const record = bytes.lastIndexOf("xl/b.xml") - 46;
    const first = bytes.indexOf("xl/a.xml") - 30;
    bytes.writeUInt32LE(first, record + 42);
    expect(faultOf(() => openWorkbook(bytes)).code).toBe("damaged");
    bytes.write("xl/a.xmL", record + 46);
    bytes.write("xl/a.xmM", bytes.lastIndexOf("xl/a.xml"));
    expect(["unsafe", "damaged"]).toContain(faultOf(() => openWorkbook(bytes)).code);
  });
});

describe("codecs", () => {
  it.each([["fflate", fflateCodec], ["node", nodeCodec]])("%s stops beyond the length allowed", (_, codec) => {
    const data = zlib.deflateRawSync(Buffer.alloc(50 * 1024 * 1024));
    const large = zlib.deflateRawSync(Buffer.from(Array.from({ length: 3_000_000 }, (_, n) => (n * 7919) & 255)));
    expect(() => codec.inflate(data, 1000)).toThrow(OutputTooLong);
    expect(() => codec.inflate(large, 1_000_000)).toThrow(OutputTooLong);
    expect(codec.inflate(large, 3_000_000)).toHaveLength(3_000_000);
    expect(codec.inflate(zlib.deflateRawSync(Buffer.alloc(0)), 0)).toHaveLength(0);
    expect(() => codec.inflate(large.subarray(0, 100), 3_000_000)).toThrow();
  });

  it("has the checksum that zip wants", () => {
    for (const length of [0, 1, 2, 3, 4, 5, 7, 8, 1000, 1001, 1002, 1003]) {
      const data = Uint8Array.from({ length }, (_, n) => (n * 31 + length) & 255);
      expect(crc32(data)).toBe((zlib as unknown as { crc32(data: Uint8Array): number }).crc32(data));
    }
  });

  it("reads what either wrote", () => {
    const content = new TextEncoder().encode("绩效自评".repeat(10_000));
    for (const a of [fflateCodec, nodeCodec]) for (const b of [fflateCodec, nodeCodec]) expect(Buffer.from(b.inflate(a.deflate(content), content.length)).equals(content)).toBe(true);
  });
});

it("finds parts without regard to case, as packages want it", () => {
  const archive = new ZipArchive(zip(), fflateCodec);
  expect(archive.find("XL/WORKBOOK.XML")).toBe("xl/workbook.xml");
  expect(archive.find("xl/none.xml")).toBeUndefined();
});
