/** What the review found, in three lines. */
import { Button, Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkCircle16Filled, Warning16Filled } from "@fluentui/react-icons";
import { useContext } from "react";
import { SEVERITIES, type Severity } from "../model/finding";
import type { WorkbookReview } from "../model/review";
import { countBySeverity } from "./findings-view";
import { usePanelStyles } from "./pane-panel";
import { useSessionState, useSession } from "./session-context";
import { OpenSettings } from "./settings-place";
import { SeverityLabel } from "./severity-icon";
import { strings } from "./strings.zh-CN";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXS },
  line: { display: "flex", flexWrap: "wrap", alignItems: "center", columnGap: tokens.spacingHorizontalS },
  chips: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
  chip: { minWidth: 0, fontWeight: tokens.fontWeightRegular },
  pressed: { backgroundColor: tokens.colorNeutralBackground1Selected, borderTopColor: tokens.colorBrandStroke1, borderRightColor: tokens.colorBrandStroke1, borderBottomColor: tokens.colorBrandStroke1, borderLeftColor: tokens.colorBrandStroke1 },
  passed: { display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalXS, fontWeight: tokens.fontWeightSemibold },
  uncheckedIcon: { color: tokens.colorStatusWarningForeground3 },
  passedIcon: { color: tokens.colorStatusSuccessForeground1 },
});

export interface SummaryProps {
  readonly review: WorkbookReview;
  /** Severities that the list is filtered by; null while another tab is shown. */
  readonly filtered: ReadonlySet<Severity> | null;
  readonly onSeverity: (severity: Severity) => void;
  readonly onWrites: () => void;
}

export function Summary({ review, filtered, onSeverity, onWrites }: SummaryProps) {
  const styles = useStyles();
  const panel = usePanelStyles();
  const session = useSession();
  const { findings, pending, filled, undoCells, busy } = useSessionState();
  const openSettings = useContext(OpenSettings);
  const counts = countBySeverity(findings.active);
  const text = strings.summary;
  return (
    <section className={`${panel.panel} ${styles.root}`} aria-label={text.label}>
      <div className={styles.line}>
        <h2 className={panel.heading}>{text.forms(review.forms.length)}</h2>
      </div>
      {findings.active.length === 0 ? (
        <div>
          <div className={styles.passed}>
            <CheckmarkCircle16Filled aria-hidden className={styles.passedIcon} />
            {pending.length > 0 ? strings.findings.none : review.unchecked.length > 0 ? text.checkedPassed : text.allPassed}
          </div>
          {pending.length === 0 && <div className={panel.quiet}>{text.allPassedText}</div>}
        </div>
      ) : (
        <div className={styles.chips} role="group" aria-label={strings.findings.filter}>
          {SEVERITIES.map((severity) => (
            <Button
              key={severity}
              size="small"
              className={mergeClasses(styles.chip, filtered?.has(severity) && styles.pressed)}
              aria-pressed={filtered?.has(severity) ?? false}
              disabledFocusable={counts[severity] === 0}
              onClick={() => onSeverity(severity)}
            >
              <SeverityLabel severity={severity} count={counts[severity]} />
            </Button>
          ))}
        </div>
      )}
      {review.unchecked.length > 0 && (
        <div className={styles.line}>
          <span className={styles.passed}>
            <Warning16Filled aria-hidden className={styles.uncheckedIcon} />
            {text.unchecked(review.unchecked.length)}
          </span>
          <Link as="button" onClick={() => openSettings({ section: "rules", rule: null })}>{text.seeUnchecked}</Link>
        </div>
      )}
      {(filled > 0 || pending.length > 0) && (
        <div className={styles.line}>
          {filled > 0 && <span>{text.filled(filled)}</span>}
          {filled > 0 && undoCells !== null && !busy && <Link as="button" onClick={() => void session.undo()}>{strings.notice.undo}</Link>}
          {pending.length > 0 && <span>{text.pending(pending.length)}</span>}
          {pending.length > 0 && <Link as="button" onClick={onWrites}>{text.see}</Link>}
        </div>
      )}
      {findings.kept.length > 0 && <div className={panel.quiet}>{text.kept(findings.kept.length)}</div>}
    </section>
  );
}
