/** Does an actual reach its target? The answer that scores rest on, without any weight in it. SPEC S6–S13. */
import { levelOf } from "../grammar/levels";
import { reconcile } from "../grammar/units";
import { type Decimal, ZERO, decimal, max } from "../model/decimal";
import type { FundsBlock, Indicator, ValueField } from "../model/form";
import { isNoReason } from "../model/no-reason";
import type { Quantity, Reading } from "../model/reading";

export type Comparison =
  | { readonly outcome: "met"; readonly by: "number" | "word" | "date"; readonly numbers: Numbers | null }
  /** `share` is the part of the weight that the rule gives: a fraction of two amounts, null where only a person can say. */
  | { readonly outcome: "unmet"; readonly share: Share | null; readonly numbers: Numbers | null }
  | { readonly outcome: "judged" }
  | { readonly outcome: "not-applicable" }
  | { readonly outcome: "unreadable"; readonly why: "empty-target" | "empty-actual" | "target" | "actual" | "kinds" | "units" };

/** Target and actual in one unit. */
export interface Numbers {
  readonly target: Decimal;
  readonly actual: Decimal;
  readonly unit: string | null;
}

export interface Share {
  readonly numerator: Decimal;
  readonly denominator: Decimal;
}

export type ExceededLimit = "ratio" | "linear";

const NOTHING: Share = { numerator: ZERO, denominator: decimal("1") };

export function compare(indicator: Indicator, funds: FundsBlock | null, exceededLimit: ExceededLimit): Comparison {
  const { target, actual } = indicator;
  if (!target || target.reading.kind === "empty") return { outcome: "unreadable", why: "empty-target" };
  if (!actual) return { outcome: "unreadable", why: "empty-actual" };
  if (target.reading.kind === "unreadable") return { outcome: "unreadable", why: "target" };
  if (actual.reading.kind === "empty") return emptyActual(indicator, target, actual);
  if (sameWords(target, actual) && target.reading.kind !== "quantity") return { outcome: "met", by: "word", numbers: null };
  if (actual.reading.kind === "unreadable") return { outcome: "unreadable", why: "actual" };
  return compareReadings(target.reading, actual.reading, funds, exceededLimit);
}

/** 无 is none of what must not happen, or an indicator that did not apply this year; a blank says nothing. SPEC S12. */
function emptyActual(indicator: Indicator, target: ValueField, actual: ValueField): Comparison {
  const word = actual.text.replace(/\s+/g, "");
  if (word === "无" && target.reading.kind === "quantity" && decimal(target.reading.number).isZero()) {
    return { outcome: "met", by: "number", numbers: { target: ZERO, actual: ZERO, unit: target.reading.unit } };
  }
  const explained = indicator.reason !== null && !isNoReason(indicator.reason.text);
  // 无, 不适用, N/A: said in words, where a blank or a dash says nothing.
  const saysNone = word !== "" && !/^[-—–/.…、。]+$/.test(word);
  return saysNone && explained ? { outcome: "not-applicable" } : { outcome: "unreadable", why: "empty-actual" };
}

function sameWords(a: ValueField, b: ValueField): boolean {
  return a.written.replace(/[\s。]+/g, "") === b.written.replace(/[\s。]+/g, "");
}

function compareReadings(target: Reading, actual: Reading, funds: FundsBlock | null, exceededLimit: ExceededLimit): Comparison {
  switch (target.kind) {
    case "quantity":
      if (actual.kind === "several") return comparePart(target, actual.parts, exceededLimit);
      return actual.kind === "quantity" ? compareQuantities(target, actual, exceededLimit) : { outcome: "unreadable", why: "kinds" };
    case "quality":
      return actual.kind === "quality" ? byWord(actual.word) : { outcome: "unreadable", why: "kinds" };
    case "deadline":
      if (actual.kind === "deadline") return actual.date <= target.date ? { outcome: "met", by: "date", numbers: null } : { outcome: "unmet", share: null, numbers: null };
      return actual.kind === "quality" ? byWord(actual.word) : { outcome: "unreadable", why: "kinds" };
    case "limit":
      if (actual.kind === "limit") return { outcome: "met", by: "word", numbers: null };
      if (actual.kind === "quality") return byWord(actual.word);
      return actual.kind === "quantity" ? againstBudget(actual, funds, exceededLimit) : { outcome: "unreadable", why: "kinds" };
    case "several":
      return compareSeveral(target.parts, actual, funds, exceededLimit);
    case "empty":
    case "unreadable":
      return { outcome: "unreadable", why: "target" };
  }
}

/** A level in words: reached is full marks; anything less is a person's to score. */
function byWord(word: string): Comparison {
  switch (levelOf(word)) {
    case "reached":
      return { outcome: "met", by: "word", numbers: null };
    case "partly":
    case "missed":
      return { outcome: "unmet", share: null, numbers: null };
    case null:
      return { outcome: "judged" };
  }
}

/** 全年培训12次，完成率100%: of several figures the one that is counted in the target's unit, if it is the only one. */
function comparePart(target: Quantity, parts: readonly Reading[], exceededLimit: ExceededLimit): Comparison {
  const results = parts.flatMap((part) => (part.kind === "quantity" && (target.unit === null || part.unit !== null) ? [compareQuantities(target, part, exceededLimit)] : []));
  const fitting = results.filter((result) => result.outcome !== "unreadable");
  const [only] = fitting;
  return only && fitting.length === 1 ? only : { outcome: "unreadable", why: "kinds" };
}

export function compareQuantities(target: Quantity, actual: Quantity, exceededLimit: ExceededLimit): Comparison {
  const both = reconcile({ number: decimal(target.number), unit: target.unit }, { number: decimal(actual.number), unit: actual.unit });
  if (!both) return { outcome: "unreadable", why: "units" };
  const numbers: Numbers = { target: both.a, actual: both.b, unit: both.unit };
  if (isMet(target.operator, numbers)) return { outcome: "met", by: "number", numbers };
  return { outcome: "unmet", share: shareOf(target.operator, numbers, exceededLimit), numbers };
}

function isMet(operator: Quantity["operator"], { target, actual }: Numbers): boolean {
  switch (operator) {
    case "<=":
      return actual.lte(target);
    case "<":
      return actual.lt(target);
    case ">":
      return actual.gt(target);
    case "=":
      return target.isZero() ? actual.lte(0) : actual.gte(target);
    case ">=":
    case null:
      return actual.gte(target);
  }
}

function shareOf(operator: Quantity["operator"], { target, actual }: Numbers, exceededLimit: ExceededLimit): Share {
  if (operator === "<=" || operator === "<") {
    if (target.lte(0)) return NOTHING;
    if (exceededLimit === "ratio") return { numerator: target, denominator: actual };
    // (1 − (actual − target) ÷ target) = (2 × target − actual) ÷ target
    return { numerator: max(ZERO, target.times(2).minus(actual)), denominator: target };
  }
  if (target.lte(0)) return NOTHING;
  return { numerator: max(ZERO, actual), denominator: target };
}

/** 小于等于预算数: an amount of money is held against 全年预算数. */
function againstBudget(actual: Quantity, funds: FundsBlock | null, exceededLimit: ExceededLimit): Comparison {
  const total = funds?.rows.find((row) => row.role === "total");
  const budget = total?.annual?.number ?? total?.initial?.number;
  if (!budget || !funds?.unit) return { outcome: "judged" };
  if (actual.unit === "%") return { outcome: "judged" };
  return compareQuantities({ kind: "quantity", operator: "<=", number: budget.toFixed(), unit: funds.unit }, actual, exceededLimit);
}

/** Every part must be met. Parts are held against the parts of the actual in order, or all against its single value (a range). */
function compareSeveral(targets: readonly Reading[], actual: Reading, funds: FundsBlock | null, exceededLimit: ExceededLimit): Comparison {
  if (actual.kind === "quality") return byWord(actual.word);
  const actuals = actual.kind === "several" ? actual.parts : targets.map(() => actual);
  if (actuals.length !== targets.length) return { outcome: "judged" };
  const isRange = targets.every((part) => part.kind === "quantity" && part.operator !== null);
  if (actual.kind !== "several" && !isRange) return { outcome: "judged" };
  const results = targets.map((part, i) => compareReadings(part, actuals[i] ?? actual, funds, exceededLimit));
  if (results.every((result) => result.outcome === "met")) return { outcome: "met", by: "number", numbers: null };
  return results.some((result) => result.outcome === "unmet") ? { outcome: "unmet", share: null, numbers: null } : { outcome: "judged" };
}
