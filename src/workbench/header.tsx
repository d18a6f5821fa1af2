/** The page's head: the workbook's name, opening, saving, undo. */
import { Badge, Button, makeStyles, tokens, Tooltip } from "@fluentui/react-components";
import { ArrowRedo20Regular, ArrowUndo20Regular, FolderOpen20Regular, Save20Regular } from "@fluentui/react-icons";
import { useRef } from "react";
import { strings } from "./strings.zh-CN";
import type { Desk } from "./use-desk";

const useStyles = makeStyles({
  head: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS, minHeight: "48px", padding: `0 ${tokens.spacingHorizontalM}`, borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, backgroundColor: tokens.colorNeutralBackground1, flexShrink: 0 },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, whiteSpace: "nowrap" },
  name: { minWidth: 0, overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap", color: tokens.colorNeutralForeground2 },
  unsaved: { flexShrink: 0, color: tokens.colorPaletteRedForeground1, fontSize: tokens.fontSizeBase200, whiteSpace: "nowrap" },
  space: { flexGrow: 1 },
  plain: { flexShrink: 0 },
  file: { display: "none" },
});

export function Header({ desk }: { readonly desk: Desk }) {
  const styles = useStyles();
  const file = useRef<HTMLInputElement>(null);
  const { open, unsaved, waiting } = desk;
  return (
    <header className={styles.head} data-region="header" aria-label={strings.header}>
      <h1 className={styles.title}>{strings.product}</h1>
      <span className={styles.name} title={open?.name}>
        {open?.name}
      </span>
      {open?.sample && (
        <Badge appearance="tint" className={styles.plain}>
          {strings.sample}
        </Badge>
      )}
      {unsaved && <span className={styles.unsaved}>● {strings.unsaved}</span>}
      <span className={styles.space} />
      <Tooltip content={strings.undo} relationship="label">
        <Button appearance="subtle" icon={<ArrowUndo20Regular />} disabled={!open} onClick={() => void open?.session.undo()} />
      </Tooltip>
      <Tooltip content={strings.redo} relationship="label">
        <Button appearance="subtle" icon={<ArrowRedo20Regular />} disabled={!open} onClick={() => void open?.session.redo()} />
      </Tooltip>
      <input
        ref={file}
        className={styles.file}
        type="file"
        accept=".xlsx,.xlsm"
        aria-label={strings.openHint}
        tabIndex={-1}
        onChange={(event) => {
          desk.openFiles([...(event.target.files ?? [])]);
          // The same file can be chosen again.
          event.target.value = "";
        }}
      />
      <Tooltip content={strings.openHint} relationship="description">
        <Button className={styles.plain} icon={<FolderOpen20Regular />} disabledFocusable={waiting !== null} onClick={() => file.current?.click()}>
          {strings.open}
        </Button>
      </Tooltip>
      <Tooltip content={strings.saveAsHint} relationship="description">
        <Button className={styles.plain} appearance="primary" icon={<Save20Regular />} disabled={!open} onClick={desk.save}>
          {strings.saveAs}
        </Button>
      </Tooltip>
    </header>
  );
}
