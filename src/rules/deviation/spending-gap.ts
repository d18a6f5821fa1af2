import { decimal, divide, HUNDRED, isPositive, isSame, plain, round, sum, ZERO } from "../../model/decimal";
import { totalFundRow } from "../../scoring/funds";
import { type Found, type Rule, type RuleContext, weightedRows } from "../rule";
import { DEPLOYED_SYSTEM } from "../sources";

function check({ scored, policy }: RuleContext): readonly Found[] {
  const row = totalFundRow(scored.form.funds);
  const weight = row?.weight?.number;
  const cell = row?.rate ?? row?.score;
  const funds = scored.fundsStanding;
  if (!row || !isPositive(weight) || !cell || !funds || isSame(funds, weight)) return [];
  const rows = weightedRows(scored).filter(({ computed }) => computed.standing !== null);
  const full = sum(rows.map(({ indicator }) => indicator.weight.number));
  const score = sum(rows.map(({ computed }) => computed.standing ?? ZERO));
  if (!isPositive(full) || !isPositive(score)) return [];
  // (score ÷ full − funds ÷ weight) ÷ (score ÷ full) against the threshold, without a quotient that would have to be rounded.
  const whole = score.times(weight);
  const lost = whole.minus(funds.times(full)).times(HUNDRED);
  if (lost.lte(whole.times(decimal(policy.thresholds.spendingGap)))) return [];
  const indicators = divide(score, full);
  const spending = divide(funds, weight);
  const gap = divide(lost, whole);
  const percent = (value: typeof gap): string => `${plain(round(value.times(HUNDRED), 2, "half-up"))}%`;
  return [
    {
      severity: "warning",
      cell: cell.ref,
      message: `指标得分率 ${percent(indicators)}，预算执行得分率 ${percent(spending)}，相差 ${plain(round(gap, 2, "half-up"))}%（超过 ${policy.thresholds.spendingGap}%）：钱没有花完而任务全部完成，请说明原因`,
      related: scored.form.total?.score ? [scored.form.total.score.ref] : [],
      explanation: {
        steps: [
          {
            text: `（${plain(score)} ÷ ${plain(full)} − ${plain(funds)} ÷ ${plain(weight)}）÷（${plain(score)} ÷ ${plain(full)}）= ${plain(round(gap, 2, "half-up"))}%`,
            cells: [],
            parts: [],
          },
        ],
        source: DEPLOYED_SYSTEM,
      },
    },
  ];
}

export const rule: Rule = {
  id: "deviation/spending-gap",
  severities: ["warning"],
  kinds: ["self-evaluation"],
  source: DEPLOYED_SYSTEM,
  what: "指标完成情况明显好于预算执行情况",
  why: "任务都完成了、钱却没有花完，说明预算偏大或指标偏低。",
  fix: "说明资金结余的原因，或核对指标完成值。",
  examples: {
    good: [{ note: "相差不到 5%", funds: { annual: "100", executed: "96", rate: "96", score: "9.60" } }],
    bad: [{ note: "执行率 56.60%，指标全部满分", funds: { annual: "7065", executed: "3999.1264", rate: "56.60", score: "5.66" }, finds: ["warning"] }],
  },
  check,
};
