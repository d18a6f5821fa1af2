/** The result: figures first, then projects, findings and writes, a tab each. */
import { makeStyles } from "@fluentui/react-components";
import { useCallback, useId, useMemo, useState } from "react";
import type { CellRef } from "../model/address";
import type { Severity } from "../model/finding";
import type { WorkbookReview } from "../model/review";
import { FindingsTab } from "./findings-tab";
import { findingAt, groupFindings, groupIdOfForm, neighbour, NO_FILTER, type FindingsFilter, type Selection } from "./findings-view";
import { ProjectsTab } from "./projects-tab";
import { sameRef } from "./reasons";
import { useCore, useSession, useSessionState } from "./session-context";
import { strings } from "./strings.zh-CN";
import { Summary } from "./summary";
import { tabId, Tabs } from "./tabs";
import { stepOfKey } from "./keys";
import { WritesTab } from "./writes-tab";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", minHeight: "100%" },
  panel: { flexGrow: 1, display: "flex", flexDirection: "column" },
});

export type ResultTab = "projects" | "findings" | "writes";

export interface ResultViewProps {
  readonly review: WorkbookReview;
  readonly selected: CellRef | null;
}

export function ResultView({ review, selected }: ResultViewProps) {
  const styles = useStyles();
  const session = useSession();
  const { ruleText } = useCore();
  const { findings, pending } = useSessionState();
  const panelId = useId();
  const [tab, setTab] = useState<ResultTab>("projects");
  const [filter, setFilter] = useState<FindingsFilter>(NO_FILTER);
  const [selection, setSelection] = useState<Selection>({ key: null, focus: false });
  const [openGroups, setOpenGroups] = useState<ReadonlyMap<string, boolean>>(new Map());
  const groups = useMemo(() => groupFindings(findings.active, review, filter, ruleText), [findings.active, review, filter, ruleText]);

  const select = useCallback(
    (key: string | null, focus: boolean, reveal: boolean) => {
      setSelection({ key, focus });
      const group = groups.find((candidate) => candidate.findings.some((finding) => finding.key === key));
      const finding = group?.findings.find((candidate) => candidate.key === key);
      if (!group || !finding) return;
      setTab("findings");
      setOpenGroups((open) => new Map(open).set(group.id, true));
      if (reveal) void session.reveal(finding.cell);
    },
    [groups, session],
  );
  const step = useCallback(
    (by: 1 | -1) => {
      const next = neighbour(groups, selection.key, by);
      if (next) select(next.key, true, true);
    },
    [groups, select, selection.key],
  );

  // The sheet's selection leads the list, once per cell: what the user then does in the list stands.
  const [followed, setFollowed] = useState<CellRef | null>(selected);
  if (!sameRef(selected, followed)) {
    setFollowed(selected);
    const found = selected && findingAt(groups, selected, selection.key);
    if (found && found.key !== selection.key) select(found.key, false, false);
  }

  const showSeverity = (severity: Severity): void => {
    // From another tab a click asks for this severity; on the list itself it switches it on and off.
    const severities = new Set(tab === "findings" ? filter.severities : []);
    if (!severities.delete(severity)) severities.add(severity);
    setFilter({ ...filter, severities });
    setTab("findings");
  };
  const showProject = (form: number): void => {
    const projects: FindingsFilter = { ...NO_FILTER, groupBy: "project" };
    setFilter(projects);
    setTab("findings");
    setOpenGroups((open) => new Map(open).set(groupIdOfForm(form), true));
    const [first] = groupFindings(findings.active, review, projects, ruleText).find((group) => group.id === groupIdOfForm(form))?.findings ?? [];
    setSelection({ key: first?.key ?? null, focus: true });
    if (first) void session.reveal(first.cell);
  };

  return (
    <div
      className={styles.root}
      onKeyDown={(event) => {
        const by = stepOfKey(event);
        if (by === null) return;
        event.preventDefault();
        step(by);
      }}
    >
      <Summary review={review} filtered={tab === "findings" ? filter.severities : null} onSeverity={showSeverity} onWrites={() => setTab("writes")} />
      <Tabs
        label={strings.tabs.label}
        panel={panelId}
        selected={tab}
        onSelect={setTab}
        items={[
          { id: "projects", title: strings.tabs.projects, count: review.forms.length },
          { id: "findings", title: strings.tabs.findings, count: findings.active.length },
          { id: "writes", title: strings.tabs.writes, count: pending.length },
        ]}
      />
      <div role="tabpanel" id={panelId} aria-labelledby={tabId(panelId, tab)} className={styles.panel}>
        {tab === "projects" && <ProjectsTab review={review} onProject={showProject} />}
        {tab === "findings" && (
          <FindingsTab
            review={review}
            groups={groups}
            filter={filter}
            onFilter={setFilter}
            selection={selection}
            onSelect={select}
            onStep={step}
            openGroups={openGroups}
            onOpenGroup={(id, open) => setOpenGroups((before) => new Map(before).set(id, open))}
          />
        )}
        {tab === "writes" && <WritesTab review={review} />}
      </div>
    </div>
  );
}
