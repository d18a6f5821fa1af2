/** Bars above the result: what is out of date, what was not written, what was. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { Bar } from "./bar";
import { ConflictList } from "./conflict-list";
import { FailedWriteBody } from "./failed-write";
import { faultKind } from "./faults";
import { noticeText } from "./live-summary";
import { useSession, useSessionState } from "./session-context";
import type { Notice } from "./session-state";
import { strings } from "./strings.zh-CN";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXS, padding: `0 ${tokens.spacingHorizontalM}`, ":empty": { display: "none" } },
});

export function Messages() {
  const styles = useStyles();
  const session = useSession();
  const { stale, review, conflicts, unmarked, failedWrite, trouble, notice, busy } = useSessionState();
  const recheck = <Button size="small" onClick={() => void session.recheck()}>{strings.stale.recheck}</Button>;
  return (
    <div className={styles.root}>
      {failedWrite && (
        <Bar intent="error" onDismiss={() => session.dismiss("failedWrite")} actions={<FailedWriteActions />}>
          <strong>{strings.failedWrite.title}</strong> <FailedWriteBody failure={failedWrite} />
        </Bar>
      )}
      {conflicts.length > 0 && (
        <Bar intent="warning" onDismiss={() => session.dismiss("conflicts")} actions={recheck}>
          <strong>{strings.conflicts.title(conflicts.length)}</strong>
          <ConflictList conflicts={conflicts} />
        </Bar>
      )}
      {trouble && (
        <Bar intent="error" onDismiss={() => session.dismiss("trouble")} actions={recheck}>
          <strong>{strings.fault.title[faultKind(trouble)]}</strong> {trouble.message}
        </Bar>
      )}
      {unmarked.length > 0 && (
        <Bar intent="info" onDismiss={() => session.dismiss("unmarked")} actions={recheck}>
          {strings.unmarked(unmarked)}
        </Bar>
      )}
      {review && stale.size > 0 && (
        <Bar intent="warning" actions={busy === "rechecking" ? undefined : recheck}>
          {strings.stale.title(stale.size, review.forms.length)}
        </Bar>
      )}
      {notice && notice.kind !== "filled" && notice.kind !== "rechecked" && (
        <Bar intent={notice.kind === "cancelled" ? "info" : "success"} onDismiss={() => session.dismiss("notice")} actions={<NoticeAction notice={notice} />}>
          {noticeText(notice)}
        </Bar>
      )}
    </div>
  );
}

function NoticeAction({ notice }: { readonly notice: Notice }) {
  const session = useSession();
  if (notice.kind === "reason") return <Button size="small" onClick={() => void session.takeBackReason()}>{strings.notice.takeBack}</Button>;
  if (notice.kind === "written") return <Button size="small" onClick={() => void session.undo()}>{strings.notice.undo}</Button>;
  if (notice.kind === "rule-off") return <Button size="small" onClick={() => void session.switchRule(notice.rule, true)}>{strings.notice.undo}</Button>;
  return null;
}

function FailedWriteActions() {
  const session = useSession();
  const { failedWrite } = useSessionState();
  return (
    <>
      {failedWrite && failedWrite.untouched.length > 0 && <Button size="small" onClick={() => void session.retryWrite()}>{strings.failedWrite.retry}</Button>}
      {failedWrite?.restorable && <Button size="small" onClick={() => void session.undo()}>{strings.failedWrite.restore}</Button>}
    </>
  );
}
