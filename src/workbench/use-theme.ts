/** The system's theme: contrast before dark before light. */
import { useSyncExternalStore } from "react";

export type ThemeName = "light" | "dark" | "contrast";

const CONTRAST = "(forced-colors: active)";
const DARK = "(prefers-color-scheme: dark)";

export function useTheme(): ThemeName {
  return useSyncExternalStore(subscribe, themeNow);
}

function themeNow(): ThemeName {
  if (typeof matchMedia !== "function") return "light";
  return matchMedia(CONTRAST).matches ? "contrast" : matchMedia(DARK).matches ? "dark" : "light";
}

function subscribe(listener: () => void): () => void {
  if (typeof matchMedia !== "function") return () => undefined;
  const queries = [matchMedia(CONTRAST), matchMedia(DARK)];
  for (const query of queries) query.addEventListener("change", listener);
  return () => {
    for (const query of queries) query.removeEventListener("change", listener);
  };
}
