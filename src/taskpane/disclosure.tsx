/** A heading that opens and closes what is below it. Closed content is not drawn at all: long lists cost nothing. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ChevronRight16Regular } from "@fluentui/react-icons";
import { type ReactNode, useId } from "react";

const useStyles = makeStyles({
  root: { borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}` },
  heading: { margin: 0, fontSize: "inherit", lineHeight: "inherit" },
  button: {
    display: "flex",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalXS,
    width: "100%",
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalS}`,
    font: "inherit",
    color: "inherit",
    textAlign: "start",
    border: 0,
    backgroundColor: tokens.colorTransparentBackground,
    cursor: "pointer",
    ":hover": { boxShadow: `inset 0 0 0 1px ${tokens.colorNeutralStroke1}` },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  chevron: { flexShrink: 0, transitionProperty: "transform", transitionDuration: tokens.durationFaster, "@media (prefers-reduced-motion: reduce)": { transitionDuration: "0s" } },
  turned: { transform: "rotate(90deg)" },
  title: { flexGrow: 1, minWidth: 0, fontWeight: tokens.fontWeightSemibold },
});

export interface DisclosureProps {
  readonly title: string;
  /** Of the heading. */
  readonly level?: 3 | 4;
  /** Beside the title. */
  readonly aside?: ReactNode;
  readonly open: boolean;
  readonly onToggle: (open: boolean) => void;
  readonly children: ReactNode;
}

export function Disclosure({ title, level = 3, aside, open, onToggle, children }: DisclosureProps) {
  const styles = useStyles();
  const id = useId();
  const Heading = `h${level}` as const;
  return (
    <section className={styles.root} aria-label={title}>
      <Heading className={styles.heading}>
        <button type="button" className={styles.button} aria-expanded={open} aria-controls={open ? id : undefined} onClick={() => onToggle(!open)}>
          <ChevronRight16Regular aria-hidden className={mergeClasses(styles.chevron, open && styles.turned)} />
          <span className={styles.title}>{title}</span>
          {aside}
        </button>
      </Heading>
      {open && <div id={id}>{children}</div>}
    </section>
  );
}
