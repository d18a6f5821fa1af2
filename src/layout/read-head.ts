/** Head fields and goals: what stands above the indicator table. SPEC L7, L8. */
import type { Form, GoalKey, HeadField, HeadKey } from "../model/form";
import { FUNDS_COLUMNS, TABLE_COLUMNS } from "./lexicon/column-words";
import { END_LABELS, FUNDS_TITLES, FUND_ROWS, GOAL_LABELS, HEAD_LABELS, OTHER_HEAD_LABELS, UNIT_LABELS } from "./lexicon/label-words";
import type { Label } from "./label";
import { valueBelow, valueRight } from "./read-pairs";
import type { CellView, RowView, SheetView } from "./sheet-view";
import { chain, wordMap, wordSet } from "./word-map";

const headKey = wordMap(HEAD_LABELS);
const goalKey = wordMap(GOAL_LABELS);
const otherLabel = wordSet([...FUNDS_TITLES, ...Object.values(FUND_ROWS).flat(), ...Object.values(FUNDS_COLUMNS).flat(), ...END_LABELS, ...OTHER_HEAD_LABELS, ...TABLE_COLUMNS.level1, ...TABLE_COLUMNS.level2, ...TABLE_COLUMNS.name]);
const isUnitLabel = wordSet(UNIT_LABELS);

/** An unknown word with a colon and nothing behind it is some label. */
const UNKNOWN_LABEL_LIMIT = 12;

export function isAnyLabel(cell: CellView): boolean {
  const label = cell.label;
  if (!label) return false;
  if (label.inline === "" && label.word.length <= UNKNOWN_LABEL_LIMIT) return true;
  if (label.inline !== null && isUnitLabel(label)) return true;
  return headKey(label) !== null || goalKey(label) !== null || otherLabel(label);
}

export function readHead(view: SheetView, rows: readonly RowView[]): Form["head"] {
  const head: Partial<Record<HeadKey, HeadField>> = {};
  for (const row of rows) {
    for (const cell of row.cells) {
      for (const label of chain(cell.label)) {
        const key = headKey(label);
        // The first of two equal labels is the form's own.
        if (key && !head[key]) head[key] = valueRight(view, row, cell, isAnyLabel, label);
      }
    }
  }
  return head;
}

/** A goal's label with the part that its row gives it. */
interface GoalCell {
  readonly cell: CellView;
  readonly label: Label;
  readonly key: GoalKey;
}

export function readGoals(view: SheetView, rows: readonly RowView[]): Form["goals"] {
  const goals: Partial<Record<GoalKey, HeadField>> = {};
  for (const row of rows) {
    for (const goal of asPlaced(goalCells(row), row)) {
      if (!goals[goal.key]) goals[goal.key] = goalValue(view, row, goal);
    }
  }
  return goals;
}

function goalCells(row: RowView): GoalCell[] {
  const found: GoalCell[] = [];
  for (const cell of row.cells) {
    const key = cell.label && goalKey(cell.label);
    if (cell.label && key) found.push({ cell, label: cell.label, key });
  }
  return found;
}

/**
 * 年度总体目标 | 预期目标 | 实际完成情况: the first is a side header with no text of its own. 总体目标 | 全年实际完成情况: what stands
 * beside the result is the expectation, whatever its name.
 */
function asPlaced(found: readonly GoalCell[], row: RowView): GoalCell[] {
  const [first, second, third] = found;
  if (!first || !second || first.label.inline) return [...found];
  const adjacent = row.cells[row.cells.indexOf(first.cell) + 1] === second.cell;
  if (!adjacent) return [...found];
  if (third || second.key === "expected" || (first.key === "annual" && first.cell.bottom > first.cell.cell.row && second.cell.bottom === second.cell.cell.row)) {
    return asPlaced(found.slice(1), row);
  }
  return second.key === "achieved" && first.key !== "expected" ? [{ ...first, key: "expected" }, ...found.slice(1)] : [...found];
}

/**
 * Beside or below? A goal's text stands beside its label where the next cell holds prose, below it where the next cell
 * is another label or nothing.
 */
function goalValue(view: SheetView, row: RowView, { cell, label }: GoalCell): HeadField {
  const beside = (): HeadField => valueRight(view, row, cell, isAnyLabel);
  if (label.inline) return beside();
  const next = row.cells.find((other) => other.cell.col > cell.right);
  if (next && !isAnyLabel(next)) return beside();
  const below = view.rowAt(cell.bottom + 1)?.cells.find((other) => other.cell.col === cell.cell.col);
  if (below) return isAnyLabel(below) ? beside() : valueBelow(view, cell);
  // Nothing on either side: below if the next row holds texts of the row's other goals, else the blank cell beside.
  const lower = view.rowAt(cell.bottom + 1)?.cells[0];
  return next || (lower && !isAnyLabel(lower)) ? valueBelow(view, cell) : beside();
}
