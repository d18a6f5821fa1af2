/** A screen with one thing to say and one thing to do. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalM, padding: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalL}` },
  icon: { display: "flex", color: tokens.colorBrandForeground1 },
  danger: { color: tokens.colorStatusDangerForeground1 },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: tokens.fontWeightSemibold },
  text: { color: tokens.colorNeutralForeground2 },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

export interface ScreenProps {
  readonly icon?: ReactNode;
  readonly danger?: boolean;
  readonly title: string;
  readonly text?: ReactNode;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}

export function Screen({ icon, danger = false, title, text, children, actions }: ScreenProps) {
  const styles = useStyles();
  return (
    <section className={styles.root}>
      {icon && (
        <span className={mergeClasses(styles.icon, danger && styles.danger)} aria-hidden>
          {icon}
        </span>
      )}
      <h2 className={styles.title}>{title}</h2>
      {text && <div className={styles.text}>{text}</div>}
      {children}
      {actions && <div className={styles.actions}>{actions}</div>}
    </section>
  );
}
