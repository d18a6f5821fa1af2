/** Preview, selection, conflicts: what is shown, chosen and refused. */
import { conflictsIn, whereabouts } from "../../src/writeback/conflicts";
import { editId, editKind } from "../../src/writeback/edit-id";
import { difference, preview } from "../../src/writeback/preview";
import { isIdle, ofKind, selectEdits, without } from "../../src/writeback/select";
import { valueText } from "../../src/model/value-text";
import { cell, change, digits, EMPTY, gridOf, words } from "./helpers";

const blank = change(6, 7, EMPTY, digits("97.85"), { field: "rate" });
const spaces = change(6, 9, words("  "), digits("1"));
const wrong = change(6, 8, digits("6"), digits("5.66"), { field: "funds-score" });
const other = change(9, 8, digits("96.000000000000014"), digits("95.66"), { form: 2, field: "total-score" });
const plan = { edits: [blank, spaces, other, wrong], marks: [] };

test("a blank takes nothing away, a correction does", () => {
  expect(plan.edits.map(editKind)).toEqual(["blank", "blank", "correction", "correction"]);
});

test("the preview groups by form, corrections first, old and new as people read them", () => {
  expect(preview(plan).map(({ form, rows }) => [form, rows.map((row) => [row.id, row.kind, row.oldText, row.newText])])).toEqual([
    [0, [["自评表!H6", "correction", "6", "5.66"], ["自评表!G6", "blank", "", "97.85"], ["自评表!I6", "blank", "  ", "1"]]],
    [2, [["自评表!H9", "correction", "96", "95.66"]]],
  ]);
});

test("parts of a plan keep its marks", () => {
  const mark = { ref: blank.ref, rule: "a/b", severity: "error" as const, conditions: [] };
  const marked = { ...plan, marks: [mark] };
  expect(selectEdits(marked, new Set([editId(wrong)]))).toEqual({ edits: [wrong], marks: [mark] });
  expect(ofKind(marked, "blank").edits).toEqual([blank, spaces]);
  expect(without(plan.edits, [blank, wrong])).toEqual([spaces, other]);
  expect(isIdle({ edits: [], marks: [mark] }, [mark])).toBe(true);
  expect(isIdle({ edits: [], marks: [mark] }, [])).toBe(false);
  expect(isIdle({ edits: [blank], marks: [] }, [])).toBe(false);
});

test("a changed cell and a cell with a formula are conflicts; a missing cell is blank", () => {
  const grid = gridOf([cell(6, 8, digits("5.5")), cell(9, 8, digits("96.000000000000014"), { formula: "SUM(H1:H8)" })]);
  expect(conflictsIn(plan.edits, grid)).toEqual([
    { edit: spaces, found: EMPTY, foundFormula: null },
    { edit: other, found: digits("96.000000000000014"), foundFormula: "SUM(H1:H8)" },
    { edit: wrong, found: digits("5.5"), foundFormula: null },
  ]);
});

test("after a broken write it is known which cells are which", () => {
  const grid = gridOf([cell(6, 7, digits("97.85")), cell(6, 8, digits("6")), cell(9, 8, words("手改"))]);
  const where = whereabouts([blank, wrong, other], grid);
  expect(where.written).toEqual([blank]);
  expect(where.untouched).toEqual([wrong]);
  expect(where.other).toEqual([{ edit: other, found: words("手改"), foundFormula: null }]);
});

test("long texts that differ in one place are cut to it", () => {
  expect(difference("□优（90含-100分） □良（80含-90分） □差（60分以下）", "☑优（90含-100分） □良（80含-90分） □差（60分以下）")).toEqual(["□优（90含-…", "☑优（90含-…"]);
  expect(difference("很长很长很长很长的一段前文，很长很长很长的甲", "很长很长很长很长的一段前文，很长很长很长的乙")).toEqual(["…长很长很长的甲", "…长很长很长的乙"]);
  expect(difference("96", "95.66")).toEqual(["96", "95.66"]);
});

test("values as text", () => {
  expect([EMPTY, digits("0.97849999999999993"), words(" a "), { kind: "boolean", value: true } as const, { kind: "error", code: "#N/A" } as const].map(valueText)).toEqual(["", "0.9785", " a ", "TRUE", "#N/A"]);
});
