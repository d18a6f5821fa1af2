import { isSame } from "../../model/decimal";
import { type Found, type Rule, type RuleContext, weightedRows } from "../rule";
import { REVIEW_PRACTICE } from "../sources";

function check({ scored }: RuleContext): readonly Found[] {
  const { form } = scored;
  const rows = weightedRows(scored);
  const cell = form.total?.score ?? form.columns.score;
  if (!cell || rows.length < 2) return [];
  if (!rows.every(({ indicator: { weight, score } }) => score?.number && isSame(score.number, weight.number))) return [];
  return [
    {
      severity: "info",
      cell: cell.ref,
      message: `${rows.length} 个指标全部满分，请确认指标值没有定得过低、完成值都有依据`,
      related: rows.map(({ indicator }) => indicator.score).filter((score) => score !== null).map((score) => score.ref),
    },
  ];
}

export const rule: Rule = {
  id: "indicator/all-full",
  severities: ["info"],
  kinds: ["self-evaluation"],
  source: REVIEW_PRACTICE,
  what: "所有指标都是满分",
  why: "全部满分的自评往往说明指标值偏低，复核时会重点抽查依据。",
  fix: "核对各项完成值的依据；属实的不必修改。",
  examples: {
    good: [{ note: "有一项扣分", rows: [{ weight: "45", score: "45" }, { name: "资料汇编数", weight: "45", score: "40", reason: "缺一册" }] }],
    bad: [{ note: "全部满分", finds: ["info"] }],
  },
  check,
};
