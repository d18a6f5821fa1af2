/** Pieces of sentences that several rules use. */
import { type Decimal, fixed, plain } from "../model/decimal";
import type { AmountField, Field } from "../model/form";
import type { JudgedFigure } from "../scoring/funds";

/** At least two places, as scores and rates are written. */
export function figure(value: Decimal): string {
  return fixed(value, Math.max(2, value.decimalPlaces()));
}

/** "“97.85”", or what the cell holds where it is no number. */
export function quoted(field: Field): string {
  return `“${field.text}”`;
}

export function amount(field: AmountField | null): string {
  return field?.number ? plain(field.number) : "（空）";
}

/** A formula is never overwritten; whoever reads the finding must know to change it. */
export function formulaNote(field: Field): string {
  return field.formula === null ? "" : "（该单元格是公式，复核不会改写，请检查公式）";
}

/** Why a figure that is not the recomputed one may still stand; "" for one that may not. */
export function hintText(judged: JudgedFigure): string {
  switch (judged) {
    case "other-mode":
      return "只是取舍方式不同";
    case "last-unit":
      return "末位相差 1";
    case "fewer-decimals":
      return "小数位数较少";
    case "explained":
    case "missing":
    case "unreadable":
    case "not-computed":
    case "wrong":
      return "";
  }
}

/** Nothing, or one of the dashes that stand for nothing in a table. */
export function isDash(text: string): boolean {
  return /^[-—–－/／\s]*$/.test(text);
}
