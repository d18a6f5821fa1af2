/** The projects with 执行率, 总分 and 等级, and the small picture of the scores. */
import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { History16Regular } from "@fluentui/react-icons";
import { useMemo, useState } from "react";
import { SEVERITIES } from "../model/finding";
import type { WorkbookReview } from "../model/review";
import { usePanelStyles } from "./pane-panel";
import { projectRows, scorePicture, type ProjectRow } from "./projects-view";
import { ScorePicture } from "./score-picture";
import { useSessionState } from "./session-context";
import { SeverityLabel } from "./severity-icon";
import { strings } from "./strings.zh-CN";

const useStyles = makeStyles({
  picture: { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXS}` },
  item: { borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}` },
  row: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto",
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXXS,
    width: "100%",
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    textAlign: "start",
    font: "inherit",
    color: "inherit",
    border: 0,
    backgroundColor: tokens.colorTransparentBackground,
    cursor: "pointer",
    ":hover": { boxShadow: `inset 0 0 0 1px ${tokens.colorNeutralStroke1}` },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  score: { display: "flex", alignItems: "baseline", columnGap: tokens.spacingHorizontalXS, justifySelf: "end" },
  stale: { display: "inline-flex", alignItems: "center", columnGap: tokens.spacingHorizontalXXS, color: tokens.colorStatusWarningForeground1 },
  facts: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalM },
  counts: { display: "flex", columnGap: tokens.spacingHorizontalS, justifySelf: "end", alignItems: "center" },
});

const PAGE = 30;

export interface ProjectsTabProps {
  readonly review: WorkbookReview;
  readonly onProject: (form: number) => void;
}

export function ProjectsTab({ review, onProject }: ProjectsTabProps) {
  const styles = useStyles();
  const panel = usePanelStyles();
  const { findings, stale } = useSessionState();
  const [shown, setShown] = useState(PAGE);
  const rows = useMemo(() => projectRows(review, findings.active), [review, findings.active]);
  const picture = useMemo(() => scorePicture(rows), [rows]);
  return (
    <>
      {picture && picture.count > 1 && (
        <div className={styles.picture}>
          <ScorePicture picture={picture} />
        </div>
      )}
      <ul className={panel.plainList}>
        {rows.slice(0, shown).map((row) => (
          <li key={row.form} className={styles.item}>
            <Project row={row} stale={stale.has(row.form)} onOpen={() => onProject(row.form)} />
          </li>
        ))}
      </ul>
      {rows.length > shown && (
        <div className={panel.panel}>
          <Button size="small" onClick={() => setShown(shown + PAGE)}>
            {strings.findings.more(Math.min(PAGE, rows.length - shown))}
          </Button>
        </div>
      )}
      <Footnotes review={review} />
    </>
  );
}

/** How was scored, and which sheets were left out and why. */
function Footnotes({ review }: { readonly review: WorkbookReview }) {
  const styles = useStyles();
  const panel = usePanelStyles();
  const policies = [...new Set(review.forms.map((scored) => scored.policy.why))];
  return (
    <div className={mergeClasses(panel.panel, panel.quiet, styles.item)}>
      {policies.map((why) => (
        <div key={why}>
          {strings.summary.policies}
          {strings.colon}
          {why}
        </div>
      ))}
      {review.withoutForm.length > 0 && (
        <details>
          <summary>{strings.summary.sheetsWithout(review.withoutForm.length)}</summary>
          {review.withoutForm.map(({ sheet, missing }) => (
            <div key={sheet}>
              {sheet}
              {strings.colon}
              {strings.nothing.sheet(missing)}
            </div>
          ))}
        </details>
      )}
    </div>
  );
}

function Project({ row, stale, onOpen }: { readonly row: ProjectRow; readonly stale: boolean; readonly onOpen: () => void }) {
  const styles = useStyles();
  const panel = usePanelStyles();
  const text = strings.projects;
  const some = SEVERITIES.filter((severity) => row.counts[severity] > 0);
  return (
    <button type="button" className={styles.row} onClick={onOpen}>
      <span className={panel.strong}>{row.name}</span>
      <span className={mergeClasses(styles.score, panel.numbers)}>
        {row.selfEvaluation && (
          <>
            <span className={panel.strong} title={text.total}>
              {row.totalText ?? strings.none}
            </span>
            {row.grade && <span title={text.grade}>{row.grade}</span>}
          </>
        )}
      </span>
      <span className={mergeClasses(styles.facts, panel.quiet, panel.numbers)}>
        {row.selfEvaluation ? (
          <span>
            {text.rate} {row.rate ?? strings.none}
          </span>
        ) : (
          <span>{strings.kind[row.kind]}</span>
        )}
        {stale && (
          <span className={styles.stale}>
            <History16Regular aria-hidden />
            {text.stale}
          </span>
        )}
      </span>
      <span className={mergeClasses(styles.counts, panel.quiet, panel.numbers)}>
        {some.length === 0 ? text.noFindings : some.map((severity) => <SeverityLabel key={severity} severity={severity} count={row.counts[severity]} wordless />)}
      </span>
    </button>
  );
}
