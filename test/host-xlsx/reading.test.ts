import { openWorkbook } from "../../src/host/xlsx/open";
import { EMPTY } from "../../src/model/grid";
import { buildWorkbook, oneSheet, STYLES, worksheet, workbookParts, zipParts } from "../support/package-builder";
import { cellAt, num, text, valueAt } from "./support";

const inline = (address: string, content: string): string => `<c r="${address}" t="inlineStr"><is>${content}</is></c>`;
const row1 = (cells: string): string => `<row r="1">${cells}</row>`;

describe("values", () => {
  it("reads every type of cell", () => {
    const grid = openWorkbook(
      oneSheet(
        row1(
          '<c r="A1"><v>1.50</v></c><c r="B1" t="n"><v>1E-7</v></c><c r="C1" t="s"><v>0</v></c><c r="D1" t="str"><v>甲&amp;乙</v></c><c r="E1" t="b"><v>1</v></c><c r="F1" t="b"><v>0</v></c><c r="G1" t="e"><v>#N/A</v></c>' +
            `${inline("H1", "<t>内嵌</t>")}<c r="I1" s="1"/><c r="J1"><v></v></c><c r="K1"><v/></c><c r="L1" t="s"><v></v></c><c r="M1"><v> 7 </v></c><c r="N1"><v>NaN</v></c><c r="O1"><v>1E+999999</v></c>${inline("P1", "<t></t>")}<c r="Q1" t="inlineStr"/><c r="R1"><v>-.5</v></c><c r="S1"><v>0.97849999999999993</v></c>`,
        ),
        { strings: ["<si><t>共享</t></si>"] },
      ),
    ).grid();
    const values = Object.fromEntries(grid.sheets[0]?.cells.map((cell) => [String.fromCharCode(64 + cell.col), cell.value]) ?? []);
    expect(values).toEqual({
      A: num("1.50"), B: num("1E-7"), C: text("共享"), D: text("甲&乙"), E: { kind: "boolean", value: true }, F: { kind: "boolean", value: false }, G: { kind: "error", code: "#N/A" },
      H: text("内嵌"), I: EMPTY, M: num("7"), N: { kind: "error", code: "#NUM!" }, O: { kind: "error", code: "#NUM!" }, R: num("-.5"), S: num("0.97849999999999993"),
    });
  });

  it("leaves out blank cells that have no number format", () => {
    const cells = openWorkbook(oneSheet(row1('<c r="A1"/><c r="B1" s="0"><v/></c><c r="C1" s="1"/><c r="D1"><f>A1</f></c>'))).grid().sheets[0]?.cells ?? [];
    expect(cells.map(({ col }) => col)).toEqual([3, 4]);
  });

  it("shares the objects of empty cells and of shared strings", () => {
    const cells = openWorkbook(oneSheet(row1('<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>0</v></c><c r="C1" s="1"/>'), { strings: ["<si><t>甲</t></si>"] })).grid().sheets[0]?.cells ?? [];
    expect(cells[0]?.value).toBe(cells[1]?.value);
    expect(cells[2]?.value).toBe(EMPTY);
  });

  it("joins the runs of rich strings and leaves phonetic hints out", () => {
    const rich = '<r><t>项目</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 支出</t></r><rPh sb="0" eb="1"><t>xiang</t></rPh><phoneticPr fontId="1"/>';
    const grid = openWorkbook(oneSheet(row1(`<c r="A1" t="s"><v>0</v></c>${inline("B1", rich)}`), { strings: [`<si>${rich}</si>`] })).grid();
    expect(valueAt(grid, "A1")).toEqual(text("项目 支出"));
    expect(valueAt(grid, "B1")).toEqual(text("项目 支出"));
  });

  it("reads entities, CDATA, comments, line ends and schema escapes in texts", () => {
    const grid = openWorkbook(
      oneSheet(
        row1(
          `${inline("A1", "<t>&#36130;&#x653F;&lt;&gt;&amp;&quot;&apos;&#x1F600;</t>")}${inline("B1", "<t>甲<![CDATA[<乙>&amp;]]>丙<!-- 丁 --></t>")}${inline("C1", "<t>一\r\n二&#13;&#10;三_x000D_</t>")}` +
            `${inline("D1", "<t>_x005F_x000D__x4E2D_</t>")}<c r="E1"><v><![CDATA[5]]></v></c><c r="F1"><v>1<!-- -->2</v></c><c r="G1" t="str"><v>_x0041_</v></c><c r="H1" t="s"><v>0</v></c><c r="I1" t="s"><v><![CDATA[0]]></v></c><c r="J1"><v>&#49;</v></c>`,
        ),
        { strings: [`<si><t>${"&#36130;".repeat(6000)}</t></si>`] },
      ),
    ).grid();
    expect(valueAt(grid, "A1")).toEqual(text("财政<>&\"'😀"));
    expect(valueAt(grid, "B1")).toEqual(text("甲<乙>&amp;丙"));
    expect(valueAt(grid, "C1")).toEqual(text("一\n二\r\n三\r"));
    expect(valueAt(grid, "D1")).toEqual(text("_x000D_中"));
    expect(valueAt(grid, "E1")).toEqual(num("5"));
    expect(valueAt(grid, "F1")).toEqual(num("12"));
    expect(valueAt(grid, "G1")).toEqual(text("A"));
    expect(valueAt(grid, "H1")).toEqual(text("财".repeat(6000)));
    expect(valueAt(grid, "I1")).toEqual(text("财".repeat(6000)));
    expect(valueAt(grid, "J1")).toEqual(num("1"));
  });

  it("reads dates as serial numbers, in either calendar", () => {
    const rows = row1('<c r="A1"><v>45352</v></c><c r="B1" t="d"><v>2024-03-01T12:00:00</v></c><c r="C1" t="d"><v>1900-01-01</v></c>');
    const grid = openWorkbook(oneSheet(rows)).grid();
    expect([valueAt(grid, "A1"), valueAt(grid, "B1"), valueAt(grid, "C1")]).toEqual([num("45352"), num("45352.5"), num("1")]);
    const mac = openWorkbook(oneSheet(rows, { beforeSheets: '<workbookPr date1904="1"/>' })).grid();
    expect([valueAt(mac, "A1"), valueAt(mac, "B1")]).toEqual([num("45352"), num("43890.5")]);
  });
});

describe("places", () => {
  it("counts rows and cells that have no reference", () => {
    const grid = openWorkbook(oneSheet('<row><c><v>1</v></c><c><v>2</v></c></row><row r="5"><c r="C5"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>')).grid();
    expect(grid.sheets[0]?.cells.map((cell) => [cell.row, cell.col])).toEqual([[1, 1], [1, 2], [5, 3], [5, 4], [6, 1]]);
  });

  it("sorts rows and cells that are out of order; the last of two counts", () => {
    const grid = openWorkbook(oneSheet('<row r="2"><c r="B2"><v>1</v></c><c r="A2"><v>2</v></c></row><row r="1"><c r="A1"><v>3</v></c></row><row r="2"><c r="A2"><v>4</v></c></row>')).grid();
    expect(grid.sheets[0]?.cells.map((cell) => [cell.row, cell.col, cell.value])).toEqual([[1, 1, num("3")], [2, 1, num("4")], [2, 2, num("1")]]);
  });

  it("reads references in small letters, with dollars or in single quotes", () => {
    const grid = openWorkbook(oneSheet("<row r='1'><c r='a1'><v>1</v></c><c r='$B$1' s='1'><v>2</v></c><c\n r = 'C1'\n><v>3</v ></c ></row>")).grid();
    expect(grid.sheets[0]?.cells.map((cell) => [cell.col, cell.value, cell.format])).toEqual([[1, num("1"), "General"], [2, num("2"), "0.00"], [3, num("3"), "General"]]);
  });

  it("reads merges, protection and visibility", () => {
    const sheet = worksheet('<sheetData/><sheetProtection password="ABCD" sheet="1"/><mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="C5:C5"/><mergeCell ref="$D$9:E7"></mergeCell></mergeCells>');
    const grid = openWorkbook(
      buildWorkbook({ sheets: [{ name: "a", xml: sheet, state: "veryHidden" }, { name: "b", xml: worksheet('<sheetData/><sheetProtection objects="1"/>'), state: "hidden" }, { name: "c", xml: worksheet('<sheetData/><sheetProtection sheet="true"/>') }] }),
    ).grid();
    expect(grid.sheets.map((s) => [s.visibility, s.protected])).toEqual([["very-hidden", true], ["hidden", false], ["visible", true]]);
    expect(grid.sheets[0]?.merges).toEqual([{ top: 1, left: 1, bottom: 2, right: 2 }, { top: 5, left: 3, bottom: 5, right: 3 }, { top: 7, left: 4, bottom: 9, right: 5 }]);
  });
});

describe("formulas", () => {
  it("expands shared formulas", () => {
    const grid = openWorkbook(
      oneSheet(
        '<row r="1"><c r="A1"><f t="shared" ref="A1:B3" si="0">$C1+C$1+SUM(资金!D1:D2,\'a&apos;\'\'1\'!E1)&amp;"F1"&amp;LOG10(A:A)&amp;G1_x&amp;5:6&amp;表1[G1]</f><v>1</v></c></row>' +
          '<row r="3"><c r="B3"><f t="shared" si="0"/><v>2</v></c></row><row r="4"><c r="A4"><f t="shared" si="9"/><v>3</v></c></row>',
      ),
    ).grid();
    expect(cellAt(grid, "A1")?.formula).toBe("$C1+C$1+SUM(资金!D1:D2,'a'''1'!E1)&\"F1\"&LOG10(A:A)&G1_x&5:6&表1[G1]");
    expect(cellAt(grid, "B3")?.formula).toBe("$C3+D$1+SUM(资金!E3:E4,'a'''1'!F3)&\"F1\"&LOG10(B:B)&G1_x&7:8&表1[G1]");
    expect(cellAt(grid, "A4")?.formula).toBe("");
  });

  it("gives every cell of an array formula and of a data table a formula", () => {
    const grid = openWorkbook(
      oneSheet(
        '<row r="1"><c r="A1"><f t="array" ref="A1:B2">C1:D2*2</f><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c></row><row r="2"><c r="A2"><v>4</v></c></row>' +
          '<row r="3"><c r="A3"><v>5</v></c></row><row r="5"><c r="B5"><f t="dataTable" ref="B5:B6" r1="A1"/><v>6</v></c></row><row r="6"><c r="B6"><v>7</v></c></row>',
      ),
    ).grid();
    expect(["A1", "B1", "C1", "A2", "A3", "B5", "B6"].map((address) => cellAt(grid, address)?.formula)).toEqual(["C1:D2*2", "C1:D2*2", null, "C1:D2*2", null, "TABLE()", "TABLE()"]);
  });

  it("keeps a formula without a stored result", () => {
    const grid = openWorkbook(oneSheet(row1('<c r="A1"><f>1+1</f></c><c r="B1" t="str"><f>"x"</f><v></v></c><c r="C1"><f/></c>'))).grid();
    expect([cellAt(grid, "A1"), cellAt(grid, "B1"), cellAt(grid, "C1")]).toMatchObject([{ formula: "1+1", value: EMPTY }, { formula: '"x"', value: EMPTY }, { formula: "", value: EMPTY }]);
  });
});

describe("number formats", () => {
  it("knows the file's own, the built-in and the Chinese ones", () => {
    const styles = STYLES.replace("<fonts", '<numFmts count="2"><numFmt numFmtId="176" formatCode="#,##0.00&quot;万元&quot;"/><numFmt numFmtId="4" formatCode="0.0"/></numFmts><fonts')
      .replace('numFmtId="2"', 'numFmtId="176"').replace('numFmtId="10"', 'numFmtId="31"').replace('numFmtId="49"', 'numFmtId="4"');
    const grid = openWorkbook(oneSheet(row1('<c r="A1" s="1"/><c r="B1" s="2"/><c r="C1" s="3"/><c r="D1" s="99"><v>1</v></c><c r="E1" s="x"><v>1</v></c>'), { styles })).grid();
    expect(grid.sheets[0]?.cells.map((cell) => cell.format)).toEqual(['#,##0.00"万元"', 'yyyy"年"m"月"d"日"', "0.0", "General", "General"]);
  });

  it("are General where there are no styles", () => {
    const bytes = buildWorkbook({ sheets: [{ name: "a", xml: worksheet('<sheetData><row r="1"><c r="A1" s="3"><v>1</v></c></row></sheetData>') }] });
    expect(cellAt(openWorkbook(bytes).grid(), "A1")).toMatchObject({ value: num("1"), format: "General" });
  });
});

describe("packages of other writers", () => {
  const cells = row1('<c r="A1" s="1" t="s"><v>0</v></c><c r="B1"><f>A1</f><v>2</v></c>');
  const expected = [text("甲"), num("2")];
  const read = (bytes: Uint8Array): unknown => {
    const grid = openWorkbook(bytes).grid();
    return [valueAt(grid, "A1"), valueAt(grid, "B1")];
  };
  const base = { strings: ["<si><t>甲</t></si>"] };
  const prefixed = (xml: string): string => xml.replace(/<(\/?)(?=[a-zA-Z])/g, "<$1x:").replace('xmlns="', 'xmlns:x="');

  it("absolute targets", () => expect(read(oneSheet(cells, { ...base, absoluteTargets: true }))).toEqual(expected));
  it("Strict OOXML", () => {
    const sheet = worksheet(`<sheetData>${cells}</sheetData>`).replace(/http:\/\/schemas\.openxmlformats\.org\/spreadsheetml\/2006\/main/, "http://purl.oclc.org/ooxml/spreadsheetml/main");
    expect(read(buildWorkbook({ sheets: [{ name: "a", xml: sheet }], ...base, strict: true }))).toEqual(expected);
  });

  it("prefixed XML in every part", () => {
    const parts = workbookParts({ sheets: [{ name: "a", xml: worksheet(`<sheetData>${cells}</sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells>`) }], ...base, styles: STYLES });
    for (const [name, xml] of parts) parts.set(name, prefixed(String(xml)));
    expect(read(zipParts(parts))).toEqual(expected);
    expect(openWorkbook(zipParts(parts)).grid().sheets[0]).toMatchObject({ merges: [{ top: 1, left: 1, bottom: 1, right: 2 }] });
    expect(cellAt(openWorkbook(zipParts(parts)).grid(), "A1")?.format).toBe("0.00");
  });

  it.each(["utf16le", "utf16be"] as const)("%s, with and without a byte order mark", (encoding) => {
    for (const mark of ["\ufeff", ""]) {
      const parts = workbookParts({ sheets: [{ name: "表", xml: worksheet(`<sheetData>${cells}</sheetData>`) }], ...base, styles: STYLES });
      for (const [name, xml] of parts) {
        const bytes = Buffer.from(mark + String(xml).replace("UTF-8", "UTF-16"), "utf16le");
        parts.set(name, new Uint8Array(encoding === "utf16le" ? bytes : bytes.swap16()));
      }
      expect(read(zipParts(parts))).toEqual(expected);
    }
  });

  it("a UTF-8 byte order mark", () => {
    const parts = workbookParts({ sheets: [{ name: "表", xml: worksheet(`<sheetData>${cells}</sheetData>`) }], ...base });
    for (const [name, xml] of parts) parts.set(name, `\ufeff${String(xml)}`);
    expect(read(zipParts(parts))).toEqual(expected);
  });

  it("wrapped alternatives, foreign elements and attributes", () => {
    const sheet = worksheet(
      `<mc:AlternateContent><mc:Choice Requires="x14"><sheetData><row><c><v>9</v></c></row></sheetData></mc:Choice></mc:AlternateContent><sheetData><y:c r="A1"/>${cells.replace("<row ", '<row y:r="9" ')}<y:row r="1"><c r="A1"><v>9</v></c></y:row></sheetData>` +
        '<mc:AlternateContent><mc:Choice Requires="x14"><controls/></mc:Choice><mc:Fallback/></mc:AlternateContent><extLst><ext><y:mergeCells><y:mergeCell ref="A1:B1"/></y:mergeCells></ext></extLst>',
      ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="y" xmlns:y="urn:y"',
    );
    const bytes = buildWorkbook({ sheets: [{ name: "a", xml: sheet }], ...base, beforeSheets: '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="x15"><sheets/></mc:Choice></mc:AlternateContent>' });
    expect(read(bytes)).toEqual(expected);
    expect(openWorkbook(bytes).grid().sheets[0]?.merges).toEqual([]);
  });

  it("chart and dialog sheets are no grids", () => {
    const grid = openWorkbook(
      buildWorkbook({ sheets: [{ name: "图", xml: "<chartsheet/>", kind: "chartsheet" }, { name: "表", xml: worksheet(`<sheetData>${cells}</sheetData>`) }, { name: "框", xml: "<dialogsheet/>", kind: "dialogsheet" }], ...base }),
    ).grid();
    expect(grid.sheets.map((sheet) => sheet.name)).toEqual(["表"]);
  });

  it("sheets keep the workbook's order and their names' characters", () => {
    const grid = openWorkbook(buildWorkbook({ sheets: ["乙 &amp; 丙", "甲", "__proto__"].map((name) => ({ name, xml: worksheet("<sheetData/>") })) })).grid();
    expect(grid.sheets.map((sheet) => sheet.name)).toEqual(["乙 & 丙", "甲", "__proto__"]);
  });
});
