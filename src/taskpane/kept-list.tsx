/** Findings that were explained and kept: apart, but never out of sight. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { a1 } from "../model/address";
import type { WorkbookReview } from "../model/review";
import { projectName } from "./findings-view";
import { usePanelStyles } from "./pane-panel";
import { useSession, useSessionState } from "./session-context";
import { SeverityLabel } from "./severity-icon";
import { strings } from "./strings.zh-CN";

const useStyles = makeStyles({
  root: { borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`, marginTop: tokens.spacingVerticalM },
  item: { paddingTop: tokens.spacingVerticalS, paddingBottom: tokens.spacingVerticalXS },
  meta: { display: "flex", columnGap: tokens.spacingHorizontalS },
  place: { marginLeft: "auto" },
});

export function KeptList({ review }: { readonly review: WorkbookReview }) {
  const styles = useStyles();
  const panel = usePanelStyles();
  const session = useSession();
  const { findings } = useSessionState();
  return (
    <section className={`${panel.panel} ${styles.root}`}>
      <h3 className={panel.heading}>
        {strings.findings.kept} {findings.kept.length}
      </h3>
      <ul className={panel.plainList}>
        {findings.kept.map(({ finding, entry }) => (
          <li key={finding.key} className={styles.item}>
            <div className={`${styles.meta} ${panel.quiet}`}>
              <SeverityLabel severity={finding.severity} />
              <span>{projectName(review.forms[finding.form])}</span>
              <span className={styles.place}>{a1(finding.cell)}</span>
            </div>
            <div>{finding.message}</div>
            <div className={panel.quiet}>
              {strings.findings.keptOn(entry.date)}
              {strings.colon}
              {entry.text}
            </div>
            <Button size="small" appearance="transparent" onClick={() => void session.unkeep(finding.key)}>
              {strings.findings.unkeep}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
