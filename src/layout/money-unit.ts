/** 元 or 万元, and the cell that says so. SPEC L12. */
import type { Field, MoneyUnit } from "../model/form";
import { fieldAt } from "./fields";
import { UNIT_LABELS } from "./lexicon/label-words";
import type { Label } from "./label";
import type { CellView, RowView, SheetView } from "./sheet-view";
import { chain, wordSet } from "./word-map";

const isUnitLabel = wordSet(UNIT_LABELS);

export interface UnitFound {
  readonly unit: MoneyUnit | null;
  readonly unitField: Field | null;
}

/** The unit is named in the block's title, in a header, in a row's label, or in a cell of its own (单位：万元) in the block or above it. */
export function moneyUnit(view: SheetView, own: readonly CellView[], headers: readonly CellView[], above: readonly RowView[]): UnitFound {
  for (const cell of [...own, ...headers]) {
    const unit = cell.label?.money ?? null;
    if (unit) return { unit, unitField: cellField(view, cell) };
  }
  for (const row of [...above].reverse()) {
    for (const [i, cell] of row.cells.entries()) {
      const unit = unitIn(cell, row.cells[i + 1]);
      if (unit) return { unit, unitField: cellField(view, cell) };
    }
  }
  const first = headers[0] ?? own[0];
  return { unit: null, unitField: first ? cellField(view, first) : null };
}

/** 单位：万元, also behind another label of the same cell; 单位 | 万元 in two cells; (万元) alone. */
function unitIn(cell: CellView, next: CellView | undefined): MoneyUnit | null {
  for (const label of chain(cell.label)) {
    if (!isUnitLabel(label)) continue;
    const unit = unitWord(label.inline ?? "") ?? (label.inline ? null : unitWord(next?.text ?? ""));
    if (unit) return unit;
  }
  return cell.label && isUnitOnly(cell.label) ? unitWord(cell.text) : null;
}

function isUnitOnly(label: Label): boolean {
  return /^\(?(?:单位:?)?(?:人民币)?万?元\)?$/.test(label.full);
}

function unitWord(text: string): MoneyUnit | null {
  const word = /(?:^|[^万亿])(万?元)/.exec(text.replace(/\s+/g, ""))?.[1];
  return word === undefined ? null : word === "元" ? "元" : "万元";
}

export function cellField(view: SheetView, cell: CellView): Field {
  return fieldAt(view, cell.cell.row, cell.cell.col);
}
