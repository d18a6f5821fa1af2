/** Head fields and goals: what stands above the indicator table. SPEC L7, L8. */
import type { Form, GoalKey, HeadField, HeadKey } from "../model/form";
import { END_LABELS, FUNDS_TITLES, FUND_ROWS, GOAL_LABELS, HEAD_LABELS } from "./lexicon/label-words";
import { FUNDS_COLUMNS } from "./lexicon/column-words";
import { nextCell, valueBelow, valueRight } from "./read-pairs";
import type { CellView, RowView, SheetView } from "./sheet-view";
import { wordMap, wordSet } from "./word-map";

const headKey = wordMap(HEAD_LABELS);
const goalKey = wordMap(GOAL_LABELS);
const otherLabel = wordSet([...FUNDS_TITLES, ...Object.values(FUND_ROWS).flat(), ...Object.values(FUNDS_COLUMNS).flat(), ...END_LABELS]);

export function isAnyLabel(cell: CellView): boolean {
  const label = cell.label;
  return label !== null && (headKey(label) !== null || goalKey(label) !== null || otherLabel(label));
}

export function readHead(view: SheetView, rows: readonly RowView[]): Form["head"] {
  const head: Partial<Record<HeadKey, HeadField>> = {};
  for (const row of rows) {
    for (const cell of row.cells) {
      const key = cell.label && headKey(cell.label);
      // The first of two equal labels is the form's own; funds tables repeat 自评得分 as a column.
      if (!key || head[key]) continue;
      head[key] = valueRight(view, row, cell, isAnyLabel);
    }
  }
  return head;
}

export function readGoals(view: SheetView, rows: readonly RowView[]): Form["goals"] {
  const goals: Partial<Record<GoalKey, HeadField>> = {};
  for (const row of rows) {
    for (const cell of row.cells) {
      const key = cell.label && goalKey(cell.label);
      if (!key || goals[key]) continue;
      const found = goalValue(view, row, cell);
      if (found) goals[key] = found;
    }
  }
  return goals;
}

/**
 * Beside or below? A goal's text stands beside its label where the next cell holds prose, below it where the next cell
 * is another label or nothing. Null for a side header (年度总体目标 beside 预期目标), which has no text of its own.
 */
function goalValue(view: SheetView, row: RowView, cell: CellView): HeadField | null {
  if (cell.label?.inline) return valueRight(view, row, cell, isAnyLabel);
  const next = nextCell(row, cell);
  if (next && !isAnyLabel(next)) return valueRight(view, row, cell, isAnyLabel);
  const tall = cell.bottom > cell.cell.row;
  if (next && tall) return null;
  const below = view.rowAt(cell.bottom + 1)?.cells.find((other) => other.cell.col === cell.cell.col);
  const isSideHeader = next !== undefined && goalKeyOf(next) !== null && cell.cell.col < next.cell.col && below !== undefined && isAnyLabel(below);
  if (isSideHeader) return null;
  return below && isAnyLabel(below) ? valueRight(view, row, cell, isAnyLabel) : valueBelow(view, cell);
}

function goalKeyOf(cell: CellView): GoalKey | null {
  return cell.label && goalKey(cell.label);
}
