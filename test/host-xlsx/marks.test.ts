import { openWorkbook } from "../../src/host/xlsx/open";
import { DEFAULT_SETTINGS } from "../../src/model/settings";
import { DEFAULT_STATE } from "../../src/model/workbook-state";
import { markFormula } from "../../src/model/mark-formula";
import { oneSheet, STYLES, workbookParts, worksheet, zipParts, buildWorkbook } from "../support/package-builder";
import { changedContents, edit, mark, num, partText, partsOf } from "./support";

const SHEET = "xl/worksheets/sheet1.xml";
const escaped = (formula: string): string => formula.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
const USER =
  '<conditionalFormatting sqref="A1:A9"><cfRule type="expression" dxfId="0" priority="3"><formula>A1&lt;1</formula></cfRule><cfRule type="dataBar" priority="1"><dataBar/></cfRule></conditionalFormatting>';
const EXT =
  '<extLst><ext xmlns:x14="urn:x14"><x14:conditionalFormattings><x14:conditionalFormatting><x14:cfRule type="expression" priority="2" id="{1}"><xm:f xmlns:xm="urn:xm">A1</xm:f></x14:cfRule><x14:cfRule type="dataBar" id="{2}"/></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>';
const withRules = oneSheet('<row r="1"><c r="A1"><v>1</v></c></row>', { after: `<phoneticPr fontId="0"/>${USER}<pageMargins left="1"/>${EXT}` });
const marks = [mark("表", "A1"), mark("表", "B2", "warning"), mark("表", "C3", "info")];

function marked(bytes: Uint8Array, wanted = marks): Uint8Array {
  const workbook = openWorkbook(bytes);
  workbook.apply({ edits: [], marks: wanted });
  return workbook.save();
}

function unmarked(bytes: Uint8Array): Uint8Array {
  const workbook = openWorkbook(bytes);
  workbook.removeMarks();
  return workbook.save();
}

describe("marks", () => {
  it("come before the user's rules, which move behind them, those of the extension too", () => {
    const sheet = partText(marked(withRules), SHEET);
    const rule = (n: number): string => {
      const m = marks[n];
      if (!m) throw new Error();
      return `<conditionalFormatting sqref="${["A1", "B2", "C3"][n]}"><cfRule type="expression" dxfId="${n}" priority="${n + 1}"><formula>${escaped(markFormula(m))}</formula></cfRule></conditionalFormatting>`;
    };
    expect(sheet).toContain(`<phoneticPr fontId="0"/>${rule(0)}${rule(1)}${rule(2)}${USER.replace('priority="3"', 'priority="6"').replace('priority="1"', 'priority="4"')}<pageMargins left="1"/>${EXT.replace('priority="2"', 'priority="5"')}`);
  });

  it("have a differential format for each severity, appended once", () => {
    const styles = partText(marked(withRules), "xl/styles.xml");
    expect(styles).toContain(
      '</cellXfs><dxfs count="3"><dxf><font><color rgb="FF9C0006"/></font><fill><patternFill><bgColor rgb="FFFFC7CE"/></patternFill></fill></dxf><dxf><font><color rgb="FF9C5700"/></font><fill><patternFill><bgColor rgb="FFFFEB9C"/></patternFill></fill></dxf><dxf><fill><patternFill><bgColor rgb="FFDDEBF7"/></patternFill></fill></dxf></dxfs></styleSheet>',
    );
  });

  it("stand behind merges and before what follows, whatever the sheet has", () => {
    for (const [after, expected] of [
      ["", /<\/sheetData><conditionalFormatting .*<\/worksheet>$/s],
      ["<mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells><hyperlinks/>", /<\/mergeCells><conditionalFormatting .*<hyperlinks\/><\/worksheet>$/s],
      ["<sheetProtection sheet=\"1\"/>\n<pageMargins/>", /<sheetProtection sheet="1"\/><conditionalFormatting .*\n<pageMargins\/><\/worksheet>$/s],
      ["<drawing/><mc:AlternateContent xmlns:mc='urn:mc'><x/></mc:AlternateContent><extLst/>", /<\/sheetData><conditionalFormatting .*<drawing\/><mc:AlternateContent .*<extLst\/><\/worksheet>$/s],
    ] as const) {
      expect(partText(marked(oneSheet("", { after })), SHEET)).toMatch(expected);
    }
  });

  it("are taken out without a trace", () => {
    for (const bytes of [withRules, oneSheet(""), oneSheet("", { styles: STYLES.replace("</cellXfs>", '</cellXfs><cellStyles/><dxfs count="0"/><tableStyles/>') }), oneSheet("", { styles: STYLES.replace("</cellXfs>", '</cellXfs><dxfs count="1"><dxf/></dxfs>') })]) {
      const after = marked(bytes);
      expect(changedContents(bytes, after)).toContain(SHEET);
      expect(changedContents(bytes, unmarked(after))).toEqual([]);
      expect([...partsOf(unmarked(after)).keys()]).toEqual([...partsOf(bytes).keys()]);
    }
  });

  it("leave the very bytes when set and removed in one session", () => {
    const workbook = openWorkbook(withRules);
    workbook.apply({ edits: [], marks });
    workbook.removeMarks();
    expect(workbook.save()).toBe(withRules);
  });

  it("are the same bytes on a second run, and are replaced by other ones", () => {
    const first = marked(withRules);
    expect(marked(first)).toBe(first);
    const second = marked(first, [mark("表", "D4")]);
    expect(partText(second, SHEET).match(/<cfRule /g)).toHaveLength(3);
    expect(changedContents(marked(withRules, [mark("表", "D4")]), second)).toEqual([]);
  });

  it("stay when only cells change in the next session, and can still be removed", () => {
    const workbook = openWorkbook(marked(withRules));
    const { inverse } = workbook.apply({ edits: [edit("表", "A1", num("1"), num("2"), "0.000")], marks });
    expect(inverse.marks).toEqual(marks);
    const saved = workbook.save();
    expect(partText(saved, SHEET).match(/<cfRule type="expression" dxfId="[012]" priority="[123]"/g)).toHaveLength(3);
    const after = unmarked(saved);
    expect(changedContents(withRules, after).sort()).toEqual(["xl/styles.xml", SHEET]);
    expect(partText(after, "xl/styles.xml")).not.toContain("dxf");
    expect(partText(after, SHEET)).toContain(`${USER}<pageMargins left="1"/>${EXT}`);
  });

  it("use a differential format of the user's that is the same, and never take it away", () => {
    const dxf = '<dxf><font><color rgb="FF9C0006"/></font>\n<fill><patternFill><bgColor rgb="FFFFC7CE" /></patternFill></fill></dxf>';
    const bytes = oneSheet("", { styles: STYLES.replace("</cellXfs>", `</cellXfs><dxfs count="2"><dxf/>${dxf}</dxfs>`) });
    const after = marked(bytes, [mark("表", "A1")]);
    expect(partText(after, SHEET)).toContain('dxfId="1"');
    expect(changedContents(bytes, after)).not.toContain("xl/styles.xml");
    expect(changedContents(bytes, unmarked(after))).toEqual([]);
  });

  it("keep their differential formats where somebody has touched the styles since", () => {
    const parts = new Map([...partsOf(marked(oneSheet("")))].map(([name, part]) => [name, new Uint8Array(part.content)] as const));
    parts.set("xl/styles.xml", new TextEncoder().encode(partText(zipParts(parts), "xl/styles.xml").replace('<sz val="11"/>', '<sz val="12"/>')));
    const after = unmarked(zipParts(parts));
    expect(partText(after, "xl/styles.xml")).toContain('<dxfs count="3">');
    expect(partText(after, SHEET)).not.toContain("conditionalFormatting");
  });

  it("are found after another program has grouped and renumbered the rules, and after rows were inserted", () => {
    const after = marked(withRules);
    const parts = new Map([...partsOf(after)].map(([name, part]) => [name, new Uint8Array(part.content)] as const));
    const rules = partText(after, SHEET).match(/<cfRule type="expression" dxfId="[012]" priority="[123]">.*?<\/cfRule>/g) ?? [];
    expect(rules).toHaveLength(3);
    // C3's rule has moved two rows down; A1's stands in one element with a rule of the user's.
    const moved = String(rules[2]).replace(/\$C\$3/g, "$C$5").replace('priority="3"', 'priority="9"');
    const sheet = worksheet(
      `<sheetData/><conditionalFormatting sqref="A1"><cfRule type="cellIs" priority="4"><formula>1</formula></cfRule>${rules[0]}</conditionalFormatting><conditionalFormatting sqref="B2">${rules[1]}</conditionalFormatting><conditionalFormatting sqref="C5">${moved}</conditionalFormatting>` +
        '<conditionalFormatting sqref="C5"><cfRule type="expression" priority="5"><formula>$C$5=1</formula></cfRule></conditionalFormatting>',
    );
    parts.set(SHEET, new TextEncoder().encode(sheet));
    expect(partText(unmarked(zipParts(parts)), SHEET)).toBe(
      worksheet('<sheetData/><conditionalFormatting sqref="A1"><cfRule type="cellIs" priority="2"><formula>1</formula></cfRule></conditionalFormatting><conditionalFormatting sqref="C5"><cfRule type="expression" priority="3"><formula>$C$5=1</formula></cfRule></conditionalFormatting>'),
    );
  });

  it("are found where the range was widened by copying", () => {
    const after = marked(withRules);
    const parts = new Map([...partsOf(after)].map(([name, part]) => [name, new Uint8Array(part.content)] as const));
    parts.set(SHEET, new TextEncoder().encode(partText(after, SHEET).replace('sqref="B2"', 'sqref="A7 B2 D1:D9"')));
    expect(partText(unmarked(zipParts(parts)), SHEET)).toBe(partText(withRules, SHEET));
  });

  it("never take a rule of the user's that is alike but not in our list", () => {
    const own = mark("表", "A1");
    const alike = `<conditionalFormatting sqref="B7"><cfRule type="expression" dxfId="0" priority="1"><formula>${escaped(markFormula(mark("表", "B7")))}</formula></cfRule></conditionalFormatting>`;
    const bytes = oneSheet("", { after: alike });
    expect(changedContents(bytes, unmarked(marked(bytes, [own])))).toEqual([]);
    expect(unmarked(bytes)).toBe(bytes);
  });

  it("on a sheet that is not there are left out", () => {
    const bytes = oneSheet("");
    expect(marked(bytes, [mark("没有", "A1")])).toBe(bytes);
  });

  it("are written through a prefix and into a strict package", () => {
    const parts = workbookParts({ sheets: [{ name: "表", xml: worksheet(`<sheetData/>${USER}`) }], styles: STYLES, strict: true });
    for (const [name, xml] of parts) parts.set(name, String(xml).replace(/<(\/?)(?=[a-zA-Z])/g, "<$1x:").replace('xmlns="', 'xmlns:x="'));
    const bytes = zipParts(parts);
    const after = marked(bytes);
    expect(partText(after, SHEET)).toContain('<x:conditionalFormatting sqref="A1"><x:cfRule type="expression" dxfId="0" priority="1"><x:formula>');
    expect(partText(after, "xl/styles.xml")).toContain('<x:dxfs count="3"><x:dxf><x:font>');
    expect(partText(after, "xl/_rels/workbook.xml.rels")).toContain('Type="http://purl.oclc.org/ooxml/officeDocument/relationships/customXml"');
    expect(changedContents(bytes, unmarked(after))).toEqual([]);
  });

  it("leave styles behind that nobody has when the workbook had none", () => {
    const bytes = buildWorkbook({ sheets: [{ name: "表", xml: worksheet("<sheetData/>") }] });
    const after = marked(bytes);
    expect(openWorkbook(after).grid().sheets).toHaveLength(1);
    expect(partText(unmarked(after), SHEET)).toBe(partText(bytes, SHEET));
  });
});

describe("the state in the workbook", () => {
  const state = { settings: { ...DEFAULT_SETTINGS, policy: "shanghai-2024" }, lastInverse: { edits: [edit("表", "A1", num("1"), num("2"))], marks }, ignored: [] };

  it("goes into a custom XML part of its own, and is found again", () => {
    const bytes = oneSheet("", { extraParts: { "customXml/item1.xml": "<user/>", "customXml/itemProps1.xml": "<p/>" }, extraRelationships: '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml" Target="../customXml/item1.xml"/>' });
    const workbook = openWorkbook(bytes);
    workbook.writeState(state);
    const saved = workbook.save();
    expect(changedContents(bytes, saved).sort()).toEqual(["[Content_Types].xml", "customXml/_rels/item2.xml.rels", "customXml/item2.xml", "customXml/itemProps2.xml", "xl/_rels/workbook.xml.rels"]);
    expect(openWorkbook(saved).readState()).toEqual(state);
    const again = openWorkbook(saved);
    again.writeState(state);
    expect(again.save()).toBe(saved);
  });

  it("takes no place while it is the default", () => {
    const bytes = oneSheet("");
    const workbook = openWorkbook(bytes);
    workbook.writeState(DEFAULT_STATE);
    expect(workbook.save()).toBe(bytes);
    workbook.writeState(state);
    const reset = openWorkbook(workbook.save());
    reset.writeState(DEFAULT_STATE);
    expect(changedContents(bytes, reset.save())).toEqual([]);
  });

  it.each(["", "{}", '{"version":1}', '{"version":2,"marks":[],"dxfs":null,"state":null}', "<broken", '{"version":1,"marks":[{"sheetId":"1","sqref":"A1","formula":"1","mark":{}}],"dxfs":null,"state":null}'])("garbled as %j counts as absent", (json) => {
    const workbook = openWorkbook(oneSheet(""));
    workbook.writeState(state);
    const parts = new Map([...partsOf(workbook.save())].map(([name, part]) => [name, new Uint8Array(part.content)] as const));
    parts.set("customXml/item1.xml", new TextEncoder().encode(`<state xmlns="urn:jixiao-review:state:1">${json}</state>`));
    const garbled = openWorkbook(zipParts(parts));
    expect(garbled.readState()).toEqual(DEFAULT_STATE);
    garbled.apply({ edits: [], marks });
    expect(openWorkbook(garbled.save()).grid().sheets).toHaveLength(1);
  });

  it("keeps odd texts", () => {
    const odd = { ...state, lastInverse: { edits: [{ ...edit("表", "A1", num("1"), { kind: "text" as const, text: "]]>&<\u0001\ud800\r\n\u2028" }), why: "\ufffe" }], marks: [] } };
    const workbook = openWorkbook(oneSheet(""));
    workbook.writeState(odd);
    expect(openWorkbook(workbook.save()).readState()).toEqual(odd);
  });
});
