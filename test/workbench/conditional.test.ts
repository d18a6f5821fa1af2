/** Conditional formats of the user's own, on values as they are; and texts in several fonts after edits. */
import { type Area, parseArea } from "../../src/model/address";
import type { CellValue, SheetGrid } from "../../src/model/grid";
import { type CellLook, type ConditionalRule, type ConditionalTest, PLAIN_LOOK, type RichText, type RunFont } from "../../src/workbench/display/look";
import { Conditional } from "../../src/workbench/sheet/conditional";
import { stretchesOf } from "../../src/workbench/sheet/text-stretches";

const number = (digits: string): CellValue => ({ kind: "number", digits });
const text = (words: string): CellValue => ({ kind: "text", text: words });
const error: CellValue = { kind: "error", code: "#N/A" };
const empty: CellValue = { kind: "empty" };

const area = (ref: string): Area => parseArea(ref)!;
const RED = { fill: "#ff0000" };

/** Column A from row 1 on; the looks that the rules give it. */
function looks(values: readonly CellValue[], rules: readonly ConditionalRule[]): CellLook[] {
  const cells = values.map((value, n) => ({ row: n + 1, col: 1, value, formula: null, format: "General" }));
  const grid: SheetGrid = { name: "表", visibility: "visible", protected: false, cells, merges: [] };
  const conditional = new Conditional(rules, grid, (row) => values[row - 1] ?? empty);
  return values.map((_, n) => conditional.over(PLAIN_LOOK, n + 1, 1));
}

const rule = (test: ConditionalTest, more: Partial<ConditionalRule> = {}): ConditionalRule => ({ areas: [area("A1:A99")], test, look: RED, stop: false, ...more });

/** Which of the values a test marks. */
const marked = (test: ConditionalTest, ...values: readonly CellValue[]): boolean[] => looks(values, [rule(test)]).map(({ fill }) => fill !== null);

const compare = (operator: (ConditionalTest & { kind: "compare" })["operator"], ...values: readonly CellValue[]): ConditionalTest => ({ kind: "compare", operator, values });

test("numbers are compared as numbers, in fifteen digits; a blank is 0, a text is more than any number, an error is nothing", () => {
  const values = [number("59.99"), number("60.000000000000004"), number("61"), text("优"), empty, error];
  expect(marked(compare("lessThan", number("60")), ...values)).toEqual([true, false, false, false, true, false]);
  expect(marked(compare("greaterThanOrEqual", number("60")), ...values)).toEqual([false, true, true, true, false, false]);
  expect(marked(compare("notEqual", number("60")), ...values)).toEqual([true, false, true, true, true, false]);
  expect(marked(compare("between", number("61"), number("60")), ...values)).toEqual([false, true, true, false, false, false]);
  expect(marked(compare("notBetween", number("60"), number("61")), ...values)).toEqual([true, false, false, true, true, false]);
});
test("texts are equal whatever their case", () => expect(marked(compare("equal", text("ok")), text("OK"), text("OK "), number("1"), empty)).toEqual([true, false, false, false]));
test("a blank equals the empty text, and FALSE", () => {
  expect(marked(compare("equal", text("")), empty, text("x"))).toEqual([true, false]);
  expect(marked(compare("equal", { kind: "boolean", value: false }), empty, number("0"))).toEqual([true, false]);
});

const has = (where: "anywhere" | "begin" | "end", words: string, wanted = true): ConditionalTest => ({ kind: "text", where, text: words, wanted });
test("texts are searched, numbers by their digits", () => {
  const values = [text("不合格"), text("合格"), number("112"), empty, error];
  expect(marked(has("anywhere", "合"), ...values)).toEqual([true, true, false, false, false]);
  expect(marked(has("anywhere", "合", false), ...values)).toEqual([false, false, true, true, true]);
  expect(marked(has("begin", "不"), ...values)).toEqual([true, false, false, false, false]);
  expect(marked(has("end", "12"), ...values)).toEqual([false, false, true, false, false]);
});
test("blank is what holds nothing but blanks", () => {
  expect(marked({ kind: "blank", wanted: true }, empty, text("  "), text("无"), error)).toEqual([true, true, false, false]);
  expect(marked({ kind: "blank", wanted: false }, empty, text("  "), text("无"), error)).toEqual([false, false, true, false]);
});
test("repeated and single values; blanks are neither", () => {
  const values = [text("甲"), text("乙"), text("甲"), number("1.0"), number("1"), empty, empty];
  expect(marked({ kind: "repeated", wanted: true }, ...values)).toEqual([true, false, true, true, true, false, false]);
  expect(marked({ kind: "repeated", wanted: false }, ...values)).toEqual([false, true, false, false, false, false, false]);
});
test("only values in the rule's own areas count", () => {
  const two = rule({ kind: "repeated", wanted: true }, { areas: [area("A1:A2"), area("A4:A4")] });
  expect(looks([text("甲"), text("乙"), text("乙"), text("甲")], [two]).map(({ fill }) => fill !== null)).toEqual([true, false, false, true]);
});
test("the first numbers, with those that equal the last of them", () => {
  const values = [number("5"), number("9"), number("7"), number("7"), text("10"), number("1")];
  const top = (rank: number, percent: boolean, bottom: boolean): ConditionalTest => ({ kind: "top", rank, percent, bottom });
  expect(marked(top(2, false, false), ...values)).toEqual([false, true, true, true, false, false]);
  expect(marked(top(40, true, true), ...values)).toEqual([true, false, false, false, false, true]);
});

test("an earlier rule's look stands, what it does not name is added, and a stop ends it", () => {
  const all: ConditionalTest = { kind: "blank", wanted: false };
  const first = rule(all, { look: { fill: "#00ff00" } });
  const second = rule(all, { look: { fill: "#ff0000", bold: true } });
  const stop = rule(all, { look: {}, stop: true });
  expect(looks([number("1")], [first, second])[0]).toEqual({ ...PLAIN_LOOK, fill: "#00ff00", bold: true });
  expect(looks([number("1")], [first, stop, second])[0]).toEqual({ ...PLAIN_LOOK, fill: "#00ff00" });
  expect(looks([number("1")], [rule({ kind: "unknown" }, { stop: true, look: {} }), second])[0]).toEqual(PLAIN_LOOK);
});

test("counting that would take too long is not begun", () => {
  const values = Array.from({ length: 6_000 }, () => text("甲"));
  const areas = Array.from({ length: 2_000 }, () => area("A1:A6000"));
  expect(looks(values, [rule({ kind: "repeated", wanted: true }, { areas })])[0]?.fill).toBeNull();
});

describe("texts in several fonts", () => {
  const bold: RunFont = { family: null, sizePt: null, bold: true, italic: false, underline: false, strike: false, color: null, raised: "no" };
  const rich: RichText = [
    { length: 2, font: null },
    { length: 2, font: bold },
  ];

  test("are cut where their fonts change", () => {
    expect(stretchesOf("甲乙丙丁", rich, PLAIN_LOOK)).toEqual([
      { text: "甲乙", font: null },
      { text: "丙丁", font: bold },
    ]);
  });
  test("have but one font once their length is another, or a character would be cut", () => {
    expect(stretchesOf("甲乙丙", rich, PLAIN_LOOK)).toBeNull();
    expect(stretchesOf("甲乙丙丁戊", rich, PLAIN_LOOK)).toBeNull();
    expect(stretchesOf("甲𠮷乙", rich, PLAIN_LOOK)).toBeNull();
  });
  test("carry the cell's lines themselves", () => {
    expect(stretchesOf("甲乙丙丁", rich, { ...PLAIN_LOOK, underline: true })?.map(({ font }) => font?.underline)).toEqual([true, false]);
  });
});
