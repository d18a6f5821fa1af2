/** A value that shares its cell with the label: only the value is replaced. */
import { showNumber } from "../../src/host/number-text";
import type { CellValue, GridCell, SheetGrid } from "../../src/model/grid";
import { DEFAULT_SETTINGS } from "../../src/model/settings";
import { review } from "../../src/review/review";
import { exampleGrid } from "../support/example-sheet";

/** The example form with its closing rows replaced by cells that hold label and value. */
function withClosing(...texts: string[]): SheetGrid {
  const sheet = exampleGrid({ note: "" }).sheets[0];
  if (!sheet) throw new Error("no sheet");
  const total = sheet.cells.find((cell) => cell.value.kind === "text" && cell.value.text === "总分")?.row ?? 0;
  const text = (row: number, value: string): GridCell => ({ row, col: 1, value: { kind: "text", text: value }, formula: null, format: "General" });
  return { ...sheet, cells: [...sheet.cells.filter((cell) => cell.row < total), ...texts.map((value, i) => text(total + i, value))] };
}

function after(sheet: SheetGrid): CellValue[] {
  return review({ sheets: [sheet] }, { settings: DEFAULT_SETTINGS, showNumber }).plan.edits.map((edit) => edit.after);
}

test("a wrong total beside its label", () => {
  expect(after(withClosing("总分：96分"))).toEqual([{ kind: "text", text: "总分：100.00分" }]);
});

test("a wrong grade beside its label", () => {
  expect(after(withClosing("总分：100", "评分等级：良"))).toEqual([{ kind: "text", text: "评分等级：优" }]);
});

test.each([
  ["（）优 （√）良 （）中 （）差", "（√）优 （ ）良 （）中 （）差"],
  ["○优 ●良 ○中 ○差", "●优 ○良 ○中 ○差"],
  ["优□ 良☑ 中□ 差□", "优☑ 良□ 中□ 差□"],
])("boxes are ticked in place: %s", (given, ticked) => {
  expect(after(withClosing("总分：100", `评分等级：${given}`))).toEqual([{ kind: "text", text: `评分等级：${ticked}` }]);
});
