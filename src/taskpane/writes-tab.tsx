/** What the review would write, old → new, ticked by default; nothing of it is written without the button. */
import { Button, Checkbox, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import type { WorkbookReview } from "../model/review";
import { preview, type PreviewGroup, type PreviewRow } from "../writeback/preview";
import { CellLink } from "./cell-link";
import { formNames } from "./findings-view";
import { usePanelStyles } from "./pane-panel";
import { useSession, useSessionState } from "./session-context";
import { strings } from "./strings.zh-CN";

const useStyles = makeStyles({
  group: { borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}` },
  row: { display: "grid", gridTemplateColumns: "auto minmax(0, 1fr)", paddingLeft: tokens.spacingHorizontalS },
  body: { minWidth: 0, paddingTop: tokens.spacingVerticalXS, paddingRight: tokens.spacingHorizontalM, paddingBottom: tokens.spacingVerticalXS },
  change: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalXS, alignItems: "baseline" },
  old: { color: tokens.colorNeutralForeground3, textDecorationLine: "line-through" },
  foot: {
    position: "sticky",
    bottom: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
});

const PAGE = 60;

export function WritesTab({ review }: { readonly review: WorkbookReview }) {
  const styles = useStyles();
  const panel = usePanelStyles();
  const session = useSession();
  const { pending, unticked, filled, busy, undoCells } = useSessionState();
  const [limit, setLimit] = useState(PAGE);
  const groups = useMemo(() => preview({ edits: pending }), [pending]);
  const names = useMemo(() => formNames(review.forms), [review.forms]);
  const chosen = groups.reduce((sum, group) => sum + group.rows.filter((row) => !unticked.has(row.id)).length, 0);
  const text = strings.writes;
  return (
    <>
      <p className={panel.panel} style={{ margin: 0 }}>
        {groups.length > 0 ? text.intro : filled > 0 ? text.noneAfterFill(filled) : text.none}
      </p>
      {cut(groups, limit).map((group) => (
        <Group key={group.form} group={group} name={names[group.form] ?? ""} home={review.forms[group.form]?.form.sheet ?? ""} />
      ))}
      {pending.length > limit && (
        <div className={panel.panel}>
          <Button size="small" onClick={() => setLimit(limit + PAGE)}>
            {strings.findings.more(Math.min(PAGE, pending.length - limit))}
          </Button>
        </div>
      )}
      {undoCells !== null && (
        <div className={`${panel.panel} ${panel.quiet}`}>
          <div>{text.undoHint(undoCells)}</div>
          <Button size="small" disabledFocusable={busy === "writing"} onClick={() => void session.undo()}>
            {text.undo}
          </Button>
        </div>
      )}
      {groups.length > 0 && (
        <div className={styles.foot}>
          <Button appearance="primary" disabledFocusable={chosen === 0 || busy === "writing"} onClick={() => void session.writeChosen()}>
            {text.write(chosen)}
          </Button>
        </div>
      )}
    </>
  );
}

function Group({ group, name, home }: { readonly group: PreviewGroup; readonly name: string; readonly home: string }) {
  const styles = useStyles();
  const panel = usePanelStyles();
  const session = useSession();
  const { unticked } = useSessionState();
  const ids = group.rows.map((row) => row.id);
  const on = ids.filter((id) => !unticked.has(id)).length;
  return (
    <section className={styles.group} aria-label={name}>
      <h3 className={panel.heading}>
        <Checkbox
          label={<span className={panel.strong}>{name}</span>}
          aria-label={strings.writes.all(name)}
          checked={on === ids.length ? true : on === 0 ? false : "mixed"}
          onChange={(_, { checked }) => session.tick(ids, checked === true)}
        />
      </h3>
      <ul className={panel.plainList}>
        {group.rows.map((row) => (
          <li key={row.id} className={styles.row}>
            <Row row={row} home={home} on={!unticked.has(row.id)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Row({ row, home, on }: { readonly row: PreviewRow; readonly home: string; readonly on: boolean }) {
  const styles = useStyles();
  const panel = usePanelStyles();
  const session = useSession();
  const field = row.edit.field === null ? "" : strings.field[row.edit.field];
  const old = row.kind === "blank" ? strings.emptyCell : row.oldText;
  return (
    <>
      <Checkbox aria-label={strings.writes.row(field, row.id, old, row.newText)} checked={on} onChange={(_, { checked }) => session.tick([row.id], checked === true)} />
      <div className={styles.body}>
        <div className={styles.change}>
          <span>{field}</span>
          <CellLink cell={row.edit.ref} home={home} />
        </div>
        <div className={`${styles.change} ${panel.numbers}`}>
          {row.kind === "blank" ? <span className={panel.quiet}>{old}</span> : <del className={styles.old}>{old}</del>}
          <span aria-hidden>→</span>
          <ins style={{ textDecoration: "none" }} className={panel.strong}>
            {row.newText}
          </ins>
        </div>
        <div className={panel.quiet}>{row.edit.why}</div>
      </div>
    </>
  );
}

/** The first `limit` rows, group by group. */
function cut(groups: readonly PreviewGroup[], limit: number): PreviewGroup[] {
  const shown: PreviewGroup[] = [];
  let left = limit;
  for (const group of groups) {
    if (left <= 0) break;
    shown.push({ ...group, rows: group.rows.slice(0, left) });
    left -= group.rows.length;
  }
  return shown;
}
