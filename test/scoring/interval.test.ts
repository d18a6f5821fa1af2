/** The interval test against brute force: true amounts enumerated on a fine grid, and the exact ends of what they can give. */
import { decimal } from "../../src/model/decimal";
import { judgeFundsScore, judgeRate } from "../../src/scoring/funds";
import { amount, fundRow, national, shanghai2023, shanghai2024 } from "./build";
import { type Rat, cut, least, minus, over, plus, rat, times } from "./rational";

const HALF = rat("0.005");
const STEP = rat("0.0001");
const HUNDRED = rat("100");

/** True amounts that print `shown` to two places: from half a unit below (included) to half a unit above (excluded), not below 0. */
function trueAmounts(shown: string): Rat[] {
  const list: Rat[] = [];
  for (let i = 0n; i < 100n; i++) {
    const value = plus(minus(rat(shown), HALF), times(STEP, rat(i)));
    if (value.n >= 0n) list.push(value);
  }
  return list;
}

const units = (value: Rat): bigint => (value.n * 100n) / value.d;
const written = (hundredths: bigint): string => `${hundredths / 100n}.${(hundredths % 100n).toString().padStart(2, "0")}`;

/** Every figure that some pair of true amounts gives: by the grid, and from the least to the greatest conceivable. */
function bruteForce(executed: string, budget: string, factor: Rat, cap: Rat | null, mode: "truncate" | "half-up"): { grid: Set<bigint>; from: bigint; to: bigint } {
  const figure = (e: Rat, b: Rat): bigint => {
    const exact = times(over(e, b), factor);
    return units(cut(cap ? least(exact, cap) : exact, 2, mode));
  };
  const grid = new Set<bigint>();
  for (const b of trueAmounts(budget)) for (const e of trueAmounts(executed)) grid.add(figure(e, b));
  // A hair inside of the ends that are excluded.
  const hair = rat("0.000000000000001");
  const least_ = minus(rat(executed), HALF);
  const lowest = figure(least_.n < 0n ? rat("0") : least_, minus(plus(rat(budget), HALF), hair));
  const highest = figure(minus(plus(rat(executed), HALF), hair), minus(rat(budget), HALF));
  return { grid, from: lowest, to: highest };
}

const PAIRS: readonly [string, string][] = [
  ["0.48", "0.48"],
  ["0.47", "0.48"],
  ["1.38", "1.39"],
  ["2.50", "3.13"],
  ["0.00", "0.90"],
  ["0.01", "0.02"],
  ["23.20", "23.40"],
  ["106.97", "109.32"],
  ["131.01", "132.20"],
  ["0.91", "0.90"],
];

const POLICIES = [
  [shanghai2023, "truncate", "truncate"],
  [shanghai2024, "truncate", "half-up"],
  [national, "half-up", "half-up"],
] as const;

test.each(PAIRS)("S6: rates and scores that %s of %s can explain, by brute force", (executed, budget) => {
  const wrong: string[] = [];
  for (const [policy, rateMode, scoreMode] of POLICIES) {
    const rates = bruteForce(executed, budget, HUNDRED, null, rateMode);
    const scores = bruteForce(executed, budget, rat("10"), rat("10"), scoreMode);
    const computed = { executed, annual: budget };
    for (const [truth, kind] of [[rates, "rate"], [scores, "score"]] as const) {
      const from = truth.from > 40n ? truth.from - 40n : 0n;
      const span = truth.to - from > 200n ? [...near(truth.from, from), ...near(truth.to, from)] : range(from, truth.to + 40n);
      for (const hundredths of span) {
        const row = fundRow({ ...computed, [kind]: written(hundredths) });
        const judged = (kind === "rate" ? judgeRate(row, policy) : judgeFundsScore(row, policy)) === "explained";
        const possible = hundredths >= truth.from && hundredths <= truth.to;
        if (judged !== possible) wrong.push(`${policy.id} ${kind} ${written(hundredths)}: explained? ${judged}, possible? ${possible}`);
      }
      for (const hundredths of sample([...truth.grid])) {
        const row = fundRow({ ...computed, [kind]: written(hundredths) });
        const judged = kind === "rate" ? judgeRate(row, policy) : judgeFundsScore(row, policy);
        if (judged !== "explained") wrong.push(`${policy.id} ${kind} ${written(hundredths)}: on the grid, but ${judged}`);
      }
    }
  }
  expect(wrong).toEqual([]);
});

function range(from: bigint, to: bigint): bigint[] {
  const list: bigint[] = [];
  for (let value = from; value <= to; value++) list.push(value);
  return list;
}

function near(end: bigint, from: bigint): bigint[] {
  return range(end - 40n < from ? from : end - 40n, end + 40n);
}

function sample(values: readonly bigint[]): bigint[] {
  const stride = Math.max(1, Math.floor(values.length / 60));
  return values.filter((_, i) => i % stride === 0);
}

test("S6: the ends are exact: 2.50 of 3.13 stays below 80.16 %, so truncation cannot give it", () => {
  expect(judgeRate(fundRow({ executed: "2.50", annual: "3.13", rate: "80.16" }), shanghai2024)).toBe("other-mode");
  expect(judgeRate(fundRow({ executed: "2.50", annual: "3.13", rate: "80.15" }), shanghai2024)).toBe("explained");
  expect(judgeRate(fundRow({ executed: "2.50", annual: "3.13", rate: "80.16" }), national)).toBe("explained");
});

test("S6: 112 and 112.0 stand for 112.00, 112.500 for three places, and a cell counts as it shows", () => {
  const rate = "99.48";
  for (const shown of ["112", "112.0", "112.00"]) expect(judgeRate(fundRow({ executed: "111.41", annual: shown, rate }), national)).toBe("explained");
  // 99.4732 ± 0.009 explains 99.48; to three places it is 99.4732 ± 0.0009.
  expect(judgeRate(fundRow({ executed: "111.410", annual: "112.000", rate }), national)).toBe("last-unit");
  // The cells hold more than they show: what prints the same may be behind it.
  const held = { executed: amount("111.4100000", { shownDecimals: 2 }), annual: amount("112.0000000", { shownDecimals: 2 }) };
  expect(judgeRate(fundRow({ rate }, held), national)).toBe("explained");
  // Shown to the whole 万元 only: still no more than half a 0.01.
  expect(judgeRate(fundRow({ rate: "99.10" }, { executed: amount("111.41", { shownDecimals: 0 }), annual: amount("112") }), national)).toBe("wrong");
});

test.each([
  ["97.85", "explained"],
  ["97.86", "other-mode"],
  ["97.84", "explained"], // 106.965 ÷ 109.325
  ["97.83", "wrong"],
  ["97.8503", "explained"],
  ["97.8500", "explained"],
  ["97.9", "fewer-decimals"],
  ["97.8", "fewer-decimals"],
  ["98", "fewer-decimals"],
  ["97", "fewer-decimals"],
  ["96", "wrong"],
  ["98.75", "wrong"],
])("S7: a rate of %s for 106.97 of 109.32 is %s", (rate, expected) => {
  expect(judgeRate(fundRow({ executed: "106.97", annual: "109.32", rate }), shanghai2024)).toBe(expected);
});

test.each([
  ["5.66", "explained"],
  ["5.67", "last-unit"],
  ["5.65", "last-unit"],
  ["6", "wrong"],
  ["6.00", "wrong"],
  ["5.7", "wrong"],
  ["5.6605", "explained"],
])("S7: a score of %s for 3999.13 of 7065.00 is %s", (score, expected) => {
  expect(judgeFundsScore(fundRow({ executed: "3999.13", annual: "7065.00", score }), shanghai2024)).toBe(expected);
});

test("S7: one unit off is a hint for a rate too, where no mode gives it", () => {
  expect(judgeRate(fundRow({ executed: "1842.32", annual: "1856.67", rate: "99.22" }), shanghai2024)).toBe("explained");
  expect(judgeRate(fundRow({ executed: "1842.32", annual: "1856.67", rate: "99.23" }), shanghai2024)).toBe("other-mode");
  expect(judgeRate(fundRow({ executed: "1842.32", annual: "1856.67", rate: "99.21" }), shanghai2024)).toBe("last-unit");
  expect(judgeRate(fundRow({ executed: "1842.32", annual: "1856.67", rate: "99.20" }), shanghai2024)).toBe("wrong");
});

test("S1 S7: more than the budget was spent: the rate is not capped, the score is", () => {
  const row = fundRow({ executed: "104", annual: "100", rate: "100.00", score: "10.00" });
  expect(judgeRate(row, national)).toBe("wrong");
  expect(judgeFundsScore(row, national)).toBe("explained");
  expect(judgeRate(fundRow({ executed: "104", annual: "100", rate: "104.00" }), national)).toBe("explained");
  expect(judgeFundsScore(fundRow({ executed: "104", annual: "100", score: "10.40" }), national)).toBe("wrong");
});

test("S7: a figure counts as its cell shows it", () => {
  const rate = amount("97.8503476", { shownDecimals: 2 });
  expect(judgeRate(fundRow({ executed: "106.97", annual: "109.32" }, { rate }), shanghai2024)).toBe("explained");
  expect(decimal("97.8503476").eq(rate.number ?? decimal(0))).toBe(true);
});
