/** What a unit counts and how much of it: comparing numbers that were written in different units (G25–G29). */
import { decimal, ONE, type Decimal } from "../model/decimal";
import { memo } from "../model/memo";
import { fold } from "./text";
import { UNIT_FAMILIES, UNIT_MULTIPLIERS, UNIT_SYNONYMS } from "./unit-table";

export interface Measure {
  readonly number: Decimal;
  /** As parsed ("万元", "元/人·月"); null if none is written. */
  readonly unit: string | null;
}

export interface UnitScale {
  /** What is counted: "元", "人", "元/人·月"; null for a bare 万 or 亿, which says how many but not of what. */
  readonly base: string | null;
  /** One such unit in bases: 万元 → 10000. */
  readonly factor: Decimal;
}

const FAMILY_SCALES: ReadonlyMap<string, UnitScale> = new Map(
  [...UNIT_FAMILIES].flatMap(([base, members]) => [
    [base, { base, factor: ONE }] as const,
    ...members.map(([unit, factor]) => [unit, { base, factor: decimal(factor) }] as const),
  ]),
);
const MULTIPLIER_FACTORS = UNIT_MULTIPLIERS.map(([word, factor]) => ({ word, factor: decimal(factor) }));

const PRODUCT_SIGNS = /[.*•・×⋅∙]/g;

/** The one spelling of a unit without joints. */
function canonical(unit: string): string {
  const bare = unit.startsWith("每") ? unit.slice(1) : unit;
  return UNIT_SYNONYMS.get(bare) ?? bare;
}

/** 次/年 is 次: a form covers one year. In 元/人·年 the year is part of a rate and stays. */
function isPerYear(denominators: readonly string[]): boolean {
  return denominators.length === 1 && denominators[0] === "年";
}

/**
 * The one spelling of a unit: brackets and blanks removed, synonyms replaced (名 → 人, 公里 → 千米, ％ → %), joints normalised
 * (元/人*月 = 元/人.月 = 元/人/月 → 元/人·月). Null for no unit.
 */
export function normaliseUnit(unit: string | null): string | null {
  return unit === null ? null : normalised(unit);
}

const normalised = memo(normalise);

function normalise(unit: string): string | null {
  const plain = fold(unit).replace(/[\s()[\]]/g, "").replace(PRODUCT_SIGNS, "·");
  if (plain === "") return null;
  const [numerator = "", ...under] = plain.split("/");
  const denominators = under.flatMap((part) => part.split("·")).filter((part) => part !== "").map(canonical);
  const top = numerator.split("·").map(canonical).join("·");
  return denominators.length === 0 || isPerYear(denominators) ? top : `${top}/${denominators.join("·")}`;
}

/** Scale of one unit without joints, in its canonical spelling. */
function simpleScale(unit: string): UnitScale {
  const known = FAMILY_SCALES.get(unit);
  if (known) return known;
  const multiplier = MULTIPLIER_FACTORS.find(({ word }) => unit.startsWith(word));
  if (!multiplier) return { base: unit, factor: ONE };
  const rest = unit.slice(multiplier.word.length);
  if (rest === "") return { base: null, factor: multiplier.factor };
  const inner = simpleScale(canonical(rest));
  return { base: inner.base, factor: multiplier.factor.times(inner.factor) };
}

/** The base of a unit and its worth in it; of a joined unit only the first part is scaled (万元/人 → 10000 元/人). */
export function unitScale(unit: string): UnitScale {
  const normal = normaliseUnit(unit) ?? "";
  const joint = /[·/]/.exec(normal)?.index ?? normal.length;
  const first = simpleScale(normal.slice(0, joint));
  if (first.base === null && joint < normal.length) return { base: normal, factor: ONE };
  return joint === normal.length ? first : { base: `${first.base ?? ""}${normal.slice(joint)}`, factor: first.factor };
}

/** A scale that says what is counted; a bare 万 does not. */
function namedScale(scale: UnitScale | null): UnitScale | null {
  return scale !== null && scale.base !== null ? scale : null;
}

/**
 * Both numbers in one unit, or null if their units count different things: a finding, never a guess.
 * - The same unit on both sides: unchanged, in the unit's one spelling. Otherwise in the base unit (万元 and 亿元 → 元).
 * - No unit on one side: it takes the other side's unit (95 against ≥95% is 95 %). 0.95 against 95 % stays 0.95 %: whether a
 *   bare number is a fraction only the cell's format can say.
 * - A bare 万 or 亿 is a multiplier: 15万 is 150000 of whatever the other side counts.
 */
export function reconcile(a: Measure, b: Measure): { a: Decimal; b: Decimal; unit: string | null } | null {
  const unitA = normaliseUnit(a.unit);
  if (a.unit === b.unit) return { a: a.number, b: b.number, unit: unitA };
  const unitB = normaliseUnit(b.unit);
  const scaleA = unitA === null ? null : unitScale(unitA);
  const scaleB = unitB === null ? null : unitScale(unitB);
  // A missing unit takes the other's, but not a bare multiplier: 15万 against 160000.
  const takenByA = scaleA ?? namedScale(scaleB);
  const takenByB = scaleB ?? namedScale(scaleA);
  if (unitA === unitB || (unitA === null && takenByA !== null) || (unitB === null && takenByB !== null)) {
    return { a: a.number, b: b.number, unit: unitA ?? unitB };
  }
  const baseA = takenByA?.base ?? null;
  const baseB = takenByB?.base ?? null;
  if (baseA !== null && baseB !== null && baseA !== baseB) return null;
  return {
    a: takenByA ? a.number.times(takenByA.factor) : a.number,
    b: takenByB ? b.number.times(takenByB.factor) : b.number,
    unit: baseA ?? baseB,
  };
}
