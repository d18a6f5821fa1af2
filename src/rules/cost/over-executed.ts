import { reconcile } from "../../grammar/units";
import { decimal, type Decimal, isPositive, max, plain } from "../../model/decimal";
import type { AmountField, FundsBlock, Indicator, ValueField } from "../../model/form";
import { totalFundRow } from "../../scoring/funds";
import { filledRows, isMoneyUnit } from "../knowledge";
import { ALL_KINDS, type Found, type Rule, type RuleContext } from "../rule";
import { REVIEW_PRACTICE } from "../sources";

/** Beyond this the units are wrong, and fund/unit-suspect says so. */
const WRONG_UNIT = decimal("1000");

function check({ scored }: RuleContext): readonly Found[] {
  const found: Found[] = [];
  const { funds } = scored.form;
  const row = totalFundRow(funds);
  if (!funds?.unit || !row) return found;
  const total = funds.rows.find((other) => other.role === "project-total")?.annual ?? null;
  const budget = highest([row.initial, row.annual, total]);
  for (const { indicator, name, target, categories } of filledRows(scored)) {
    if (!categories.has("成本")) continue;
    const { actual } = indicator;
    if (target && budget?.number && exceeds(amountIn(target, indicator, funds), budget.number)) {
      found.push({ severity: "warning", cell: target.ref, message: `“${name}”的指标值“${target.written}”超过预算 ${plain(budget.number)}${funds.unit}`, related: [budget.ref], indicator, aspect: "target" });
    }
    if (actual && row.executed?.number && exceeds(amountIn(actual, indicator, funds), row.executed.number)) {
      found.push({
        severity: "warning",
        cell: actual.ref,
        message: `“${name}”的完成值“${actual.written}”超过全年执行数 ${plain(row.executed.number)}${funds.unit}：成本不可能比实际支出还多`,
        related: [row.executed.ref],
        indicator,
        aspect: "actual",
      });
    }
  }
  return found;
}

function highest(fields: readonly (AmountField | null)[]): AmountField | null {
  return fields.reduce((most, field) => (field?.number && (!most?.number || max(field.number, most.number).eq(field.number)) ? field : most), null);
}

/** In the block's unit; null for what is no plain amount of money. An actual without unit takes the target's. */
function amountIn(field: ValueField, { target }: Indicator, funds: FundsBlock): Decimal | null {
  if (field.reading.kind !== "quantity") return null;
  const unit = field.reading.unit ?? (target?.reading.kind === "quantity" ? target.reading.unit : null);
  if (!isMoneyUnit(unit)) return null;
  const both = reconcile({ number: decimal(field.reading.number), unit }, { number: decimal("1"), unit: funds.unit });
  return both && !both.b.isZero() ? both.a.dividedBy(both.b) : null;
}

function exceeds(amount: Decimal | null, limit: Decimal): boolean {
  return amount !== null && isPositive(limit) && amount.gt(limit) && amount.lt(limit.times(WRONG_UNIT));
}

export const rule: Rule = {
  id: "cost/over-executed",
  severities: ["warning"],
  kinds: ALL_KINDS,
  source: REVIEW_PRACTICE,
  what: "成本指标的金额超过实际支出或预算",
  why: "成本是已经花的钱，不会多于全年执行数；成本上限也不应高于预算。",
  fix: "核对成本指标的金额和资金栏，改正其中一个。",
  examples: {
    good: [
      { note: "成本等于支出", rows: [{ level1: "成本指标", level2: "经济成本指标", name: "项目总成本", target: "≤100万元", actual: "100万元", weight: "90", score: "90" }] },
      { note: "单位成本不与总额比较", rows: [{ level1: "成本指标", level2: "经济成本指标", name: "人均成本", target: "≤500元/人", actual: "480元/人", weight: "90", score: "90" }] },
    ],
    bad: [
      { note: "成本 95 万元，支出 93.60 万元", funds: { initial: "96.08", annual: "93.60", executed: "93.60" }, rows: [{ level1: "成本指标", level2: "经济成本指标", name: "补贴费用", target: "≤96.08(万元)", actual: "95.00(万元)", weight: "90", score: "90" }], finds: ["warning"] },
      { note: "成本上限高于预算", kind: "target-declaration", rows: [{ level1: "成本指标", level2: "经济成本指标", name: "项目总成本", target: "≤90万元" }], finds: ["warning"] },
    ],
  },
  check,
};
