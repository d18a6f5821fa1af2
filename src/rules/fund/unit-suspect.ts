import { decimal, type Decimal, divide, isPositive, plain } from "../../model/decimal";
import type { FundsBlock } from "../../model/form";
import type { CellRef } from "../../model/address";
import type { Found, Rule, RuleContext } from "../rule";
import { REVIEW_PRACTICE } from "../sources";

/** 万元: a project of ten thousand million is not what a unit's form is about. 元: nor is one below a hundred. */
const TOO_MUCH = decimal("1000000");
const TOO_LITTLE = decimal("100");
const YUAN: Readonly<Record<string, Decimal>> = { 元: decimal("1"), 万元: decimal("10000") };

function check({ scored }: RuleContext): readonly Found[] {
  const funds = scored.form.funds;
  const cell = funds?.unitField?.ref;
  if (!funds?.unit || !cell) return [];
  const budget = largest(funds);
  if (!budget) return [];
  const other = funds.unit === "万元" ? "元" : "万元";
  const byMagnitude = funds.unit === "万元" ? budget.gte(TOO_MUCH) : budget.lt(TOO_LITTLE);
  const contradicting = byMagnitude ? null : costInOtherUnit(scored, budget, funds.unit);
  if (!byMagnitude && !contradicting) return [];
  return [
    {
      severity: "error",
      cell,
      message: contradicting
        ? `资金栏单位是${funds.unit}，金额 ${plain(budget)}，但成本指标写的是“${contradicting.text}”，相差一万倍：金额可能是${other}`
        : `资金栏单位是${funds.unit}，金额却是 ${plain(budget)}：数值可能是${other}，请核对单位`,
      related: contradicting ? [contradicting.ref] : amountsOf(funds),
    },
  ];
}

function largest(funds: FundsBlock): Decimal | null {
  const row = funds.rows.find((other) => other.role === "total");
  const amounts = [row?.initial, row?.annual, row?.executed].flatMap((field) => (isPositive(field?.number) ? [field.number] : []));
  return amounts.reduce<Decimal | null>((most, amount) => (most === null || amount.gt(most) ? amount : most), null);
}

function amountsOf(funds: FundsBlock): CellRef[] {
  const row = funds.rows.find((other) => other.role === "total");
  return [row?.initial, row?.annual, row?.executed].flatMap((field) => (field?.number ? [field.ref] : []));
}

/** A cost target in money that is ten thousand times the budget, or a ten-thousandth of it, give or take half. */
function costInOtherUnit(scored: RuleContext["scored"], budget: Decimal, unit: "元" | "万元"): { text: string; ref: CellRef } | null {
  for (const indicator of scored.form.indicators) {
    const target = indicator.target;
    const reading = target?.reading;
    if (!indicator.level1.includes("成本") || !target || reading?.kind !== "quantity") continue;
    const scale = YUAN[reading.unit ?? ""];
    const own = YUAN[unit];
    if (!scale || !own || !decimal(reading.number).gt(0)) continue;
    const ratio = divide(budget.times(own), decimal(reading.number).times(scale));
    const off = unit === "万元" ? divide(ratio, decimal("10000")) : ratio.times("10000");
    if (off.gte("0.9") && off.lte("1.1")) return { text: target.written, ref: target.ref };
  }
  return null;
}

export const rule: Rule = {
  id: "fund/unit-suspect",
  severities: ["error"],
  kinds: ["self-evaluation", "target-declaration", "performance-target"],
  source: REVIEW_PRACTICE,
  what: "金额的单位（元、万元）可能填错",
  why: "单位填错一万倍，公开后即成事实错误，也会使其他金额核对失去意义。",
  fix: "按表头单位换算金额，或改正表头单位。",
  examples: {
    good: [{ note: "万元", funds: { initial: "7065", annual: "7065", executed: "3999.13", rate: "56.60", score: "5.66" } }],
    bad: [
      { note: "表头是万元，填的是元", funds: { initial: "70650000", annual: "70650000", executed: "39991264", rate: "56.60", score: "5.66" }, finds: ["error"] },
      {
        note: "与成本指标的金额相差一万倍",
        funds: { initial: "960800", annual: "960800", executed: "960800" },
        rows: [{ level1: "成本指标", level2: "经济成本指标", name: "项目总成本", target: "≤96.08(万元)", actual: "96.08(万元)", weight: "90", score: "90" }],
        finds: ["error"],
      },
    ],
  },
  check,
};
