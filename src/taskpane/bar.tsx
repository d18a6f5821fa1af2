/** A message above the result: slim, for there may be several and the pane is narrow. */
import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkCircle16Filled, Dismiss16Regular, ErrorCircle16Filled, Info16Filled, Warning16Filled } from "@fluentui/react-icons";
import type { ReactNode } from "react";
import { strings } from "./strings.zh-CN";

const useStyles = makeStyles({
  root: {
    display: "grid",
    gridTemplateColumns: "auto minmax(0, 1fr) auto",
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS} ${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  icon: { paddingTop: "2px", lineHeight: 1 },
  error: { backgroundColor: tokens.colorStatusDangerBackground1, borderTopColor: tokens.colorStatusDangerBorder1, borderRightColor: tokens.colorStatusDangerBorder1, borderBottomColor: tokens.colorStatusDangerBorder1, borderLeftColor: tokens.colorStatusDangerBorder1 },
  warning: { backgroundColor: tokens.colorStatusWarningBackground1, borderTopColor: tokens.colorStatusWarningBorder1, borderRightColor: tokens.colorStatusWarningBorder1, borderBottomColor: tokens.colorStatusWarningBorder1, borderLeftColor: tokens.colorStatusWarningBorder1 },
  success: { backgroundColor: tokens.colorStatusSuccessBackground1, borderTopColor: tokens.colorStatusSuccessBorder1, borderRightColor: tokens.colorStatusSuccessBorder1, borderBottomColor: tokens.colorStatusSuccessBorder1, borderLeftColor: tokens.colorStatusSuccessBorder1 },
  info: { backgroundColor: tokens.colorNeutralBackground3 },
  errorIcon: { color: tokens.colorStatusDangerForeground1 },
  warningIcon: { color: tokens.colorStatusWarningForeground3 },
  successIcon: { color: tokens.colorStatusSuccessForeground1 },
  infoIcon: { color: tokens.colorNeutralForeground3 },
  body: { display: "flex", flexWrap: "wrap", alignItems: "center", columnGap: tokens.spacingHorizontalS, rowGap: tokens.spacingVerticalXS },
  dismiss: { alignSelf: "start" },
  text: { flexGrow: 1, minWidth: "60%" },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS, marginLeft: "auto" },
});

export type Intent = "error" | "warning" | "success" | "info";

const ICONS = { error: ErrorCircle16Filled, warning: Warning16Filled, success: CheckmarkCircle16Filled, info: Info16Filled };

export interface BarProps {
  readonly intent: Intent;
  readonly actions?: ReactNode;
  readonly onDismiss?: () => void;
  readonly children: ReactNode;
}

/** Errors interrupt a screen reader; what else happens is said by LiveSummary. */
export function Bar({ intent, actions, onDismiss, children }: BarProps) {
  const styles = useStyles();
  const Icon = ICONS[intent];
  return (
    <div role={intent === "error" ? "alert" : "group"} className={mergeClasses(styles.root, styles[intent])}>
      <span className={mergeClasses(styles.icon, styles[`${intent}Icon`])} aria-hidden>
        <Icon />
      </span>
      <div className={styles.body}>
        <div className={styles.text}>{children}</div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
      {onDismiss ? <Button className={styles.dismiss} appearance="transparent" size="small" aria-label={strings.conflicts.dismiss} title={strings.conflicts.dismiss} icon={<Dismiss16Regular />} onClick={onDismiss} /> : <span />}
    </div>
  );
}
