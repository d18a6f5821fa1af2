/** In a narrow window: sheet or pane. Arrow keys go from one to the other. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { type Layout, type Part, PART_IDS, tabIdOf } from "./layout";
import { strings } from "./strings.zh-CN";

const PARTS: readonly Part[] = ["sheet", "pane"];

const useStyles = makeStyles({
  list: { display: "flex", flexShrink: 0, backgroundColor: tokens.colorNeutralBackground1, borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  tab: {
    flexGrow: 1,
    flexBasis: 0,
    height: "36px",
    padding: 0,
    border: 0,
    borderBottom: "3px solid transparent",
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground2,
    font: "inherit",
    fontSize: tokens.fontSizeBase300,
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  on: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold, borderBottomColor: tokens.colorCompoundBrandStroke },
});

export function ViewSwitch({ layout }: { readonly layout: Layout }) {
  const styles = useStyles();

  function onKeyDown(event: React.KeyboardEvent<HTMLDivElement>): void {
    const next = { ArrowRight: "pane", ArrowLeft: "sheet", Home: "sheet", End: "pane" }[event.key] as Part | undefined;
    if (next === undefined) return;
    event.preventDefault();
    layout.show(next);
    document.getElementById(tabIdOf(next))?.focus();
  }

  return (
    <div role="tablist" aria-label={strings.parts.label} className={styles.list} onKeyDown={onKeyDown}>
      {PARTS.map((part) => {
        const on = part === layout.shown;
        return (
          <button
            key={part}
            type="button"
            role="tab"
            id={tabIdOf(part)}
            aria-selected={on}
            aria-controls={PART_IDS[part]}
            tabIndex={on ? 0 : -1}
            className={mergeClasses(styles.tab, on && styles.on)}
            onClick={() => layout.show(part)}
          >
            {strings.parts[part]}
          </button>
        );
      })}
    </div>
  );
}
