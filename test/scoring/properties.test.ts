/** What must hold for every figure whatsoever. */
import fc from "fast-check";
import { type Decimal, decimal, sum } from "../../src/model/decimal";
import { judgeFundsScore, judgeRate, scoreFunds } from "../../src/scoring/funds";
import { tick } from "../../src/scoring/grade";
import { amount, formB, form, fundRow, funds, indicator, national, scored, scoreRow, shanghai2023, shanghai2024 } from "./build";

const POLICIES = [national, shanghai2023, shanghai2024, formB];
const policies = fc.constantFrom(...POLICIES);
const figure = (min: number, max: number) => fc.integer({ min, max }).map((units) => decimal(units).dividedBy(100).toFixed());
const operators = fc.constantFrom("≥", ">", "≤", "<", "=", "");
const weights = figure(1, 3_000);
const score = (row: { readonly ruleScore: Decimal | null }): Decimal => row.ruleScore ?? decimal(-1);

test("S17: a rule score lies in 0…weight and has at most two places, or is the weight", () => {
  fc.assert(
    fc.property(operators, figure(-500, 20_000), figure(-500, 40_000), weights, policies, (operator, target, actual, weight, policy) => {
      const ruled = score(scoreRow({ target: `${operator}${target}次`, actual: `${actual}次`, weight }, policy));
      expect(ruled.gte(0) && ruled.lte(weight) && ruled.decimalPlaces() <= 2).toBe(true);
    }),
    { numRuns: 800 },
  );
});

test("S9–S13: more is never worse for ≥, >, = and bare numbers, never better for ≤ and <", () => {
  fc.assert(
    fc.property(operators, figure(1, 20_000), figure(0, 40_000), figure(0, 10_000), weights, policies, (operator, target, actual, more, weight, policy) => {
      const at = (number: string) => score(scoreRow({ target: `${operator}${target}次`, actual: `${number}次`, weight }, policy));
      const [less, greater] = [at(actual), at(decimal(actual).plus(more).toFixed())];
      expect(operator === "≤" || operator === "<" ? greater.lte(less) : greater.gte(less)).toBe(true);
    }),
    { numRuns: 800 },
  );
});

test("S15: the unit does not matter: 万元 and 元, 万人 and 人", () => {
  fc.assert(
    fc.property(operators, figure(0, 20_000), figure(0, 40_000), weights, policies, fc.constantFrom("元", "人"), (operator, target, actual, weight, policy, unit) => {
      const small = (number: string) => `${decimal(number).times(10_000).toFixed()}${unit}`;
      const large = (number: string) => `${number}万${unit}`;
      const results = [[large(target), large(actual)], [small(target), large(actual)], [large(target), small(actual)], [small(target), small(actual)]].map(([t, a]) => scoreRow({ target: `${operator}${t ?? ""}`, actual: a ?? "", weight }, policy));
      expect(new Set(results.map((result) => `${result.status} ${score(result).toFixed()}`)).size).toBe(1);
    }),
    { numRuns: 400 },
  );
});

test("S3 S4 S6: a funds score lies in 0…weight, grows with the spending, and every computed figure is explained by its own policy", () => {
  fc.assert(
    fc.property(figure(0, 100_000), figure(0, 5_000), figure(1, 100_000), fc.constantFrom("10", "20"), policies, (executed, more, annual, weight, policy) => {
      const at = (spent: string) => scoreFunds(fundRow({ annual, executed: spent, weight }), policy);
      const [less, greater] = [at(executed), at(decimal(executed).plus(more).toFixed())];
      expect(less?.score?.gte(0) && less.score.lte(weight)).toBe(true);
      expect(greater?.rate.gte(less?.rate ?? 0) && greater.score?.gte(less?.score ?? 0)).toBe(true);
      const row = fundRow({ annual, executed, weight, rate: less?.rate.toFixed(2) ?? "", score: less?.score?.toFixed(2) ?? "" });
      expect([judgeRate(row, policy), judgeFundsScore(row, policy)]).toEqual(["explained", "explained"]);
    }),
    { numRuns: 800 },
  );
});

const rows = fc.array(fc.record({ operator: operators, target: figure(0, 3_000), actual: figure(0, 3_000), weight: weights, score: fc.option(figure(0, 3_000), { nil: "" }) }), { maxLength: 10 });
const modes = fc.constantFrom("keep" as const, "rule" as const);

test("S18: the total is the sum of what stands, and scoring a form with the scores filled in changes nothing", () => {
  fc.assert(
    fc.property(rows, figure(0, 10_000), policies, modes, (given, executed, policy, mode) => {
      const build = (scores: readonly string[], funded: string) =>
        scored(form(funds([fundRow({ annual: "100.00", executed, score: funded })]), given.map((row, i) => indicator({ target: `${row.operator}${row.target}次`, actual: `${row.actual}次`, weight: row.weight, score: scores[i] ?? "" }))), policy, mode);
      const first = build(given.map((row) => row.score), "");
      const standing = first.indicators.map((row) => row.standing ?? decimal(0));
      expect(first.total?.score?.eq(sum([first.fundsStanding ?? decimal(0), ...standing]))).toBe(true);
      const again = build(standing.map((value) => value.toFixed()), first.fundsStanding?.toFixed() ?? "");
      expect(again.total?.score?.toFixed()).toBe(first.total?.score?.toFixed());
      expect(again.indicators.map((row) => row.standing?.toFixed())).toEqual(standing.map((value) => value.toFixed()));
    }),
    { numRuns: 250 },
  );
});

test("nothing throws, whatever stands in the cells", () => {
  const any = fc.oneof(fc.constantFrom("", "无", "-", "0", "1e30", "满分", "#DIV/0!", "≥3次", "80%-90%", "①2次②3次", "11月底前完成", "控制在预算范围内", "达成指标", "-0", "99999999999999.99"), fc.string({ unit: "grapheme", maxLength: 12 }));
  fc.assert(
    fc.property(fc.record({ target: any, actual: any, weight: any, score: any, reason: any }), fc.tuple(any, any, any, any, any), policies, modes, (texts, [initial, annual, executed, weight, given], policy, mode) => {
      const block = funds([fundRow({ initial, annual, executed, weight, score: given, rate: given })]);
      const result = scored(form(block, [indicator(texts), indicator(texts, { score: amount(texts.score, { mergedRows: 2 }) })]), policy, mode);
      expect(result.indicators).toHaveLength(2);
      tick(texts.reason, "优");
    }),
    { numRuns: 800 },
  );
});
