import { ZERO, decimal, plain, sum } from "../../model/decimal";
import { totalFundRow } from "../../scoring/funds";
import { fundsPointsApart } from "../../scoring/total";
import type { Found, Rule, RuleContext } from "../rule";
import { DEPLOYED_SYSTEM } from "../sources";

const BLOCKS = ["成本", "产出", "效益", "满意度"] as const;

function check({ scored, policy }: RuleContext): readonly Found[] {
  const { form } = scored;
  const header = form.columns.weight ?? form.columns.level1;
  if (policy.profiles.length === 0 || !form.columns.weight || !header) return [];
  const blocks = BLOCKS.map((name) => [name, sum(form.indicators.filter((indicator) => indicator.level1.includes(name)).flatMap((indicator) => indicator.weight?.number ?? []))] as const);
  const known = sum(blocks.map(([, weight]) => weight));
  const all = sum(form.indicators.flatMap((indicator) => indicator.weight?.number ?? []));
  // Levels with other names (过程, 决策 …) are another kind of scheme, with no profile to compare with.
  if (known.isZero() || !known.eq(all)) return [];
  const funds = totalFundRow(form.funds)?.weight?.number ?? ZERO;
  const apart = fundsPointsApart(form);
  const fits = policy.profiles.some((profile) => (apart || funds.eq(decimal(profile.funds))) && blocks.every(([name, weight]) => weight.eq(decimal(profile[name]))));
  if (fits) return [];
  return [
    {
      severity: "info",
      cell: header.ref,
      message: `分值分布为${apart ? "" : `预算执行 ${plain(funds)}、`}${blocks.map(([name, weight]) => `${name} ${plain(weight)}`).join("、")}，与常用的分布（${policy.profiles.map((profile) => `${profile.funds}/${BLOCKS.map((name) => profile[name]).join("/")}`).join(" 或 ")}）不同`,
    },
  ];
}

export const rule: Rule = {
  id: "weight/profile",
  severities: ["info"],
  kinds: ["self-evaluation"],
  source: DEPLOYED_SYSTEM,
  what: "一级指标的分值分布与常用分布不同",
  why: "多数地区规定预算执行 10、产出 50、效益 30、满意度 10；设成本指标的为 10/20/40/20/10。",
  fix: "确认本地区的要求；没有要求的可以不改。",
  examples: {
    good: [
      { note: "10/50/30/10", department: "某省农业农村厅", rows: [{ weight: "50", score: "50" }, { level1: "效益指标", level2: "社会效益指标", name: "就业人数", weight: "30", score: "30" }, { level1: "满意度指标", level2: "服务对象满意度指标", name: "群众满意度", target: "≥90%", actual: "95%", weight: "10", score: "10" }] },
      { note: "没有规定分布的地区", rows: [{ weight: "90", score: "90" }] },
    ],
    bad: [{ note: "全部放在产出", department: "某省农业农村厅", rows: [{ weight: "90", score: "90" }], finds: ["info"] }],
  },
  check,
};
