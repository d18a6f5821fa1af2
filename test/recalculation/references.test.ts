import { areaA1 } from "../../src/model/address";
import { readReferences } from "../../src/workbench/recalculation/references";

const read = (formula: string): readonly string[] => readReferences(formula).references.map(({ sheet, area }) => `${sheet === null ? "" : `${sheet}!`}${areaA1(area)}`);
const clear = (formula: string): readonly boolean[] => {
  const { complete, settled } = readReferences(formula);
  return [complete, settled];
};

test.each([
  ["SUM(F6:F20)", ["F6:F20"]],
  ["ROUND($E7/D$7*10,2)", ["E7:E7", "D7:D7"]],
  ["B3:A1", ["A1:B3"]],
  ["SUM(A:C)+SUM(2:$3)", ["A1:C1048576", "A2:XFD3"]],
  ["资金表!C5+'2024年 (一)'!$B$2:B3+'它''s'!A1", ["资金表!C5:C5", "2024年 (一)!B2:B3", "它's!A1:A1"]],
  // Digits in a function's name, a string or a sheet's name are no references.
  ['LOG10(A1)&"B2"&IF(C3="D4:E5",1,2)', ["A1:A1", "C3:C3"]],
  ["Sheet1!A1*Sheet2!B2", ["Sheet1!A1:A1", "Sheet2!B2:B2"]],
  ["IF(TRUE,1E3,-2.5%)+SUM({1,2;3,4})", []],
  ["VLOOKUP(A1,资金!$A:$D,4,FALSE)", ["A1:A1", "资金!A1:D1048576"]],
  ["SUM(#REF!,A1)+Data!#REF!", ["A1:A1"]],
  ["_xlfn.XLOOKUP(A1,B1:B3,C1:C3)", ["A1:A1", "B1:B3", "C1:C3"]],
  ['"引号""A1""里"&B1', ["B1:B1"]],
])("%s reads %j", (formula, references) => {
  expect(read(formula)).toEqual(references);
  expect(clear(formula)).toEqual([true, true]);
});

test.each(["合计+1", "A1:INDEX(B:B,3)", "表1[金额]", "OFFSET(A1,1,0)", 'INDIRECT("A"&B1)', "_xlfn.ANCHORARRAY(A1)#", "A1#", "表1:表3!A1", "'表1:表3'!A1", "XFE1", "A1048577", "_xlfn.LET(_xlpm.x,1,_xlpm.x)", "CELL(\"row\",A1)", "部门!合计", ""])("%j does not say which cells it reads", (formula) => {
  // An empty formula reads nothing; whether it can be done is another question.
  expect(readReferences(formula).complete).toBe(formula === "");
});

test.each(["TODAY()-A1", "NOW()", "RAND()*A1", "[1]Sheet1!A1", "'[预算.xlsx]表 1'!A1"])("%s gives another result without any edit", (formula) => {
  expect(readReferences(formula).settled).toBe(false);
});

test("the third range of SUMIF is as large as the first, whatever it says", () => {
  expect(clear('SUMIF(A1:A9,"甲",C1:C9)')).toEqual([true, true]);
  expect(clear('SUMIF(A1:A9,"甲")')).toEqual([true, true]);
  expect(clear('1+SUMIF(A1:A9,IF(B1>0,B1,B2),C1)')).toEqual([false, true]);
  expect(clear('SUM(SUMIF(A:A,{"甲","乙"},C:C))')).toEqual([true, true]);
});

test("long and hostile formulas are read in linear time", () => {
  const start = performance.now();
  for (const formula of ["(".repeat(8_000), "'".repeat(8_000), '"'.repeat(8_001), "A1:".repeat(2_700), "甲".repeat(8_000), "A1,".repeat(2_700)]) readReferences(formula);
  expect(performance.now() - start).toBeLessThan(2_000);
});
