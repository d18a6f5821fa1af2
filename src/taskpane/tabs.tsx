/** Tabs after the WAI-ARIA pattern: arrows, Home and End move and select; Tab goes on to the panel. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { KeyboardEvent } from "react";

const useStyles = makeStyles({
  list: { display: "flex", columnGap: tokens.spacingHorizontalL, padding: `0 ${tokens.spacingHorizontalM}`, borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}` },
  tab: {
    padding: `${tokens.spacingVerticalS} 0 ${tokens.spacingVerticalXS}`,
    font: "inherit",
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorTransparentBackground,
    border: 0,
    borderBottom: "3px solid transparent",
    cursor: "pointer",
    ":hover": { borderBottomColor: tokens.colorNeutralStroke1 },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  on: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold, borderBottomColor: tokens.colorCompoundBrandStroke, ":hover": { borderBottomColor: tokens.colorCompoundBrandStroke } },
  count: { marginLeft: tokens.spacingHorizontalXS, color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular, fontVariantNumeric: "tabular-nums" },
});

export interface TabItem<Id extends string> {
  readonly id: Id;
  readonly title: string;
  readonly count: number;
}

export interface TabsProps<Id extends string> {
  readonly label: string;
  readonly items: readonly TabItem<Id>[];
  readonly selected: Id;
  readonly onSelect: (id: Id) => void;
  /** Id of the one panel, which the tabs share. */
  readonly panel: string;
}

export function tabId(panel: string, id: string): string {
  return `${panel}-tab-${id}`;
}

export function Tabs<Id extends string>({ label, items, selected, onSelect, panel }: TabsProps<Id>) {
  const styles = useStyles();
  const move = (event: KeyboardEvent<HTMLDivElement>): void => {
    const at = items.findIndex((item) => item.id === selected);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: items.length - 1 }[event.key];
    const item = to === undefined ? undefined : items[(to + items.length) % items.length];
    if (!item) return;
    event.preventDefault();
    onSelect(item.id);
    event.currentTarget.querySelector<HTMLElement>(`#${CSS.escape(tabId(panel, item.id))}`)?.focus();
  };
  return (
    <div role="tablist" aria-label={label} className={styles.list} onKeyDown={move}>
      {items.map(({ id, title, count }) => (
        <button
          key={id}
          type="button"
          role="tab"
          id={tabId(panel, id)}
          aria-selected={id === selected}
          aria-controls={panel}
          tabIndex={id === selected ? 0 : -1}
          className={mergeClasses(styles.tab, id === selected && styles.on)}
          onClick={() => onSelect(id)}
        >
          {title}
          <span className={styles.count}>{count}</span>
        </button>
      ))}
    </div>
  );
}
