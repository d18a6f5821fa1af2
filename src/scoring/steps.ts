/** How figures look inside an explanation. */
import { type Decimal, decimalsOf, plain, round, type RoundingMode } from "../model/decimal";

/** A quotient as a person would copy it from a calculator: exact if short, else five places and an ellipsis. */
export function quotientText(value: Decimal): string {
  return decimalsOf(value) <= 6 ? plain(value) : `${round(value, 5, "down").toFixed(5)}…`;
}

export function modeText(mode: RoundingMode, places: number): string {
  return mode === "down" ? `截取 ${places} 位小数` : `四舍五入到 ${places} 位小数`;
}
