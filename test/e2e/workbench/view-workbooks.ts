/** Workbooks for looking at: fonts inside texts, fills, conditional formats, a picture; and a large sheet. */
import { at, pictured, png } from "../../workbench/pictured";
import { oneSheet } from "../../support/package-builder";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/** Cell formats: 0 plain, 1 underlined on yellow, 2 wrapping. */
const STYLES =
  `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="12"/><name val="宋体"/></font><font><u/><sz val="12"/><name val="宋体"/></font></fonts>` +
  '<fills count="3"><fill><patternFill/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFF2CC"/></patternFill></fill></fills><borders count="1"><border/></borders>' +
  '<cellXfs count="3"><xf/><xf fontId="1" fillId="2"/><xf><alignment wrapText="1"/></xf></cellXfs>' +
  '<dxfs count="2"><dxf><font><color rgb="FF9C0006"/></font><fill><patternFill><bgColor rgb="FFFFC7CE"/></patternFill></fill></dxf><dxf><font><b/></font><fill><patternFill><bgColor rgb="FFC6EFCE"/></patternFill></fill></dxf></dxfs></styleSheet>';

const RICH =
  '<r><t>面积 120 m</t></r><r><rPr><vertAlign val="superscript"/><sz val="12"/></rPr><t>2</t></r><r><rPr><b/><color rgb="FFFF0000"/><sz val="20"/></rPr><t xml:space="preserve"> 大红</t></r><r><rPr><u/><i/><sz val="12"/></rPr><t>斜线</t></r>';

/** A1 and C1 are rich; A2 on yellow; A3:A6 are 40, 60, 80 and blank, with conditional formats; a picture over C3:D5, far below a row that grows. */
export function viewWorkbook(): Uint8Array {
  const text = (address: string, words: string, style = 0): string => `<c r="${address}" s="${style}" t="inlineStr"><is>${words}</is></c>`;
  const rows = [
    `<row r="1"><c r="A1" t="s"><v>0</v></c>${text("C1", RICH)}</row>`,
    `<row r="2">${text("A2", "<r><t>带线</t></r><r><rPr><sz val=\"12\"/></rPr><t>不带</t></r>", 1)}${text("B2", `<t>${"很长的说明，要写好几行。".repeat(6)}</t>`, 2)}</row>`,
    ...[40, 60, 80].map((value, n) => `<row r="${n + 3}"><c r="A${n + 3}"><v>${value}</v></c></row>`),
  ];
  const rules =
    '<conditionalFormatting sqref="A3:A6"><cfRule type="containsBlanks" priority="1" stopIfTrue="1"><formula>LEN(TRIM(A3))=0</formula></cfRule>' +
    '<cfRule type="cellIs" dxfId="0" priority="2" operator="lessThan"><formula>60</formula></cfRule><cfRule type="top10" dxfId="1" priority="3" rank="1"/></conditionalFormatting>';
  return pictured((pic) => `<xdr:twoCellAnchor>${at("from", 2, 2)}${at("to", 4, 5)}${pic("image")}</xdr:twoCellAnchor>`, png(60, 30), {
    styles: STYLES,
    strings: [`<si>${RICH}</si>`],
    sheet: `<cols><col min="1" max="2" width="26" customWidth="1"/></cols><sheetData>${rows.join("")}</sheetData>${rules}`,
  });
}

export const LARGE_ROWS = 20_000;

/** Rows and columns as they come out of other systems: texts and figures, three rows and a column frozen, merged cells all over. */
export function largeWorkbook(): Uint8Array {
  const columns = [..."ABCDEFGHIJKL"];
  const rows = Array.from({ length: LARGE_ROWS }, (_, n) => n + 1).map(
    (row) => `<row r="${row}">${columns.map((column, n) => (n % 3 === 0 ? `<c r="${column}${row}" t="inlineStr"><is><t>${column}${row}的项目</t></is></c>` : `<c r="${column}${row}" s="1"><v>${row * 10 + n}</v></c>`)).join("")}</row>`,
  );
  const merges = Array.from({ length: 2_000 }, (_, n) => `<mergeCell ref="D${n * 9 + 5}:D${n * 9 + 7}"/>`);
  return oneSheet(rows.join(""), {
    before: '<sheetViews><sheetView workbookViewId="0"><pane xSplit="1" ySplit="3" state="frozen"/></sheetView></sheetViews>',
    after: `<mergeCells count="${merges.length}">${merges.join("")}</mergeCells>`,
  });
}
