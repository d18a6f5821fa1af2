/** An edit costs its own sheet: what was made of the others before is used again, and never differs from what would be made now. */
import { openWorkbook } from "../../src/host/xlsx/open";
import { type Codec, fflateCodec } from "../../src/host/xlsx/zip/codec";
import { type CellValue, EMPTY } from "../../src/model/grid";
import type { CellEdit, Mark } from "../../src/model/write-plan";
import { buildWorkbook, STYLES, worksheet } from "../support/package-builder";
import { changedContents, edit, mark, num, ref, text } from "./support";

const SHEETS = ["一", "二", "三", "四", "五", "六", "七", "八"];
const bytes = buildWorkbook({
  sheets: SHEETS.map((name) => ({ name, xml: worksheet('<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1" t="s"><v>0</v></c><c r="C1"><f>A1*2</f><v>2</v></c></row></sheetData>') })),
  styles: STYLES,
  strings: ["<si><r><t>粗</t></r></si>"],
});

interface Step {
  readonly edits?: readonly CellEdit[];
  readonly marks?: readonly Mark[];
  readonly result?: readonly [sheet: string, value: CellValue];
}

/** What was done one after the other is what is done at once. */
function sameAsAtOnce(steps: readonly Step[]): void {
  const slow = openWorkbook(bytes);
  let marks: readonly Mark[] = [];
  for (const step of steps) {
    marks = step.marks ?? marks;
    if (step.result) slow.setResults([{ ref: ref(step.result[0], "C1"), value: step.result[1] }]);
    else expect(slow.apply({ edits: step.edits ?? [], marks }).conflicts).toEqual([]);
    slow.grid();
  }
  const last = new Map<string, CellEdit>();
  for (const { edits = [] } of steps) {
    for (const one of edits) {
      const key = `${one.ref.sheet} ${one.ref.row} ${one.ref.col}`;
      const before = last.get(key);
      last.set(key, before ? { ...one, before: before.before, format: one.format ?? before.format } : one);
    }
  }
  const atOnce = openWorkbook(bytes);
  expect(atOnce.apply({ edits: [...last.values()], marks }).conflicts).toEqual([]);
  for (const { result } of steps) if (result) atOnce.setResults([{ ref: ref(result[0], "C1"), value: result[1] }]);
  expect(changedContents(atOnce.save(), slow.save())).toEqual([]);
}

test("edits in several sheets", () => {
  sameAsAtOnce([{ edits: [edit("三", "A1", num("1"), num("2"))] }, { edits: [edit("一", "A1", num("1"), text("=x"))] }, { edits: [edit("三", "A1", num("2"), num("3")), edit("二", "D4", EMPTY, text("新"))] }, { edits: [edit("五", "B1", text("粗"), text("细"))] }]);
});

test("number formats that are asked for first in a later sheet", () => {
  sameAsAtOnce([{ edits: [edit("三", "A1", num("1"), num("2"), "0.000")] }, { edits: [edit("一", "A1", num("1"), num("2"), "0.0000")] }, { edits: [edit("二", "A1", num("1"), num("5"), "0.000"), edit("一", "D1", EMPTY, num("5"), "#,##0.000")] }]);
});

test("marks, and marks that go", () => {
  sameAsAtOnce([
    { marks: [mark("二", "A1", "error"), mark("四", "A1", "warning")] },
    { edits: [edit("一", "A1", num("1"), num("2"), "0.000")] },
    { marks: [mark("四", "A1", "warning"), mark("一", "B1", "info")] },
    { edits: [edit("四", "A1", num("1"), num("2"))], marks: [mark("四", "A1", "warning")] },
  ]);
});

test("results of formulas between edits", () => {
  sameAsAtOnce([{ edits: [edit("二", "A1", num("1"), num("2"))] }, { result: ["二", num("4")] }, { edits: [edit("一", "A1", num("1"), num("3"), "0.000")] }, { result: ["一", text("甲")] }, { result: ["二", num("5")] }]);
});

test("an edit reads and makes no other sheet, however many were changed before", () => {
  let inflated = 0;
  const counting: Codec = { ...fflateCodec, inflate: (...args) => (inflated++, fflateCodec.inflate(...args)) };
  const workbook = openWorkbook(bytes, { codec: counting });
  const all = mark("一", "A1");
  const marks = [all];
  workbook.apply({ edits: SHEETS.map((name) => edit(name, "A1", num("1"), num("2"), "0.000")), marks });
  workbook.apply({ edits: [edit("四", "A1", num("2"), num("3"))], marks });
  inflated = 0;
  workbook.apply({ edits: [edit("四", "A1", num("3"), num("4"))], marks });
  workbook.setResults([{ ref: ref("四", "C1"), value: num("8") }]);
  workbook.apply({ edits: [edit("四", "A1", num("4"), num("5"))], marks });
  // The styles, and the edited sheet as it was and is.
  expect(inflated).toBeLessThanOrEqual(12);
  expect(openWorkbook(workbook.save()).grid()).toEqual(workbook.grid());
});
