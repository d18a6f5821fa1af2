import { openWorkbook } from "../../src/host/xlsx/open";
import { buildWorkbook, oneSheet, rawZip, STYLES, workbookParts, worksheet, zipParts } from "../support/package-builder";
import { faultOf, hostile, valueAt, num } from "./support";

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function ole(stream: string): Uint8Array {
  return new Uint8Array(Buffer.concat([Buffer.from(OLE), Buffer.alloc(504), Buffer.from(stream, "utf16le"), Buffer.alloc(512)]));
}

describe("files that are no .xlsx", () => {
  it.each<[string, string, string, Uint8Array]>([
    ["nothing", "unsupported-format", "空", new Uint8Array()],
    ["a password-protected workbook", "encrypted", "去除打开密码", ole("EncryptedPackage")],
    ["an .xls", "unsupported-format", "另存为 .xlsx", ole("Workbook")],
    ["a PDF", "unsupported-format", "PDF", bytes("%PDF-1.7\n")],
    ["a web page", "unsupported-format", "网页", bytes('\ufeff<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table>')],
    ["XML 2003", "unsupported-format", "XML 表格 2003", bytes('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">')],
    ["CSV", "unsupported-format", "CSV", bytes("项目,得分\n甲,10\n")],
    ["something binary", "unsupported-format", "不是 .xlsx", new Uint8Array([1, 0, 2, 0, 3])],
    ["an archive of workbooks", "unsupported-format", "先解压", rawZip([{ name: "汇总/甲.xlsx", data: "x" }])],
    ["an .ods", "unsupported-format", "OpenDocument", rawZip([{ name: "mimetype", data: "application/vnd.oasis.opendocument.spreadsheet", stored: true }, { name: "content.xml", data: "<a/>" }])],
    ["an empty zip", "unsupported-format", "压缩包", rawZip([])],
  ])("%s: %s", (_, code, hint, file) => {
    const fault = faultOf(() => openWorkbook(file));
    expect(fault.code).toBe(code);
    expect(fault.message).toContain(hint);
  });

  it.each([
    ["Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"],
    [".xlsb", "application/vnd.ms-excel.sheet.binary.macroEnabled.main"],
    ["PowerPoint", "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"],
  ])("a %s package", (name, type) => {
    const parts = workbookParts({ sheets: [] });
    parts.set("[Content_Types].xml", String(parts.get("[Content_Types].xml")).replace(/application\/vnd\.openxmlformats-officedocument\.spreadsheetml\.sheet\.main\+xml/, type));
    const fault = faultOf(() => openWorkbook(zipParts(parts)));
    expect(fault.code).toBe("unsupported-format");
    expect(fault.message).toContain(name);
  });

  it("never names a path of the machine or a stack", () => {
    for (const file of [hostile("trunc.xlsx"), hostile("laughs.xlsx"), bytes("x"), ole("x")]) expect(faultOf(() => openWorkbook(file).grid()).message).not.toMatch(/\/(?:work|home|tmp|usr)|\bat /);
  });
});

describe("hostile files", () => {
  it.each([
    ["trunc.xlsx", "damaged"],
    ["laughs.xlsx", "unsafe"],
    ["bomb-media.xlsx", "too-large"],
  ])("%s: %s, at once", (name, code) => {
    const since = performance.now();
    expect(faultOf(() => openWorkbook(hostile(name)).grid()).code).toBe(code);
    expect(performance.now() - since).toBeLessThan(2000);
  });

  it("far-cell.xlsx is read", () => {
    const cells = openWorkbook(hostile("far-cell.xlsx")).grid().sheets[0]?.cells ?? [];
    expect(cells.at(-1)).toMatchObject({ row: 1_048_576, col: 16_384 });
  });

  it("a document type definition in any part that is read", () => {
    const doctype = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]>';
    for (const part of ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/sharedStrings.xml", "_rels/.rels", "[Content_Types].xml", "xl/_rels/workbook.xml.rels"]) {
      const parts = workbookParts({ sheets: [{ name: "a", xml: worksheet("<sheetData/>") }], styles: STYLES, strings: [] });
      parts.set(part, String(parts.get(part)).replace(/<\?xml[^>]*\?>/, doctype));
      expect(faultOf(() => openWorkbook(zipParts(parts)).grid()).code).toBe("unsafe");
    }
  });

  it("the words of a document type definition in a text or a comment are none", () => {
    const grid = openWorkbook(oneSheet('<!-- <!DOCTYPE x> --><row r="1"><c r="A1" t="inlineStr"><is><t><![CDATA[<!DOCTYPE x>]]></t></is></c></row>')).grid();
    expect(valueAt(grid, "A1")).toEqual({ kind: "text", text: "<!DOCTYPE x>" });
  });

  it.each([
    ["a broken sheet", "xl/worksheets/sheet1.xml", "<worksheet><sheetData></worksheet>"],
    ["an unfinished sheet", "xl/worksheets/sheet1.xml", '<worksheet><sheetData><row r="1">'],
    ["an unknown entity", "xl/worksheets/sheet1.xml", worksheet('<sheetData><row r="1"><c r="A1" t="str"><v>&nbsp;</v></c></row></sheetData>')],
    ["no XML at all", "xl/workbook.xml", "nothing"],
    ["two roots", "xl/styles.xml", "<styleSheet/><styleSheet/>"],
    ["another root", "xl/worksheets/sheet1.xml", "<chartsheet/>"],
    ["bytes that are no text", "xl/sharedStrings.xml", "\udcff"],
    ["an odd row number", "xl/worksheets/sheet1.xml", worksheet('<sheetData><row r="0"/></sheetData>')],
    ["a row beyond the sheet", "xl/worksheets/sheet1.xml", worksheet('<sheetData><row r="1048577"/></sheetData>')],
    ["__proto__ as a reference", "xl/worksheets/sheet1.xml", worksheet('<sheetData><row r="1"><c r="__proto__"><v>1</v></c></row></sheetData>')],
    ["a cell beyond the sheet", "xl/worksheets/sheet1.xml", worksheet('<sheetData><row r="1"><c r="XFE1"/></row></sheetData>')],
    ["a cell of another row", "xl/worksheets/sheet1.xml", worksheet('<sheetData><row r="1"><c r="A2"/></row></sheetData>')],
    ["a text that does not exist", "xl/worksheets/sheet1.xml", worksheet('<sheetData><row r="1"><c r="A1" t="s"><v>7</v></c></row></sheetData>')],
    ["an odd merge", "xl/worksheets/sheet1.xml", worksheet('<sheetData/><mergeCells><mergeCell ref="A1:__proto__"/></mergeCells>')],
    ["an unknown type", "xl/worksheets/sheet1.xml", worksheet('<sheetData><row r="1"><c r="A1" t="toString"><v>7</v></c></row></sheetData>')],
  ])("%s: damaged, and the part is named", (_, part, xml) => {
    const parts = workbookParts({ sheets: [{ name: "a", xml: worksheet("<sheetData/>") }], styles: STYLES, strings: [] });
    parts.set(part, xml === "\udcff" ? new Uint8Array([0x3c, 0xff, 0x3e]) : xml);
    const fault = faultOf(() => openWorkbook(zipParts(parts)).grid());
    expect(fault.code).toBe("damaged");
    expect(fault.message).toContain(part);
  });

  it.each(["xl/worksheets/sheet1.xml", "xl/workbook.xml"])("without %s: damaged", (part) => {
    const parts = workbookParts({ sheets: [{ name: "甲", xml: worksheet("<sheetData/>") }] });
    parts.delete(part);
    const fault = faultOf(() => openWorkbook(zipParts(parts)).grid());
    expect(fault.code).toBe("damaged");
    expect(fault.message).toContain(part);
  });

  it("one part under two names, or two sheets of one name: damaged", () => {
    const parts = workbookParts({ sheets: [{ name: "甲", xml: worksheet("<sheetData/>") }, { name: "乙", xml: worksheet("<sheetData/>") }] });
    const rels = String(parts.get("xl/_rels/workbook.xml.rels"));
    expect(faultOf(() => openWorkbook(zipParts(new Map([...parts, ["xl/_rels/workbook.xml.rels", rels.replace("sheet2.xml", "sheet1.xml")]])))).code).toBe("damaged");
    expect(faultOf(() => openWorkbook(zipParts(new Map([...parts, ["xl/workbook.xml", String(parts.get("xl/workbook.xml")).replace("乙", "甲")]])))).code).toBe("damaged");
  });

  it("deep nesting ends", () => {
    const deep = worksheet(`<sheetData/>${"<a>".repeat(100_000)}${"</a>".repeat(100_000)}`);
    expect(faultOf(() => openWorkbook(buildWorkbook({ sheets: [{ name: "a", xml: deep }] })).grid()).code).toBe("damaged");
  });

  it("60,000 merges, one over the whole sheet, and an array formula over all of it", () => {
    const merges = Array.from({ length: 60_000 }, (_, n) => `<mergeCell ref="A${n + 2}:C${n + 2}"/>`).join("");
    const array = Array.from({ length: 2000 }, (_, n) => `<row r="${n + 1}"><c r="A${n + 1}"><f t="array" ref="A${n + 1}:XFD1048576">1</f><v>1</v></c></row>`).join("");
    const since = performance.now();
    const grid = openWorkbook(oneSheet(array, { after: `<mergeCells><mergeCell ref="A1:XFD1048576"/>${merges}</mergeCells>` })).grid();
    expect(grid.sheets[0]?.merges).toHaveLength(60_001);
    expect(valueAt(grid, "A1")).toEqual(num("1"));
    expect(performance.now() - since).toBeLessThan(5000);
  });

  it("a shared formula that would grow without end is not expanded", () => {
    const master = `"${"x".repeat(30_000)}"&amp;A1`;
    const rows = Array.from({ length: 3000 }, (_, n) => `<row r="${n + 1}"><c r="B${n + 1}"><f t="shared" si="0"${n === 0 ? ` ref="B1:B3000">${master}` : " >"}</f><v>1</v></c></row>`).join("");
    const cells = openWorkbook(oneSheet(rows)).grid().sheets[0]?.cells ?? [];
    expect(cells.every((cell) => cell.formula !== null)).toBe(true);
    expect(cells.at(-1)?.formula).toBe(master.replace("&amp;", "&"));
  });
});
