/** What is calculated, and what is believed: a formula that the engine does not do as Excel did it keeps its value. */
import { decimal, decimalFromCell, max } from "../../model/decimal";
import { type CellValue, sameValue } from "../../model/grid";
import type { EngineCalls, Filled, FormulaCell, Recalculated, Spot, SpotValue } from "./protocol";

export interface Evaluator {
  fill(sheet: number, cells: readonly Filled[]): void;
  set(spot: Spot, value: CellValue): void;
  /** Over the cells as they are now; null for what the engine cannot do. One formula at a time, the next when the former is done. */
  evaluate(cell: FormulaCell): Promise<CellValue | null>;
}

/**
 * Excel calculates with doubles, the engine with decimals: every sixtieth quotient of two amounts differs in its 15th digit.
 * A formula that means something else to the engine differs by more.
 */
const SLACK = decimal("1e-12");
/** Beneath this a number is what rounding leaves of a zero. */
const NOISE = decimal("1e-11");

export class Calculation {
  /** What the engine makes of a formula with the cells as they were in the file; null: not what Excel made of it. */
  private readonly first = new Map<string, CellValue | null>();

  constructor(private readonly evaluator: Evaluator) {}

  fill({ sheet, cells }: EngineCalls["fill"]["args"]): null {
    this.evaluator.fill(sheet, JSON.parse(cells) as Filled[]);
    return null;
  }

  /**
   * A formula is checked when it is first asked for: none of the cells that it reads has been changed until then, or it
   * would have been asked for before.
   */
  async calculate({ changes, formulas }: EngineCalls["calculate"]["args"]): Promise<Recalculated> {
    for (const cell of formulas) if (!this.first.has(keyOf(cell))) await this.check(cell);
    for (const change of changes) this.evaluator.set(change, change.value);
    const values: SpotValue[] = [];
    const kept: Spot[] = [];
    for (const cell of formulas) {
      const { sheet, row, col } = cell;
      const first = this.first.get(keyOf(cell)) ?? null;
      const now = first && (await this.evaluator.evaluate(cell));
      if (!first || !now || (isNameless(now) && !isNameless(first))) {
        kept.push({ sheet, row, col });
        continue;
      }
      this.evaluator.set(cell, now);
      // With the digits of the file where it is the file's result again.
      values.push({ sheet, row, col, value: sameValue(now, first) ? cell.value : now });
    }
    return { values, kept };
  }

  private async check(cell: FormulaCell): Promise<void> {
    const result = await this.evaluator.evaluate(cell);
    const stored = cell.value.kind !== "empty";
    const believed = result && (stored ? agrees(result, cell.value) : !isNameless(result));
    this.first.set(keyOf(cell), believed ? result : null);
    // A formula without a result in the file: those behind it read what it comes to.
    if (believed && !stored) this.evaluator.set(cell, result);
  }
}

function agrees(result: CellValue, stored: CellValue): boolean {
  if (sameValue(result, stored)) return true;
  if (result.kind !== "number" || stored.kind !== "number") return false;
  const a = decimalFromCell(result.digits);
  const b = decimalFromCell(stored.digits);
  const larger = max(a.abs(), b.abs());
  return larger.lt(NOISE) || a.minus(b).abs().lte(larger.times(SLACK));
}

/** A function or name that is not known. */
function isNameless(value: CellValue): boolean {
  return value.kind === "error" && value.code === "#NAME?";
}

function keyOf({ sheet, row, col }: Spot): string {
  return `${sheet} ${row} ${col}`;
}
