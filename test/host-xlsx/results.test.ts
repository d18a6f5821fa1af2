/** Results of formulas that somebody else has calculated: stored beside the formula, which stays as it is written. */
import { openWorkbook } from "../../src/host/xlsx/open";
import { type CellValue, EMPTY } from "../../src/model/grid";
import { buildWorkbook, oneSheet } from "../support/package-builder";
import { cellAt, changedParts, CORPUS, edit, num, partText, ref, text, valueAt } from "./support";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const SHEET = "xl/worksheets/sheet1.xml";
const result = (address: string, value: CellValue, sheet = "表"): { ref: ReturnType<typeof ref>; value: CellValue } => ({ ref: ref(sheet, address), value });

const ROWS =
  '<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="1"><f>A1*2</f><v>2</v></c><c r="C1" s="1" t="str" ph="1"><f ca="1">IF(A1&gt;1,"多","少")</f><v>少</v></c><c r="D1"><f t="shared" ref="D1:D3" si="0">A1+1</f><v>2</v></c></row>' +
  '<row r="2"><c r="A2"><v>5</v></c><c r="B2" t="b"><f>A2&gt;1</f><v>1</v></c><c r="C2" t="e" vm="1"><f>1/0</f><v>#DIV/0!</v></c><c r="D2"><f t="shared" si="0"/><v>6</v></c></row>' +
  '<row r="3"><c r="B3" cm="1"><f t="array" ref="B3">SUM(A1:A2*2)</f><v>12</v></c><c r="C3"><f>A2</f></c><c r="D3"><f t="shared" si="0"/><v>1</v><extLst><ext uri="x"/></extLst></c></row>';
const bytes = oneSheet(ROWS);

function sheetWith(...results: ReturnType<typeof result>[]): string {
  const workbook = openWorkbook(bytes);
  workbook.setResults(results);
  return partText(workbook.save(), SHEET);
}

const replaced = (...pairs: [string, string][]): string => pairs.reduce((xml, [from, to]) => xml.replace(from, to), partText(bytes, SHEET));

it("changes the result and nothing else of a cell", () => {
  expect(sheetWith(result("B1", num("4.5")), result("D2", num("7")), result("D3", num("8")))).toBe(
    replaced(["<f>A1*2</f><v>2</v>", "<f>A1*2</f><v>4.5</v>"], ['<f t="shared" si="0"/><v>6</v>', '<f t="shared" si="0"/><v>7</v>'], ['<f t="shared" si="0"/><v>1</v><extLst>', '<f t="shared" si="0"/><v>8</v><extLst>']),
  );
});

it("sets the kind of the result, whatever it was before", () => {
  expect(sheetWith(result("C1", num("0")), result("B1", text("<多> ")), result("B2", { kind: "error", code: "#N/A" }), result("C2", { kind: "boolean", value: false }), result("B3", text("")), result("C3", num("5")))).toBe(
    replaced(
      ['<c r="B1" s="1"><f>A1*2</f><v>2</v></c>', '<c r="B1" s="1" t="str"><f>A1*2</f><v>&lt;多&gt; </v></c>'],
      ['<c r="C1" s="1" t="str" ph="1">', '<c r="C1" s="1" ph="1">'],
      ["<v>少</v>", "<v>0</v>"],
      ['t="b"><f>A2&gt;1</f><v>1</v>', 't="e"><f>A2&gt;1</f><v>#N/A</v>'],
      ['<c r="C2" t="e" vm="1"><f>1/0</f><v>#DIV/0!</v></c>', '<c r="C2" t="b"><f>1/0</f><v>0</v></c>'],
      ['<c r="B3" cm="1"><f t="array" ref="B3">SUM(A1:A2*2)</f><v>12</v></c>', '<c r="B3" cm="1" t="str"><f t="array" ref="B3">SUM(A1:A2*2)</f><v></v></c>'],
      ["<f>A2</f></c>", "<f>A2</f><v>5</v></c>"],
    ),
  );
});

it.each<[string, CellValue]>([
  ["B1", num("0.30000000000000004")],
  ["B1", num("1e-7")],
  ["C1", text("_x000D_\u0001 & 甲")],
  ["C2", { kind: "boolean", value: true }],
  ["B2", { kind: "error", code: "#REF!" }],
  ["C2", EMPTY],
])("reads back %s as %j, here and after saving", (address, value) => {
  const workbook = openWorkbook(bytes);
  workbook.setResults([result(address, value)]);
  const saved = openWorkbook(workbook.save()).grid();
  expect(valueAt(saved, address)).toEqual(value);
  expect(cellAt(saved, address)?.formula).toBe(cellAt(openWorkbook(bytes).grid(), address)?.formula);
  expect(workbook.grid()).toEqual(saved);
});

it("asks Excel to calculate anew", () => {
  const workbook = openWorkbook(bytes);
  workbook.setResults([result("B1", num("4"))]);
  expect(changedParts(bytes, workbook.save())).toEqual(["xl/workbook.xml", SHEET]);
  expect(partText(workbook.save(), "xl/workbook.xml")).toContain('fullCalcOnLoad="1"');
});

it("gives the very bytes back when edits are undone and results are the file's own again", () => {
  const workbook = openWorkbook(bytes);
  const { inverse } = workbook.apply({ edits: [edit("表", "A1", num("1"), num("9")), edit("表", "A9", EMPTY, text("新"))], marks: [] });
  workbook.setResults([result("B1", num("18")), result("C1", text("多")), result("D1", num("10"))]);
  expect(["B1", "C1", "D1"].map((address) => valueAt(workbook.grid(), address))).toEqual([num("18"), text("多"), num("10")]);
  workbook.apply(inverse);
  expect(valueAt(workbook.grid(), "B1")).toEqual(num("18"));
  workbook.setResults([result("B1", num("2")), result("C1", text("少")), result("D1", num("2"))]);
  expect(workbook.save()).toBe(bytes);
});

it("stores results on protected sheets too: nobody edits anything", () => {
  const workbook = openWorkbook(oneSheet(ROWS, { after: '<sheetProtection sheet="1"/>' }));
  workbook.setResults([result("B1", num("4"))]);
  expect(valueAt(openWorkbook(workbook.save()).grid(), "B1")).toEqual(num("4"));
});

it("puts edits and results of one row into their cells", () => {
  const workbook = openWorkbook(bytes);
  workbook.apply({ edits: [edit("表", "A2", num("5"), text("无"), "0.00"), edit("表", "E2", EMPTY, num("3"))], marks: [] });
  workbook.setResults([result("B2", { kind: "error", code: "#VALUE!" })]);
  const grid = openWorkbook(workbook.save()).grid();
  expect(["A2", "B2", "D2", "E2"].map((address) => valueAt(grid, address))).toEqual([text("无"), { kind: "error", code: "#VALUE!" }, num("6"), num("3")]);
});

it("still writes no value over a formula, and no result where there is none", () => {
  const workbook = openWorkbook(bytes);
  workbook.setResults([result("B1", num("4"))]);
  expect(workbook.apply({ edits: [edit("表", "B1", num("4"), num("5"))], marks: [] }).conflicts).toMatchObject([{ found: num("4"), foundFormula: "A1*2" }]);
  expect(() => workbook.setResults([result("A1", num("1"))])).toThrow(RangeError);
  expect(() => workbook.setResults([result("Z9", num("1"))])).toThrow(RangeError);
  expect(() => workbook.setResults([result("B1", num("1"), "没有")])).toThrow(RangeError);
  expect(() => workbook.setResults([result("B1", num("NaN"))])).toThrow(RangeError);
});

it("writes through a prefix", () => {
  const xml = '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="1"><x:c r="A1" t="str"><x:f>B1</x:f><x:v>a</x:v></x:c></x:row></x:sheetData></x:worksheet>';
  const prefixed = buildWorkbook({ sheets: [{ name: "表", xml }] });
  const workbook = openWorkbook(prefixed);
  workbook.setResults([result("A1", num("2"))]);
  expect(partText(workbook.save(), SHEET)).toBe(xml.replace(' t="str"', "").replace("<x:v>a</x:v>", "<x:v>2</x:v>"));
});

it("writes cells of an array block that have no formula of their own", () => {
  const block = oneSheet('<row r="1"><c r="A1"><f t="array" ref="A1:A2">SUM(B1:B9)</f><v>1</v></c></row><row r="2"><c r="A2"><v>1</v></c></row>');
  const workbook = openWorkbook(block);
  workbook.setResults([result("A1", num("2")), result("A2", num("2"))]);
  expect(partText(workbook.save(), SHEET)).toBe(partText(block, SHEET).replace("</f><v>1</v>", "</f><v>2</v>").replace('<c r="A2"><v>1</v>', '<c r="A2"><v>2</v>'));
});

it.each(["01-excel-basic.xlsx", "04-libreoffice.xlsx"])("leaves a real workbook's other parts alone, and its bytes once all is back: %s", (name) => {
  const original = new Uint8Array(readFileSync(join(CORPUS, "rich", name)));
  const workbook = openWorkbook(original);
  const formulas = openWorkbook(original).grid().sheets.flatMap((sheet) => sheet.cells.filter(({ formula }) => formula !== null).map((cell) => ({ sheet: sheet.name, cell })));
  expect(formulas.length).toBeGreaterThan(0);
  workbook.setResults(formulas.map(({ sheet, cell }) => ({ ref: { sheet, row: cell.row, col: cell.col }, value: num("42.5") })));
  const saved = workbook.save();
  expect(changedParts(original, saved).filter((part) => !part.startsWith("xl/worksheets/") && part !== "xl/workbook.xml")).toEqual([]);
  const grid = openWorkbook(saved).grid();
  for (const { sheet, cell } of formulas) expect(grid.sheets.find((other) => other.name === sheet)?.cells.find((other) => other.row === cell.row && other.col === cell.col)).toEqual({ ...cell, value: num("42.5") });
  workbook.setResults(formulas.map(({ sheet, cell }) => ({ ref: { sheet, row: cell.row, col: cell.col }, value: cell.value })));
  expect(workbook.save()).toBe(original);
});
