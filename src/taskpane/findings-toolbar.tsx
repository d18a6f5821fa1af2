import { Input, makeStyles, Select, tokens } from "@fluentui/react-components";
import { ChevronDown20Regular, ChevronUp20Regular, Search16Regular } from "@fluentui/react-icons";
import type { FindingsFilter, GroupBy } from "./findings-view";
import { IconButton } from "./icon-button";
import { usePanelStyles } from "./pane-panel";
import { strings } from "./strings.zh-CN";

const useStyles = makeStyles({
  row: { display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalXS, rowGap: tokens.spacingVerticalXXS, flexWrap: "wrap" },
  search: { flexGrow: 1, flexBasis: "96px", minWidth: 0 },
  group: { width: "96px", flexShrink: 0 },
  steps: { display: "flex", alignItems: "center", marginLeft: "auto" },
});

const GROUPS: readonly GroupBy[] = ["project", "sheet", "rule"];

export interface FindingsToolbarProps {
  readonly filter: FindingsFilter;
  readonly onFilter: (filter: FindingsFilter) => void;
  /** Place of the selected finding, 0 if none is. */
  readonly position: number;
  readonly count: number;
  readonly onStep: (by: 1 | -1) => void;
}

export function FindingsToolbar({ filter, onFilter, position, count, onStep }: FindingsToolbarProps) {
  const styles = useStyles();
  const panel = usePanelStyles();
  const text = strings.findings;
  return (
    <div className={`${panel.panel} ${styles.row}`}>
        <Input
          className={styles.search}
          size="small"
          type="search"
          contentBefore={<Search16Regular aria-hidden />}
          placeholder={text.search}
          aria-label={text.search}
          value={filter.search}
          onChange={(_, { value }) => onFilter({ ...filter, search: value })}
        />
        <Select className={styles.group} size="small" aria-label={text.groupBy} value={filter.groupBy} onChange={(_, { value }) => onFilter({ ...filter, groupBy: value as GroupBy })}>
          {GROUPS.map((group) => (
            <option key={group} value={group}>
              {text.group[group]}
            </option>
          ))}
        </Select>
        <span className={styles.steps}>
          <span className={`${panel.quiet} ${panel.numbers}`}>{text.position(position, count)}</span>
          <IconButton size="small" icon={<ChevronUp20Regular />} label={text.previous} disabled={count === 0} onClick={() => onStep(-1)} />
          <IconButton size="small" icon={<ChevronDown20Regular />} label={text.next} disabled={count === 0} onClick={() => onStep(1)} />
        </span>
    </div>
  );
}
