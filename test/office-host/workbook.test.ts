import { EMPTY, type WorkbookGrid } from "../../src/model/grid";
import { BLANK_CELL, type CellState } from "./cell-state";
import { shownText } from "./cell-shown";
import { isFormula } from "./formula-syntax";
import { parseAreasText, qualifiedText, splitSheet } from "./sheet-address";
import { workbookFromGrid } from "./workbook-source";

test("a grid of the project becomes a workbook", () => {
  const grid: WorkbookGrid = {
    sheets: [
      {
        name: "自评表",
        visibility: "hidden",
        protected: true,
        merges: [{ top: 1, left: 1, bottom: 1, right: 3 }],
        cells: [
          { row: 1, col: 1, value: { kind: "text", text: "=100.00(%)" }, formula: null, format: "General" },
          { row: 2, col: 2, value: { kind: "number", digits: "0.97849999999999993" }, formula: "C2/D2", format: "0.00%" },
          { row: 3, col: 1, value: EMPTY, formula: null, format: "0.00" },
        ],
      },
    ],
  };
  const sheet = workbookFromGrid(grid).sheetNamed("自评表");
  expect([sheet.visibility, sheet.protection, sheet.merges]).toEqual(["hidden", {}, grid.sheets[0]?.merges]);
  expect(sheet.cell(1, 1)).toMatchObject({ content: { kind: "text", text: "=100.00(%)" }, formula: null });
  expect(sheet.cell(2, 2)).toMatchObject({ content: { kind: "number", value: Number("0.97849999999999993") }, formula: "=C2/D2", format: "0.00%" });
  expect(sheet.usedArea(true)).toEqual({ top: 1, left: 1, bottom: 2, right: 2 });
  expect(sheet.usedArea(false)).toEqual({ top: 1, left: 1, bottom: 3, right: 2 });
});

test.each([
  ["=A1", true],
  ["=SUM(A1:B2,,'资 金'!C3)*-10%", true],
  ['=AND($B1<>"",OR(TRIM(C1)={"无","/"}))', true],
  ["=资金!$C$5>=1.5E-3", true],
  ["=IFERROR(#REF!,#N/A)", true],
  ["=", false],
  ["=100.00(%)", false],
  ["=11月底前", false],
  ["=≥4", false],
  ["=A1+", false],
  ["=(A1", false],
  ["=SUM(A1))", false],
])("%s is a formula: %s", (formula, expected) => {
  expect(isFormula(formula)).toBe(expected);
});

test.each([
  [9.785, "0.00", "9.79"],
  [1.005, "0.00", "1.01"],
  [-0.001, "0.00", "0.00"],
  [1234567.5, "#,##0.0", "1,234,567.5"],
  [0.9785, "0%", "98%"],
  [0.1 + 0.2, "General", "0.3"],
  [1 / 3, "General", "0.333333333"],
  [45296, "yyyy/m/d", "2024/1/5"],
  [12, "0.00_ ", "12.00 "],
])("%d in %s shows %s", (value, format, shown) => {
  const cell: CellState = { ...BLANK_CELL, content: { kind: "number", value }, format };
  expect(shownText(cell)).toBe(shown);
});

test("addresses are quoted as Excel quotes them, and read back", () => {
  const area = { top: 1, left: 1, bottom: 2, right: 2 };
  expect(["自评表", "Sheet 1", "2024年", "A1", "it's"].map((name) => qualifiedText(name, area))).toEqual([
    "自评表!A1:B2",
    "'Sheet 1'!A1:B2",
    "'2024年'!A1:B2",
    "'A1'!A1:B2",
    "'it''s'!A1:B2",
  ]);
  expect(splitSheet("'it''s!'!A1")).toEqual({ sheet: "it's!", rest: "A1" });
  expect(parseAreasText("A1, 'a,b'!C3;D4:E5")).toEqual(["A1", "'a,b'!C3", "D4:E5"]);
});
