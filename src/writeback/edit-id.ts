/** Edits by name: what a face ticks, and whether an edit takes anything of the user's away. */
import { a1, type CellRef } from "../model/address";
import type { CellEdit } from "../model/write-plan";

/** The cell's address: a plan never names a cell twice. No sheet name holds a "!" followed by letters and digits only at its end. */
export function cellId(ref: CellRef): string {
  return `${ref.sheet}!${a1(ref)}`;
}

export function editId(edit: CellEdit): string {
  return cellId(edit.ref);
}

export type EditKind = "blank" | "correction";

/** A blank is filled, everything else corrected. A cell that holds nothing but blanks looks empty, and nothing is lost with it. */
export function editKind(edit: CellEdit): EditKind {
  const { before } = edit;
  return before.kind === "empty" || (before.kind === "text" && before.text.trim() === "") ? "blank" : "correction";
}
