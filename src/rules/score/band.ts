import { levelOf } from "../../grammar/levels";
import { decimal, divide, HUNDRED, isPositive, plain, round } from "../../model/decimal";
import { type Found, type Rule, type RuleContext, scoredRows } from "../rule";
import { FORM_NOTES } from "../sources";

const LEVEL_TEXT = { reached: "达成", partly: "部分达成", missed: "未达成" } as const;

function check({ scored, policy }: RuleContext): readonly Found[] {
  const found: Found[] = [];
  for (const { indicator } of scoredRows(scored)) {
    const { score, weight, actual, target } = indicator;
    if (!score?.number || !isPositive(weight?.number) || actual?.reading.kind !== "quality" || target?.reading.kind === "quantity") continue;
    const level = levelOf(actual.reading.word);
    if (level === null || (level === "missed" && score.number.gte(weight.number))) continue;
    const band = policy.bands[level];
    const share = divide(score.number.times(HUNDRED), weight.number);
    if (share.gte(decimal(band.from)) && share.lte(decimal(band.to))) continue;
    found.push({
      severity: "warning",
      cell: score.ref,
      message: `“${indicator.name}”完成值为“${actual.written}”（${LEVEL_TEXT[level]}），得分 ${plain(score.number)} 是分值的 ${plain(round(share, 2, "half-up"))}%，不在 ${band.from}%–${band.to}% 之间`,
      related: [actual.ref, weight.ref],
      explanation: { steps: [{ text: `${plain(score.number)} ÷ ${plain(weight.number)} × 100% = ${plain(round(share, 2, "half-up"))}%`, cells: [score.ref, weight.ref], parts: [] }], source: policy.bands.source },
      indicator,
    });
  }
  return found;
}

export const rule: Rule = {
  id: "score/band",
  severities: ["warning"],
  kinds: ["self-evaluation"],
  source: FORM_NOTES,
  what: "定性指标的得分与完成程度不一致",
  why: "定性指标按达成、部分达成、未达成分三档，各有得分区间。",
  fix: "按完成程度所在的档次改正得分，或改正完成值的表述。",
  examples: {
    good: [
      { note: "部分达成，得七成", rows: [{ target: "提升", actual: "部分达成年度指标", weight: "90", score: "63", reason: "进度滞后" }] },
      { note: "达成，酌情扣分", rows: [{ target: "完善", actual: "达成指标", weight: "90", score: "75", reason: "制度仍需完善" }] },
    ],
    bad: [
      { note: "部分达成却得满分", rows: [{ target: "提升", actual: "部分达成年度指标", weight: "90", score: "90", reason: "进度滞后" }], finds: ["warning"] },
      { note: "达成却只得一半", rows: [{ target: "提升", actual: "达成指标", weight: "90", score: "45", reason: "进度滞后" }], finds: ["warning"] },
    ],
  },
  check,
};
