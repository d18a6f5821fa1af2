/** Where in the settings a link leads. */
import { createContext } from "react";

/** "rules": the list of rules is open, at one of them or (null) at those that are not as by default. */
export type SettingsPlace = { readonly section: "top" } | { readonly section: "rules"; readonly rule: string | null };

/** Opens the settings there. Only below the pane's body. */
export const OpenSettings = createContext<(place: SettingsPlace) => void>(() => {
  throw new Error("no settings: a component of the pane stands outside PaneBody");
});
