/** Says, politely and once, what has just happened; for those who cannot see it. */
import { a1 } from "../model/address";
import { countBySeverity } from "./findings-view";
import { useSessionState } from "./session-context";
import type { Notice, SessionState } from "./session-state";
import { strings } from "./strings.zh-CN";
import { useHiddenStyles } from "./visually-hidden";

export function LiveSummary() {
  const styles = useHiddenStyles();
  const state = useSessionState();
  return (
    <div role="status" aria-live="polite" aria-atomic className={styles.hidden}>
      {liveText(state)}
    </div>
  );
}

function liveText({ phase, busy, review, findings, notice, unmarked }: SessionState): string {
  if (phase.kind === "running") return strings.progress.stage[phase.stage];
  if (phase.kind !== "result" || !review || busy) return notice ? noticeText(notice) : "";
  const counts = countBySeverity(findings.active);
  const result = review.forms.length === 0 ? strings.nothing.title : strings.summary.live(review.forms.length, counts.error, counts.warning, counts.info);
  const unchecked = review.unchecked.length > 0 ? `${strings.summary.unchecked(review.unchecked.length)}${strings.stop}` : "";
  return `${notice ? noticeText(notice) : ""}${result}${unchecked}${unmarked.length > 0 ? strings.unmarked(unmarked) : ""}`;
}

export function noticeText(notice: Notice): string {
  switch (notice.kind) {
    case "filled":
      return strings.notice.filled(notice.cells);
    case "written":
      return strings.notice.written(notice.cells);
    case "undone":
      return strings.notice.undone(notice.cells);
    case "reason":
      return strings.notice.reason(a1(notice.edit.ref));
    case "reason-undone":
      return strings.notice.reasonUndone(a1(notice.edit.ref));
    case "rule-off":
      return strings.notice.ruleOff(notice.rule.what);
    case "rule-on":
      return strings.notice.ruleOn(notice.rule.what);
    case "rechecked":
      return strings.notice.rechecked;
    case "cancelled":
      return strings.notice.cancelled;
  }
}
