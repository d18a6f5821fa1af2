/** Which of the workbook's own conditional formats hold for a cell, by its values as they are now. */
import { type Area, cellKey, contains } from "../../model/address";
import { decimalFromCell } from "../../model/decimal";
import type { CellValue, SheetGrid } from "../../model/grid";
import { valueText } from "../../model/value-text";
import type { CellLook, ConditionalLook, ConditionalRule, ConditionalTest } from "../display/look";

/** Comparisons of cells with areas that rules over many cells may cost: such a rule of a small file takes thousands. */
const MOST_WORK = 10_000_000;

export class Conditional {
  private readonly found = new Map<number, ConditionalLook | null>();
  private readonly counted = new Map<ConditionalRule, ReadonlySet<string> | null>();
  private work = MOST_WORK;

  /** `rules` in their order. */
  constructor(
    private readonly rules: readonly ConditionalRule[],
    private readonly grid: SheetGrid,
    private readonly value: (row: number, col: number) => CellValue,
  ) {}

  /** A cell's look with what holds for it. */
  over(look: CellLook, row: number, col: number): CellLook {
    if (this.rules.length === 0) return look;
    const key = cellKey(row, col);
    let found = this.found.get(key);
    if (found === undefined) {
      found = this.lookAt(row, col);
      this.found.set(key, found);
    }
    return found ? { ...look, ...found } : look;
  }

  private lookAt(row: number, col: number): ConditionalLook | null {
    const looks: ConditionalLook[] = [];
    for (const rule of this.rules) {
      if (!lies(rule.areas, row, col) || !this.holds(rule, this.value(row, col))) continue;
      looks.push(rule.look);
      if (rule.stop) break;
    }
    // What an earlier rule says stands.
    return looks.length === 0 ? null : looks.reduceRight((all, look) => ({ ...all, ...look }), {});
  }

  private holds(rule: ConditionalRule, value: CellValue): boolean {
    const { test } = rule;
    switch (test.kind) {
      case "unknown":
        return true;
      case "compare":
        return compares(test, value);
      case "text":
        return value.kind === "error" ? !test.wanted : hasText(test, valueText(value)) === test.wanted;
      case "blank":
        return value.kind !== "error" && (/^ *$/.test(valueText(value)) === test.wanted);
      case "repeated":
      case "top":
        return this.among(rule).has(nameOf(value));
    }
  }

  /** Names of the values for which a rule over many cells holds; none if counting them takes too long. */
  private among(rule: ConditionalRule): ReadonlySet<string> {
    let names = this.counted.get(rule);
    if (!names) {
      this.work -= this.grid.cells.length * rule.areas.length;
      names = this.work < 0 ? new Set<string>() : chosen(rule.test, this.grid.cells.filter(({ row, col, value }) => value.kind !== "empty" && lies(rule.areas, row, col)).map(({ value }) => value));
      this.counted.set(rule, names);
    }
    return names;
  }
}

function lies(areas: readonly Area[], row: number, col: number): boolean {
  return areas.some((area) => contains(area, { row, col }));
}

/** The same for values that count as the same. */
function nameOf(value: CellValue): string {
  return `${value.kind} ${valueText(value).toUpperCase()}`;
}

function chosen(test: ConditionalTest, values: readonly CellValue[]): ReadonlySet<string> {
  if (test.kind === "top") {
    const numbers = values.flatMap((value) => (value.kind === "number" ? [{ name: nameOf(value), number: decimalFromCell(value.digits) }] : []));
    numbers.sort((a, b) => (test.bottom ? a.number.cmp(b.number) : b.number.cmp(a.number)));
    const count = test.percent ? Math.max(1, Math.floor((numbers.length * test.rank) / 100)) : test.rank;
    // Equals of the last one have the same name.
    return new Set(numbers.slice(0, count).map(({ name }) => name));
  }
  const times = new Map<string, number>();
  for (const value of values) times.set(nameOf(value), (times.get(nameOf(value)) ?? 0) + 1);
  const repeated = test.kind === "repeated" && test.wanted;
  return new Set([...times].filter(([, count]) => count > 1 === repeated).map(([name]) => name));
}

/** As SEARCH(), LEFT() and RIGHT() compare: without regard to case. */
function hasText({ where, text }: ConditionalTest & { readonly kind: "text" }, found: string): boolean {
  const [all, part] = [found.toUpperCase(), text.toUpperCase()];
  return where === "begin" ? all.startsWith(part) : where === "end" ? all.endsWith(part) : all.includes(part);
}

function compares({ operator, values: [first, second] }: ConditionalTest & { readonly kind: "compare" }, value: CellValue): boolean {
  const one = first ? order(value, first) : null;
  if (one === null) return false;
  switch (operator) {
    case "lessThan":
      return one < 0;
    case "lessThanOrEqual":
      return one <= 0;
    case "equal":
      return one === 0;
    case "notEqual":
      return one !== 0;
    case "greaterThanOrEqual":
      return one >= 0;
    case "greaterThan":
      return one > 0;
    case "between":
    case "notBetween": {
      const two = second ? order(value, second) : null;
      if (two === null) return false;
      // In either order of the limits.
      return (one * two <= 0) === (operator === "between");
    }
  }
}

const KINDS = ["number", "text", "boolean"];

/** Excel's order: numbers before texts before truth values; a blank cell is 0, "" or FALSE, as the other one needs. Null for errors. */
function order(value: CellValue, limit: CellValue): number | null {
  if (value.kind === "error" || limit.kind === "error" || limit.kind === "empty") return null;
  if (value.kind === "empty") return order(blankLike(limit), limit);
  if (value.kind !== limit.kind) return KINDS.indexOf(value.kind) - KINDS.indexOf(limit.kind);
  if (value.kind === "number" && limit.kind === "number") return decimalFromCell(value.digits).cmp(decimalFromCell(limit.digits));
  const [a, b] = [valueText(value).toUpperCase(), valueText(limit).toUpperCase()];
  return a === b ? 0 : a < b ? -1 : 1;
}

function blankLike(limit: CellValue): CellValue {
  return limit.kind === "number" ? { kind: "number", digits: "0" } : limit.kind === "boolean" ? { kind: "boolean", value: false } : { kind: "text", text: "" };
}
