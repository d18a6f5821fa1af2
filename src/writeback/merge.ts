/** Several writes, one undo. */
import { sameValue } from "../model/grid";
import type { CellEdit, WritePlan } from "../model/write-plan";
import { editId } from "./edit-id";

/**
 * The inverse of "first, then second", given the inverse of each. A cell that both wrote goes straight from what the second
 * left to what stood there before the first, with the format of that time. Marks are those from before the first.
 */
export function mergeInverses(first: WritePlan, second: WritePlan): WritePlan {
  const older = new Map(first.edits.map((edit) => [editId(edit), edit]));
  const edits: CellEdit[] = [];
  for (const later of second.edits) {
    const id = editId(later);
    const earlier = older.get(id);
    older.delete(id);
    edits.push(earlier ? { ...earlier, before: later.before, format: earlier.format ?? later.format } : later);
  }
  // What came back by itself to where it was needs no undoing, unless its format does.
  const needed = edits.filter((edit) => edit.format !== null || !sameValue(edit.before, edit.after));
  return { edits: [...needed, ...older.values()], marks: first.marks };
}
