/** The result of a review: what the faces show and report/ turns into tables, JSON and HTML. */
import type { Decimal, RoundingMode } from "./decimal";
import type { Explanation } from "./explanation";
import type { Finding } from "./finding";
import type { Form, SheetWithoutForm } from "./form";
import type { WritePlan } from "./write-plan";

export type IndicatorStatus = "met" | "unmet" | "judged" | "not-applicable" | "unreadable";

/** Why nothing can be said of target and actual. */
export type Obstacle = "empty-target" | "empty-actual" | "target" | "actual" | "kinds" | "units";

/** The figures of target and actual, in one unit. */
export interface ComparedNumbers {
  readonly target: Decimal;
  readonly actual: Decimal;
  readonly unit: string | null;
}

export interface ScoredIndicator {
  readonly status: IndicatorStatus;
  /** What "met" or "unmet" rests on; null where it is no pair of figures. */
  readonly numbers: ComparedNumbers | null;
  /** Of the status "unreadable"; null otherwise. */
  readonly obstacle: Obstacle | null;
  /** The rule score, 2 places; null where the rule gives none (a level in words, an unreadable value, no weight). */
  readonly ruleScore: Decimal | null;
  /** The score that counts after the writes: given and kept, or filled; null if there is none. */
  readonly standing: Decimal | null;
  readonly explanation: Explanation;
}

export interface ScoredFunds {
  /** Percent, cut to the policy's places. */
  readonly rate: Decimal;
  /** Cut to the policy's places. */
  readonly score: Decimal | null;
  readonly rateExplanation: Explanation;
  readonly scoreExplanation: Explanation;
}

export type GradeWord = "优" | "良" | "中" | "差";

export interface ScoredForm {
  readonly form: Form;
  readonly policy: ChosenPolicy;
  /** Null where the form has no funds block, or no rate can be computed from it. */
  readonly funds: ScoredFunds | null;
  /** The funds score that counts after the writes. */
  readonly fundsStanding: Decimal | null;
  /** In the order of form.indicators. */
  readonly indicators: readonly ScoredIndicator[];
  readonly total: {
    readonly weight: Decimal;
    /** Null while some scored row has no score and the rule gives none. */
    readonly score: Decimal | null;
    readonly explanation: Explanation;
  } | null;
  readonly grade: { readonly word: GradeWord; readonly explanation: Explanation } | null;
}

export interface ChosenPolicy {
  readonly id: string;
  readonly rateRounding: RoundingMode;
  readonly scoreRounding: RoundingMode;
  /** Why this policy, in Chinese. */
  readonly why: string;
}

/** A rule that was switched off, by the workbook or by a policy, for a form that it would have looked at. */
export interface UncheckedRule {
  readonly rule: string;
  /** What it would have said is wrong, in Chinese: reports name it without knowing the rules. */
  readonly what: string;
}

export interface WorkbookReview {
  readonly forms: readonly ScoredForm[];
  readonly findings: readonly Finding[];
  readonly plan: WritePlan;
  readonly withoutForm: readonly SheetWithoutForm[];
  /** In the order of the catalogue. While there are any, a review without findings is no full check. */
  readonly unchecked: readonly UncheckedRule[];
}
