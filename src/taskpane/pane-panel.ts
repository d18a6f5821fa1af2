import { makeStyles, tokens } from "@fluentui/react-components";

/** Paddings and small texts that several parts share. */
export const usePanelStyles = makeStyles({
  panel: { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}` },
  plainList: { margin: 0, padding: 0, listStyleType: "none" },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  strong: { fontWeight: tokens.fontWeightSemibold },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold },
  numbers: { fontVariantNumeric: "tabular-nums" },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS, alignItems: "center" },
});
