/** A finding is about the user's data. What goes wrong on our side is a Fault (fault.ts), never a finding. */
import * as z from "zod/mini";
import type { CellRef } from "./address";
import type { Explanation } from "./explanation";
import type { Ignored } from "./ignored";
import type { MarkCondition } from "./write-plan";

/**
 * error: the arithmetic is wrong, two entries contradict each other, or a mandatory entry is missing;
 * warning (需说明): must be explained or confirmed by a person; info (提示): worth a look.
 */
export const severitySchema = z.enum(["error", "warning", "info"]);
export type Severity = z.infer<typeof severitySchema>;

export const SEVERITIES: readonly Severity[] = ["error", "warning", "info"];

export function atLeast(severity: Severity, limit: Severity): boolean {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(limit);
}

/** A finding that somebody has answered for: 「说明并保留」. */
export interface KeptFinding {
  readonly finding: Finding;
  readonly entry: Ignored;
}

export interface Finding {
  /** Rule id, "family/name". */
  readonly rule: string;
  readonly severity: Severity;
  /**
   * Stable across runs and row insertions: rule, project and indicator path, never an address.
   * Two findings of a workbook never share one (the review numbers repeats).
   */
  readonly key: string;
  /** Index of the form in the workbook's review. */
  readonly form: number;
  readonly cell: CellRef;
  /** What is wrong here, in Chinese, with the figures. */
  readonly message: string;
  readonly related: readonly CellRef[];
  readonly explanation: Explanation | null;
  /** When the cell is to be highlighted: for as long as all of these hold. Null: no highlight. */
  readonly mark: readonly MarkCondition[] | null;
}
