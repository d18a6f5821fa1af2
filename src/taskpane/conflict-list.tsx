import { makeStyles, tokens } from "@fluentui/react-components";
import type { Conflict } from "../model/write-plan";
import { editId } from "../writeback/edit-id";
import { valueText } from "../model/value-text";
import { CellLink } from "./cell-link";
import { strings } from "./strings.zh-CN";

const useStyles = makeStyles({
  list: { margin: `${tokens.spacingVerticalXXS} 0`, padding: 0, listStyleType: "none", maxHeight: "12em", overflowY: "auto" },
});

/** Cell, expected, found: for a person to decide. */
export function ConflictList({ conflicts }: { readonly conflicts: readonly Conflict[] }) {
  const styles = useStyles();
  return (
    // Can be scrolled, so it can be reached.
    <ul className={styles.list} tabIndex={conflicts.length > 6 ? 0 : undefined}>
      {conflicts.map((conflict) => (
        <li key={editId(conflict.edit)}>
          {conflict.edit.ref.sheet} <CellLink cell={conflict.edit.ref} home={conflict.edit.ref.sheet} />
          {strings.conflicts.row(shown(valueText(conflict.edit.before)), found(conflict))}
        </li>
      ))}
    </ul>
  );
}

function found({ found: value, foundFormula }: Conflict): string {
  return foundFormula === null ? shown(valueText(value)) : strings.conflicts.formula(foundFormula);
}

function shown(text: string): string {
  return text === "" ? strings.emptyCell : text;
}
