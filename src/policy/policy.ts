/** A policy is data: one set of scoring parameters for a region and a range of years, with the source of each. */
import type { RoundingMode } from "../model/decimal";
import type { Source } from "../model/explanation";
import type { Severity } from "../model/finding";
import type { GradeWord } from "../model/review";
import type { CostCategoryRule } from "./cost-category";
import type { ExceededLimitRule } from "./exceeded-limit";

export interface Policy {
  readonly id: string;
  /** As users read it. */
  readonly name: string;
  /** Words of which one must stand in 主管部门, 实施单位 or the title; empty: any place. */
  readonly places: readonly string[];
  /** Budget years, both included; null: open. */
  readonly years: { readonly from: number | null; readonly to: number | null };
  readonly rounding: {
    /** 执行率 in percent. */
    readonly rate: Rounding;
    /** 执行率得分 and the scores of indicators. */
    readonly score: Rounding;
    readonly source: Source;
  };
  readonly exceededLimit: ExceededLimitRule;
  /** What the other scores of indicators rest on. */
  readonly indicatorSources: {
    /** Met: full marks. */
    readonly met: Source;
    /** ≥, > or a bare number that was not reached: actual ÷ target × weight. */
    readonly proportional: Source;
    /** = : reached or passed is full marks, else proportional; with a target of 0 anything above it is 0. */
    readonly equal: Source;
  };
  /** An indicator that did not apply this year is left out; does the rest then count as the full score? */
  readonly notApplicable: { readonly rescale: boolean; readonly source: Source };
  /** Decimal digits throughout; what each is compared with stands in the rules that use it. */
  readonly thresholds: {
    /** 执行率 below this percentage wants an explanation. */
    readonly lowRate: string;
    /** An actual of at least target × this is over-achieved. */
    readonly overAchieved: string;
    /** An actual of at most limit × this is far below it. */
    readonly farBelowLimit: string;
    /** Percent by which the indicators' score may exceed the spending's. */
    readonly spendingGap: string;
  };
  /** Lowest total of each grade; 差 is everything below 中. */
  readonly grades: { readonly limits: Readonly<Record<Exclude<GradeWord, "差">, string>>; readonly source: Source };
  /** Percent of the weight that a person's score for a level in words lies between, both ends included. */
  readonly bands: {
    readonly reached: Band;
    readonly partly: Band;
    readonly missed: Band;
    readonly source: Source;
  };
  /** Null: nothing is known to require a cost category. */
  readonly costCategory: CostCategoryRule | null;
  /** Rules that the region does without, and rules that it takes more or less seriously, by id. A workbook's settings come on top. */
  readonly rules: { readonly off: readonly string[]; readonly severities: Readonly<Record<string, Severity>> };
  /** What all weights of a form add up to. */
  readonly fullScore: string;
  /** Weights of the level-1 blocks that the policy recommends, by the characters that name them; none: no recommendation is known. */
  readonly profiles: readonly Readonly<Record<"funds" | "产出" | "效益" | "满意度" | "成本", string>>[];
}

export interface Band {
  readonly from: string;
  readonly to: string;
}

export interface Rounding {
  readonly places: number;
  readonly mode: RoundingMode;
}
