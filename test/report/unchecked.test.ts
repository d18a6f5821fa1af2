/** Rules that were off: people are told, scripts get the contract's keys and no others. */
import { DEFAULT_SETTINGS } from "../../src/model/settings";
import { resultSchema } from "../../src/report/json-contract";
import { reportToHtml } from "../../src/report/to-html";
import { reviewToJson, toJson } from "../../src/report/to-json";
import { reviewToText } from "../../src/report/to-text";
import { openCorpus, reviewWorkbook } from "../support/corpus";

const OFF = ["fund/low-rate", "grade/mismatch"];
const book = openCorpus("jiading-2024-published");
const full = reviewWorkbook(book);
const partial = reviewWorkbook(book, { ...DEFAULT_SETTINGS, rulesOff: [...OFF].reverse() });
const SAID = "本次未检查 2 条规则：预算执行率偏低（fund/low-rate）、评分等级与总分不符（grade/mismatch）";

test("the text says how many and which, once", () => {
  const text = reviewToText("a.xlsx", partial, [], { sheets: false });
  expect(text.split("\n").filter((line) => line.includes("未检查"))).toEqual([`  ${SAID}`]);
  expect(reviewToText("a.xlsx", full, [], { sheets: false })).not.toContain("未检查");
});

test("the text says it of a workbook without findings too", () => {
  expect(reviewToText("a.xlsx", { ...partial, findings: [] }, [], { sheets: false })).toContain(`没有发现问题。\n  ${SAID}`);
});

test("the report says it in the overview and above the forms", () => {
  const html = reportToHtml([{ path: "a.xlsx", review: partial, kept: [] }, { path: "b.xlsx", review: full, kept: [] }], "");
  expect(html).toContain('<td>a.xlsx<p class="unchecked">本次未检查 2 条规则</p></td>');
  expect(html).toContain(`<h2>a.xlsx</h2>\n<p class="unchecked">${SAID}</p>\n<h3>`);
  expect(html.match(/未检查/g)).toHaveLength(2);
});

test("the JSON has the contract's keys alone", () => {
  const json = toJson([reviewToJson("a.xlsx", partial)]);
  expect(resultSchema.parse(JSON.parse(JSON.stringify(json)))).toEqual(json);
  expect(Object.keys(json.workbooks[0] ?? {})).toEqual(Object.keys(reviewToJson("a.xlsx", full)));
  expect(JSON.stringify(json)).not.toContain("预算执行率偏低");
});
