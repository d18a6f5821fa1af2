import { plain, ZERO } from "../../model/decimal";
import { isRateAsFraction } from "../../scoring/fraction";
import { scoreFunds } from "../../scoring/funds";
import type { Found, Rule, RuleContext } from "../rule";
import { FORM_NOTES } from "../sources";
import { figure, formulaNote } from "../words";

function check({ scored, policy }: RuleContext): readonly Found[] {
  const found: Found[] = [];
  const funds = scored.form.funds;
  for (const row of funds?.rows ?? []) {
    const computed = scoreFunds(row, policy);
    if (!funds || !row.rate || !computed || !isRateAsFraction(funds, row, policy)) continue;
    found.push({
      severity: "error",
      cell: row.rate.ref,
      message: `表头是执行率(%)，这里填的是小数 ${plain(row.rate.number ?? ZERO)}，应填百分数 ${figure(computed.rate)}${formulaNote(row.rate)}`,
      related: [row.executed, row.annual ?? row.initial].flatMap((other) => (other ? [other.ref] : [])),
      explanation: computed.rateExplanation,
      aspect: row.label.text,
    });
  }
  return found;
}

export const rule: Rule = {
  id: "fund/rate-as-fraction",
  severities: ["error"],
  kinds: ["self-evaluation"],
  source: FORM_NOTES,
  what: "执行率(%)一栏填成了小数",
  why: "0.57 在以 % 为单位的栏里是 0.57%，不是 57%。",
  fix: "改填百分数，例如 56.60。",
  examples: {
    good: [
      { note: "表头没有 %，1 就是 100%", rateHeader: "执行率", funds: { rate: "1" } },
      { note: "百分数", funds: { annual: "7065", executed: "3999.1264", rate: "56.60", score: "5.66" } },
    ],
    bad: [{ note: "表头有 %", funds: { annual: "7065", executed: "3999.1264", rate: "0.57", score: "5.66" }, finds: ["error"] }],
  },
  check,
};
