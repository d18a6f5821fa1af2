/** Does an actual reach its target? The answer that scores rest on, without any weight in it. SPEC S9–S16. */
import { levelOf } from "../grammar/levels";
import { type Measure, normaliseUnit, reconcile } from "../grammar/units";
import { decimal, type Decimal, HUNDRED, isAbove, isBelow, isPositive, max, ONE, ZERO } from "../model/decimal";
import type { FundsBlock, Indicator, ValueField } from "../model/form";
import { isNoReason } from "../model/no-reason";
import type { Quantity, Reading } from "../model/reading";
import type { ComparedNumbers, Obstacle } from "../model/review";
import type { ExceededLimitForm } from "../policy/exceeded-limit";
import { isNearerTimesHundred } from "./fraction";
import { budgetField, totalFundRow } from "./funds";

export type Comparison =
  | { readonly outcome: "met"; readonly by: "number" | "word" | "date"; readonly numbers: ComparedNumbers | null }
  /** `share` is the part of the weight that the rule gives: a fraction of two amounts, null where only a person can say. */
  | { readonly outcome: "unmet"; readonly share: Share | null; readonly numbers: ComparedNumbers | null }
  | { readonly outcome: "judged" }
  | { readonly outcome: "not-applicable" }
  | { readonly outcome: "unreadable"; readonly why: Obstacle };

/** The denominator is positive. */
export interface Share {
  readonly numerator: Decimal;
  readonly denominator: Decimal;
  /** How it came about; nothing: with a target of 0 or less there is no proportion. */
  readonly by: "proportion" | "exceeded-ratio" | "exceeded-linear" | "nothing";
}

const NOTHING: Share = { numerator: ZERO, denominator: ONE, by: "nothing" };
const MET_BY_WORD: Comparison = { outcome: "met", by: "word", numbers: null };

export function compare(indicator: Indicator, funds: FundsBlock | null, exceededLimit: ExceededLimitForm): Comparison {
  const { target, actual } = indicator;
  if (target && actual && isNone(target) && isNone(actual)) return MET_BY_WORD;
  if (!target || target.reading.kind === "empty") return { outcome: "unreadable", why: "empty-target" };
  if (!actual) return { outcome: "unreadable", why: "empty-actual" };
  if (target.reading.kind === "unreadable") return { outcome: "unreadable", why: "target" };
  if (actual.reading.kind === "empty") return emptyActual(indicator, target, actual);
  if (sameWords(target, actual)) return MET_BY_WORD;
  if (actual.reading.kind === "unreadable") return { outcome: "unreadable", why: "actual" };
  return compareReadings(target.reading, actual.reading, funds, exceededLimit);
}

function isNone(field: ValueField): boolean {
  return field.written.includes("无") && field.written.replace(/[\s。]+/g, "") === "无";
}

/** 无 is none of what must not happen, or an indicator that did not apply this year; a blank says nothing. SPEC S16. */
function emptyActual(indicator: Indicator, target: ValueField, actual: ValueField): Comparison {
  if (isNone(actual) && target.reading.kind === "quantity" && decimal(target.reading.number).isZero()) {
    const numbers: ComparedNumbers = { target: ZERO, actual: ZERO, unit: target.reading.unit };
    if (isMet(target.reading.operator, numbers)) return { outcome: "met", by: "number", numbers };
  }
  const explained = indicator.reason !== null && !isNoReason(indicator.reason.text);
  // 无, 不适用, N/A: said in words, where a blank or a dash says nothing.
  const saysNone = !/^[-—–－/／.…、。\s]*$/.test(actual.text);
  return saysNone && explained ? { outcome: "not-applicable" } : { outcome: "unreadable", why: "empty-actual" };
}

/** The target word itself, whatever blanks, quotes and stops stand around it. Numbers are held against each other as numbers. */
function sameWords(a: ValueField, b: ValueField): boolean {
  if (a.reading.kind === "quantity") return false;
  if (a.reading.kind === "quality" && b.reading.kind === "quality" && a.reading.word === b.reading.word) return true;
  return a.written.replace(/[\s。]+/g, "") === b.written.replace(/[\s。]+/g, "");
}

function compareReadings(target: Reading, actual: Reading, funds: FundsBlock | null, exceededLimit: ExceededLimitForm): Comparison {
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
      if (actual.kind === "limit") return MET_BY_WORD;
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
      return MET_BY_WORD;
    case "partly":
    case "missed":
      return { outcome: "unmet", share: null, numbers: null };
    case null:
      return { outcome: "judged" };
  }
}

/** 全年培训12次，完成率100%: of several figures the one that is counted in the target's unit, if it is the only one. */
function comparePart(target: Quantity, parts: readonly Reading[], exceededLimit: ExceededLimitForm): Comparison {
  const results = parts.flatMap((part) => (part.kind === "quantity" && (target.unit === null || part.unit !== null) ? [compareQuantities(target, part, exceededLimit)] : []));
  const fitting = results.filter((result) => result.outcome !== "unreadable");
  const [only] = fitting;
  return only && fitting.length === 1 ? only : { outcome: "unreadable", why: "kinds" };
}

export function compareQuantities(target: Quantity, actual: Quantity, exceededLimit: ExceededLimitForm): Comparison {
  const both = reconcile(measure(target, actual), measure(actual, target));
  if (!both) return { outcome: "unreadable", why: "units" };
  const numbers: ComparedNumbers = { target: both.a, actual: both.b, unit: both.unit };
  if (isMet(target.operator, numbers)) return { outcome: "met", by: "number", numbers };
  return { outcome: "unmet", share: shareOf(target.operator, numbers, exceededLimit), numbers };
}

/** A bare 0.95 or 1 held against 95% is a fraction, if that brings the two nearer to each other. SPEC S15. */
function measure(quantity: Quantity, other: Quantity): Measure {
  const number = decimal(quantity.number);
  const isBare = quantity.unit === null && normaliseUnit(other.unit) === "%" && isPositive(number) && number.lte(ONE);
  return isBare && isNearerTimesHundred(number, decimal(other.number)) ? { number: number.times(HUNDRED), unit: "%" } : { number, unit: quantity.unit };
}

function isMet(operator: Quantity["operator"], { target, actual }: ComparedNumbers): boolean {
  switch (operator) {
    case "<=":
      return !isAbove(actual, target);
    case "<":
      return isBelow(actual, target);
    case ">":
      return isAbove(actual, target);
    case "=":
      return target.isZero() ? !isPositive(actual) : !isBelow(actual, target);
    case ">=":
    case null:
      return !isBelow(actual, target);
  }
}

function shareOf(operator: Quantity["operator"], { target, actual }: ComparedNumbers, exceededLimit: ExceededLimitForm): Share {
  if (target.lte(0)) return NOTHING;
  if (operator !== "<=" && operator !== "<") return { numerator: max(ZERO, actual), denominator: target, by: "proportion" };
  if (exceededLimit === "ratio") return { numerator: target, denominator: actual, by: "exceeded-ratio" };
  // (1 − (actual − target) ÷ target) = (2 × target − actual) ÷ target
  return { numerator: max(ZERO, target.times(2).minus(actual)), denominator: target, by: "exceeded-linear" };
}

/** 小于等于预算数: an amount of money is held against the budget that the rate is measured by. */
function againstBudget(actual: Quantity, funds: FundsBlock | null, exceededLimit: ExceededLimitForm): Comparison {
  const total = totalFundRow(funds);
  const budget = total && budgetField(total)?.number;
  if (!isPositive(budget) || !funds?.unit || actual.unit === "%") return { outcome: "judged" };
  return compareQuantities({ kind: "quantity", operator: "<=", number: budget.toFixed(), unit: funds.unit }, actual, exceededLimit);
}

/** Every part must be met. Parts are held against the parts of the actual in order, or all against its single value (a range). */
function compareSeveral(targets: readonly Reading[], actual: Reading, funds: FundsBlock | null, exceededLimit: ExceededLimitForm): Comparison {
  if (actual.kind === "quality") return byWord(actual.word);
  const actuals = actual.kind === "several" ? actual.parts : targets.map(() => actual);
  if (actuals.length !== targets.length) return { outcome: "judged" };
  const isRange = targets.every((part) => part.kind === "quantity" && part.operator !== null);
  if (actual.kind !== "several" && !isRange) return { outcome: "judged" };
  const results = targets.map((part, i) => compareReadings(part, actuals[i] ?? actual, funds, exceededLimit));
  if (results.every((result) => result.outcome === "met")) return { outcome: "met", by: "number", numbers: null };
  return results.some((result) => result.outcome === "unmet") ? { outcome: "unmet", share: null, numbers: null } : { outcome: "judged" };
}
