import { type Decimal, isPositive, isSame, plain, round, sum, ZERO } from "../../model/decimal";
import { totalFundRow } from "../../scoring/funds";
import type { Found, Rule, RuleContext } from "../rule";
import { PUBLISHED_FORMS } from "../sources";
import { formulaNote, isDash } from "../words";

function check({ scored }: RuleContext): readonly Found[] {
  const { form } = scored;
  const given = form.total?.score;
  if (!given?.number || !form.columns.score) return [];
  const row = totalFundRow(form.funds);
  if (row?.score && row.score.number === null && isPositive(row.weight?.number)) return [];
  const scores: Decimal[] = [];
  for (const { score, weight } of form.indicators) {
    if (!score) continue;
    if (score.number) scores.push(score.number);
    // A blank or unreadable score among them: the total cannot be held against what is not there.
    else if (!isDash(score.text) || (!score.covered && isPositive(weight?.number))) return [];
  }
  const fundsScore = row?.score?.number ?? (row?.score ? ZERO : (scored.fundsStanding ?? ZERO));
  const total = sum([...scores, fundsScore]);
  if (isSame(total, given.number)) return [];
  if (round(total, Math.max(2, given.shownDecimals), "half-up").eq(given.number)) return [];
  const cells = form.indicators.flatMap(({ score }) => (score?.number ? [score.ref] : []));
  return [
    {
      severity: "error",
      cell: given.ref,
      message: `总分为 ${plain(given.number)}，各项得分合计 ${plain(total)}（执行率得分 ${plain(fundsScore)} + 指标得分 ${plain(total.minus(fundsScore))}）${formulaNote(given)}`,
      related: cells,
      explanation: { steps: [{ text: `${[fundsScore, ...scores].map(plain).join(" + ")} = ${plain(total)}`, cells, parts: [] }], source: PUBLISHED_FORMS },
    },
  ];
}

export const rule: Rule = {
  id: "score/total-mismatch",
  severities: ["error"],
  kinds: ["self-evaluation"],
  source: PUBLISHED_FORMS,
  what: "总分不等于各项得分之和",
  why: "总分 = 执行率得分 + 各指标得分之和。",
  fix: "采用重算的总分。",
  examples: {
    good: [{ note: "10 + 90 = 100", total: { score: "100" } }],
    bad: [{ note: "总分少加了 5 分", total: { score: "95" }, finds: ["error"] }],
  },
  check,
};
