/** A form and its policy in, every computed figure out. Nothing is judged here: rules/ compares given and computed. SPEC S1–S19. */
import { type Decimal, sum } from "../model/decimal";
import type { Form, Indicator } from "../model/form";
import type { ChosenPolicy, GradeWord, ScoredForm, ScoredFunds, ScoredIndicator } from "../model/review";
import type { ScoreMode } from "../model/settings";
import type { Policy } from "../policy/policy";
import { ExplainedGrade } from "./explained";
import { judgeFundsScore, scoreFunds, stands, totalFundRow } from "./funds";
import { readFraction } from "./fraction";
import { explainGrade, gradeOf } from "./grade";
import { scoreIndicator, within } from "./indicator";
import { totalOf } from "./total";

export function scoreForm(given: Form, policy: Policy, why: string, mode: ScoreMode): ScoredForm {
  const form = withFractions(given);
  const row = totalFundRow(form.funds);
  const isEvaluation = form.kind === "self-evaluation";
  const funds = isEvaluation && row ? scoreFunds(row, policy) : null;
  const fundsStanding = isEvaluation ? standingFunds(form, funds, policy) : null;
  const indicators = form.indicators.map((indicator) => (isEvaluation ? scoreIndicator(indicator, form.funds, policy, mode, boundOf(form, indicator)) : UNSCORED));
  const total = isEvaluation ? totalOf(form, fundsStanding, indicators, policy) : null;
  const word = total?.score ? gradeOf(total.score, policy) : null;
  return {
    form,
    policy: chosen(policy, why),
    funds,
    fundsStanding,
    indicators,
    total,
    grade: total?.score && word ? graded(total.score, word, policy) : null,
  };
}

function graded(total: Decimal, word: GradeWord, policy: Policy): ScoredForm["grade"] {
  return new ExplainedGrade(word, () => explainGrade(total, word, policy));
}

function chosen(policy: Policy, why: string): ChosenPolicy {
  return { id: policy.id, rateRounding: policy.rounding.rate.mode, scoreRounding: policy.rounding.score.mode, why };
}

function withFractions(form: Form): Form {
  const { funds } = form;
  if (!funds) return form;
  const rows = funds.rows.map((row) => readFraction(funds, row));
  return rows.some((row, i) => row !== funds.rows[i]) ? { ...form, funds: { ...funds, rows } } : form;
}

/** A target form has nothing to score. */
const UNSCORED: ScoredIndicator = { status: "not-applicable", numbers: null, obstacle: null, ruleScore: null, standing: null, explanation: { steps: [], source: null } };

/** The funds score as it will stand: as given where it can be right or is a formula, else as computed; never outside 0…weight. */
function standingFunds(form: Form, funds: ScoredFunds | null, policy: Policy): Decimal | null {
  const row = totalFundRow(form.funds);
  if (!row) return null;
  const field = row.score;
  const given = field?.number ?? null;
  const kept = field !== null && given !== null && (field.formula !== null || stands(judgeFundsScore(row, policy)));
  const standing = kept ? given : (funds?.score ?? given);
  return standing && within(standing, row.weight?.number ?? null);
}

/** Greatest score of a row's cell: where the cell is merged over several rows, their weights together. */
function boundOf(form: Form, indicator: Indicator): Decimal | null {
  const { score, weight } = indicator;
  if (!score || score.mergedRows === 1 || score.covered) return weight?.number ?? null;
  const last = score.ref.row + score.mergedRows - 1;
  const rows = form.indicators.filter((other) => other.score && other.score.ref.row >= score.ref.row && other.score.ref.row <= last);
  const weights = rows.flatMap((other) => other.weight?.number ?? []);
  return weights.length > 0 ? sum(weights) : null;
}
