/** The engine over formulas as such forms have them: what it does as Excel does, and what it says it cannot do. */
import { type CellValue, EMPTY } from "../../src/model/grid";
import { parseA1 } from "../../src/model/address";
import { UniverEvaluator } from "../../src/workbench/recalculation/univer";

const SHEETS = ["自评表", "资金 '24", "2024年(一)", "Data"];

let engine: UniverEvaluator;

function put(sheet: number, address: string, value: CellValue): void {
  engine.set({ sheet, ...parseA1(address)! }, value);
}

const number = (digits: string): CellValue => ({ kind: "number", digits });
const text = (words: string): CellValue => ({ kind: "text", text: words });
const error = (code: string): CellValue => ({ kind: "error", code });
const truth = (value: boolean): CellValue => ({ kind: "boolean", value });

beforeAll(() => {
  engine = new UniverEvaluator(SHEETS);
  ["10", "20", "30"].forEach((digits, n) => put(0, `A${n + 1}`, number(digits)));
  put(0, "A4", text("4.50"));
  // What a formula like IF(…,"",…) gives.
  put(0, "A5", text(""));
  ["甲", "乙", "甲"].forEach((word, n) => put(0, `B${n + 1}`, text(word)));
  put(0, "C1", truth(true));
  put(0, "C2", error("#DIV/0!"));
  put(0, "D7", number("7"));
  put(0, "E7", number("6.85"));
  put(0, "F1", number("0.1"));
  put(0, "F2", number("0.2"));
  put(1, "C5", number("123.4"));
  put(2, "B2", number("5"));
  put(3, "A1", number("1"));
  put(3, "A2", number("2"));
});

function result(formula: string): Promise<CellValue | null> {
  return engine.evaluate({ sheet: 0, row: 20, col: 8, formula, value: EMPTY });
}

test.each([
  ["SUM(A1:A3)", "60"],
  // Text that looks like a number is no number in a sum, but is one in a calculation.
  ["SUM(A1:A10)", "60"],
  ["A4+1", "5.5"],
  ["SUM(A:A)", "60"],
  ["SUM($A$1:A$3,5)", "65"],
  ["ROUND(E7/D7*10,2)", "9.79"],
  ["ROUND(1.005,2)", "1.01"],
  ["ROUND(97.855,2)", "97.86"],
  ["ROUNDDOWN(9.789,2)", "9.78"],
  ['SUMIF(B1:B3,"甲",A1:A3)', "40"],
  ['SUMIF(B:B,"甲",A:A)', "40"],
  ['SUMIFS(A1:A3,B1:B3,"甲",A1:A3,">15")', "30"],
  ['SUMPRODUCT((B1:B3="甲")*A1:A3)', "40"],
  ['SUMPRODUCT(--(B1:B3="甲"),A1:A3)', "40"],
  ['COUNTIF(A1:A3,">=20")', "2"],
  ['COUNTIF(B1:B9,"甲*")', "2"],
  ['INDEX(A1:A3,MATCH("乙",B1:B3,0))', "20"],
  ["50%*A1", "5"],
  ["A1/A2%", "50"],
  ["F1+F2", "0.3"],
  ["1-0.9", "0.1"],
  ["Z99", "0"],
  ["MIN(10,E7/D7*10)", "9.785714285714285"],
  ["'资金 ''24'!C5*2", "246.8"],
  ["'2024年(一)'!B2", "5"],
  ["SUM(Data!A1:A2)+自评表!A1", "13"],
  ['MAX(IF(B1:B3="甲",A1:A3))', "30"],
  ["SUBTOTAL(9,A1:A3)", "60"],
  ['_xlfn.XLOOKUP("乙",B1:B3,A1:A3)', "20"],
  ["DATE(2024,2,29)", "45351"],
  ["RANK(A2,A1:A3)", "2"],
])("%s = %s", async (formula, digits) => {
  expect(await result(formula)).toEqual(number(digits));
});

test.each([
  ['IF(AND(A1>5,A2<30),"优","良")', "优"],
  ['IF(A1>=90,"优",IF(A1>=80,"良",IF(A1>=60,"中","差")))', "差"],
  ['LOOKUP(95,{0,60,80,90},{"差","中","良","优"})', "优"],
  ["VLOOKUP(20,A1:B3,2,FALSE)", "乙"],
  ['IFERROR(A1/0,"无")', "无"],
  ['TEXT(E7/D7,"0.00%")', "97.86%"],
  ['TEXT(1234.5,"#,##0.00")&"元"', "1,234.50元"],
  ['TEXT(45000,"yyyy年m月d日")', "2023年3月15日"],
  ['IF(Z99="","",Z99*2)', ""],
  ['_xlfn.TEXTJOIN("、",TRUE,B1:B3)', "甲、乙、甲"],
])("%s = “%s”", async (formula, words) => {
  expect(await result(formula)).toEqual(text(words));
});

test("truth values and errors are told apart from texts", async () => {
  expect([await result("F1+F2=0.3"), await result("ISBLANK(Z99)"), await result("ISBLANK(A5)"), await result('A5=""')]).toEqual([truth(true), truth(true), truth(false), truth(true)]);
  expect([await result("A1/0"), await result("C2+1"), await result("VLOOKUP(99,A1:B3,2,FALSE)"), await result("A5+1"), await result("FOO(A1)")]).toEqual(["#DIV/0!", "#DIV/0!", "#N/A", "#VALUE!", "#NAME?"].map(error));
});

test.each(["A1:A3", "{1,2,3}", "A1:A3*2", "SUM(", '"', ")", "[", "SUM(A1:A300000)", "名称+1", "表1[金额]", "[1]Sheet1!A1", "TODAY()", 'INDIRECT("A1")'])("%s is nothing for one cell", async (formula) => {
  expect(await result(formula)).toBeNull();
});

test("a cell that was changed is seen by every formula behind it, by ranges and look-ups too", async () => {
  const formulas = ["SUM(A1:A3)", "VLOOKUP(20,A1:B3,2,FALSE)", 'COUNTIF(A1:A3,">15")', "SUM(A:A)"];
  const results = async (): Promise<unknown[]> => {
    const found = [];
    for (const formula of formulas) found.push(await result(formula));
    return found;
  };
  const before = await results();
  put(0, "A2", number("2"));
  const after = await results();
  put(0, "A2", number("20"));
  const again = await results();
  expect(before).toEqual([number("60"), text("乙"), number("2"), number("60")]);
  expect(after).toEqual([number("42"), error("#N/A"), number("1"), number("42")]);
  expect(again).toEqual(before);
});
