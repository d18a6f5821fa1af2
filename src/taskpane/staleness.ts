/** Which forms a change in the workbook touches, and which changes are our own. */
import { type CellRef, contains } from "../model/address";
import type { ScoredForm } from "../model/review";
import { cellId } from "../writeback/edit-id";

export type Changed = readonly CellRef[] | "unknown";

export function touchedForms(forms: readonly ScoredForm[], changed: Changed): number[] {
  return forms.flatMap(({ form }, i) => (changed === "unknown" || changed.some((cell) => cell.sheet === form.sheet && contains(form.area, cell)) ? [i] : []));
}

/** A host may tell of our own writes too, soon after them: each written cell is forgiven once, for a moment. */
const ECHO_MS = 1000;

export class Echoes {
  private readonly expected = new Map<string, number>();

  expect(cells: readonly CellRef[], now: number): void {
    for (const cell of cells) this.expected.set(cellId(cell), now + ECHO_MS);
  }

  /** What is left of a change once our own part is taken out; null if nothing is. */
  strip(changed: Changed, now: number): Changed | null {
    if (changed === "unknown") return changed;
    const foreign = changed.filter((cell) => {
      const until = this.expected.get(cellId(cell));
      this.expected.delete(cellId(cell));
      return until === undefined || until < now;
    });
    return foreign.length > 0 ? foreign : null;
  }
}
