/** Workbooks with pictures, written by hand. */
import { crc32, deflateSync } from "node:zlib";
import { workbookParts, type WorkbookSpec, worksheet, zipParts } from "../support/package-builder";

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";

/** A PNG that shades from black to colours; `headOnly` leaves the image itself out. */
export function png(width: number, height: number, headOnly: boolean = false): Uint8Array {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2], 8);
  const points = headOnly ? Buffer.alloc(0) : Buffer.concat(Array.from({ length: height }, (_, y) => Buffer.from([0, ...Array.from({ length: width }, (_, x) => [(x * 255) / width, (y * 255) / height, 160]).flat()])));
  const chunk = (type: string, data: Buffer): Buffer => {
    const named = Buffer.concat([Buffer.from(type, "latin1"), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(named));
    return Buffer.concat([length, named, sum]);
  };
  return new Uint8Array(Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), chunk("IHDR", head), chunk("IDAT", deflateSync(points)), chunk("IEND", Buffer.alloc(0))]));
}

/** A corner of an anchor: columns and rows from 0, offsets in drawing units. */
export function at(name: "from" | "to", col: number, row: number, x: number = 0, y: number = 0): string {
  return `<xdr:${name}><xdr:col>${col}</xdr:col><xdr:colOff>${x}</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>${y}</xdr:rowOff></xdr:${name}>`;
}

/** `anchors` gets a function that writes a picture of "image" (a part of the file) or "outside" (an address). */
export function pictured(
  anchors: (pic: (image: "image" | "outside", crop?: string) => string) => string,
  image: Uint8Array,
  { sheet = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>', ...spec }: Partial<WorkbookSpec> & { readonly sheet?: string } = {},
): Uint8Array {
  const pic = (id: string, crop: string = ""): string =>
    `<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="图片" descr="公章"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="${id}"/>${crop}<a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr/></xdr:pic><xdr:clientData/>`;
  const parts = workbookParts({ sheets: [{ name: "表", xml: worksheet(`${sheet}<drawing r:id="rId1"/>`) }], ...spec });
  parts.set("xl/worksheets/_rels/sheet1.xml.rels", `<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${OFFICE}/drawing" Target="../drawings/drawing1.xml"/></Relationships>`);
  parts.set("xl/drawings/drawing1.xml", `<xdr:wsDr xmlns:xdr="${DRAWING}/spreadsheetDrawing" xmlns:a="${DRAWING}/main" xmlns:r="${OFFICE}">${anchors(pic)}</xdr:wsDr>`);
  parts.set(
    "xl/drawings/_rels/drawing1.xml.rels",
    `<Relationships xmlns="${PACKAGE}"><Relationship Id="image" Type="${OFFICE}/image" Target="../media/image1.png"/><Relationship Id="outside" Type="${OFFICE}/image" Target="https://example.com/a.png" TargetMode="External"/></Relationships>`,
  );
  parts.set("xl/media/image1.png", image);
  return zipParts(parts);
}
