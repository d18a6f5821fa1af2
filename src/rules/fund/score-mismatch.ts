import { HUNDRED } from "../../model/decimal";
import { judgeFundsScore, stands, totalFundRow } from "../../scoring/funds";
import type { Found, Rule, RuleContext } from "../rule";
import { PUBLISHED_FORMS } from "../sources";
import { figure, formulaNote, hintText, quoted } from "../words";

function check({ scored, policy }: RuleContext): readonly Found[] {
  const row = totalFundRow(scored.form.funds);
  const field = row?.score;
  const computed = scored.funds;
  if (!row || !field || !computed?.score) return [];
  const judged = judgeFundsScore(row, policy);
  if (judged === "missing" || judged === "not-computed" || judged === "explained") return [];
  const tail = `按执行率 ${figure(computed.rate)}% 和分值 ${figure(row.weight?.number ?? HUNDRED)} 重算应为 ${figure(computed.score)}${formulaNote(field)}`;
  return [
    {
      severity: stands(judged) ? "info" : "error",
      cell: field.ref,
      message: judged === "unreadable" ? `执行率得分${quoted(field)}不是数字，${tail}` : `执行率得分为 ${figure(field.number ?? HUNDRED)}，${tail}${stands(judged) ? `，${hintText(judged)}` : ""}`,
      related: [row.rate, row.weight].flatMap((other) => (other ? [other.ref] : [])),
      explanation: computed.scoreExplanation,
    },
  ];
}

export const rule: Rule = {
  id: "fund/score-mismatch",
  severities: ["error", "info"],
  kinds: ["self-evaluation"],
  source: PUBLISHED_FORMS,
  what: "执行率得分与执行率 × 分值不符",
  why: "执行率得分 = 执行率（最高按 100%）× 分值，保留两位小数；取整的得分会改变总分。",
  fix: "采用重算的执行率得分。",
  examples: {
    good: [
      { note: "97.85% × 10 = 9.785 → 9.79", funds: { annual: "109.32", executed: "106.97", rate: "97.85", score: "9.79" } },
      { note: "超预算支出按 100% 计分", funds: { annual: "100", executed: "104", rate: "104", score: "10" } },
    ],
    bad: [
      { note: "得分取整", funds: { annual: "7065", executed: "3999.1264", rate: "56.60", score: "6" }, finds: ["error"] },
      { note: "截取而不是四舍五入，仅作提示", funds: { initial: "10000", annual: "10000", executed: "9785.7", rate: "97.85", score: "9.78" }, finds: ["info"] },
    ],
  },
  check,
};
