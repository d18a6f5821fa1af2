/** What an accountant would write down, and only what the source says (S21). */
import type { Explanation, Step } from "../../src/model/explanation";
import type { Policy } from "../../src/policy/policy";
import { scoreFunds } from "../../src/scoring/funds";
import { quotientText } from "../../src/scoring/steps";
import { decimal, divide } from "../../src/model/decimal";
import { amount, form, formB, fundRow, funds, indicator, national, scored, scoreRow, shanghai2023, shanghai2024, type FundsTexts, type IndicatorTexts } from "./build";

const lines = (steps: readonly Step[]): string[] => steps.flatMap((step) => [step.text, ...lines(step.parts)]);
const says = (explanation: Explanation | null | undefined): string[] => lines(explanation?.steps ?? []);

test.each<[Policy, FundsTexts, string, string]>([
  [shanghai2024, { annual: "109.32", executed: "106.97" }, "执行率 = 全年执行数 ÷ 全年预算数 × 100% = 106.97 ÷ 109.32 × 100% = 97.85034…%，截取 2 位小数 → 97.85%", "执行率得分 = 执行数 ÷ 预算数 × 分值 = 106.97 ÷ 109.32 × 10 = 9.78503…，四舍五入到 2 位小数 → 9.79"],
  [shanghai2023, { annual: "132.20", executed: "131.01" }, "执行率 = 全年执行数 ÷ 全年预算数 × 100% = 131.01 ÷ 132.20 × 100% = 99.09984…%，截取 2 位小数 → 99.09%", "执行率得分 = 执行数 ÷ 预算数 × 分值 = 131.01 ÷ 132.20 × 10 = 9.90998…，截取 2 位小数 → 9.90"],
  [national, { annual: "93.60", executed: "93.60" }, "执行率 = 全年执行数 ÷ 全年预算数 × 100% = 93.60 ÷ 93.60 × 100% = 100.00%", "执行率得分 = 执行数 ÷ 预算数 × 分值 = 93.60 ÷ 93.60 × 10 = 10.00"],
  [national, { annual: "100", executed: "104" }, "执行率 = 全年执行数 ÷ 全年预算数 × 100% = 104 ÷ 100 × 100% = 104.00%", "执行数 104 超过预算数 100，执行率按 100% 计：执行率得分 = 100% × 10 = 10.00"],
  [national, { annual: null, initial: "200", executed: "100" }, "执行率 = 全年执行数 ÷ 年初预算数 × 100% = 100 ÷ 200 × 100% = 50.00%", "执行率得分 = 执行数 ÷ 预算数 × 分值 = 100 ÷ 200 × 10 = 5.00"],
])("S21: funds", (policy, texts, rate, score) => {
  const result = scoreFunds(fundRow(texts), policy);
  expect(says(result?.rateExplanation)).toEqual([rate]);
  expect(says(result?.scoreExplanation)).toEqual([score]);
  expect(result?.rateExplanation.source).toBe(policy.rounding.source);
});

const block = funds([fundRow({ annual: "93.60", executed: "93.60", score: "10.00" })]);
/** The part of a policy that is the source; "" for none. */
type SourceName = "met" | "proportional" | "equal" | "limit" | "bands" | "";

test.each<[IndicatorTexts, string, SourceName, Policy?]>([
  [{ target: "≥4.00(次)", actual: "4.00(次)" }, "达到指标值，得满分 5", "met"],
  [{ target: "=100.00(%)", actual: "90.00(%)" }, "没有达到指标值，完成值 ÷ 指标值 × 分值 = 90 ÷ 100 × 5 = 4.50", "equal"],
  [{ target: "≥7次", actual: "5次" }, "没有达到指标值，完成值 ÷ 指标值 × 分值 = 5 ÷ 7 × 5 = 3.57142…，四舍五入到 2 位小数 → 3.57", "proportional"],
  [{ target: ">90%", actual: "90%" }, "等于指标值，没有大于它，完成值 ÷ 指标值 × 分值 = 90 ÷ 90 × 5 = 5.00", "proportional"],
  [{ target: "≤15人", actual: "18人" }, "超过上限，指标值 ÷ 完成值 × 分值 = 15 ÷ 18 × 5 = 4.16666…，四舍五入到 2 位小数 → 4.17", "limit"],
  [{ target: "≤15人", actual: "18人" }, "超过上限，（1 −（完成值 − 指标值）÷ 指标值）× 分值 =（1 −（18 − 15）÷ 15）× 5 = 4.00", "limit", formB],
  [{ target: "≤15人", actual: "40人" }, "超过上限，完成值是指标值的 2 倍或更多，得 0.00", "limit", formB],
  [{ target: "<15人", actual: "15人" }, "等于指标值，没有小于它，指标值 ÷ 完成值 × 分值 = 15 ÷ 15 × 5 = 5.00", "limit"],
  [{ target: "≤0起", actual: "2起" }, "超过上限，指标值为 0，没有比例可算，得 0.00", ""],
  [{ target: "=0起", actual: "2起" }, "超过指标值，指标值为 0，没有比例可算，得 0.00", "equal"],
  [{ target: "≥100万元", actual: "-5万元" }, "没有达到指标值，完成值为负，按 0 计：完成值 ÷ 指标值 × 分值 = 0 ÷ 100 × 5 = 0.00", "proportional"],
  [{ target: "≥1万元", actual: "9000元" }, "（换算为同一单位：10000元，9000元）：没有达到指标值，完成值 ÷ 指标值 × 分值 = 9000 ÷ 10000 × 5 = 4.50", "proportional"],
  [{ target: "小于等于预算数", actual: "95.00(万元)" }, "（预算数 93.6万元，完成值 95万元）：超过上限，指标值 ÷ 完成值 × 分值 = 93.6 ÷ 95 × 5 = 4.92631…，四舍五入到 2 位小数 → 4.93", "limit"],
  [{ target: "小于等于预算数", actual: "90万元" }, "（预算数 93.6万元，完成值 90万元）：达到指标值，得满分 5", "met"],
  [{ target: "控制在预算范围内", actual: "达成指标" }, "达到指标值，得满分 5", ""],
  [{ target: "完善", actual: "达成指标" }, "达到指标值，得满分 5", "bands"],
  [{ target: "提升", actual: "部分达成指标" }, "没有全部达成，得分由评价人酌定", "bands"],
  [{ target: "提升", actual: "较好" }, "完成值没有说明是否达成，得分由评价人酌定", "bands"],
  [{ target: "11月底前完成", actual: "2024年12月3日" }, "没有按期完成，得分由评价人酌定", ""],
  [{ target: "≥3次", actual: "无", reason: "未发生" }, "本年度不适用并已说明原因，不计分", ""],
  [{ target: "≥3次", actual: "无", reason: "未发生", score: "5" }, "本年度不适用并已说明原因，不按规则计分，保留所填得分", ""],
  [{ target: "≥3次", actual: "" }, "没有完成值，不能按规则计分", ""],
  [{ target: "≥3次", actual: "3人", score: "5" }, "指标值与完成值的单位不能换算，无法比较，保留所填得分", ""],
  [{ target: "≥2次", actual: "1次", weight: "" }, "没有达到指标值；没有分值，不计分", ""],
  [{ target: "80%-90%", actual: "95%" }, "没有全部达成，得分由评价人酌定", ""],
])("S21: %j", (texts, conclusion, source, policy = national) => {
  const { explanation } = scoreRow({ weight: "5", ...texts }, policy, "keep", block);
  expect(says(explanation)).toHaveLength(1);
  expect(says(explanation)[0]).toContain(conclusion);
  expect(says(explanation)[0]?.startsWith(`指标值 ${texts.target ?? ""}，完成值 ${texts.actual || "（空）"}`)).toBe(true);
  const sources = { ...policy.indicatorSources, limit: policy.exceededLimit.source, bands: policy.bands.source, "": null };
  expect(explanation.source).toBe(sources[source]);
});

test("S21: totals and grades", () => {
  const result = scored(form(block, [indicator({ weight: "50", score: "60", name: "培训次数" }), indicator({ weight: "40", score: "37.5" })]));
  expect(says(result.total?.explanation)).toEqual([
    "总分 = 执行率得分 10 + 各指标得分合计 87.5 = 97.50",
    "各指标得分合计 = 50 + 37.5 = 87.5",
    "“培训次数”所填得分 60 超出 0 至分值的范围，合计时按 50 计",
  ]);
  expect(says(result.grade?.explanation)).toEqual(["总分 97.50：90（含）以上为优，80（含）–90 为良，60（含）–80 为中，60 以下为差 → 优"]);
  const rescaling: Policy = { ...national, notApplicable: { ...national.notApplicable, rescale: true } };
  const skipped = scored(form(block, [indicator({ weight: "50", score: "45" }), indicator({ weight: "40", actual: "无", reason: "未发生" })]), rescaling);
  expect(says(skipped.total?.explanation)).toEqual(["总分 = 执行率得分 10 + 各指标得分合计 45 = 55.00", "不适用指标的分值 40 不计，折算为满分 100：55 × 100 ÷ 60 = 91.66666…，四舍五入到 2 位小数 → 91.67"]);
  const unrounded = funds([fundRow({ annual: "109.32", executed: "106.97" }, { score: amount("9.78503476", { formula: "E6/D6*F6", shownDecimals: 2 }) })]);
  expect(says(scored(form(unrounded, [indicator({ weight: "90", score: "90" })])).total?.explanation)).toEqual(["总分 = 执行率得分 9.78503476 + 各指标得分合计 90 = 99.78503476，四舍五入 → 99.79"]);
});

test("S21: quotients as from a calculator", () => {
  const cases = [["1", "3", "0.33333…"], ["1", "8", "0.125"], ["0", "8", "0"], ["1", "64", "0.015625"], ["1", "300000000", "0.00000000333…"], ["1", "100000000", "0.00000001"]] as const;
  for (const [a, b, expected] of cases) expect(quotientText(divide(decimal(a), decimal(b)))).toBe(expected);
});
