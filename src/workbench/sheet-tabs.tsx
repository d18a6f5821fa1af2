/** The sheets of the workbook; arrow keys go from tab to tab, hidden sheets are there and greyed. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { memo, useEffect, useRef } from "react";
import type { SheetName } from "./protocol";
import { strings } from "./strings.zh-CN";

const useStyles = makeStyles({
  list: { display: "flex", flexGrow: 1, minWidth: 0, overflowX: "auto", scrollbarWidth: "thin", alignItems: "stretch" },
  tab: {
    flexShrink: 0,
    padding: "0 12px",
    height: "30px",
    border: "none",
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground1,
    font: "inherit",
    fontSize: tokens.fontSizeBase200,
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  on: { backgroundColor: tokens.colorNeutralBackground1, fontWeight: tokens.fontWeightSemibold, boxShadow: `inset 0 -3px 0 ${tokens.colorBrandStroke1}`, "@media (forced-colors: active)": { borderBottom: "3px solid Highlight" } },
  hidden: { color: tokens.colorNeutralForeground3, fontStyle: "italic" },
});

export interface SheetTabsProps {
  readonly sheets: readonly SheetName[];
  readonly active: number;
  readonly panelId: string;
  readonly onSelect: (index: number) => void;
}

export function SheetTabs({ sheets, active, panelId, onSelect }: SheetTabsProps) {
  const styles = useStyles();
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const tab = list.current?.children[active];
    // Not there in test environments.
    if (tab instanceof HTMLElement && typeof tab.scrollIntoView === "function") tab.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [active]);

  function onKeyDown(event: React.KeyboardEvent): void {
    const next = { ArrowRight: active + 1, ArrowLeft: active - 1, Home: 0, End: sheets.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    const index = Math.min(sheets.length - 1, Math.max(0, next));
    onSelect(index);
    const tab = list.current?.children[index];
    if (tab instanceof HTMLElement) tab.focus();
  }

  return (
    <div ref={list} role="tablist" aria-label={strings.sheet.tabs} className={styles.list} onKeyDown={onKeyDown}>
      {sheets.map((sheet, index) => (
        <Tab key={sheet.name} sheet={sheet} index={index} on={index === active} panelId={panelId} onSelect={onSelect} />
      ))}
    </div>
  );
}

/** By itself, so that going from one of 200 sheets to another draws two tabs. */
const Tab = memo(function Tab({ sheet, index, on, panelId, onSelect }: { readonly sheet: SheetName; readonly index: number; readonly on: boolean; readonly panelId: string; readonly onSelect: (index: number) => void }) {
  const styles = useStyles();
  const shown = sheet.visibility === "visible";
  return (
    <button
      type="button"
      role="tab"
      aria-selected={on}
      aria-controls={panelId}
      tabIndex={on ? 0 : -1}
      className={mergeClasses(styles.tab, on && styles.on, !shown && styles.hidden)}
      onClick={() => onSelect(index)}
    >
      {shown ? sheet.name : `${sheet.name}（${strings.sheet.hidden}）`}
    </button>
  );
});
