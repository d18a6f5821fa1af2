/** Putting content into one cell: each cell is its own write, so nothing beside it is touched. */
import { a1, type CellRef } from "../../../model/address";
import { type CellValue, sameValue } from "../../../model/grid";
import { brief } from "../brief";
import type { CellContent } from "../read/cell-content";
import { inputFor } from "./cell-input";
import { type Step, wireBytes } from "./steps";

export interface CellTarget {
  readonly ref: CellRef;
  readonly value: CellValue;
  /** Null: the cell keeps the format it has. */
  readonly format: string | null;
}

/** The format first: it decides what Excel makes of the value. Nothing for what is there already. */
export function cellSteps({ ref, value, format }: CellTarget, now: CellContent): Step[] {
  const finalFormat = format ?? now.format;
  const newFormat = finalFormat === now.format ? null : finalFormat;
  const stays = now.formula === null && now.value.kind === value.kind && sameValue(now.value, value);
  const input = stays ? null : inputFor(value, finalFormat);
  if (newFormat === null && input === null) return [];
  return [
    {
      bytes: 430 + (newFormat === null ? 0 : 150 + wireBytes(newFormat)) + (typeof input === "string" ? wireBytes(input) : 24),
      run: (batch) => {
        const cell = brief(batch.sheet(ref.sheet).getRange(a1(ref)));
        if (newFormat !== null) cell.numberFormat = [[newFormat]];
        if (input !== null) cell.values = [[input]];
      },
    },
  ];
}
