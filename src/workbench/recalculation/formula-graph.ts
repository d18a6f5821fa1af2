/** The formulas of a workbook and who reads whom. They never change, so it is built once. */
import { type Area, cellKey, contains } from "../../model/address";
import type { SheetGrid } from "../../model/grid";
import { type Affected, type FormulaCell, type Spot, UNAFFECTED } from "./protocol";
import { readReferences } from "./references";
import { type Node, inOrder } from "./topological-order";

interface Formula extends Node<Formula> {
  readonly cell: FormulaCell;
  /** Ranges that it reads, each with its sheet. */
  readonly reads: readonly { readonly sheet: number; readonly area: Area }[];
  /** All that it reads is known. */
  readonly complete: boolean;
  /** Can be calculated at all. */
  readonly settled: boolean;
}

interface Reader {
  readonly area: Area;
  readonly formula: Formula;
}

/** Ranges wider than this are looked through one by one. */
const NARROW = 16;

class SheetFormulas {
  /** By column, rows ascending. */
  readonly byColumn = new Map<number, Formula[]>();
  /** Who reads this sheet: single cells by their key, ranges by each of their columns, wide ranges in one list. */
  private readonly cellReaders = new Map<number, Formula[]>();
  private readonly rangeReaders = new Map<number, Reader[]>();
  private readonly wideReaders: Reader[] = [];

  addReader(reader: Reader): void {
    const { top, left, bottom, right } = reader.area;
    if (top === bottom && left === right) push(this.cellReaders, cellKey(top, left), reader.formula);
    else if (right - left >= NARROW) this.wideReaders.push(reader);
    else for (let col = left; col <= right; col++) push(this.rangeReaders, col, reader);
  }

  *readersOf(spot: Spot): Generator<Formula> {
    yield* this.cellReaders.get(cellKey(spot.row, spot.col)) ?? [];
    for (const list of [this.rangeReaders.get(spot.col) ?? [], this.wideReaders]) for (const { area, formula } of list) if (contains(area, spot)) yield formula;
  }

  *within({ top, left, bottom, right }: Area): Generator<Formula> {
    for (const [col, formulas] of this.byColumn) {
      if (col < left || col > right) continue;
      for (let n = firstFrom(formulas, top); n < formulas.length; n++) {
        const formula = formulas[n];
        if (!formula || formula.cell.row > bottom) break;
        yield formula;
      }
    }
  }
}

export class FormulaGraph {
  private readonly sheets: readonly SheetFormulas[];
  /** What they read is not known: any edit may be one of theirs. */
  private readonly incomplete: Formula[] = [];
  /** Told to be calculated before, so that they have a result. */
  private readonly calculated = new Set<Formula>();

  /** Linear in cells and formulas. */
  constructor(grids: readonly SheetGrid[]) {
    this.sheets = grids.map(() => new SheetFormulas());
    // Excel does not tell names apart by upper and lower case.
    const indexes = new Map(grids.map(({ name }, index) => [name.toLowerCase(), index]));
    grids.forEach(({ cells }, sheet) => {
      for (const { row, col, formula, value } of cells) {
        if (formula === null) continue;
        const { references, complete, settled } = readReferences(formula);
        const reads = references.flatMap(({ sheet: name, area }) => {
          const index = name === null ? sheet : indexes.get(name.toLowerCase());
          return index === undefined ? [] : [{ sheet: index, area }];
        });
        this.add({ cell: { sheet, row, col, formula, value }, reads, complete, settled, before: () => this.formulasIn(reads) });
      }
    });
  }

  /** What changes when these cells do. The formulas that it names are taken to be calculated then. */
  affectedBy(changed: readonly Spot[]): Affected {
    const touched = new Set<Formula>(this.incomplete);
    const queue: Spot[] = [...changed];
    for (let spot = queue.pop(); spot; spot = queue.pop()) {
      for (const formula of this.sheets[spot.sheet]?.readersOf(spot) ?? []) {
        if (touched.has(formula)) continue;
        touched.add(formula);
        // A formula that keeps its value changes nothing further.
        if (formula.settled && formula.complete) queue.push(formula.cell);
      }
    }
    if (touched.size === 0) return UNAFFECTED;
    const can = (formula: Formula): boolean => formula.settled && formula.complete;
    // One that is read and has no result yet is calculated as well.
    const wanted = (formula: Formula): boolean => touched.has(formula) || (formula.cell.value.kind === "empty" && !this.calculated.has(formula));
    const { order, circular } = inOrder([...touched].filter(can), (formula) => can(formula) && wanted(formula));
    for (const formula of order) this.calculated.add(formula);
    const sheets = new Set(order.flatMap(({ cell, reads }) => [cell.sheet, ...reads.map(({ sheet }) => sheet)]));
    const kept = [...[...touched].filter((formula) => !can(formula)), ...circular];
    return { formulas: order.map(({ cell }) => cell), sheets: [...sheets], kept: kept.map(({ cell: { sheet, row, col } }) => ({ sheet, row, col })) };
  }

  private add(formula: Formula): void {
    const { cell, reads, complete } = formula;
    const own = this.sheets[cell.sheet];
    if (own) push(own.byColumn, cell.col, formula);
    for (const { sheet, area } of reads) this.sheets[sheet]?.addReader({ area, formula });
    if (!complete) this.incomplete.push(formula);
  }

  private *formulasIn(reads: Formula["reads"]): Generator<Formula> {
    for (const { sheet, area } of reads) yield* this.sheets[sheet]?.within(area) ?? [];
  }
}

/** The first formula of a column at or below a row. */
function firstFrom(formulas: readonly Formula[], row: number): number {
  let low = 0;
  let high = formulas.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((formulas[middle]?.cell.row ?? 0) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
