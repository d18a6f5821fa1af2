/** Putting content into one cell: each cell is its own write, so nothing beside it is touched. */
import { a1, type CellRef } from "../../../model/address";
import { type CellValue, sameValue } from "../../../model/grid";
import type { CellContent } from "../read/cell-content";
import { inputFor } from "./cell-input";
import { type Step, wireBytes } from "./steps";

export interface CellTarget {
  readonly ref: CellRef;
  readonly value: CellValue;
  /** Null: the cell keeps the format it has. */
  readonly format: string | null;
}

/** Format and value as steps of their own, the format first: it decides what Excel makes of the value. Nothing for what is there already. */
export function cellSteps({ ref, value, format }: CellTarget, now: CellContent): Step[] {
  const steps: Step[] = [];
  const address = a1(ref);
  const finalFormat = format ?? now.format;
  if (finalFormat !== now.format) {
    steps.push({
      bytes: 500 + wireBytes(finalFormat),
      run: (batch) => {
        batch.sheet(ref.sheet).getRange(address).numberFormat = [[finalFormat]];
      },
    });
  }
  if (now.formula === null && now.value.kind === value.kind && sameValue(now.value, value)) return steps;
  const input = inputFor(value, finalFormat);
  steps.push({
    bytes: 500 + (typeof input === "string" ? wireBytes(input) : 24),
    run: (batch) => {
      batch.sheet(ref.sheet).getRange(address).values = [[input]];
    },
  });
  return steps;
}
