import { editText, parseTyped } from "../../src/workbench/typed-value";

const number = (digits: string) => ({ kind: "value", value: { kind: "number", digits } });
const text = (words: string) => ({ kind: "value", value: { kind: "text", text: words } });

test.each([
  ["97.85", "97.85"],
  ["９７．８５", "97.85"],
  [" 1,234.50 ", "1234.5"],
  ["-3", "-3"],
  ["=5", "5"],
  ["0012", "12"],
])("%j is the number %s", (typed, digits) => expect(parseTyped(typed, "General")).toEqual(number(digits)));

test.each(["无", "≥4.00(次)", "=100%", "=100.00(%)", "＝1.00(份)", "11月底前完成", "97%", "A1", "1-2", "310112199001011234"])("%j stays text", (typed) => expect(parseTyped(typed, "General")).toEqual(text(typed)));

test.each(["=SUM(B2:B4)", "=A1+B1", "=$F$6/10", "='资金'!C5", "=1+2", "=-G6"])("%j is a formula and refused", (typed) => expect(parseTyped(typed, "General").kind).toBe("refused"));

test("a percent cell takes 97%, 97 and 0.97 as the same", () => {
  for (const typed of ["97%", "97", "0.97", "９７％"]) expect(parseTyped(typed, "0.00%")).toEqual(number("0.97"));
});

test("a text cell keeps what is typed, formulas too", () => {
  expect(parseTyped("4.50", "@")).toEqual(text("4.50"));
  expect(parseTyped("=SUM(A1)", "@")).toEqual(text("=SUM(A1)"));
});

test("an apostrophe says text", () => expect(parseTyped("'4.50", "General")).toEqual(text("4.50")));
test("nothing empties the cell", () => expect(parseTyped("", "0.00")).toEqual({ kind: "value", value: { kind: "empty" } }));
test("truth values", () => expect(parseTyped("true", "General")).toEqual({ kind: "value", value: { kind: "boolean", value: true } }));
test("more than Excel's 32767 characters are refused", () => expect(parseTyped("长".repeat(32_768), "General").kind).toBe("refused"));

test("dates in date cells become day numbers, in either calendar", () => {
  expect(parseTyped("2024年5月1日", "yyyy/m/d")).toEqual(number("45413"));
  expect(parseTyped("2024-5-1", "yyyy/m/d", true)).toEqual(number("43951"));
  expect(parseTyped("2024-2-30", "yyyy/m/d")).toEqual(text("2024-2-30"));
  expect(parseTyped("2024-5-1", "General")).toEqual(text("2024-5-1"));
});

test("editing begins with what typing it again would give", () => {
  expect(editText({ kind: "number", digits: "0.97849999999999993" }, "0.00%", "97.85%")).toBe("97.85%");
  expect(editText({ kind: "number", digits: "9.79" }, "0.0", "9.8")).toBe("9.79");
  expect(editText({ kind: "text", text: "4.50" }, "General", "4.50")).toBe("'4.50");
  expect(editText({ kind: "text", text: "=100%" }, "General", "=100%")).toBe("=100%");
});
