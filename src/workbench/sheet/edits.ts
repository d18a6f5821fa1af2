/** What a person does to cells, as edits of the model: typed text, pasted cells, emptied cells. */
import { type Area, cellKey } from "../../model/address";
import { type CellValue, EMPTY, sameValue } from "../../model/grid";
import type { CellEdit } from "../../model/write-plan";
import { strings } from "../strings.zh-CN";
import { parseTyped } from "../typed-value";
import type { Place } from "./selection";
import type { SheetModel } from "./sheet-model";

/** More than anybody pastes into a form; keeps a slip of the mouse from filling a sheet. */
export const PASTE_LIMIT = 100_000;

export interface Planned {
  readonly edits: readonly CellEdit[];
  /** Why cells stay as they are; null if all is well. */
  readonly message: string | null;
}

const NOTHING: Planned = { edits: [], message: null };

export function typed(model: SheetModel, place: Place, text: string, date1904: boolean): Planned {
  const refusal = model.refusal(place.row, place.col);
  if (refusal !== null) return { edits: [], message: refusal };
  const parsed = parseTyped(text, model.format(place.row, place.col), date1904);
  if (parsed.kind === "refused") return { edits: [], message: parsed.message };
  const edit = editTo(model, place, parsed.value);
  return edit ? { edits: [edit], message: null } : NOTHING;
}

/** Empties a range. */
export function cleared(model: SheetModel, range: Area): Planned {
  const edits: CellEdit[] = [];
  let skipped = 0;
  let refusal: string | null = null;
  for (const place of places(model, range)) {
    const edit = editTo(model, place, EMPTY);
    if (!edit) continue;
    refusal = model.refusal(place.row, place.col) ?? refusal;
    if (model.refusal(place.row, place.col) !== null) skipped++;
    else edits.push(edit);
  }
  return { edits, message: skipped === 0 ? null : skipped === 1 && edits.length === 0 ? refusal : strings.edit.skipped(skipped) };
}

/** Puts texts into cells from a range's corner on; a single text fills the range, as in Excel. */
export function pasted(model: SheetModel, range: Area, rows: readonly (readonly string[])[], date1904: boolean): Planned {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const single = rows.length === 1 && width === 1 ? rows[0]?.[0] : undefined;
  const area = single === undefined ? { top: range.top, left: range.left, bottom: range.top + rows.length - 1, right: range.left + width - 1 } : range;
  if ((area.bottom - area.top + 1) * (area.right - area.left + 1) > PASTE_LIMIT) return { edits: [], message: strings.edit.tooMany(PASTE_LIMIT) };
  const edits: CellEdit[] = [];
  let skipped = 0;
  let refusal: string | null = null;
  for (const place of places(model, area)) {
    const text = single ?? rows[place.row - range.top]?.[place.col - range.left];
    if (text === undefined) continue;
    const planned = typed(model, place, text, date1904);
    if (planned.message !== null) {
      refusal = planned.message;
      skipped++;
    }
    edits.push(...planned.edits);
  }
  return { edits, message: skipped === 0 ? null : skipped === 1 && edits.length === 0 ? refusal : strings.edit.skipped(skipped) };
}

/** What the cells of a range read, for the clipboard; what lies under a merged cell is blank. */
export function texts(model: SheetModel, range: Area): string[][] {
  const rows: string[][] = [];
  for (let row = range.top; row <= range.bottom; row++) {
    if (model.rows.hidden(row)) continue;
    const line: string[] = [];
    for (let col = range.left; col <= range.right; col++) if (!model.cols.hidden(col)) line.push(model.text(row, col));
    rows.push(line);
  }
  return rows;
}

/** Cells that can hold something: not those that lie under a merged one. */
function* places(model: SheetModel, area: Area): Generator<Place> {
  const covered = new Set<number>();
  const whole = { first: area.top, last: area.bottom };
  for (const merge of model.merges.areas) {
    if (merge.left > area.right || merge.right < area.left || merge.top > whole.last || merge.bottom < whole.first) continue;
    for (let row = Math.max(area.top, merge.top); row <= Math.min(area.bottom, merge.bottom); row++) {
      for (let col = Math.max(area.left, merge.left); col <= Math.min(area.right, merge.right); col++) {
        if (row !== merge.top || col !== merge.left) covered.add(cellKey(row, col));
      }
    }
  }
  for (let row = area.top; row <= area.bottom; row++) for (let col = area.left; col <= area.right; col++) if (!covered.has(cellKey(row, col))) yield { row, col };
}

/** Null if the cell holds that already. */
function editTo(model: SheetModel, { row, col }: Place, after: CellValue): CellEdit | null {
  const before = model.value(row, col);
  // "" and a blank count as the same in a comparison, but emptying a cell that holds "" is a change.
  if (before.kind === after.kind && sameValue(before, after)) return null;
  return {
    ref: { sheet: model.name, row, col },
    before,
    after,
    format: null,
    shown: model.show(after, model.format(row, col)),
    why: strings.edit.why,
    form: null,
    field: null,
  };
}
