/** The list of findings: filters, groups, and one unfolded finding. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { type KeyboardEvent, useRef, useState } from "react";
import { SEVERITIES } from "../model/finding";
import type { WorkbookReview } from "../model/review";
import { Disclosure } from "./disclosure";
import { FindingRow } from "./finding-row";
import { FindingsToolbar } from "./findings-toolbar";
import { NO_FILTER, position, type FindingsFilter, type FindingsGroup, type Selection } from "./findings-view";
import { KeptList } from "./kept-list";
import { usePanelStyles } from "./pane-panel";
import { useFocusRescue } from "./focus-rescue";
import { useSessionState } from "./session-context";
import { SeverityLabel } from "./severity-icon";
import { strings } from "./strings.zh-CN";

const useStyles = makeStyles({
  counts: { display: "flex", columnGap: tokens.spacingHorizontalS, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  empty: { display: "flex", flexDirection: "column", alignItems: "start", rowGap: tokens.spacingVerticalS },
});

/** So few findings are all shown at once; of more, only the first group and what the user opens. */
const OPEN_ALL_UP_TO = 40;
const PAGE = 50;

export interface FindingsTabProps {
  readonly review: WorkbookReview;
  readonly groups: readonly FindingsGroup[];
  readonly filter: FindingsFilter;
  readonly onFilter: (filter: FindingsFilter) => void;
  readonly selection: Selection;
  readonly onSelect: (key: string | null, focus: boolean, reveal: boolean) => void;
  readonly onStep: (by: 1 | -1) => void;
  readonly openGroups: ReadonlyMap<string, boolean>;
  readonly onOpenGroup: (id: string, open: boolean) => void;
}

export function FindingsTab({ review, groups, filter, onFilter, selection, onSelect, onStep, openGroups, onOpenGroup }: FindingsTabProps) {
  const styles = useStyles();
  const panel = usePanelStyles();
  const { findings } = useSessionState();
  const list = useRef<HTMLDivElement>(null);
  const count = groups.reduce((sum, group) => sum + group.findings.length, 0);
  const isOpen = (group: FindingsGroup, i: number): boolean => openGroups.get(group.id) ?? (count <= OPEN_ALL_UP_TO || i === 0);
  const open = groups.filter(isOpen).map((group) => group.id);
  const entry = position(groups, selection.key) > 0 ? selection.key : (groups.find((group) => open.includes(group.id))?.findings[0]?.key ?? null);
  useFocusRescue(list, groups);
  return (
    <>
      <FindingsToolbar filter={filter} onFilter={onFilter} position={position(groups, selection.key)} count={count} onStep={onStep} />
      {count === 0 && (
        <div className={`${panel.panel} ${styles.empty}`}>
          {findings.active.length === 0 ? strings.findings.none : strings.findings.noMatch}
          {findings.active.length > 0 && (
            <Button size="small" onClick={() => onFilter({ ...NO_FILTER, groupBy: filter.groupBy })}>
              {strings.findings.clearFilter}
            </Button>
          )}
        </div>
      )}
      <div ref={list} onKeyDown={walkRows}>
        {groups.map((group) => (
          <Disclosure
            key={group.id}
            title={group.title}
            open={open.includes(group.id)}
            onToggle={(on) => onOpenGroup(group.id, on)}
            aside={
              <span className={styles.counts}>
                {SEVERITIES.filter((severity) => group.counts[severity] > 0).map((severity) => (
                  <SeverityLabel key={severity} severity={severity} count={group.counts[severity]} wordless />
                ))}
              </span>
            }
          >
            <Rows group={group} review={review} filter={filter} selection={selection} onSelect={onSelect} entry={entry} />
          </Disclosure>
        ))}
      </div>
      {findings.kept.length > 0 && <KeptList review={review} />}
    </>
  );
}

interface RowsProps {
  readonly group: FindingsGroup;
  readonly review: WorkbookReview;
  readonly filter: FindingsFilter;
  readonly selection: Selection;
  readonly onSelect: FindingsTabProps["onSelect"];
  /** The row that Tab comes to; arrows lead to the others. */
  readonly entry: string | null;
}

function Rows({ group, review, filter, selection, onSelect, entry }: RowsProps) {
  const panel = usePanelStyles();
  const [pages, setPages] = useState(1);
  const at = group.findings.findIndex((finding) => finding.key === selection.key);
  const shown = Math.max(pages * PAGE, at + 1);
  return (
    <>
      <ul className={panel.plainList} aria-label={`${strings.findings.list}${strings.colon}${group.title}`}>
        {group.findings.slice(0, shown).map((finding) => (
          <FindingRow
            key={finding.key}
            finding={finding}
            review={review}
            groupBy={filter.groupBy}
            unfolded={finding.key === selection.key}
            focused={finding.key === selection.key && selection.focus}
            tabStop={finding.key === entry}
            onSelect={onSelect}
          />
        ))}
      </ul>
      {group.findings.length > shown && (
        <div className={panel.panel}>
          <Button size="small" onClick={() => setPages(Math.ceil(shown / PAGE) + 1)}>
            {strings.findings.more(Math.min(PAGE, group.findings.length - shown))}
          </Button>
        </div>
      )}
    </>
  );
}

/** Arrow keys, Home and End go from row to row, over the groups' borders. */
function walkRows(event: KeyboardEvent<HTMLDivElement>): void {
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-finding]")];
  const at = rows.findIndex((row) => row === event.target);
  if (at < 0) return;
  const next = { ArrowDown: rows[at + 1], ArrowUp: rows[at - 1], Home: rows[0], End: rows.at(-1) }[event.key];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
