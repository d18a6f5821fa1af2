/** After an edit: has the formulas recalculated, puts their results into the workbook, and tells which could not be. */
import type { CellRef } from "../model/address";
import type { CellEdit } from "../model/write-plan";
import type { NewValue } from "./edited-grid";
import type { Line } from "./line";
import type { Calls } from "./protocol";
import { type OpenEngine, Recalculator } from "./recalculator";
import type { Affected, Spot } from "./recalculation/protocol";

export type { OpenEngine };

/** Formulas whose results may be wrong now: these, or all, because the engine is not to be had. */
export type FormulaNews = { readonly kind: "kept"; readonly cells: readonly CellRef[] } | { readonly kind: "failed"; readonly error: unknown };

export interface FollowerEvents {
  /** Results are in the workbook, whose sheets have these versions now. */
  readonly stored: (values: readonly NewValue[], versions: readonly number[]) => void;
  readonly news: (news: FormulaNews) => void;
}

export class FormulaFollower {
  /** All edits so far have been followed. Never rejects. */
  settled: Promise<unknown> = Promise.resolve();

  private readonly indexes: ReadonlyMap<string, number>;
  private recalculator: Recalculator | null;

  constructor(
    private readonly sheets: readonly string[],
    private readonly workbook: Line<Calls>,
    openEngine: OpenEngine,
    private readonly events: FollowerEvents,
  ) {
    this.indexes = new Map(sheets.map((name, index) => [name, index]));
    this.recalculator = new Recalculator({ sheets, cells: async (index) => (await workbook.ask("original", { index })).cells }, openEngine);
  }

  /** The formulas that have another result now. One edit after the other, in the order of the calls; never rejects. */
  follow(applied: readonly CellEdit[], affected: Affected): Promise<readonly CellRef[]> {
    const followed = this.settled.then(() => this.recalculate(applied, affected));
    this.settled = followed;
    return followed;
  }

  close(): void {
    this.recalculator?.close();
    this.recalculator = null;
  }

  private async recalculate(applied: readonly CellEdit[], affected: Affected): Promise<readonly CellRef[]> {
    const { recalculator } = this;
    // The workbook is closed, or the engine has failed before and all has been said.
    if (!recalculator) return [];
    try {
      let kept = affected.kept;
      let changed: readonly NewValue[] = [];
      if (affected.formulas.length > 0) {
        const changes = applied.map(({ ref, after }) => ({ sheet: this.indexes.get(ref.sheet) ?? -1, row: ref.row, col: ref.col, value: after }));
        const found = await recalculator.calculate(changes, affected);
        kept = [...kept, ...found.kept];
        const stored = await this.workbook.ask("recalculated", { values: found.values });
        changed = stored.values.map((spot) => ({ ref: this.ref(spot), after: spot.value, format: null }));
        this.events.stored(changed, stored.versions);
      }
      if (kept.length > 0) this.events.news({ kind: "kept", cells: kept.map((spot) => this.ref(spot)) });
      return changed.map(({ ref }) => ref);
    } catch (error) {
      // Closing the workbook ends what is under way, too.
      if (this.recalculator) this.events.news({ kind: "failed", error });
      this.close();
      return [];
    }
  }

  private ref({ sheet, row, col }: Spot): CellRef {
    return { sheet: this.sheets[sheet] ?? "", row, col };
  }
}
