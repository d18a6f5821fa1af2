/** The implementation against exact fractions, over tens of thousands of random rows and forms (S1–S4, S9–S13, S17–S19). */
import fc from "fast-check";
import type { Decimal } from "../../src/model/decimal";
import type { Policy } from "../../src/policy/policy";
import { EXCEEDED_LIMIT } from "../../src/policy/exceeded-limit";
import { scoreFunds } from "../../src/scoring/funds";
import { fundRow, funds, form, indicator, national, scored, scoreRow, shanghai2023, shanghai2024 } from "./build";
import { MODES, type Rat, cmp, fundsOracle, gradeOracle, indicatorOracle, over, plus, rat, text, times } from "./rational";

const POLICIES: readonly [keyof typeof MODES, Policy][] = [
  ["shanghai-2023", shanghai2023],
  ["shanghai-2024", shanghai2024],
  ["national", national],
];

const hundredths = (min: number, max: number) => fc.integer({ min, max }).map((units) => (units < 0 ? "-" : "") + `${Math.floor(Math.abs(units) / 100)}.${`${Math.abs(units) % 100}`.padStart(2, "0")}`);
/** Jest's own comparison costs more than the arithmetic; it is asked only where something differs. */
function same(actual: readonly (string | null)[], expected: readonly (string | null)[]): void {
  if (actual.some((value, i) => value !== expected[i])) expect(actual).toEqual(expected);
}

const two = (value: Decimal | null | undefined): string | null => value?.toFixed(2) ?? null;
const policies = fc.constantFrom(...POLICIES);
/** Amounts of every size, and pairs that lie close together: there the modes differ. */
const amounts = fc.oneof(
  fc.tuple(hundredths(0, 300_000), hundredths(1, 300_000)),
  hundredths(1, 10_000_000).chain((budget) => fc.tuple(hundredths(Math.max(0, Math.round(parseFloat(budget) * 100) - 40), Math.round(parseFloat(budget) * 100) + 5), fc.constant(budget))),
  fc.tuple(fc.integer({ min: 0, max: 400 }).map(String), fc.integer({ min: 0, max: 400 }).map(String)),
);

test("S1 S3 S4: rates and funds scores of 8,000 rows", () => {
  fc.assert(
    fc.property(amounts, fc.constantFrom("10", "20", "10.00", "15", "7.5"), policies, ([executed, annual], weight, [id, policy]) => {
      const expected = fundsOracle(executed, annual, weight, MODES[id]);
      const actual = scoreFunds(fundRow({ annual, executed, weight }), policy);
      same([two(actual?.rate), two(actual?.score)], expected ? [text(expected.rate), text(expected.score)] : [null, null]);
    }),
    { numRuns: 8_000 },
  );
});

const OPERATORS = ["≥", ">", "≤", "<", "=", ""] as const;
const figures = fc.oneof(hundredths(0, 20_000), fc.integer({ min: -3, max: 40 }).map(String), fc.constantFrom("0", "0.00", "1", "100", "3", "7"));
const near = figures.chain((target) => fc.tuple(fc.constant(target.replace("-", "")), fc.oneof(figures, fc.constant(target), fc.integer({ min: 0, max: 300 }).map((percent) => text({ n: rat(target).n * BigInt(percent) * 100n / (rat(target).d * 100n), d: 100n })))));
const row = fc.tuple(near, fc.constantFrom(...OPERATORS), hundredths(1, 3_000), fc.constantFrom("A", "B")).map(([[target, actual], operator, weight, limit]) => ({ target, actual, operator, weight, limit: limit as "A" | "B" }));

test("S9–S13 S17: rule scores of 12,000 rows, all operators, both forms of an exceeded limit", () => {
  fc.assert(
    fc.property(row, policies, ({ target, actual, operator, weight, limit }, [id, policy]) => {
      const expected = indicatorOracle(operator, target, actual, weight, limit, MODES[id]);
      const result = scoreRow({ target: `${operator}${target}次`, actual: `${actual}次`, weight }, { ...policy, exceededLimit: EXCEEDED_LIMIT[limit === "A" ? "ratio" : "linear"] });
      same([result.status, two(result.ruleScore)], [expected.met ? "met" : "unmet", text(expected.score)]);
    }),
    { numRuns: 12_000 },
  );
});

const scoredRow = fc.tuple(row, fc.option(hundredths(-200, 3_200), { nil: "" }));

test("S18 S19: totals and grades of 1,000 forms (with 6,000 more rows)", () => {
  fc.assert(
    fc.property(amounts, fc.array(scoredRow, { maxLength: 12 }), policies, fc.constantFrom("keep", "rule"), ([executed, annual], rows, [id, policy], mode) => {
      const block = fundsOracle(executed, annual, "10", MODES[id]);
      const expected = rows.reduce<Rat>((sum, [given, score]) => {
        const ruled = indicatorOracle(given.operator, given.target, given.actual, given.weight, "A", MODES[id]).score;
        const kept = score !== "" && mode === "keep" ? rat(score) : ruled;
        return plus(sum, cmp(kept, rat("0")) < 0 ? rat("0") : cmp(kept, rat(given.weight)) > 0 ? rat(given.weight) : kept);
      }, block?.score ?? rat("0"));
      const indicators = rows.map(([given, score]) => indicator({ target: `${given.operator}${given.target}次`, actual: `${given.actual}次`, weight: given.weight, score }));
      const result = scored(form(funds([fundRow({ annual, executed })]), indicators), policy, mode as "keep" | "rule");
      const weights = rows.reduce((sum, [given]) => plus(sum, rat(given.weight)), rat("10"));
      same([two(result.total?.score), result.grade?.word ?? null, two(result.total?.weight)], [block ? text(expected) : null, block ? gradeOracle(expected) : null, text(weights)]);
    }),
    { numRuns: 1_000 },
  );
});

test("the oracle itself: figures worked out by hand", () => {
  expect(text(fundsOracle("106.97", "109.32", "10", MODES["shanghai-2024"])?.score ?? rat("0"))).toBe("9.79");
  expect(text(fundsOracle("106.97", "109.32", "10", MODES["shanghai-2023"])?.score ?? rat("0"))).toBe("9.78");
  expect(text(indicatorOracle("≤", "15", "18", "5", "A", MODES.national).score)).toBe("4.17");
  expect(text(indicatorOracle("≤", "15", "18", "5", "B", MODES.national).score)).toBe("4.00");
  expect(cmp(times(over(rat("1"), rat("3")), rat("3")), rat("1"))).toBe(0);
});
