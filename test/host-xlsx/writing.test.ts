import { openWorkbook } from "../../src/host/xlsx/open";
import { EMPTY } from "../../src/model/grid";
import { oneSheet, STYLES, workbookParts, worksheet, zipParts, buildWorkbook } from "../support/package-builder";
import { cellAt, changedParts, edit, num, partText, text, valueAt } from "./support";

const SHEET = "xl/worksheets/sheet1.xml";

function sheetAfter(bytes: Uint8Array, ...edits: Parameters<typeof edit>[]): string {
  const workbook = openWorkbook(bytes);
  const result = workbook.apply({ edits: edits.map((args) => edit(...args)), marks: [] });
  expect(result.conflicts).toEqual([]);
  return partText(workbook.save(), SHEET);
}

describe("cells", () => {
  const bytes = oneSheet(
    '<row r="2" spans="2:4" ht="20" customHeight="1"><c r="B2" s="1"><v>1</v></c><!-- a --><c r="D2" s="5" t="str" vm="1" ph="1"><v>x</v></c></row>\n<row r="4"/><row r="7" s="2" customFormat="1"><c r="C7"/></row>',
    { before: '<dimension ref="B2:D7"/><cols><col min="3" max="3" width="9" style="1"/></cols>' },
  );

  it("replaces only what the cell holds", () => {
    expect(sheetAfter(bytes, ["表", "B2", num("1"), num("9.79")], ["表", "D2", text("x"), EMPTY])).toBe(
      partText(bytes, SHEET).replace('<c r="B2" s="1"><v>1</v></c>', '<c r="B2" s="1"><v>9.79</v></c>').replace('<c r="D2" s="5" t="str" vm="1" ph="1"><v>x</v></c>', '<c r="D2" s="5" ph="1"/>'),
    );
  });

  it("puts new cells where they belong, with the format of their row or column", () => {
    const after = sheetAfter(bytes, ["表", "A2", EMPTY, num("1")], ["表", "C2", EMPTY, num("2")], ["表", "F2", EMPTY, num("3")], ["表", "A1", EMPTY, num("4")], ["表", "B4", EMPTY, num("5")], ["表", "C5", EMPTY, num("6")], ["表", "D7", EMPTY, num("7")], ["表", "C9", EMPTY, text("<&>")]);
    expect(after).toBe(
      partText(bytes, SHEET)
        .replace('ref="B2:D7"', 'ref="A1:F9"')
        .replace('<row r="2" spans="2:4"', '<row r="1"><c r="A1"><v>4</v></c></row><row r="2" spans="1:6"')
        .replace('<c r="B2"', '<c r="A2"><v>1</v></c><c r="B2"')
        .replace('<c r="D2"', '<c r="C2" s="1"><v>2</v></c><c r="D2"')
        .replace("<v>x</v></c>", '<v>x</v></c><c r="F2"><v>3</v></c>')
        .replace('<row r="4"/>', '<row r="4"><c r="B4"><v>5</v></c></row><row r="5"><c r="C5" s="1"><v>6</v></c></row>')
        .replace('<c r="C7"/>', '<c r="C7"/><c r="D7" s="2"><v>7</v></c>')
        .replace("</sheetData>", '<row r="9"><c r="C9" s="1" t="inlineStr"><is><t xml:space="preserve">&lt;&amp;&gt;</t></is></c></row></sheetData>'),
    );
  });

  it("adds nothing for an empty cell that is to be empty", () => {
    const workbook = openWorkbook(bytes);
    workbook.apply({ edits: [edit("表", "Z99", EMPTY, EMPTY), edit("表", "B2", num("1"), num("1"))], marks: [] });
    expect(workbook.save()).toBe(bytes);
  });

  it("fills an empty sheet", () => {
    expect(sheetAfter(buildWorkbook({ sheets: [{ name: "表", xml: worksheet('<dimension ref="A1"/><sheetData/>') }] }), ["表", "B2", EMPTY, num("1")])).toContain(
      '<dimension ref="A1:B2"/><sheetData><row r="2"><c r="B2"><v>1</v></c></row></sheetData>',
    );
  });

  it("works without <dimension>, without references and in any order", () => {
    const odd = oneSheet('<row><c><v>1</v></c><c><v>2</v></c></row><row r="5"><c r="C5"><v>3</v></c><c r="A5"><v>4</v></c></row><row r="3"><c r="A3"><v>5</v></c></row>');
    const workbook = openWorkbook(odd);
    workbook.apply({ edits: [edit("表", "B1", num("2"), num("22")), edit("表", "B5", EMPTY, num("6")), edit("表", "A3", num("5"), num("55")), edit("表", "B3", EMPTY, num("7")), edit("表", "A4", EMPTY, num("8"))], marks: [] });
    const grid = openWorkbook(workbook.save()).grid();
    expect(["A1", "B1", "A3", "B3", "A4", "A5", "B5", "C5"].map((address) => valueAt(grid, address))).toEqual(["1", "22", "55", "7", "8", "4", "6", "3"].map(num));
    expect(grid).toEqual(workbook.grid());
  });

  it("writes through a prefix, and in UTF-16", () => {
    const parts = workbookParts({ sheets: [{ name: "表", xml: worksheet('<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>') }], styles: STYLES });
    for (const [name, xml] of parts) {
      const prefixed = String(xml).replace(/<(\/?)(?=[a-zA-Z])/g, "<$1x:").replace('xmlns="', 'xmlns:x="').replace("UTF-8", "UTF-16");
      parts.set(name, new Uint8Array(Buffer.from(`\ufeff${prefixed}`, "utf16le")));
    }
    const before = zipParts(parts);
    const workbook = openWorkbook(before);
    workbook.apply({ edits: [edit("表", "A1", num("1"), text("甲"), "0.000"), edit("表", "B2", EMPTY, num("2"))], marks: [] });
    const saved = workbook.save();
    const sheet = Buffer.from(partText(saved, SHEET), "utf8");
    expect(sheet.length).toBeGreaterThan(0);
    const grid = openWorkbook(saved).grid();
    expect([cellAt(grid, "A1"), valueAt(grid, "B2")]).toMatchObject([{ value: text("甲"), format: "0.000" }, num("2")]);
    expect(changedParts(before, saved)).toEqual(["xl/worksheets/sheet1.xml", "xl/styles.xml"]);
  });

  it.each(["_x000D_", "\u0001", "a\rb", "\ud800", "&amp;", "]]>", " x\n", "\ufffe😀"])("keeps the text %j", (value) => {
    const workbook = openWorkbook(bytes);
    workbook.apply({ edits: [edit("表", "B2", num("1"), text(value))], marks: [] });
    expect(valueAt(openWorkbook(workbook.save()).grid(), "B2")).toEqual(text(value));
  });

  it("refuses what is no number", () => {
    for (const digits of ["1,5", "NaN", "", "1e9999", "<"]) expect(() => openWorkbook(bytes).apply({ edits: [edit("表", "B2", num("1"), num(digits))], marks: [] })).toThrow(RangeError);
  });

  it("does not write into array formulas", () => {
    const array = oneSheet('<row r="1"><c r="A1"><f t="array" ref="A1:A2">B1:B2</f><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>');
    expect(openWorkbook(array).apply({ edits: [edit("表", "A2", num("2"), num("3"))], marks: [] }).conflicts).toMatchObject([{ found: num("2"), foundFormula: "B1:B2" }]);
  });
});

describe("rich texts", () => {
  const item = '<r><rPr><b/></rPr><t>□是</t></r><r><rPr><rFont val="宋体"/></rPr><t xml:space="preserve"> □否</t></r><rPh sb="0" eb="1"><t>x</t></rPh><phoneticPr fontId="1"/>';
  const ticked = '<r><rPr><b/></rPr><t xml:space="preserve">☑是</t></r><r><rPr><rFont val="宋体"/></rPr><t xml:space="preserve"> □否</t></r>';
  const bytes = oneSheet(`<row r="1"><c r="A1" s="1" t="s"><v>1</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is>${item}</is></c></row>`, { strings: ["<si><t>x</t></si>", `<si>${item}</si>`] });

  it("keep their runs where the length stays", () => {
    const after = sheetAfter(bytes, ["表", "A1", text("□是 □否"), text("☑是 □否")], ["表", "C1", text("□是 □否"), text("☑是 □否")]);
    expect(after).toContain(`<c r="A1" s="1" t="inlineStr"><is>${ticked}</is></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is>${ticked}</is></c>`);
  });

  it("are written plainly where it changes", () => {
    expect(sheetAfter(bytes, ["表", "A1", text("□是 □否"), text("是")])).toContain('<c r="A1" s="1" t="inlineStr"><is><t xml:space="preserve">是</t></is></c>');
  });

  it("leave the shared strings alone", () => {
    const workbook = openWorkbook(bytes);
    workbook.apply({ edits: [edit("表", "A1", text("□是 □否"), text("☑是 □否"))], marks: [] });
    expect(changedParts(bytes, workbook.save())).toEqual([SHEET]);
    expect(valueAt(openWorkbook(workbook.save()).grid(), "B1")).toEqual(text("□是 □否"));
  });

  it("are not cut between the halves of a character", () => {
    expect(sheetAfter(bytes, ["表", "A1", text("□是 □否"), text("a😀b是")])).toContain("<t xml:space=\"preserve\">a😀b是</t>");
  });
});

describe("formats", () => {
  const bytes = oneSheet('<row r="1"><c r="A1" s="5"><v>1</v></c><c r="B1" s="4" t="str"><v>=1</v></c><c r="C1"><v>1</v></c><c r="D1" s="1"><v>1</v></c></row>');
  const styles = (...edits: Parameters<typeof edit>[]): string => {
    const workbook = openWorkbook(bytes);
    workbook.apply({ edits: edits.map((args) => edit(...args)), marks: [] });
    return partText(workbook.save(), "xl/styles.xml");
  };

  it("are appended once, with the built-in id where there is one", () => {
    const after = styles(["表", "A1", num("1"), num("2"), "0.00"], ["表", "C1", num("1"), num("2"), "0.000"], ["表", "E1", EMPTY, num("2"), "0.000"]);
    expect(after).toBe(
      STYLES.replace("<fonts", '<numFmts count="1"><numFmt numFmtId="164" formatCode="0.000"/></numFmts><fonts')
        .replace('<cellXfs count="6">', '<cellXfs count="8">')
        .replace("</cellXfs>", '<xf numFmtId="2" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyNumberFormat="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>'),
    );
  });

  it("that exist under an id of the system's are used again", () => {
    const dates = STYLES.replace('numFmtId="10"', 'numFmtId="14"');
    const workbook = openWorkbook(oneSheet('<row r="1"><c r="A1"><v>1</v></c></row>', { styles: dates }));
    workbook.apply({ edits: [edit("表", "A1", num("1"), num("2"), "yyyy/m/d")], marks: [] });
    expect(partText(workbook.save(), "xl/styles.xml")).toBe(dates);
    expect(partText(workbook.save(), SHEET)).toContain('<c r="A1" s="2">');
  });

  it("that exist are used again", () => {
    expect(styles(["表", "C1", num("1"), num("2"), "0.00"], ["表", "D1", num("1"), num("2"), "General"])).toBe(STYLES);
    expect(sheetAfter(bytes, ["表", "C1", num("1"), num("2"), "0.00%"], ["表", "D1", num("1"), num("2"), "General"])).toContain('<c r="C1" s="2"><v>2</v></c><c r="D1" s="0"><v>2</v></c>');
  });

  it("grow no duplicates on a second run", () => {
    const first = openWorkbook(bytes);
    first.apply({ edits: [edit("表", "A1", num("1"), num("2"), "0.000")], marks: [] });
    const second = openWorkbook(first.save());
    second.apply({ edits: [edit("表", "A1", num("2"), num("3"), "0.000"), edit("表", "C1", num("1"), num("3"), "0.000")], marks: [] });
    expect(partText(second.save(), "xl/styles.xml").match(/formatCode="0\.000"/g)).toHaveLength(1);
    const third = openWorkbook(second.save());
    third.apply({ edits: [edit("表", "C1", num("3"), num("4"), "0.000")], marks: [] });
    expect(changedParts(second.save(), third.save())).toEqual([SHEET]);
  });

  it("lose the guard of texts when a number is written, and get it for a text that begins with =", () => {
    expect(sheetAfter(bytes, ["表", "B1", text("=1"), num("1")], ["表", "C1", num("1"), text("=2")], ["表", "A1", num("1"), text("-")])).toContain(
      '<c r="A1" s="5" t="inlineStr"><is><t xml:space="preserve">-</t></is></c><c r="B1" s="0"><v>1</v></c><c r="C1" s="4" t="inlineStr"><is><t xml:space="preserve">=2</t></is></c>',
    );
    expect(styles(["表", "B1", text("=1"), num("1")])).toBe(STYLES);
  });

  it("can be set where the workbook has no styles yet", () => {
    const plain = buildWorkbook({ sheets: [{ name: "表", xml: worksheet('<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>') }] });
    const workbook = openWorkbook(plain);
    workbook.apply({ edits: [edit("表", "A1", num("1"), num("2"), "0.00")], marks: [] });
    const saved = workbook.save();
    expect(cellAt(openWorkbook(saved).grid(), "A1")).toMatchObject({ value: num("2"), format: "0.00" });
    expect(changedParts(plain, saved).sort()).toEqual(["[Content_Types].xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", SHEET]);
  });
});

describe("recalculation", () => {
  const cells = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>A1*2</f><v>2</v></c></row>';
  const calc = (more: Parameters<typeof oneSheet>[1]): string => {
    const workbook = openWorkbook(oneSheet(cells, more));
    workbook.apply({ edits: [edit("表", "A1", num("1"), num("2"))], marks: [] });
    return partText(workbook.save(), "xl/workbook.xml");
  };

  it("is asked for where the workbook has formulas", () => {
    expect(calc({ afterSheets: '<definedNames/><calcPr calcId="1"/><extLst/>' })).toContain('<definedNames/><calcPr calcId="1" fullCalcOnLoad="1"/><extLst/>');
    expect(calc({ afterSheets: "<definedNames/><extLst/>" })).toContain('<definedNames/><calcPr fullCalcOnLoad="1"/><extLst/>');
    expect(calc({})).toContain('</sheets><calcPr fullCalcOnLoad="1"/></workbook>');
    expect(calc({ afterSheets: '<calcPr fullCalcOnLoad="0"></calcPr>' })).toContain('<calcPr fullCalcOnLoad="1"></calcPr>');
  });

  it("puts calcPr behind the sheets even where wrapped alternatives come before them", () => {
    expect(calc({ beforeSheets: "<workbookPr/><mc:AlternateContent xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'/>" })).toContain('</sheets><calcPr fullCalcOnLoad="1"/>');
  });

  it("is not asked for where there are none, or only marks change, or it is asked for already", () => {
    const plain = openWorkbook(oneSheet('<row r="1"><c r="A1"><v>1</v></c></row>'));
    plain.apply({ edits: [edit("表", "A1", num("1"), num("2"))], marks: [] });
    expect(partText(plain.save(), "xl/workbook.xml")).not.toContain("calcPr");
    expect(calc({ afterSheets: '<calcPr fullCalcOnLoad="true"/>' })).toContain('<calcPr fullCalcOnLoad="true"/>');
  });
});

describe("undoing", () => {
  it("gives the very bytes back within a session", () => {
    const bytes = oneSheet('<row r="1"><c r="A1" s="4" t="str"><v>=1</v></c><c r="B1"><f>A1</f></c></row>', { before: '<dimension ref="A1:B1"/>' });
    const workbook = openWorkbook(bytes);
    const { inverse } = workbook.apply({ edits: [edit("表", "A1", text("=1"), num("1"), "0.000"), edit("表", "D9", EMPTY, num("1"))], marks: [] });
    const again = workbook.apply({ edits: [edit("表", "A1", num("1"), num("2"), "0.0")], marks: [] });
    workbook.apply(again.inverse);
    workbook.apply(inverse);
    expect(workbook.save()).toBe(bytes);
  });

  it("gives values and formats back after saving and opening", () => {
    const bytes = oneSheet('<row r="1"><c r="A1" s="4" t="str"><v>=1</v></c><c r="B1" s="5"><v>0.97849999999999993</v></c></row>');
    const workbook = openWorkbook(bytes);
    const { inverse } = workbook.apply({ edits: [edit("表", "A1", text("=1"), num("1"), "0.000"), edit("表", "B1", num("0.9785"), num("2"), "0.00")], marks: [] });
    const reopened = openWorkbook(workbook.save());
    expect(reopened.apply(inverse).conflicts).toEqual([]);
    expect(partText(reopened.save(), SHEET)).toContain('<c r="A1" s="4" t="inlineStr"><is><t xml:space="preserve">=1</t></is></c><c r="B1" s="5"><v>0.97849999999999993</v></c>');
  });
});
