/** How figures look inside an explanation. */
import { type Decimal, decimalsOf, fixed, plain, round, type RoundingMode } from "../model/decimal";
import type { Rounding } from "../policy/policy";

/** decimal.js's name for truncation. */
const DOWN = 1;

/** A quotient as a person would copy it from a calculator: exact if short, else five places and an ellipsis. */
export function quotientText(value: Decimal): string {
  if (decimalsOf(value) <= 6) return plain(value);
  const cut = round(value, 5, "down");
  if (!cut.isZero()) return `${cut.toFixed(5)}…`;
  const short = value.toSignificantDigits(3, DOWN);
  return short.eq(value) ? plain(value) : `${plain(short)}…`;
}

export function modeText(mode: RoundingMode, places: number): string {
  return mode === "down" ? `截取 ${places} 位小数` : `四舍五入到 ${places} 位小数`;
}

/** "97.85034…%，截取 2 位小数 → 97.85%"; where nothing was cut, the figure alone. */
export function resultText(exact: Decimal, cut: Decimal, { places, mode }: Rounding, sign: "%" | "" = ""): string {
  const figure = `${fixed(cut, Math.max(places, decimalsOf(cut)))}${sign}`;
  return exact.eq(cut) ? figure : `${quotientText(exact)}${sign}，${modeText(mode, places)} → ${figure}`;
}
