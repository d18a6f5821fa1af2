/** Below a finding: the way to do without its rule in this workbook, or to take it more or less seriously. */
import { Button, Link, makeStyles, tokens } from "@fluentui/react-components";
import { useContext, useId, useState } from "react";
import type { Finding } from "../model/finding";
import { usePanelStyles } from "./pane-panel";
import { useCore, useSession, useSessionState } from "./session-context";
import { OpenSettings } from "./settings-place";
import { strings } from "./strings.zh-CN";

const useStyles = makeStyles({
  root: { paddingTop: tokens.spacingVerticalS },
  links: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalL, "& button": { fontSize: tokens.fontSizeBase200 } },
  sentence: { margin: `0 0 ${tokens.spacingVerticalXS}` },
});

export function RuleActions({ finding }: { readonly finding: Finding }) {
  const styles = useStyles();
  const panel = usePanelStyles();
  const sentence = useId();
  const session = useSession();
  const { settings } = useSessionState();
  const openSettings = useContext(OpenSettings);
  const rule = useCore().ruleText(finding.rule);
  // "asked": the keyboard goes back to the link.
  const [asking, setAsking] = useState<"not" | "now" | "asked">("not");
  if (!rule) return null;
  const text = strings.rules;
  const mayReportErrors = finding.severity === "error" || (settings.severities[rule.id] === undefined && rule.severities.includes("error"));
  const stop = (): void => {
    setAsking("asked");
    void session.switchRule({ id: rule.id, what: rule.what }, false);
  };
  return asking === "now" ? (
    <div className={styles.root} role="group" aria-label={text.stop} onKeyDown={(event) => event.key === "Escape" && setAsking("asked")}>
      <p id={sentence} className={styles.sentence}>
        {text.confirm(rule.what)}
      </p>
      <div className={panel.actions}>
        <Button size="small" aria-describedby={sentence} onClick={stop}>
          {text.confirmStop}
        </Button>
        <Button size="small" autoFocus aria-describedby={sentence} onClick={() => setAsking("asked")}>
          {strings.keep.cancel}
        </Button>
      </div>
    </div>
  ) : (
    <div className={`${styles.root} ${styles.links}`}>
      <Link as="button" autoFocus={asking === "asked"} onClick={() => (mayReportErrors ? setAsking("now") : stop())}>
        {text.stop}
      </Link>
      <Link as="button" onClick={() => openSettings({ section: "rules", rule: rule.id })}>
        {text.adjust}
      </Link>
    </div>
  );
}
