/**
 * What a rule is. One rule, one file, path = id. A rule looks at one scored form and returns what it finds; it never
 * throws on data, never writes, never imports another rule.
 */
import type { CellRef } from "../model/address";
import type { Explanation, Source } from "../model/explanation";
import type { Severity } from "../model/finding";
import type { AmountField, FormKind, Indicator } from "../model/form";
import { type Decimal, isPositive, isSame } from "../model/decimal";
import { memoFor } from "../model/memo";
import type { ScoredForm, ScoredIndicator } from "../model/review";
import type { MarkCondition } from "../model/write-plan";
import type { Policy } from "../policy/policy";
import type { Example } from "./example";

export interface Rule {
  /** "family/name", the file's path below rules/. */
  readonly id: string;
  /** Every severity that the rule may report. */
  readonly severities: readonly Severity[];
  readonly kinds: readonly FormKind[];
  readonly source: Source;
  /** For users, in Chinese: what is wrong, why it matters, what to do. */
  readonly what: string;
  readonly why: string;
  readonly fix: string;
  /** They are the rule's tests and its documentation: forms without a finding and forms with one. */
  readonly examples: { readonly good: readonly Example[]; readonly bad: readonly Example[] };
  readonly check: (context: RuleContext) => readonly Found[];
  /** What only the forms of a workbook together show. Contexts of all its forms, in their order. */
  readonly checkWorkbook?: (contexts: readonly RuleContext[]) => readonly FoundInWorkbook[];
  /**
   * Ids of rules that say more: a finding of this rule is dropped where one of them has a finding in the same form about the
   * same indicator, or at the same cell. Decided on what the rules find before anything is dropped, so that the order of
   * rules does not matter; no rule yields to one that yields to it.
   */
  readonly yieldsTo?: readonly string[];
}

export const ALL_KINDS: readonly FormKind[] = ["self-evaluation", "target-declaration", "performance-target"];
/** Forms that set targets; nothing is done yet. */
export const TARGET_FORMS: readonly FormKind[] = ["target-declaration", "performance-target"];

export interface RuleContext {
  readonly scored: ScoredForm;
  /** With the workbook's own thresholds put in. */
  readonly policy: Policy;
}

/** A finding before the review gives it its rule, key and form. */
export interface Found {
  readonly severity: Severity;
  readonly cell: CellRef;
  readonly message: string;
  readonly related?: readonly CellRef[];
  readonly explanation?: Explanation;
  readonly mark?: readonly MarkCondition[];
  /** The indicator it is about, for the key. Without one it is about the form. */
  readonly indicator?: Indicator;
  /** Tells findings of one rule about one subject apart: a column, a level. */
  readonly aspect?: string;
}

export interface FoundInWorkbook extends Found {
  /** Index of the form that holds the cell. */
  readonly form: number;
}

/** Rows with their computed side, in the form's order. */
export const scoredRows = memoFor((scored: ScoredForm): readonly ScoredRow[] => {
  const rows: ScoredRow[] = [];
  scored.form.indicators.forEach((indicator, i) => {
    const computed = scored.indicators[i];
    if (computed) rows.push({ indicator, computed });
  });
  return rows;
});

/** Rows that have not simply full marks for a target that was met: most rules about scores have nothing to say of the others. */
export const unsettledRows = memoFor((scored: ScoredForm): readonly ScoredRow[] => scoredRows(scored).filter((row) => !isSettled(row)));

function isSettled({ indicator: { weight, score }, computed }: ScoredRow): boolean {
  return computed.status === "met" && isPositive(weight?.number) && !!score?.number && isSame(score.number, weight.number) && score.mergedRows === 1 && !score.covered && !weight.covered;
}

export interface ScoredRow {
  readonly indicator: Indicator;
  readonly computed: ScoredIndicator;
}

/** Rows that count: their weight is above zero. */
export const weightedRows = memoFor((scored: ScoredForm): readonly WeightedRow[] => scoredRows(scored).filter(isWeighted));

function isWeighted(row: ScoredRow): row is WeightedRow {
  return isPositive(row.indicator.weight?.number);
}

export interface WeightedRow extends ScoredRow {
  readonly indicator: Indicator & { readonly weight: AmountField & { readonly number: Decimal } };
}
