/** What must hold for every text whatsoever (G24). */
import fc from "fast-check";
import { parseReading } from "../../src/grammar/parse";
import { printReading } from "../../src/grammar/print";
import { clean, fold } from "../../src/grammar/text";
import { readingSchema } from "../../src/model/reading";

/** Pieces of real values: glued together at random they reach far more of the grammar than random letters do. */
const PIECES = (
  "≥ ≤ > < = 大于等于 不低于 低于 不超过 至少 约 余 多 95 100.00 1,599.05 0 3 12 2024 11 30 - ~ 至 到 % ‰ 次 人 亩 万 万元 元/人 ·月 月 日 年 底 前 内 之前 以上 以内 含 级 岁 完成 " +
  "( ) （ ） ； ， 。 、 ① ② 1. 2. 3. (1) (2) 预算 数 控制在 范围 上半年 第三季度 一季度 十一月 中旬 年底 截至 于 未 达成指标 目标 无 ** XX ★ “ ” ? / * × ： 每年 率 由 第 A m2 km １ ２"
).split(" ");

const glued = fc.array(fc.constantFrom(...PIECES, "\n", " "), { maxLength: 14 }).map((pieces) => pieces.join(""));
const anyText = fc.string({ unit: "binary", maxLength: 40 });
const mixed = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: "grapheme", maxLength: 2 })), { maxLength: 10 }).map((pieces) => pieces.join(""));
const texts = fc.oneof({ weight: 4, arbitrary: glued }, { weight: 1, arbitrary: anyText }, { weight: 1, arbitrary: mixed });
const years = fc.oneof(fc.constant(null), fc.integer({ min: 2000, max: 2035 }));

test("G24: reading what was printed gives the same reading and the same print", () => {
  fc.assert(
    fc.property(texts, years, (text, year) => {
      const reading = parseReading(text, { year });
      const printed = printReading(reading);
      const again = parseReading(printed, { year });
      expect(again).toEqual(reading);
      expect(printReading(again)).toBe(printed);
    }),
    { numRuns: 20_000 },
  );
});

test("G24: every reading is a valid Reading, lists are flat and have at least two parts", () => {
  fc.assert(
    fc.property(texts, years, (text, year) => {
      const reading = parseReading(text, { year });
      expect(readingSchema.safeParse(reading).success).toBe(true);
      if (reading.kind === "several") {
        for (const part of reading.parts) expect(["several", "empty"]).not.toContain(part.kind);
      }
    }),
    { numRuns: 5_000 },
  );
});

test("G1, G2: cleaning twice is cleaning once, folding keeps the length", () => {
  fc.assert(
    fc.property(texts, (text) => {
      const once = clean(text);
      expect(clean(once)).toBe(once);
      expect(fold(once)).toHaveLength(once.length);
      expect(fold(fold(once))).toBe(fold(once));
    }),
    { numRuns: 5_000 },
  );
});

test("G3, G6, G9: an operator, a number and a unit that were put together are found again", () => {
  const operators = fc.constantFrom(["≥", ">="], ["≤", "<="], [">", ">"], ["<", "<"], ["=", "="], ["不少于", ">="], ["不超过", "<="]);
  const units = fc.constantFrom("次", "人次", "%", "万元", "元/人·月", "个工作日", "小时", "篇", "家");
  const numbers = fc.tuple(fc.integer({ min: 0, max: 9_999_999 }), fc.integer({ min: 0, max: 99 }));
  fc.assert(
    fc.property(operators, numbers, units, fc.boolean(), ([sign, operator], [whole, cents], unit, brackets) => {
      const number = `${whole}.${`${cents}`.padStart(2, "0")}`;
      const reading = parseReading(`${sign}${number}${brackets ? `(${unit})` : unit}`, { year: null });
      expect(reading).toEqual({ kind: "quantity", operator, number: number.includes(".") ? number.replace(/\.?0+$/, "") : number, unit });
    }),
  );
});

/** Repeats that would trip a backtracking pattern or a rescan; 30,000 characters each. */
const LONG = [
  "1", "①1次", "1.", "1.a;2.b;", "1.a2.1.b2.", "≥", "≥5", "3次;", "3次,", "3~", "(", "()", "(1次)", "12月", "2024年", "2024-11-", "年", "约5", "预算", "控制在预算", "1,234", "1,", "X", "**", "1 ", "3次\n", "万5", "元/",
  "5元/人·月", "“", "★", "率5%", "0.", "-5", "十一", "由5", "5(含", "截至", "1季度", "2024年1月至", "\u200b", "\ud800", "a1",
];

test("G24: time is linear: 30,000 characters of anything are read at once", () => {
  const timed = (text: string): number => {
    const start = performance.now();
    printReading(parseReading(text, { year: 2024 }));
    return performance.now() - start;
  };
  for (const piece of LONG) {
    const text = piece.repeat(Math.ceil(30_000 / piece.length));
    // The machine may be busy: a slow one gets a second and a third chance. A quadratic reader takes many seconds.
    const fast = timed(text) < 600 || timed(text) < 600 || timed(text) < 600;
    expect({ piece, fast }).toEqual({ piece, fast: true });
  }
});
