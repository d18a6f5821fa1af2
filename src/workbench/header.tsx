/** The page's head: the workbook's name, opening, saving, undo. */
import { Badge, Button, makeStyles, tokens, Tooltip } from "@fluentui/react-components";
import { ArrowRedo20Regular, ArrowUndo20Regular, FolderOpen20Regular, Save20Regular } from "@fluentui/react-icons";
import { useRef } from "react";
import type { Layout } from "./layout";
import { strings } from "./strings.zh-CN";
import type { Desk } from "./use-desk";
import { ViewSwitch } from "./view-switch";

/** Below this width of the window, words give way to icons; screen readers are told the words as before. */
const SMALL = "@media (max-width: 639.98px)";
/** Below this one, the workbook's name needs the room more than a sign that explains itself. */
const MEDIUM = "@media (max-width: 767.98px)";
const UNSEEN = { position: "absolute", width: "1px", height: "1px", margin: "-1px", overflow: "hidden", clip: "rect(0 0 0 0)", whiteSpace: "nowrap" } as const;

const useStyles = makeStyles({
  head: { flexShrink: 0, backgroundColor: tokens.colorNeutralBackground1 },
  row: {
    display: "flex",
    position: "relative",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    minHeight: "48px",
    padding: `0 ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    [SMALL]: { gap: tokens.spacingHorizontalXXS, padding: `0 ${tokens.spacingHorizontalS}` },
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, whiteSpace: "nowrap", [SMALL]: UNSEEN },
  name: { minWidth: 0, overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap", color: tokens.colorNeutralForeground2 },
  unsaved: { flexShrink: 0, color: tokens.colorPaletteRedForeground1, fontSize: tokens.fontSizeBase200, whiteSpace: "nowrap" },
  space: { flexGrow: 1 },
  plain: { flexShrink: 0 },
  button: { flexShrink: 0, [SMALL]: { minWidth: "32px", maxWidth: "32px", padding: "5px" } },
  icon: { [SMALL]: { margin: 0 } },
  word: { [SMALL]: UNSEEN },
  words: { [MEDIUM]: UNSEEN },
  file: { display: "none" },
});

export function Header({ desk, layout }: { readonly desk: Desk; readonly layout: Layout }) {
  const styles = useStyles();
  const file = useRef<HTMLInputElement>(null);
  const { open, unsaved, waiting } = desk;
  return (
    <header className={styles.head} data-region="header" aria-label={strings.header}>
      <div className={styles.row}>
        <h1 className={styles.title}>{strings.product}</h1>
        <span className={styles.name} title={open?.name}>
          {open?.name}
        </span>
        {open?.sample && (
          <Badge appearance="tint" className={styles.plain}>
            {strings.sample}
          </Badge>
        )}
        {unsaved && (
          <span className={styles.unsaved}>
            ● <span className={styles.words}>{strings.unsaved}</span>
          </span>
        )}
        <span className={styles.space} />
        <Tooltip content={strings.undo} relationship="label">
          <Button className={styles.button} appearance="subtle" icon={<ArrowUndo20Regular />} disabled={!open} onClick={() => void open?.session.undo()} />
        </Tooltip>
        <Tooltip content={strings.redo} relationship="label">
          <Button className={styles.button} appearance="subtle" icon={<ArrowRedo20Regular />} disabled={!open} onClick={() => void open?.session.redo()} />
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
          <Button className={styles.button} icon={{ children: <FolderOpen20Regular />, className: styles.icon }} disabledFocusable={waiting !== null} onClick={() => file.current?.click()}>
            <span className={styles.word}>{strings.open}</span>
          </Button>
        </Tooltip>
        <Tooltip content={strings.saveAsHint} relationship="description">
          <Button className={styles.button} appearance="primary" icon={{ children: <Save20Regular />, className: styles.icon }} disabled={!open} onClick={desk.save}>
            <span className={styles.word}>{strings.saveAs}</span>
          </Button>
        </Tooltip>
      </div>
      {layout.narrow && open && <ViewSwitch layout={layout} />}
    </header>
  );
}
