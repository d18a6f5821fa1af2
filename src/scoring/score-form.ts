/** A form and its policy in, every computed figure out. Nothing is judged here: rules/ compares given and computed. */
import { type Decimal, ZERO, fixed, plain, sum } from "../model/decimal";
import type { Explanation } from "../model/explanation";
import type { Form } from "../model/form";
import type { ChosenPolicy, ScoredForm, ScoredFunds, ScoredIndicator } from "../model/review";
import type { ScoreMode } from "../model/settings";
import type { Policy } from "../policy/policy";
import { judgeFundsScore, scoreFunds, stands, totalFundRow } from "./funds";
import { readFraction } from "./fraction";
import { explainGrade, gradeOf } from "./grade";
import { scoreIndicator } from "./indicator";

export function scoreForm(given: Form, policy: Policy, why: string, mode: ScoreMode): ScoredForm {
  const form = withFractions(given);
  const row = totalFundRow(form.funds);
  const isEvaluation = form.kind === "self-evaluation";
  const funds = isEvaluation && row ? scoreFunds(row, policy) : null;
  const fundsStanding = isEvaluation ? standingFunds(form, funds, policy) : null;
  const indicators = form.indicators.map((indicator) => (isEvaluation ? scoreIndicator(indicator, form.funds, policy, mode) : unscored()));
  const total = isEvaluation ? totalOf(form, fundsStanding, indicators) : null;
  const word = total?.score ? gradeOf(total.score, policy) : null;
  return {
    form,
    policy: chosen(policy, why),
    funds,
    fundsStanding,
    indicators,
    total,
    grade: total?.score && word ? { word, explanation: explainGrade(total.score, word, policy) } : null,
  };
}

function chosen(policy: Policy, why: string): ChosenPolicy {
  return { id: policy.id, rateRounding: policy.rounding.rate.mode, scoreRounding: policy.rounding.score.mode, why };
}

function withFractions(form: Form): Form {
  const funds = form.funds;
  return funds ? { ...form, funds: { ...funds, rows: funds.rows.map((row) => readFraction(funds, row)) } } : form;
}

/** A target form has nothing to score. */
function unscored(): ScoredIndicator {
  return { status: "not-applicable", ruleScore: null, standing: null, explanation: { steps: [], source: null } };
}

/** The funds score as it will stand: as given where it can be right or is a formula, else as computed. */
function standingFunds(form: Form, funds: ScoredFunds | null, policy: Policy): Decimal | null {
  const row = totalFundRow(form.funds);
  if (!row) return null;
  const field = row.score;
  if (!field) return funds?.score ?? null;
  if (field.formula !== null && field.number) return field.number;
  return stands(judgeFundsScore(row, policy)) && field.number ? field.number : (funds?.score ?? field.number);
}

/** Rows without weight and score are breakdown rows and count for nothing. */
export function isScored(form: Form, index: number): boolean {
  const indicator = form.indicators[index];
  if (!indicator) return false;
  return (indicator.weight?.text ?? "") !== "" || (indicator.score?.text ?? "") !== "";
}

function totalOf(form: Form, fundsStanding: Decimal | null, indicators: readonly ScoredIndicator[]): ScoredForm["total"] {
  const fundRow = totalFundRow(form.funds);
  const weights = form.indicators.flatMap((indicator) => indicator.weight?.number ?? []);
  const weight = sum([...weights, fundRow?.weight?.number ?? ZERO]);
  if (!form.columns.score) return form.total ? { weight, score: null, explanation: { steps: [], source: null } } : null;
  const missing = form.indicators.some((_, i) => isScored(form, i) && indicators[i]?.standing === null && form.indicators[i]?.score?.covered !== true);
  const fundsMissing = fundRow !== null && hasPoints(form) && fundsStanding === null;
  const scores = indicators.flatMap((indicator) => indicator.standing ?? []);
  const score = missing || fundsMissing ? null : sum([fundsStanding ?? ZERO, ...scores]);
  return { weight, score, explanation: score ? explainTotal(fundsStanding, scores, score, form) : { steps: [], source: null } };
}

function hasPoints(form: Form): boolean {
  const row = totalFundRow(form.funds);
  return (row?.weight?.number ?? null) !== null;
}

function explainTotal(funds: Decimal | null, scores: readonly Decimal[], total: Decimal, form: Form): Explanation {
  const inner = sum(scores);
  const cells = form.indicators.flatMap((indicator) => (indicator.score ? [indicator.score.ref] : []));
  const scoreList = scores.map(plain).join(" + ");
  return {
    steps: [
      {
        text: `总分 = 执行率得分 ${funds ? plain(funds) : "0"} + 各指标得分合计 ${plain(inner)} = ${fixed(total, Math.max(2, total.decimalPlaces()))}`,
        cells: form.total?.score ? [form.total.score.ref] : [],
        parts: [{ text: `各指标得分合计 = ${scoreList} = ${plain(inner)}`, cells, parts: [] }],
      },
    ],
    source: null,
  };
}
