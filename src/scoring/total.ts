/** 总分 and the sum of weights. SPEC S18. */
import { decimal, type Decimal, decimalsOf, divide, divideRounded, fixed, isPositive, plain, round, sum, ZERO } from "../model/decimal";
import type { Step } from "../model/explanation";
import type { AmountField, Form, Indicator } from "../model/form";
import type { ScoredForm, ScoredIndicator } from "../model/review";
import type { Policy } from "../policy/policy";
import { ExplainedTotal } from "./explained";
import { totalFundRow } from "./funds";
import { resultText } from "./steps";

/** Rows without weight and score, or with dashes in their place, are breakdown rows and count for nothing. */
export function isScored(form: Form, index: number): boolean {
  const indicator = form.indicators[index];
  return indicator !== undefined && (saysSomething(indicator.weight) || saysSomething(indicator.score));
}

function saysSomething(field: AmountField | null): boolean {
  return field !== null && (field.number !== null || !/^[-—–－/／\s]*$/.test(field.text));
}

/** What the indicators add to the total. */
interface Counted {
  readonly indicator: Indicator;
  readonly standing: Decimal;
}

export function totalOf(form: Form, fundsStanding: Decimal | null, indicators: readonly ScoredIndicator[], policy: Policy): ScoredForm["total"] {
  const fundsWeight = totalFundRow(form.funds)?.weight?.number ?? null;
  const weight = sum([...form.indicators.map((indicator) => indicator.weight?.number ?? ZERO), fundsWeight ?? ZERO]);
  const none = { weight, score: null, explanation: { steps: [], source: null } };
  if (!form.columns.score) return form.total ? none : null;
  // The points of the spending are kept somewhere else, and with them the total.
  if (fundsPointsApart(form) && weight.lt(decimal(policy.fullScore))) return none;
  const missing = form.indicators.some((indicator, i) => isScored(form, i) && lacksScore(indicator, indicators[i]));
  if (missing || (fundsWeight !== null && fundsStanding === null)) return none;
  const counted = countedRows(form, indicators, policy);
  const exact = sum([...counted.map(({ standing }) => standing), fundsStanding ?? ZERO]);
  const left = policy.notApplicable.rescale ? leftOut(form, indicators) : ZERO;
  const rest = weight.minus(left);
  if (isPositive(left) && rest.lte(0)) return none;
  const score = isPositive(left) ? rescaled(exact, rest, policy) : round(exact, placesOf(form, policy), "half-up");
  return new ExplainedTotal(weight, score, () => {
    const steps = [sumStep(form, fundsStanding, counted, exact, isPositive(left) ? exact : score)];
    if (isPositive(left)) steps.push(rescaleStep(exact, left, rest, score, policy));
    return { steps, source: isPositive(left) ? policy.notApplicable.source : null };
  });
}

/** A ledger of indicators may leave the points of the spending to another table. */
export function fundsPointsApart(form: Form): boolean {
  return form.inLedger && !totalFundRow(form.funds)?.weight?.number;
}

/** No score and none to be had; one that stands in a merged cell above does, and what did not apply needs none. */
function lacksScore(indicator: Indicator, scored: ScoredIndicator | undefined): boolean {
  return scored?.standing === null && scored.status !== "not-applicable" && indicator.score?.covered !== true;
}

function countedRows(form: Form, indicators: readonly ScoredIndicator[], policy: Policy): Counted[] {
  const counted: Counted[] = [];
  form.indicators.forEach((indicator, i) => {
    const scored = indicators[i];
    if (!scored?.standing || (policy.notApplicable.rescale && scored.status === "not-applicable")) return;
    counted.push({ indicator, standing: scored.standing });
  });
  return counted;
}

/** Weight of what did not apply. */
function leftOut(form: Form, indicators: readonly ScoredIndicator[]): Decimal {
  const idle = form.indicators.filter((_, i) => indicators[i]?.status === "not-applicable");
  return sum(idle.map((indicator) => indicator.weight?.number ?? ZERO));
}

function rescaled(exact: Decimal, rest: Decimal, policy: Policy): Decimal {
  return divideRounded(exact.times(policy.fullScore), rest, policy.rounding.score.places, policy.rounding.score.mode);
}

/** A sum of scores needs no cutting, but for formulas that return more digits than they show. */
function placesOf(form: Form, policy: Policy): number {
  return Math.max(policy.rounding.score.places, form.total?.score?.shownDecimals ?? 0);
}

function sumStep(form: Form, funds: Decimal | null, counted: readonly Counted[], exact: Decimal, score: Decimal): Step {
  const inner = sum(counted.map(({ standing }) => standing));
  const terms = [...(funds ? [`执行率得分 ${plain(funds)}`] : []), `各指标得分合计 ${plain(inner)}`];
  const rounding = exact.eq(score) ? "" : `${plain(exact)}，四舍五入 → `;
  const cells = counted.flatMap(({ indicator }) => (indicator.score ? [indicator.score.ref] : []));
  const cut = counted.flatMap(({ indicator, standing }) => {
    const given = indicator.score;
    if (!given?.number || (given.number.lte(standing) && given.number.gte(0))) return [];
    return [{ text: `“${indicator.name}”所填得分 ${plain(given.number)} 超出 0 至分值的范围，合计时按 ${plain(standing)} 计`, cells: [given.ref], parts: [] }];
  });
  const list = counted.map(({ standing }) => plain(standing)).join(" + ");
  return {
    text: `总分 = ${terms.join(" + ")} = ${rounding}${fixed(score, Math.max(2, decimalsOf(score)))}`,
    cells: form.total?.score ? [form.total.score.ref] : [],
    parts: counted.length > 1 ? [{ text: `各指标得分合计 = ${list} = ${plain(inner)}`, cells, parts: cut }] : cut,
  };
}

function rescaleStep(exact: Decimal, left: Decimal, rest: Decimal, score: Decimal, policy: Policy): Step {
  const full = decimal(policy.fullScore);
  const text = `不适用指标的分值 ${plain(left)} 不计，折算为满分 ${plain(full)}：${plain(exact)} × ${plain(full)} ÷ ${plain(rest)} = ${resultText(divide(exact.times(full), rest), score, policy.rounding.score)}`;
  return { text, cells: [], parts: [] };
}
