/** Excel's theme as the pane's. `isDarkTheme` is missing on many editions: the background decides. */
import type { PaneTheme } from "./review-pane";

/** Of 0…255; Excel's dark grey (#262626) lies far below, its light grey (#E6E6E6) far above. */
const DARK_BELOW = 128;

export function readOfficeTheme(): PaneTheme {
  if (matchMedia("(forced-colors: active)").matches) return "contrast";
  const theme = Office.context.officeTheme;
  const background = theme?.bodyBackgroundColor ?? "";
  const luminance = luminanceOf(background);
  if (luminance !== null) return luminance < DARK_BELOW ? "dark" : "light";
  return theme?.isDarkTheme ? "dark" : "light";
}

/** "#RRGGBB" → 0…255; null for anything else. */
function luminanceOf(color: string): number | null {
  const parts = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color);
  if (!parts) return null;
  const [red = 0, green = 0, blue = 0] = parts.slice(1).map((hex) => parseInt(hex, 16));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
