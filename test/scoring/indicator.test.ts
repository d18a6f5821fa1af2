import { isNoReason } from "../../src/model/no-reason";
import { national as policy } from "../../src/policy/packs/national";
import { compare } from "../../src/scoring/compare";
import { isFillable, isQualitative, isReplaced, scoreIndicator } from "../../src/scoring/indicator";
import { amount, digits, formB, fundRow, funds, indicator, national, scoreRow, shanghai2023, value, type IndicatorTexts } from "./build";

type Case = readonly [target: string, actual: string, weight: string, status: string, score: string | null];
const result = (target: string, actual: string, weight: string, reason = "") => {
  const scored = scoreRow({ target, actual, weight, reason });
  return [scored.status, scored.ruleScore?.toFixed(2) ?? null];
};
const check = (_: string, cases: readonly Case[]): void => {
  for (const [target, actual, weight, status, score] of cases) expect([target, actual, ...result(target, actual, weight)]).toEqual([target, actual, status, score]);
};

test.each<[string, readonly Case[]]>([
  ["S9 full marks and never more", [["≥4.00(次)", "4.00(次)", "3", "met", "3.00"], ["≥4次", "40次", "3", "met", "3.00"], ["100", "101", "5", "met", "5.00"], ["≤15", "8", "5", "met", "5.00"], ["≤15", "15", "5", "met", "5.00"], ["<15", "14.99", "5", "met", "5.00"], [">15", "15.01", "5", "met", "5.00"], ["=100%", "100.00(%)", "5", "met", "5.00"]]],
  ["S9 a weight with three places is full marks as it stands", [["≥1次", "1次", "3.333", "met", "3.33"]]],
  ["S10 ≥, > and a bare number: proportional", [["≥200人次", "186人次", "10", "unmet", "9.30"], ["≥7次", "5次", "90", "unmet", "64.29"], ["100", "90", "5", "unmet", "4.50"], [">90%", "45%", "4", "unmet", "2.00"], ["≥3", "1", "1", "unmet", "0.33"], ["≥3次", "0次", "1", "unmet", "0.00"]]],
  ["S10 equal to the target of > is not met, and has the weight", [[">90%", "90%", "5", "unmet", "5.00"]]],
  ["S11 =: reached or passed is met", [["=100%", "90%", "5", "unmet", "4.50"], ["=2份", "3份", "5", "met", "5.00"], ["=8本", "8.00本", "5", "met", "5.00"]]],
  ["S11 = 0", [["=0次", "0次", "5", "met", "5.00"], ["=0次", "1次", "5", "unmet", "0.00"], ["=0次", "-1次", "5", "met", "5.00"]]],
  ["S12 form A", [["≤15人", "18人", "5", "unmet", "4.17"], ["≤2小时", "3小时", "90", "unmet", "60.00"], ["<15人", "30人", "5", "unmet", "2.50"], ["≤1次", "1000次", "1", "unmet", "0.00"]]],
  ["S12 equal to the limit of <", [["<15人", "15人", "5", "unmet", "5.00"]]],
  ["S13 target 0, exceeded", [["≤0起", "1起", "5", "unmet", "0.00"], ["<0起", "0起", "5", "unmet", "0.00"], [">0起", "0起", "5", "unmet", "0.00"], ["≤0起", "0起", "5", "met", "5.00"]]],
  ["S13 negative actuals and targets", [["≥100万元", "-5万元", "5", "unmet", "0.00"], ["≥0%", "-1%", "5", "unmet", "0.00"], ["≤5%", "-1%", "5", "met", "5.00"], ["≤-5%", "-6%", "5", "met", "5.00"], ["≤-5%", "-3%", "5", "unmet", "0.00"], ["≥-5%", "-3%", "5", "met", "5.00"]]],
  ["S14 words", [["完善", "达成指标", "3", "met", "3.00"], ["提升", "达成年度指标", "3", "met", "3.00"], ["提升", "达成预期指标", "3", "met", "3.00"], ["提升", "提升", "3", "met", "3.00"], ["提升", "提 升。", "3", "met", "3.00"], ["优秀", "“优秀”", "3", "met", "3.00"], ["是", "是", "3", "met", "3.00"], ["未发生", "未发生", "3", "met", "3.00"], ["提升", "部分达成年度指标并具有一定效果", "3", "unmet", null], ["提升", "未达成年度指标且效果较差", "3", "unmet", null], ["完善", "较为明显", "3", "judged", null]]],
  ["S14 deadlines", [["11月底前完成", "2024年11月30日完成", "5", "met", "5.00"], ["11月底前完成", "2024-12-01", "5", "unmet", null], ["11月底前完成", "按时完成", "5", "met", "5.00"], ["11月底前完成", "正在推进", "5", "judged", null], ["11月底前完成", "11月底前完成", "5", "met", "5.00"], ["11月底前完成", "3次", "5", "unreadable", null]]],
  ["S14 无 against 无 is the target word itself", [["无", "无", "5", "met", "5.00"]]],
  ["S15 units", [["≥1万元", "9000元", "10", "unmet", "9.00"], ["≥15万", "160000人", "10", "met", "10.00"], ["≥2公顷", "15亩", "10", "unmet", "5.00"], ["≥95%", "95", "10", "met", "10.00"], ["≥3次", "3人", "10", "unreadable", null], ["≥3次", "100%", "10", "unreadable", null]]],
  ["S15 bare fractions against percentages", [["≥95%", "0.95", "10", "met", "10.00"], ["=100%", "1", "10", "met", "10.00"], ["=100%", "0.9", "10", "unmet", "9.00"], ["≤1%", "0.5", "10", "met", "10.00"], ["≥0.95", "95%", "10", "met", "10.00"], ["≥95%", "0.95%", "10", "unmet", "0.10"], ["≥95%", "0", "10", "unmet", "0.00"]]],
  ["S15 another kind", [["≤30万元", "完成", "5", "unreadable", null], ["提升", "3次", "5", "unreadable", null], ["≥**", "3次", "5", "unreadable", null], ["≥3次", "XX", "5", "unreadable", null]]],
  ["S15 several targets, ranges, several actuals", [["①≥3次②≥90%", "①3次②95%", "5", "met", "5.00"], ["①≥3次②≥90%", "①2次②95%", "5", "unmet", null], ["①≥3次②≥90%", "达成指标", "5", "met", "5.00"], ["①≥3次②≥90%", "3次", "5", "judged", null], ["80%-90%", "85%", "5", "met", "5.00"], ["80%-90%", "79%", "5", "unmet", null], ["80%-90%", "91%", "5", "unmet", null], ["≥12次", "全年培训12次，完成率100%", "5", "met", "5.00"], ["≥12次", "①6次②5次", "5", "unreadable", null]]],
  ["S16 nothing there", [["≥3次", "", "5", "unreadable", null], ["≥3次", "-", "5", "unreadable", null], ["", "3次", "5", "unreadable", null], ["≥3次", "无", "5", "unreadable", null]]],
  ["S16 无 of what must not happen", [["=0起", "无", "5", "met", "5.00"], ["≤0起", "无", "5", "met", "5.00"], ["0起", "无", "5", "met", "5.00"], [">0起", "无", "5", "unreadable", null], ["<0起", "无", "5", "unreadable", null]]],
  ["S17 no weight, no rule score", [["≥1次", "1次", "", "met", null], ["≥1次", "1次", "0", "met", null], ["≥1次", "1次", "-5", "met", null], ["≥2次", "1次", "九十", "unmet", null]]],
])("%s", check);

test.each([
  ["≤15人", "18人", "5", "4.00"],
  ["≤15人", "29.99人", "15", "0.01"],
  ["≤15人", "30人", "5", "0.00"],
  ["≤15人", "45人", "5", "0.00"],
  ["<15人", "15人", "5", "5.00"],
  ["≤0人", "1人", "5", "0.00"],
  ["≥10人", "5人", "5", "2.50"],
])("S12: form B: %s, %s of %s is %s", (target, actual, weight, expected) => {
  expect(scoreRow({ target, actual, weight }, formB).ruleScore?.toFixed(2)).toBe(expected);
});

test("S3 S17: scores of indicators are cut by the policy's mode too", () => {
  expect(scoreRow({ target: "≥3次", actual: "2次", weight: "1" }, shanghai2023).ruleScore?.toFixed(2)).toBe("0.66");
  expect(scoreRow({ target: "≥3次", actual: "2次", weight: "1" }, national).ruleScore?.toFixed(2)).toBe("0.67");
  // Half-up from the exact ratio: 9.785.
  expect(scoreRow({ target: "≥2000次", actual: "1957次", weight: "10" }).ruleScore?.toFixed(2)).toBe("9.79");
});

describe("S14: limits in words", () => {
  const block = funds([fundRow({ initial: "200.00", annual: "93.60", executed: "93.60" })]);
  const yuan = funds([fundRow({ annual: "936000", executed: "0" })], { unit: "元" });
  const initialOnly = funds([fundRow({ initial: "93.60", annual: null, executed: "93.60" })]);
  const blank = funds([fundRow({ initial: "200.00", annual: "", executed: "93.60" })]);
  test.each([
    ["小于等于预算数", "93.60万元", block, "met", "10.00"],
    ["小于等于预算数", "936000元", block, "met", "10.00"],
    ["小于等于预算数", "95.00(万元)", block, "unmet", "9.85"],
    ["小于等于预算数", "95", block, "unmet", "9.85"],
    ["控制在预算范围内", "93.6万元", yuan, "met", "10.00"],
    ["控制在预算范围内", "95万元", yuan, "unmet", "9.85"],
    ["控制在预算范围内", "95万元", initialOnly, "unmet", "9.85"],
    ["控制在预算范围内", "95万元", blank, "judged", null],
    ["控制在预算范围内", "95万元", null, "judged", null],
    ["控制在预算范围内", "95万元", funds([fundRow({ annual: "93.60" })], { unit: null }), "judged", null],
    ["控制在预算范围内", "95%", block, "judged", null],
    ["控制在预算范围内", "3次", block, "unreadable", null],
    ["控制在预算范围内", "达成指标", block, "met", "10.00"],
    ["控制在预算范围内", "预算内", block, "met", "10.00"],
    ["控制在预算范围内", "2024年12月", block, "unreadable", null],
  ])("%s / %s", (target, actual, given, status, score) => {
    const scored = scoreRow({ target, actual, weight: "10" }, national, "keep", given);
    expect([scored.status, scored.ruleScore?.toFixed(2) ?? null]).toEqual([status, score]);
  });
});

describe("S16: not applicable", () => {
  test.each([
    ["无", "本年度未发生该事项", "not-applicable"],
    ["不适用", "项目已合并", "not-applicable"],
    ["N/A", "项目已合并", "not-applicable"],
    ["无", "", "unreadable"],
    ["无", "无", "unreadable"],
    ["无", "/", "unreadable"],
    ["", "项目已合并", "unreadable"],
    ["—", "项目已合并", "unreadable"],
  ])("%s with the reason %j is %s", (actual, reason, status) => {
    expect(result("≥3次", actual, "5", reason)).toEqual([status, null]);
  });
});

describe("S17: what stands", () => {
  const standing = (texts: IndicatorTexts, mode: "keep" | "rule") => digits(scoreRow({ weight: "5", ...texts }, national, mode).standing);
  const unmet = { target: "=100%", actual: "90%" };
  test.each<[string, IndicatorTexts, string | null, string | null]>([
    ["a blank is filled", { ...unmet, score: "" }, "4.5", "4.5"],
    ["a lower score is kept, or replaced by the rule's", { ...unmet, score: "4.00" }, "4", "4.5"],
    ["a higher one likewise", { ...unmet, score: "5.00" }, "5", "4.5"],
    ["an equal one stays", { ...unmet, score: "4.50" }, "4.5", "4.5"],
    ["words in place of a score are nobody's, or replaced", { ...unmet, score: "满分" }, null, "4.5"],
    ["above the weight, cut", { ...unmet, score: "7" }, "5", "4.5"],
    ["below 0, cut", { ...unmet, score: "-1" }, "0", "4.5"],
    ["a level in words is a person's", { target: "完善", actual: "达成指标", score: "4" }, "4", "4"],
    ["a deadline met in words too", { target: "11月底前完成", actual: "按时完成", score: "4" }, "4", "4"],
    ["a date decides", { target: "11月底前完成", actual: "2024-11-05", score: "4" }, "4", "5"],
    ["a limit in words", { target: "控制在预算范围内", actual: "预算内", score: "4" }, "4", "4"],
    ["no rule score", { target: "≥3次", actual: "3人", score: "4" }, "4", "4"],
    ["a blank without a rule score", { target: "≥3次", actual: "3人", score: "" }, null, null],
    ["not applicable, given", { actual: "无", reason: "未发生", score: "4" }, "4", "4"],
    ["无 of what must not happen", { target: "=0起", actual: "无", score: "4" }, "4", "5"],
  ])("%s", (_, texts, keep, rule) => {
    expect([standing(texts, "keep"), standing(texts, "rule")]).toEqual([keep, rule]);
  });

  test("a range decides, a list with words does not", () => {
    expect(isQualitative(indicator({ target: "80%-90%", actual: "85%" }))).toBe(false);
    expect(isQualitative(indicator({ target: "完善", actual: "达成指标" }))).toBe(true);
  });

  test("formulas, covered and merged cells are left alone", () => {
    const given = (cell: Parameters<typeof amount>[1], score = "3") => indicator(unmet, { weight: amount("5"), score: amount(score, cell) });
    const rule = scoreRow({ ...unmet, weight: "5" }).ruleScore;
    expect(isReplaced(given({}), rule, "rule")).toBe(true);
    expect(isReplaced(given({}), rule, "keep")).toBe(false);
    for (const cell of [{ formula: "1+2" }, { mergedRows: 2 }, { covered: true }]) {
      expect(isReplaced(given(cell), rule, "rule")).toBe(false);
      expect(isFillable(amount("", cell))).toBe(false);
    }
    expect(digits(scoreIndicator(given({ formula: "1+2" }), null, national, "rule").standing)).toBe("3");
    expect(scoreIndicator(given({ formula: "1+2" }, ""), null, national, "rule").standing).toBeNull();
    expect(scoreIndicator(given({ mergedRows: 2 }, ""), null, national, "rule").standing).toBeNull();
  });
});

test("S15: figures that were compared are in one unit", () => {
  const compared = compare(indicator({}, { target: value("≥1万元"), actual: value("9000元") }), null, policy.exceededLimit.form);
  expect(compared.outcome === "unmet" && compared.numbers && [digits(compared.numbers.target), digits(compared.numbers.actual), compared.numbers.unit]).toEqual(["10000", "9000", "元"]);
});

test.each(["", "  ", "无", "无。", " 无 ", "/", "／", "-", "—", "0", "。", "…"])("S20: %j is no reason", (text) => expect(isNoReason(text)).toBe(true));
test.each(["两名学员缺考", "无人报名", "0 人报名", "见附件", "无法按期"])("S20: %j is one", (text) => expect(isNoReason(text)).toBe(false));
