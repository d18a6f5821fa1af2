/** Colours of the styles part (ECMA-376 18.8.3, 18.8.19): rgb, indexed, theme with tint. */
import { attribute, type XmlElement } from "../../host/xlsx/xml/tree";

/** Indices 8–63 of the default palette; 0–7 repeat the first eight. */
const PALETTE =
  "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF " +
  "00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333";

/** In the order of theme indices: light 1, dark 1, light 2, dark 2, accents, links. */
const THEME_ORDER = ["lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink"];
const OFFICE_THEME = ["FFFFFF", "000000", "E7E6E6", "44546A", "4472C4", "ED7D31", "A5A5A5", "FFC000", "5B9BD5", "70AD47", "0563C1", "954F72"];

export interface Colors {
  readonly theme: readonly string[];
  readonly indexed: readonly string[];
}

export function readColors(styles: XmlElement | null, theme: XmlElement | null): Colors {
  const eight = PALETTE.split(" ");
  const own = find(styles, "colors", "indexedColors")?.children.map((c) => (attribute(c, "rgb") ?? "").slice(-6));
  return { theme: theme ? readTheme(theme) : OFFICE_THEME, indexed: own && own.length >= 8 ? own : [...eight.slice(0, 8), ...eight] };
}

function readTheme(theme: XmlElement): readonly string[] {
  const scheme = find(theme, "themeElements", "clrScheme");
  return THEME_ORDER.map((name, n) => {
    const color = scheme?.children.find((child) => child.name === name)?.children[0];
    const rgb = color ? (attribute(color, "lastClr") ?? attribute(color, "val")) : null;
    return rgb !== null && /^[0-9a-f]{6}$/i.test(rgb) ? rgb : (OFFICE_THEME[n] ?? "000000");
  });
}

/** A CSS colour; null for automatic ones and for what cannot be understood. */
export function cssColor(element: XmlElement | undefined, colors: Colors): string | null {
  if (!element) return null;
  const rgb = attribute(element, "rgb");
  const theme = attribute(element, "theme");
  const indexed = attribute(element, "indexed");
  let hex: string | undefined;
  if (rgb !== null) hex = rgb.slice(-6);
  else if (theme !== null) hex = colors.theme[parseInt(theme, 10)];
  // 64 and 65 are the system's own text and window colours.
  else if (indexed !== null) hex = colors.indexed[parseInt(indexed, 10)];
  if (hex === undefined || !/^[0-9a-f]{6}$/i.test(hex)) return null;
  const tint = parseFloat(attribute(element, "tint") ?? "0");
  return `#${tint === 0 || Number.isNaN(tint) ? hex.toLowerCase() : tinted(hex, tint)}`;
}

/** Lightness moved towards white (positive) or black (negative), 18.8.19. */
function tinted(hex: string, tint: number): string {
  const [r, g, b] = [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255) as [number, number, number];
  const max = Math.max(r, g, b);
  const min = Math.min(r, g, b);
  const light = (max + min) / 2;
  const span = max - min;
  const saturation = span === 0 ? 0 : span / (1 - Math.abs(2 * light - 1));
  const hue = span === 0 ? 0 : max === r ? ((g - b) / span + 6) % 6 : max === g ? (b - r) / span + 2 : (r - g) / span + 4;
  const moved = tint < 0 ? light * (1 + tint) : light * (1 - tint) + tint;
  const chroma = (1 - Math.abs(2 * moved - 1)) * saturation;
  const second = chroma * (1 - Math.abs((hue % 2) - 1));
  const base = moved - chroma / 2;
  const sector = [
    [chroma, second, 0],
    [second, chroma, 0],
    [0, chroma, second],
    [0, second, chroma],
    [second, 0, chroma],
    [chroma, 0, second],
  ][Math.floor(hue) % 6] ?? [0, 0, 0];
  return sector.map((part) => Math.round(Math.min(1, Math.max(0, part + base)) * 255).toString(16).padStart(2, "0")).join("");
}

/** Follows child elements by name, whatever their prefix. */
export function find(element: XmlElement | null | undefined, ...path: readonly string[]): XmlElement | undefined {
  let at = element ?? undefined;
  for (const name of path) at = at?.children.find((child) => child.name === name);
  return at;
}
