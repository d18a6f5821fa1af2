import type { Policy } from "../../src/policy/policy";
import type { Indicator } from "../../src/model/form";
import { published } from "../support/corpus";
import { amount, digits, form, fundRow, funds, indicator, national, scored, shanghai2023, shanghai2024, value, field } from "./build";

const block = funds([fundRow({ annual: "100.00", executed: "90.00", score: "9.00" })]);
const row = (weight: string, score: string, more: Parameters<typeof indicator>[0] = {}) => indicator({ weight, score, ...more });
const total = (indicators: readonly Indicator[], policy: Policy = national, mode: "keep" | "rule" = "keep") => {
  const result = scored(form(block, indicators), policy, mode);
  return [digits(result.total?.weight), digits(result.total?.score), result.grade?.word ?? null];
};

test.each<[string, Indicator[], [string, string | null, string | null]]>([
  ["the sum, blanks filled", [row("50", "50"), row("40", "")], ["100", "99", "优"]],
  ["kept scores as given, whatever the rule says", [row("50", "25.5"), row("40", "40")], ["100", "74.5", "中"]],
  ["kept scores cut to 0…weight", [row("50", "60"), row("40", "-3")], ["100", "59", "差"]],
  ["breakdown rows count for nothing", [row("90", "90"), row("", ""), row("-", "-"), row("—", "/")], ["100", "99", "优"]],
  ["a scored row without any score: no total", [row("50", "50"), row("40", "", { actual: "" })], ["100", null, null]],
  ["a dash where a score is due: no total", [row("50", "50"), row("40", "-")], ["100", null, null]],
  ["words in place of a score: no total", [row("50", "50"), row("40", "满分")], ["100", null, null]],
  ["part of a level: no total until a person scores it", [row("90", "", { target: "提升", actual: "部分达成指标" })], ["100", null, null]],
  ["not applicable and blank is not missing", [row("50", "50"), row("40", "", { actual: "无", reason: "未发生" })], ["100", "59", "差"]],
  ["not applicable and given stands", [row("50", "50"), row("40", "40", { actual: "无", reason: "未发生" })], ["100", "99", "优"]],
  ["a score without a weight counts", [row("", "20"), row("70", "70")], ["80", "99", "优"]],
])("S16 S18: %s", (_, indicators, expected) => expect(total(indicators)).toEqual(expected));

test("S17 S18: rule mode puts the rule scores in", () => {
  expect(total([row("90", "10")], national, "rule")).toEqual(["100", "99", "优"]);
});

test("S16: a policy may leave out what did not apply and rescale the rest", () => {
  const rescaling: Policy = { ...national, notApplicable: { ...national.notApplicable, rescale: true } };
  const skipped = { actual: "无", reason: "未发生" };
  expect(total([row("50", "50"), row("40", "40", skipped)], rescaling)).toEqual(["100", "98.33", "优"]);
  expect(total([row("50", "50"), row("40", "", skipped)], rescaling)).toEqual(["100", "98.33", "优"]);
  expect(total([row("50", "50"), row("40", "40")], rescaling)).toEqual(["100", "99", "优"]);
});

test("S17 S18: a score merged over several rows is held against their weights together", () => {
  const merged = (score: string, covered: boolean, at: number) => indicator({}, { weight: amount("10", { row: at }), score: amount(score, { row: at, mergedRows: 3, covered }) });
  const rows = (score: string) => [merged(score, false, 20), merged("", true, 21), merged("", true, 22)];
  expect(total(rows("28"))).toEqual(["40", "37", "差"]);
  expect(total(rows("31"))).toEqual(["40", "39", "差"]);
  expect(total(rows("28"), national, "rule")).toEqual(["40", "37", "差"]);
  expect(total(rows(""))).toEqual(["40", null, null]);
});

test("S18: without funds, without a funds score, without a score column", () => {
  const rows = [row("90", "90")];
  expect(digits(scored(form(null, rows)).total?.score)).toBe("90");
  const noBudget = funds([fundRow({ annual: "0", executed: "0", score: "" })]);
  expect(scored(form(noBudget, rows)).total?.score).toBeNull();
  const unweighed = funds([fundRow({ annual: "0", executed: "0", weight: "", score: "" })]);
  expect(digits(scored(form(unweighed, rows)).total?.score)).toBe("90");
  const noColumn = form(block, rows);
  expect(scored({ ...noColumn, columns: { ...noColumn.columns, score: null } }).total).toMatchObject({ score: null });
  expect(scored({ ...noColumn, columns: { ...noColumn.columns, score: null }, total: null }).total).toBeNull();
  expect(scored(form(block, rows, {}, { kind: "target-declaration" }))).toMatchObject({ funds: null, fundsStanding: null, total: null, grade: null });
});

test("S18: unrounded formulas are rounded to what the total shows", () => {
  const formulas = funds([fundRow({ annual: "109.32", executed: "106.97" }, { score: amount("9.7850347603", { shownDecimals: 2, formula: "E6/D6*10" }) })]);
  const shows = (places: number) => digits(scored(form(formulas, [row("90", "90")], {}, { total: { label: field(""), weight: null, score: amount("", { shownDecimals: places }) } })).total?.score);
  expect([shows(0), shows(2), shows(3), shows(10)]).toEqual(["99.79", "99.79", "99.785", "99.7850347603"]);
});

describe("S18 S19: every published form", () => {
  const forms = ([["jiading-2024", shanghai2024], ["minhang-2023", shanghai2023]] as const).flatMap(([name, policy]) =>
    published(`${name}-self-evaluation`).map((evaluation) => ({ name: evaluation.项目名称, policy, evaluation })),
  );

  test.each(forms)("$name", ({ policy, evaluation }) => {
    const [main] = evaluation.项目资金;
    const score = main?.得分;
    const rows = evaluation.绩效指标.map((given) =>
      indicator(
        { weight: given.分值, score: given.得分, reason: given.偏差原因分析及改进措施 },
        { target: value(given.年度指标值), actual: value(given.实际完成值), level1: given.一级指标, level2: given.二级指标 },
      ),
    );
    const result = scored(form(funds([fundRow({ annual: main?.全年预算数 ?? "", executed: main?.全年执行数 ?? "", weight: main?.分数 ?? "", score: score ?? "" })]), rows), policy);
    // Form 8 gives 6.00 for 5.66, and 96 for 95.66.
    expect(digits(result.total?.score)).toBe(score === "6.00" ? "95.66" : digits(amount(evaluation.总分.得分).number));
    expect(digits(result.total?.weight)).toBe("100");
    expect(result.grade?.word).toBe("优");
    for (const [i, given] of rows.entries()) {
      const ruled = result.indicators[i]?.ruleScore;
      if (ruled) expect(ruled.gte(given.score?.number ?? 0)).toBe(true);
    }
  });
});
