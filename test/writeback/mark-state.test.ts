/** markHolds answers as the worksheet formula would. */
import type { CellValue } from "../../src/model/grid";
import { markFormula } from "../../src/model/mark-formula";
import { NO_REASON_WORDS } from "../../src/model/no-reason";
import type { Mark, MarkCondition } from "../../src/model/write-plan";
import { markHolds } from "../../src/writeback/mark-state";
import { digits, EMPTY, SHEET, words } from "./helpers";

const at = { sheet: SHEET, row: 1, col: 1 };
const limit = { sheet: SHEET, row: 1, col: 2 };
const mark = (...conditions: MarkCondition[]): Mark => ({ ref: at, rule: "a/b", severity: "error", conditions });
const holds = (condition: MarkCondition, found: CellValue, than: CellValue = EMPTY): boolean => markHolds(mark(condition), (ref) => (ref.col === 1 ? found : than));
const error: CellValue = { kind: "error", code: "#N/A" };

test.each(NO_REASON_WORDS.map((word) => [word]))("%j is no reason", (word) => {
  expect(holds({ kind: "no-reason", cell: at }, words(word))).toBe(true);
  expect(holds({ kind: "no-reason", cell: at }, words(`  ${word}　`))).toBe(true);
});

test("no reason: blank, 0; a text or an error value is something else", () => {
  const condition: MarkCondition = { kind: "no-reason", cell: at };
  expect([EMPTY, digits("0"), words("参训人数不足"), error].map((value) => holds(condition, value))).toEqual([true, true, false, false]);
});

test("below: numbers, numbers as text, percentages; a blank cell is 0; words are no number", () => {
  const below: MarkCondition = { kind: "below", cell: at, than: limit };
  const cases: [CellValue, CellValue, boolean][] = [
    [digits("4.5"), digits("5"), true],
    [digits("5"), digits("5"), false],
    [words("4.50"), digits("5"), true],
    [words("50%"), digits("1"), true],
    [EMPTY, digits("5"), true],
    [digits("4"), EMPTY, false],
    [words("满分"), digits("5"), false],
    [words(""), digits("5"), false],
    [error, digits("5"), false],
  ];
  for (const [value, than, answer] of cases) expect([value, than, holds(below, value, than)]).toEqual([value, than, answer]);
});

test("holds: each kind of value, with Excel's ideas of blank and of letters", () => {
  const cases: [CellValue, CellValue, boolean][] = [
    [EMPTY, EMPTY, true],
    [EMPTY, words(""), true],
    [EMPTY, words(" "), false],
    [digits("0.1"), digits("0.1000000000000000055"), true],
    [digits("0"), EMPTY, true],
    [digits("5"), words("5"), false],
    [words("Abc"), words("aBC"), true],
    [words("abc"), words("abcd"), false],
    [{ kind: "boolean", value: false }, EMPTY, true],
    [error, { kind: "error", code: "#DIV/0!" }, true],
    [error, EMPTY, false],
  ];
  for (const [wanted, found, answer] of cases) expect([wanted, found, holds({ kind: "holds", cell: at, value: wanted }, found)]).toEqual([wanted, found, answer]);
});

test.each([["x".repeat(100)], ["x".repeat(101)], ["一行\n两行"], [`${"字".repeat(99)}😀😀`]])("a long text is compared as far as the formula does: %#", (text) => {
  const condition: MarkCondition = { kind: "holds", cell: at, value: words(text) };
  const literal = /"((?:[^"]|"")*)"/.exec(markFormula(mark(condition)))?.[1] ?? "";
  expect(holds(condition, words(text))).toBe(true);
  expect(holds(condition, words(`${literal}尾`))).toBe(literal !== text);
  expect(holds(condition, words(literal.slice(0, -1)))).toBe(false);
});

test("all conditions must hold; those on other sheets are left out; none at all shows always", () => {
  const elsewhere: MarkCondition = { kind: "holds", cell: { ...at, sheet: "另一张" }, value: digits("1") };
  expect(markHolds(mark(elsewhere), () => EMPTY)).toBe(true);
  expect(markHolds(mark({ kind: "no-reason", cell: at }, { kind: "below", cell: at, than: limit }), () => EMPTY)).toBe(false);
});
