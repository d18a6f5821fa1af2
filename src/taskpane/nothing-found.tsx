import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { DocumentSearch24Regular } from "@fluentui/react-icons";
import type { WorkbookReview } from "../model/review";
import { Screen } from "./screen";
import { strings } from "./strings.zh-CN";

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: "none", display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
  sheet: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
});

/** Not only that nothing was found, but why, sheet by sheet. */
export function NothingFound({ review, sample }: { readonly review: WorkbookReview; readonly sample?: { readonly label: string; readonly open: () => void } }) {
  const styles = useStyles();
  return (
    <Screen icon={<DocumentSearch24Regular />} title={strings.nothing.title} text={strings.nothing.text} actions={sample && <Button onClick={sample.open}>{sample.label}</Button>}>
      <ul className={styles.list}>
        {review.withoutForm.map(({ sheet, found, missing }) => (
          <li key={sheet}>
            <div className={styles.sheet}>{sheet}</div>
            <div>{strings.nothing.sheet(missing)}</div>
            {found.length > 0 && <div className={styles.quiet}>{strings.nothing.found(found)}</div>}
          </li>
        ))}
      </ul>
      <p style={{ margin: 0 }}>{strings.nothing.hint}</p>
    </Screen>
  );
}
