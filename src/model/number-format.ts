/** The little that the core must know of Excel's number formats: is it a percentage, how many places does it show. */

export interface FormatShape {
  /** The value is shown times 100 with a percent sign: 0.9785 reads 97.85%. */
  readonly percent: boolean;
  /** Places shown after the point; null for General and for text, which show what there is. */
  readonly decimals: number | null;
  /** "@": Excel keeps what is typed as text. */
  readonly text: boolean;
  /** A date or a time: its serial number is no amount. */
  readonly date: boolean;
}

const GENERAL: FormatShape = { percent: false, decimals: null, text: false, date: false };
const cache = new Map<string, FormatShape>();

/** Looks at the section for positive numbers; quoted, escaped and bracketed parts are decoration. */
export function formatShape(format: string): FormatShape {
  let shape = cache.get(format);
  if (!shape) {
    shape = readShape(format);
    cache.set(format, shape);
  }
  return shape;
}

function readShape(format: string): FormatShape {
  const bare = format.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, "");
  const section = bare.split(";")[0] ?? "";
  if (/^\s*(general|g\/通用格式)?\s*$/i.test(section)) return GENERAL;
  if (section.includes("@")) return { ...GENERAL, text: true };
  if (/[ymdhs]/i.test(section)) return { ...GENERAL, date: true };
  const fraction = /\.([0#?]*)/.exec(section);
  return { percent: section.includes("%"), decimals: fraction?.[1]?.length ?? 0, text: false, date: false };
}
