/** A cell's text cut into its stretches, each with its font. */
import type { CellLook, RichText, RunFont } from "../display/look";

export interface TextStretch {
  readonly text: string;
  readonly font: RunFont | null;
}

/** Null where the stretches do not fit: the text has another length by now, or a character would be cut in two. The file then has none either. */
export function stretchesOf(text: string, rich: RichText, look: CellLook): readonly TextStretch[] | null {
  const stretches: TextStretch[] = [];
  let at = 0;
  for (const { length, font } of rich) {
    const part = text.slice(at, at + length);
    at += length;
    if (/^[\udc00-\udfff]|[\ud800-\udbff]$/.test(part)) return null;
    if (part !== "") stretches.push({ text: part, font: font ?? decorated(look) });
  }
  return at === text.length && stretches.length > 0 ? stretches : null;
}

/** Lines under and through a cell's text cannot be taken back for a part of it, so each part is given its own. */
function decorated({ bold, italic, underline, strike }: CellLook): RunFont | null {
  return underline || strike ? { family: null, sizePt: null, bold, italic, underline, strike, color: null, raised: "no" } : null;
}

/** The look of the cell around its stretches. */
export function withoutLines(look: CellLook): CellLook {
  return look.underline || look.strike ? { ...look, underline: false, strike: false } : look;
}
