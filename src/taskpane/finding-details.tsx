/** What a finding rests on, what to do about it, the arithmetic, examples; and 「说明并保留」. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { Fragment, type ReactNode, useState } from "react";
import { a1, refText } from "../model/address";
import type { Source, Step } from "../model/explanation";
import type { Finding } from "../model/finding";
import type { WorkbookReview } from "../model/review";
import { CellLink } from "./cell-link";
import { KeepForm } from "./keep-form";
import { usePanelStyles } from "./pane-panel";
import { RuleActions } from "./rule-actions";
import { useCore, useSession, useSessionState } from "./session-context";
import { strings } from "./strings.zh-CN";

const useStyles = makeStyles({
  list: { display: "grid", gridTemplateColumns: "auto minmax(0, 1fr)", columnGap: tokens.spacingHorizontalM, rowGap: tokens.spacingVerticalXS, margin: `0 0 ${tokens.spacingVerticalS}` },
  term: { color: tokens.colorNeutralForeground3, whiteSpace: "nowrap" },
  value: { margin: 0, minWidth: 0 },
  steps: { margin: 0, padding: 0, listStyleType: "none" },
  parts: { margin: 0, paddingLeft: tokens.spacingHorizontalM, listStyleType: "none", borderLeft: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}` },
  cells: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalS },
});

export function FindingDetails({ finding, review }: { readonly finding: Finding; readonly review: WorkbookReview }) {
  const styles = useStyles();
  const panel = usePanelStyles();
  const session = useSession();
  const { findings } = useSessionState();
  const [keeping, setKeeping] = useState(false);
  const rule = useCore().ruleText(finding.rule);
  const source = rule?.source ?? finding.explanation?.source ?? null;
  const steps = finding.explanation?.steps ?? [];
  const home = review.forms[finding.form]?.form.sheet ?? finding.cell.sheet;
  const lapsed = findings.lapsed.get(finding.key);
  const text = strings.explain;
  return (
    <>
      <dl className={styles.list}>
        {rule && <Entry term={text.fix}>{rule.fix}</Entry>}
        {rule && <Entry term={text.why}>{rule.why}</Entry>}
        {source && <Entry term={text.basis}>{sourceText(source)}</Entry>}
        {steps.length > 0 && (
          <Entry term={text.steps}>
            <Steps steps={steps} className={styles.steps} />
          </Entry>
        )}
        {finding.related.length > 0 && (
          <Entry term={text.related}>
            <span className={styles.cells}>
              {finding.related.map((cell) => (
                <CellLink key={refText(cell, "")} cell={cell} home={home} />
              ))}
            </span>
          </Entry>
        )}
        {rule && (rule.examples.bad.length > 0 || rule.examples.good.length > 0) && (
          <Entry term={text.examples}>
            {rule.examples.bad.length > 0 && <div>{`${text.bad}${strings.colon}${rule.examples.bad.join(strings.semicolon)}`}</div>}
            {rule.examples.good.length > 0 && <div className={panel.quiet}>{`${text.good}${strings.colon}${rule.examples.good.join(strings.semicolon)}`}</div>}
          </Entry>
        )}
      </dl>
      {lapsed && <p className={panel.quiet}>{strings.keep.lapsed(lapsed.text, lapsed.date)}</p>}
      {keeping ? (
        <KeepForm initial={lapsed?.text ?? ""} onSave={(reason) => void session.keep(finding, reason)} onCancel={() => setKeeping(false)} />
      ) : (
        <div className={panel.actions}>
          {session.capabilities.reveal && (
            <Button size="small" onClick={() => void session.reveal(finding.cell, true)}>
              {text.goTo(a1(finding.cell))}
            </Button>
          )}
          <Button size="small" onClick={() => setKeeping(true)}>
            {strings.keep.button}
          </Button>
        </div>
      )}
      <RuleActions finding={finding} />
    </>
  );
}

function Entry({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.term}>{term}</dt>
      <dd className={styles.value}>{children}</dd>
    </>
  );
}

/** "general" is commonly stated but unverified: no document is named for it, for none says so. */
function sourceText({ document, clause, evidence }: Source): string {
  return strings.explain.evidence[evidence](clause === null || evidence === "general" ? document : `${document} ${clause}`);
}

function Steps({ steps, className }: { readonly steps: readonly Step[]; readonly className: string }) {
  const styles = useStyles();
  return (
    <ul className={className}>
      {steps.map((step, i) => (
        <Fragment key={i}>
          <li>
            {step.text}
            {step.parts.length > 0 && <Steps steps={step.parts} className={styles.parts} />}
          </li>
        </Fragment>
      ))}
    </ul>
  );
}
