import fc from "fast-check";
import { parseTsv, toTsv } from "../../src/workbench/tsv";

test("reads what Excel and WPS copy", () => {
  expect(parseTsv("a\tb\r\nc\td\r\n")).toEqual([["a", "b"], ["c", "d"]]);
  expect(parseTsv('"两\n行"\t"他说""好"""\r\n')).toEqual([["两\n行", '他说"好"']]);
});
test("a quote in the middle, or one that is never closed, is text", () => {
  expect(parseTsv('5" 管\t"未完')).toEqual([['5" 管', '"未完']]);
  expect(parseTsv('"甲"乙\t丙')).toEqual([['"甲"乙', "丙"]]);
});
test("blank cells and lines stay", () => expect(parseTsv("\t\n\nx")).toEqual([["", ""], [""], ["x"]]));
test("what is written is read again", () => {
  const cell = fc.array(fc.constantFrom("a", "无", '"', "\t", "\n", ",", "=", " "), { maxLength: 6 }).map((chars) => chars.join(""));
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 4 }).chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 })), (rows) => {
      // A last row of a single blank cell cannot be told from a line end.
      fc.pre(!(rows.at(-1)?.length === 1 && rows.at(-1)?.[0] === ""));
      expect(parseTsv(toTsv(rows))).toEqual(rows);
    }),
  );
});
