/** A form in a few words: what an example changes of a form that is right in every respect. Tests lay it out as a sheet. */
import type { Severity } from "../model/finding";

export interface Example {
  /** What is to be seen, in Chinese. */
  readonly note: string;
  readonly kind?: "self-evaluation" | "target-declaration";
  readonly year?: number;
  readonly department?: string;
  /** "万元" on a 自评表, "元" on a 申报表 unless told otherwise. */
  readonly unit?: string;
  readonly fundsTitle?: string;
  readonly rateHeader?: string;
  readonly funds?: Partial<ExampleFunds>;
  readonly parts?: readonly ExamplePart[];
  /** Head fields of either kind; nature, category and dates stand on a declaration only. */
  readonly head?: { readonly project?: string; readonly unit?: string; readonly nature?: string; readonly category?: string; readonly start?: string; readonly end?: string; readonly plan?: string };
  /** expected and achieved stand on a 自评表, overall and annual on a 申报表. */
  readonly goals?: { readonly expected?: string; readonly achieved?: string; readonly overall?: string; readonly annual?: string };
  /** Amounts of a 申报表, in 元 unless told otherwise. */
  readonly declared?: Partial<Record<"projectTotal" | "projectFiscal" | "projectOther" | "total" | "appropriation" | "carryOver" | "other", Entry>>;
  /** Replaces the rows; each row is right but for what it says. */
  readonly rows?: readonly ExampleRow[];
  readonly total?: { readonly weight?: Entry; readonly score?: Entry };
  readonly grade?: string;
  /** Header of the grade row; null: the form has none. */
  readonly gradeLabel?: string | null;
  /** Further forms of the same workbook, for what only several forms together show. */
  readonly beside?: readonly Example[];
  /** What the rule reports on it, in order; none for a good example. */
  readonly finds?: readonly Severity[];
}

/** Digits make a number cell, anything else a text cell, "" an empty one; { merged: 2 } spans that many rows. */
export type Entry = string | { readonly text: string } | { readonly merged: number; readonly value: string };

export interface ExampleFunds {
  readonly initial: Entry;
  readonly annual: Entry;
  readonly executed: Entry;
  readonly weight: Entry;
  readonly rate: Entry;
  readonly score: Entry;
}

export interface ExamplePart extends Partial<ExampleFunds> {
  readonly label: string;
}

export interface ExampleRow {
  readonly level1?: string;
  readonly level2?: string;
  readonly name?: string;
  readonly target?: string;
  readonly actual?: string;
  readonly weight?: Entry;
  readonly score?: Entry;
  readonly reason?: string;
}
