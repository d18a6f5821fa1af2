/** What the worker reads of a file for the page to draw: fonts inside texts, conditional formats, pictures. */
import { cellKey } from "../../src/model/address";
import type { CellEdit } from "../../src/model/write-plan";
import type { RunFont } from "../../src/workbench/display/look";
import { inProcessChannel } from "../../src/workbench/serve";
import { WorkerHost } from "../../src/workbench/worker-host";
import { openWorkbook } from "../../src/host/xlsx/open";
import { partsOf } from "../host-xlsx/support";
import { oneSheet, type WorkbookSpec } from "../support/package-builder";
import { openEngine } from "./engine";
import { at, pictured, png } from "./pictured";

const open = (bytes: Uint8Array): Promise<WorkerHost> => WorkerHost.open(inProcessChannel(), new Uint8Array(bytes), openEngine);
const plain: RunFont = { family: null, sizePt: null, bold: false, italic: false, underline: false, strike: false, color: null, raised: "no" };

describe("fonts inside texts", () => {
  const RICH = '<si><r><t>面积</t></r><r><rPr><b/><sz val="18"/><color rgb="FFFF0000"/><rFont val="黑体"/></rPr><t xml:space="preserve">120 m</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>2</t></r><rPh sb="0" eb="1"><t>mianji</t></rPh></si>';

  test("of shared strings, shared by all cells that show them; phonetic hints are no text", async () => {
    const host = await open(oneSheet('<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>1</v></c></row>', { strings: ["<si><t>普通</t></si>", RICH] }));
    const { rich } = (await host.sheetView(0)).display;
    expect(rich.map(([key]) => key)).toEqual([cellKey(1, 2), cellKey(1, 3)]);
    expect(rich[0]?.[1]).toEqual([
      { length: 2, font: null },
      { length: 5, font: { ...plain, bold: true, sizePt: 18, color: "#ff0000", family: expect.stringContaining('"黑体"') as unknown } },
      { length: 1, font: { ...plain, raised: "super" } },
    ]);
    expect(rich[0]?.[1]).toBe(rich[1]?.[1]);
  });

  test("of texts that stand in their cells, with any prefix", async () => {
    const sheet = '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:r><x:rPr><x:u/><x:i/></x:rPr><x:t>a&amp;b</x:t></x:r><x:r><x:t>c</x:t></x:r></x:is></x:c></x:row></x:sheetData></x:worksheet>';
    const host = await open(oneSheet("", { sheets: [{ name: "表", xml: sheet }] }));
    expect((await host.sheetView(0)).display.rich).toEqual([[cellKey(1, 1), [{ length: 3, font: { ...plain, underline: true, italic: true } }, { length: 1, font: null }]]]);
  });

  test("a text of more stretches than any person makes is shown plain", async () => {
    const runs = "<r><rPr><b/></rPr><t>字</t></r>".repeat(501);
    const host = await open(oneSheet('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', { strings: [`<si>${runs}</si>`] }));
    expect((await host.sheetView(0)).display.rich).toEqual([]);
  });

  test("stay in the saved file where the text is not edited, and where it keeps its length", async () => {
    const file = oneSheet('<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>旧</t></is></c></row>', { strings: [RICH] });
    const host = await open(file);
    const edit = (col: number, before: string, after: string): CellEdit => ({ ref: { sheet: "表", row: 1, col }, before: { kind: "text", text: before }, after: { kind: "text", text: after }, format: null, shown: after, why: "", form: null, field: null });
    await host.edit([edit(2, "面积120 m2", "面积130 m2"), edit(3, "旧", "新")]);
    const saved = await host.save();
    const cell = (address: string): string => new RegExp(`<c r="${address}".*?</c>`).exec(partsOf(saved).get("xl/worksheets/sheet1.xml")?.content.toString("utf8") ?? "")?.[0] ?? "";
    expect(cell("A1")).toBe('<c r="A1" t="s"><v>0</v></c>');
    expect(cell("B1")).toContain('<rFont val="黑体"/></rPr><t xml:space="preserve">130 m</t>');
    expect(partsOf(saved).get("xl/sharedStrings.xml")?.content).toEqual(partsOf(file).get("xl/sharedStrings.xml")?.content);
    const again = await open(saved);
    expect((await again.sheetView(0)).display.rich.map(([key, text]) => [key, text.map(({ length }) => length)])).toEqual([
      [cellKey(1, 1), [2, 5, 1]],
      [cellKey(1, 2), [2, 5, 1]],
    ]);
  });
});

describe("conditional formats", () => {
  const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const STYLES = `<styleSheet xmlns="${MAIN}"><cellXfs><xf/></cellXfs><dxfs><dxf><font><b/><color rgb="FF9C0006"/></font><fill><patternFill><bgColor rgb="FFFFC7CE"/></patternFill></fill></dxf><dxf><font><i val="0"/></font><border><left style="thin"/></border></dxf></dxfs></styleSheet>`;
  const rules = async (xml: string, more: Partial<WorkbookSpec> = {}) => (await (await open(oneSheet('<row r="1"><c r="A1"><v>1</v></c></row>', { styles: STYLES, ...more, after: xml }))).sheetView(0)).display.conditional;
  const format = (rule: string, sqref = "A1:B2 D4"): string => `<conditionalFormatting sqref="${sqref}">${rule}</conditionalFormatting>`;
  const test1 = async (rule: string) => (await rules(format(rule)))[0]?.test;

  test("come in the order of their priority, with areas and looks", async () => {
    const found = await rules(format('<cfRule type="cellIs" dxfId="0" priority="7" operator="lessThan"><formula>60</formula></cfRule>') + format('<cfRule type="containsBlanks" dxfId="1" priority="2" stopIfTrue="1"><formula>LEN(TRIM(A1))=0</formula></cfRule>', "A1:A1048576"));
    expect(found).toEqual([
      { areas: [{ top: 1, left: 1, bottom: 1048576, right: 1 }], test: { kind: "blank", wanted: true }, look: { italic: false, left: { css: "1px solid #000000", weight: 6 } }, stop: true },
      {
        areas: [
          { top: 1, left: 1, bottom: 2, right: 2 },
          { top: 4, left: 4, bottom: 4, right: 4 },
        ],
        test: { kind: "compare", operator: "lessThan", values: [{ kind: "number", digits: "60" }] },
        look: { bold: true, color: "#9c0006", fill: "#ffc7ce" },
        stop: false,
      },
    ]);
  });

  test.each([
    ['<cfRule type="cellIs" dxfId="0" priority="1" operator="between"><formula>-1.5</formula><formula>60%</formula></cfRule>', { kind: "compare", operator: "between", values: [{ kind: "number", digits: "-1.5" }, { kind: "number", digits: "0.6" }] }],
    ['<cfRule type="cellIs" dxfId="0" priority="1" operator="equal"><formula>"说""优"""</formula></cfRule>', { kind: "compare", operator: "equal", values: [{ kind: "text", text: '说"优"' }] }],
    ['<cfRule type="endsWith" dxfId="0" priority="1" text="表"><formula>RIGHT(A1,LEN("表"))="表"</formula></cfRule>', { kind: "text", where: "end", text: "表", wanted: true }],
    ['<cfRule type="notContainsText" dxfId="0" priority="1" text="无"><formula>ISERROR(SEARCH("无",A1))</formula></cfRule>', { kind: "text", where: "anywhere", text: "无", wanted: false }],
    ['<cfRule type="uniqueValues" dxfId="0" priority="1"/>', { kind: "repeated", wanted: false }],
    ['<cfRule type="top10" dxfId="0" priority="1" percent="1" bottom="1" rank="20"/>', { kind: "top", rank: 20, percent: true, bottom: true }],
  ])("%s", async (rule, expected) => expect(await test1(rule)).toEqual(expected));

  test.each([
    '<cfRule type="expression" dxfId="0" priority="1"><formula>A1&gt;0</formula></cfRule>',
    '<cfRule type="cellIs" dxfId="0" priority="1" operator="lessThan"><formula>$C$1</formula></cfRule>',
    '<cfRule type="cellIs" dxfId="0" priority="1" operator="lessThan"><formula>"优"</formula></cfRule>',
    '<cfRule type="cellIs" dxfId="0" priority="1" operator="between"><formula>1</formula></cfRule>',
    '<cfRule type="containsText" dxfId="0" priority="1" text="$B$1"><formula>NOT(ISERROR(SEARCH($B$1,A1)))</formula></cfRule>',
    '<cfRule type="containsText" dxfId="0" priority="1" text="第*年"><formula>NOT(ISERROR(SEARCH("第*年",A1)))</formula></cfRule>',
    '<cfRule type="dataBar" priority="1"><dataBar/></cfRule>',
  ])("what would have to be calculated is left out: %s", async (rule) => expect(await rules(format(rule))).toEqual([]));

  test("a formula that stops the rules behind it is kept as unknown", async () => expect(await test1('<cfRule type="expression" priority="1" stopIfTrue="1"><formula>A1=""</formula></cfRule>')).toEqual({ kind: "unknown" }));

  test("no more rules and areas than anybody can tell apart", async () => {
    const rule = '<cfRule type="uniqueValues" dxfId="0" priority="1"/>';
    expect(await rules(format(rule).repeat(400))).toHaveLength(300);
    expect(await rules(format(rule, Array.from({ length: 2_001 }, (_, n) => `A${n + 1}`).join(" ")))).toEqual([]);
  });
});

describe("pictures", () => {
  const pictures = async (bytes: Uint8Array) => (await open(bytes)).pictures(0);
  const anchored = (picture: string): string => `<xdr:oneCellAnchor>${at("from", 1, 2)}<xdr:ext cx="95250" cy="190500"/>${picture}</xdr:oneCellAnchor>`;

  test("between two corners, or at one with a size; cropped; one image for many", async () => {
    const { images, pictures: found } = await pictures(pictured((pic) => `<xdr:twoCellAnchor>${at("from", 5, 3, 95250)}${at("to", 7, 8)}${pic("image", '<a:srcRect l="50000" b="25000"/>')}</xdr:twoCellAnchor>${anchored(pic("image"))}`, png(20, 10)));
    expect(images).toEqual([{ type: "image/png", bytes: png(20, 10) }]);
    expect(found).toEqual([
      { image: 0, from: { row: 4, col: 6, x: 10, y: 0 }, to: { row: 9, col: 8, x: 0, y: 0 }, crop: { top: 0, right: 0, bottom: 0.25, left: 0.5 }, description: "公章" },
      { image: 0, from: { row: 3, col: 2, x: 0, y: 0 }, to: { width: 10, height: 20 }, crop: { top: 0, right: 0, bottom: 0, left: 0 }, description: "公章" },
    ]);
  });

  test.each<[string, Uint8Array]>([
    ["a GIF", new Uint8Array([...Buffer.from("GIF89a"), 3, 0, 4, 0])],
    ["a JPEG with a segment before its frame", new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xff, 0xc2, 0, 11, 8, 0, 4, 0, 3, 1, 1])],
  ])("%s is known by its first bytes", async (_, bytes) => expect((await pictures(pictured((pic) => anchored(pic("image")), bytes))).pictures).toHaveLength(1));

  test.each<[string, Uint8Array]>([
    ["an SVG, whatever it is called", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ["a PNG of more points than can be decoded", png(20_000, 20_000, true)],
    ["a JPEG that never comes to its frame", new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0, 0, 0, 0, 0, 0])],
    ["nothing", new Uint8Array(0)],
  ])("%s is not shown", async (_, bytes) => expect(await pictures(pictured((pic) => anchored(pic("image")), bytes))).toEqual({ images: [], pictures: [] }));

  test("what lies outside of the file is not shown", async () => expect((await pictures(pictured((pic) => anchored(pic("outside")), png(2, 2)))).pictures).toEqual([]));

  test("a damaged drawing shows nothing, and the sheet all the same", async () => {
    const file = pictured(() => "<xdr:oneCellAnchor>", png(2, 2));
    expect((await pictures(file)).pictures).toEqual([]);
    expect(openWorkbook(file).grid().sheets[0]?.cells).toHaveLength(1);
  });

  test("no more than two hundred", async () => expect((await pictures(pictured((pic) => anchored(pic("image")).repeat(300), png(2, 2)))).pictures).toHaveLength(200));
});
