/**
 * An independent oracle: fractions over BigInt, written from spec/scoring.md and without a look at the implementation.
 * Figures are decimal strings going in and fractions coming out.
 */
export interface Rat {
  readonly n: bigint;
  /** Positive. */
  readonly d: bigint;
}

export function rat(text: string | bigint): Rat {
  if (typeof text === "bigint") return { n: text, d: 1n };
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) throw new Error(`no decimal: ${text}`);
  const [, sign = "", whole = "", fraction = ""] = match;
  const n = BigInt(whole + fraction);
  return { n: sign === "-" ? -n : n, d: 10n ** BigInt(fraction.length) };
}

export const times = (a: Rat, b: Rat): Rat => ({ n: a.n * b.n, d: a.d * b.d });
export const over = (a: Rat, b: Rat): Rat => (b.n < 0n ? { n: -a.n * b.d, d: -(a.d * b.n) } : { n: a.n * b.d, d: a.d * b.n });
export const plus = (a: Rat, b: Rat): Rat => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d });
export const minus = (a: Rat, b: Rat): Rat => plus(a, { n: -b.n, d: b.d });
export const cmp = (a: Rat, b: Rat): number => {
  const left = a.n * b.d;
  const right = b.n * a.d;
  return left < right ? -1 : left > right ? 1 : 0;
};
export const least = (a: Rat, b: Rat): Rat => (cmp(a, b) <= 0 ? a : b);
export const most = (a: Rat, b: Rat): Rat => (cmp(a, b) >= 0 ? a : b);

/** Of what is not negative. */
export function cut(value: Rat, places: number, mode: "truncate" | "half-up"): Rat {
  const scale = 10n ** BigInt(places);
  const scaled = value.n * scale;
  const units = mode === "truncate" ? scaled / value.d : (2n * scaled + value.d) / (2n * value.d);
  return { n: units, d: scale };
}

export type Modes = { readonly rate: "truncate" | "half-up"; readonly score: "truncate" | "half-up" };
/** The table "Rounding" of spec/scoring.md. */
export const MODES: Readonly<Record<"shanghai-2023" | "shanghai-2024" | "national", Modes>> = {
  "shanghai-2023": { rate: "truncate", score: "truncate" },
  "shanghai-2024": { rate: "truncate", score: "half-up" },
  national: { rate: "half-up", score: "half-up" },
};

const ZERO = rat("0");
const ONE = rat("1");

/** Funds block: null for a budget of 0. */
export function fundsOracle(executed: string, budget: string, weight: string, modes: Modes): { rate: Rat; score: Rat } | null {
  if (rat(budget).n <= 0n) return null;
  const ratio = over(rat(executed), rat(budget));
  return { rate: cut(times(ratio, rat("100")), 2, modes.rate), score: cut(times(least(ratio, ONE), rat(weight)), 2, modes.score) };
}

/** Indicator rows: whether the target is met, and the rule score. */
export function indicatorOracle(operator: "≥" | ">" | "≤" | "<" | "=" | "", target: string, actual: string, weight: string, form: "A" | "B", modes: Modes): { met: boolean; score: Rat } {
  const [t, a, w] = [rat(target), rat(actual), rat(weight)];
  const order = cmp(a, t);
  let met: boolean;
  let exact: Rat;
  if (operator === "≤" || operator === "<") {
    met = operator === "≤" ? order <= 0 : order < 0;
    if (t.n === 0n) exact = ZERO;
    else if (form === "A") exact = a.n === 0n ? w : times(over(t, a), w);
    else exact = times(minus(ONE, over(minus(a, t), t)), w);
  } else if (operator === "=" && t.n === 0n) {
    met = a.n <= 0n;
    exact = ZERO;
  } else {
    met = operator === ">" ? order > 0 : order >= 0;
    exact = t.n === 0n ? ZERO : times(over(most(a, ZERO), t), w);
  }
  return { met, score: met ? w : least(most(cut(most(exact, ZERO), 2, modes.score), ZERO), w) };
}

export function gradeOracle(total: Rat): "优" | "良" | "中" | "差" {
  if (cmp(total, rat("90")) >= 0) return "优";
  if (cmp(total, rat("80")) >= 0) return "良";
  return cmp(total, rat("60")) >= 0 ? "中" : "差";
}

/** Two places, as scores are written. */
export function text(value: Rat): string {
  const units = (value.n * 100n) / value.d;
  if (units * value.d !== value.n * 100n) throw new Error("more than two places");
  const digits = (units < 0n ? -units : units).toString().padStart(3, "0");
  return `${units < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
