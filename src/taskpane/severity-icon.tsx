import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ErrorCircle16Filled, Info16Filled, Warning16Filled } from "@fluentui/react-icons";
import type { Severity } from "../model/finding";
import { strings } from "./strings.zh-CN";

const useStyles = makeStyles({
  root: { display: "inline-flex", alignItems: "center", columnGap: tokens.spacingHorizontalXXS, whiteSpace: "nowrap" },
  icon: { flexShrink: 0 },
  error: { color: tokens.colorStatusDangerForeground1 },
  warning: { color: tokens.colorStatusWarningForeground3 },
  info: { color: tokens.colorBrandForeground1 },
});

const ICONS = { error: ErrorCircle16Filled, warning: Warning16Filled, info: Info16Filled };

/** Icon, word and colour: none of them alone tells a severity. With a count the word may be left to screen readers. */
export function SeverityLabel({ severity, count, wordless = false }: { readonly severity: Severity; readonly count?: number; readonly wordless?: boolean }) {
  const styles = useStyles();
  const Icon = ICONS[severity];
  const word = strings.severity[severity];
  return (
    <span className={styles.root} {...(wordless ? { role: "img", "aria-label": strings.summary.count(word, count ?? 0), title: word } : {})}>
      <Icon aria-hidden className={mergeClasses(styles.icon, styles[severity])} />
      {!wordless && <span>{word}</span>}
      {count !== undefined && <span>{count}</span>}
    </span>
  );
}
