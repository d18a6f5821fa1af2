/** The arithmetic behind a figure, as a person would write it down. */
import type { CellRef } from "./address";

/** How well a rule is evidenced; "general" is commonly stated but unverified and never shown as what a document says. */
export type Evidence = "seen" | "system" | "proved" | "general";

export interface Source {
  /** A document, form or practice, in Chinese. */
  readonly document: string;
  /** Clause or place in it, if known. */
  readonly clause: string | null;
  readonly evidence: Evidence;
}

export interface Step {
  /** One line in Chinese: "106.97 ÷ 109.32 × 100 = 97.850…，截去第 3 位小数 → 97.85". */
  readonly text: string;
  /** The cells whose figures stand in the line. */
  readonly cells: readonly CellRef[];
  /** What a figure in the line rests on in turn. */
  readonly parts: readonly Step[];
}

export interface Explanation {
  readonly steps: readonly Step[];
  readonly source: Source | null;
}
