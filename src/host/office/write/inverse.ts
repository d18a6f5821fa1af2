/** The way back of a single cell, and when a cell counts as written. */
import { valueText } from "../../../model/value-text";
import { parseDecimal, plain } from "../../../model/decimal";
import { type CellValue, sameValue } from "../../../model/grid";
import type { CellEdit, Mark } from "../../../model/write-plan";
import { showNumber } from "../../number-text";
import { UNDO_WHY } from "../messages";
import type { CellContent } from "../read/cell-content";
import type { OwnState } from "../../../model/workbook-state";
import type { Held } from "./prepare";

/** A number that was put into a cell formatted as text may stand there as text. */
export function means(found: CellValue, wanted: CellValue): boolean {
  if (sameValue(found, wanted)) return true;
  if (found.kind !== "text" || wanted.kind !== "number") return false;
  const number = parseDecimal(found.text);
  return number !== null && sameValue({ kind: "number", digits: plain(number) }, wanted);
}

export function marksOf(own: OwnState): Mark[] {
  return own.marks.map(({ mark }) => mark);
}

/** Puts back what was there before, as long as the cell holds what it holds now. */
export function inverseOf({ edit, before }: Held, now: CellContent): CellEdit {
  return {
    ref: edit.ref,
    before: sameValue(now.value, edit.after) ? edit.after : now.value,
    after: before.value,
    format: now.format === before.format ? null : before.format,
    shown: shown(before.value, before.format),
    why: UNDO_WHY,
    form: edit.form,
    field: edit.field,
  };
}

function shown(value: CellValue, format: string): string {
  return value.kind === "number" ? showNumber(value.digits, format) : valueText(value);
}
