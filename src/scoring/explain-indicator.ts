/** The arithmetic of a rule score as a person would write it down, each with the source that says so. SPEC S9–S17. */
import { type Decimal, divide, fixed, isPositive, max, plain, ZERO } from "../model/decimal";
import type { Explanation, Source } from "../model/explanation";
import type { Indicator } from "../model/form";
import type { ComparedNumbers } from "../model/review";
import type { Policy } from "../policy/policy";
import type { Comparison, Share } from "./compare";
import { resultText } from "./steps";

export function explainIndicator(indicator: Indicator, comparison: Comparison, ruleScore: Decimal | null, policy: Policy): Explanation {
  const cells = [indicator.target, indicator.actual, indicator.weight].flatMap((field) => (field ? [field.ref] : []));
  const text = `指标值 ${indicator.target?.written || "（空）"}，完成值 ${indicator.actual?.written || "（空）"}${conversion(indicator, comparison)}：${conclusion(indicator, comparison, ruleScore, policy)}`;
  return { steps: [{ text, cells, parts: [] }], source: sourceOf(indicator, comparison, policy) };
}

/** The figures that were compared, where they are not the written ones: another unit, the budget for 预算数. */
function conversion(indicator: Indicator, comparison: Comparison): string {
  const numbers = comparison.outcome === "met" || comparison.outcome === "unmet" ? comparison.numbers : null;
  const target = indicator.target?.reading;
  const actual = indicator.actual?.reading;
  if (!numbers || actual?.kind !== "quantity") return "";
  const unit = numbers.unit ?? "";
  if (target?.kind === "limit") return `（预算数 ${plain(numbers.target)}${unit}，完成值 ${plain(numbers.actual)}${unit}）`;
  if (target?.kind !== "quantity" || (numbers.target.eq(target.number) && numbers.actual.eq(actual.number))) return "";
  return `（换算为同一单位：${plain(numbers.target)}${unit}，${plain(numbers.actual)}${unit}）`;
}

function conclusion(indicator: Indicator, comparison: Comparison, ruleScore: Decimal | null, policy: Policy): string {
  const weight = indicator.weight?.number;
  switch (comparison.outcome) {
    case "met":
      return ruleScore ? `达到指标值，得满分 ${plain(ruleScore)}` : "达到指标值";
    case "unmet":
      if (!comparison.share || !comparison.numbers) return `${missed(indicator, comparison.numbers)}，得分由评价人酌定`;
      if (!weight || !ruleScore) return `${missed(indicator, comparison.numbers)}；没有分值，不计分`;
      return `${missed(indicator, comparison.numbers)}，${arithmetic(comparison.share, comparison.numbers, weight, ruleScore, policy)}`;
    case "judged":
      return "完成值没有说明是否达成，得分由评价人酌定";
    case "not-applicable":
      return indicator.score?.number ? "本年度不适用并已说明原因，不按规则计分，保留所填得分" : "本年度不适用并已说明原因，不计分";
    case "unreadable":
      return unreadableText(comparison.why, indicator);
  }
}

function missed(indicator: Indicator, numbers: ComparedNumbers | null): string {
  const target = indicator.target?.reading;
  if (!numbers || (target?.kind !== "quantity" && target?.kind !== "limit")) return target?.kind === "deadline" ? "没有按期完成" : "没有全部达成";
  const operator = target.kind === "limit" ? "<=" : target.operator;
  if (numbers.actual.eq(numbers.target)) return operator === "<" ? "等于指标值，没有小于它" : "等于指标值，没有大于它";
  if (operator === "<=" || operator === "<") return "超过上限";
  return numbers.actual.gt(numbers.target) ? "超过指标值" : "没有达到指标值";
}

function arithmetic(share: Share, { target, actual }: ComparedNumbers, weight: Decimal, score: Decimal, policy: Policy): string {
  const result = resultText(divide(share.numerator.times(weight), share.denominator), score, policy.rounding.score);
  const [t, a, w] = [plain(target), plain(actual), plain(weight)];
  switch (share.by) {
    case "proportion":
      return `${actual.lt(0) ? "完成值为负，按 0 计：" : ""}完成值 ÷ 指标值 × 分值 = ${plain(max(ZERO, actual))} ÷ ${t} × ${w} = ${result}`;
    case "exceeded-ratio":
      return `指标值 ÷ 完成值 × 分值 = ${t} ÷ ${a} × ${w} = ${result}`;
    case "exceeded-linear":
      if (share.numerator.isZero()) return `完成值是指标值的 2 倍或更多，得 ${fixed(score, policy.rounding.score.places)}`;
      return `（1 −（完成值 − 指标值）÷ 指标值）× 分值 =（1 −（${a} − ${t}）÷ ${t}）× ${w} = ${result}`;
    case "nothing":
      return `指标值${target.isZero() ? "为 0" : "为负"}，没有比例可算，得 ${fixed(score, policy.rounding.score.places)}`;
  }
}

function unreadableText(why: Extract<Comparison, { outcome: "unreadable" }>["why"], indicator: Indicator): string {
  const kept = indicator.score?.number ? "，保留所填得分" : "，不能按规则计分";
  switch (why) {
    case "empty-target":
      return `没有指标值${kept}`;
    case "empty-actual":
      return `没有完成值${kept}`;
    case "target":
      return `指标值无法识别${kept}`;
    case "actual":
      return `完成值无法识别${kept}`;
    case "kinds":
      return `指标值与完成值不是同一类，无法比较${kept}`;
    case "units":
      return `指标值与完成值的单位不能换算，无法比较${kept}`;
  }
}

/** Only what the source says: a limit's rule speaks of limits, and where nothing is known to say so there is none. */
function sourceOf(indicator: Indicator, comparison: Comparison, policy: Policy): Source | null {
  const target = indicator.target?.reading;
  const sources = policy.indicatorSources;
  switch (comparison.outcome) {
    case "met":
      if (target?.kind === "quality" || comparison.by === "word") return target?.kind === "quality" ? policy.bands.source : null;
      return target?.kind === "quantity" && target.operator === "=" ? sources.equal : sources.met;
    case "unmet":
      if (!comparison.share) return target?.kind === "quality" ? policy.bands.source : null;
      if (!isPositive(indicator.weight?.number)) return null;
      return shareSource(comparison.share, target?.kind === "quantity" ? target.operator : null, policy);
    case "judged":
      return target?.kind === "quality" ? policy.bands.source : null;
    case "not-applicable":
    case "unreadable":
      return null;
  }
}

function shareSource(share: Share, operator: string | null, policy: Policy): Source | null {
  switch (share.by) {
    case "exceeded-ratio":
    case "exceeded-linear":
      return policy.exceededLimit.source;
    case "proportion":
      return operator === "=" ? policy.indicatorSources.equal : policy.indicatorSources.proportional;
    case "nothing":
      // = 0 is a rule of its own; for ≤ 0 it follows from both forms and no document says it.
      return operator === "=" ? policy.indicatorSources.equal : null;
  }
}
