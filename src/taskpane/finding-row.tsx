/** One finding: severity, cell and message; the reason's field where one is wanted; unfolded, the explanation. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { memo, useEffect, useId, useRef } from "react";
import { a1 } from "../model/address";
import type { Finding } from "../model/finding";
import type { WorkbookReview } from "../model/review";
import { FindingDetails } from "./finding-details";
import { projectName, type GroupBy } from "./findings-view";
import { usePanelStyles } from "./pane-panel";
import { ReasonField } from "./reason-field";
import { reasonField } from "./reasons";
import { useCore } from "./session-context";
import { SeverityLabel } from "./severity-icon";

const useStyles = makeStyles({
  item: { borderLeft: "3px solid transparent", scrollMarginTop: tokens.spacingVerticalXXL },
  unfolded: { borderLeftColor: tokens.colorBrandStroke1, backgroundColor: tokens.colorNeutralBackground2 },
  head: {
    display: "block",
    width: "100%",
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    textAlign: "start",
    font: "inherit",
    color: "inherit",
    border: 0,
    backgroundColor: tokens.colorTransparentBackground,
    cursor: "pointer",
    ":hover": { boxShadow: `inset 0 0 0 1px ${tokens.colorNeutralStroke1}` },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  meta: { display: "flex", columnGap: tokens.spacingHorizontalS, alignItems: "center" },
  place: { marginLeft: "auto", whiteSpace: "nowrap", flexShrink: 0 },
  severity: { color: tokens.colorNeutralForeground1 },
  what: { minWidth: 0, overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  below: { padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}` },
  message: { display: "-webkit-box", WebkitBoxOrient: "vertical", WebkitLineClamp: "3", overflow: "hidden" },
  whole: { display: "block" },
});

export interface FindingRowProps {
  readonly finding: Finding;
  readonly review: WorkbookReview;
  readonly groupBy: GroupBy;
  readonly unfolded: boolean;
  /** The keyboard is to come here. */
  readonly focused: boolean;
  readonly tabStop: boolean;
  readonly onSelect: (key: string | null, focus: boolean, reveal: boolean) => void;
}

export const FindingRow = memo(function FindingRow({ finding, review, groupBy, unfolded, focused, tabStop, onSelect }: FindingRowProps) {
  const styles = useStyles();
  const panel = usePanelStyles();
  const { ruleText } = useCore();
  const id = useId();
  const head = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!unfolded) return;
    head.current?.closest("li")?.scrollIntoView?.({ block: "nearest" });
    if (focused) head.current?.focus({ preventScroll: true });
  }, [unfolded, focused]);
  const field = reasonField(finding, review);
  return (
    <li className={mergeClasses(styles.item, unfolded && styles.unfolded)}>
      <button
        ref={head}
        type="button"
        data-finding={finding.key}
        className={styles.head}
        aria-expanded={unfolded}
        aria-controls={unfolded ? id : undefined}
        tabIndex={tabStop ? 0 : -1}
        onClick={() => onSelect(unfolded ? null : finding.key, true, !unfolded)}
      >
        <span className={mergeClasses(styles.meta, panel.quiet)}>
          <span className={styles.severity}>
            <SeverityLabel severity={finding.severity} />
          </span>
          <span className={styles.what}>{groupBy === "rule" ? projectName(review.forms[finding.form]) : ruleText(finding.rule)?.what}</span>
          <span className={styles.place}>{a1(finding.cell)}</span>
        </span>
        <span className={mergeClasses(unfolded ? styles.whole : styles.message)}>{finding.message}</span>
      </button>
      {field && (
        <div className={styles.below}>
          <ReasonField finding={finding} field={field} />
        </div>
      )}
      {unfolded && (
        <div id={id} className={styles.below}>
          <FindingDetails finding={finding} review={review} />
        </div>
      )}
    </li>
  );
});
