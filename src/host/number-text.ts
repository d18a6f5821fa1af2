/**
 * How Excel shows a number. numfmt knows the formats but rounds doubles; so the digits are first cut by decimal arithmetic,
 * half up from 15 significant digits as Excel does, to the places that the format shows, and no tie is left to it.
 */
import { format as formatNumber } from "numfmt";
import { type Decimal, decimalFromCell, plain, round } from "../model/decimal";
import type { ShowNumber } from "./port";

/** Never throws: a format that cannot be understood shows the plain digits. */
export const showNumber: ShowNumber = (digits, format) => {
  const value = decimalFromCell(digits);
  const places = placesShown(format, value);
  const cut = places === null ? value : round(value, places, "half-up");
  // What is cut to nothing still shows its sign (-0.00) and does not use the section for zero.
  const exact = plain(cut.isZero() ? value : cut);
  try {
    return formatNumber(format, Number(exact), { locale: "zh-CN", throws: true });
  } catch {
    return exact;
  }
};

/** Decimal places of the value itself that a format shows (0.00% shows four); null where that is not a matter of places. */
function placesShown(format: string, value: Decimal): number | null {
  const bare = format.replace(/"[^"]*"|\\.|_.|\*.|\[(?![<>=])[^\]]*\]/g, "");
  const sections = bare.split(";");
  if (/\[[<>=]/.test(bare)) return null;
  const section = (value.isNeg() && sections.length > 1 ? sections[1] : value.isZero() && sections.length > 2 ? sections[2] : sections[0]) ?? "";
  // Dates, exponents, fractions, text and General have their own ways.
  if (!/[0#?]/.test(section) || /[a-df-zA-DF-Z@/]|[eE]/.test(section)) return null;
  const decimals = /\.([0#?]*)/.exec(section)?.[1]?.length ?? 0;
  const percents = section.split("%").length - 1;
  const thousands = /[0#?](,+)(?:[.%\s]|$)/.exec(section)?.[1]?.length ?? 0;
  return Math.max(0, decimals + percents * 2 - thousands * 3);
}
