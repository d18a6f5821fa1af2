import { decimal } from "../../src/model/decimal";
import { isRateAsFraction, readFraction } from "../../src/scoring/fraction";
import { judgeRate, scoreFunds, stands, totalFundRow } from "../../src/scoring/funds";
import { published } from "../support/corpus";
import { amount, digits, field, form, fundRow, funds, national, scored, shanghai2023, shanghai2024 } from "./build";

const computed = (row: ReturnType<typeof fundRow>, policy = national) => {
  const result = scoreFunds(row, policy);
  return result && [result.rate.toFixed(2), result.score?.toFixed(2) ?? null];
};

test.each([
  ["the adjusted budget counts", { initial: "112.96", annual: "109.32", executed: "106.97" }, ["97.85", "9.79"]],
  ["年初预算数 where it is the only column", { initial: "200", annual: null, executed: "100" }, ["50.00", "5.00"]],
  ["more than the budget", { annual: "100", executed: "104" }, ["104.00", "10.00"]],
  ["nothing spent", { annual: "100", executed: "0" }, ["0.00", "0.00"]],
  ["nothing spent, as -0", { annual: "100", executed: "-0" }, ["0.00", "0.00"]],
  ["weight 20, as in Hubei", { annual: "109.32", executed: "106.97", weight: "20" }, ["97.85", "19.57"]],
  ["no weight", { annual: "100", executed: "50", weight: "-" }, ["50.00", null]],
  ["a negative weight", { annual: "100", executed: "50", weight: "-10" }, ["50.00", null]],
  ["a weight with three places is full marks as it stands", { annual: "100", executed: "100", weight: "9.999" }, ["100.00", decimal("9.999").toFixed(2)]],
] as const)("S1 S4: %s", (_, texts, expected) => {
  expect(computed(fundRow(texts))).toEqual(expected);
});

test.each([
  ["budget 0", { annual: "0", executed: "5" }],
  ["budget 0.00 and nothing spent", { annual: "0.00", executed: "0.00" }],
  ["budget blank, though there is an initial one", { initial: "100", annual: "", executed: "50" }],
  ["negative budget", { annual: "-5", executed: "5" }],
  ["budget in words", { annual: "见附件", executed: "5" }],
  ["spending blank", { annual: "100", executed: "" }],
  ["negative spending", { annual: "100", executed: "-5" }],
] as const)("S2: no rate: %s", (_, texts) => {
  const row = fundRow({ ...texts, rate: "100.00", score: "10.00" });
  expect(scoreFunds(row, national)).toBeNull();
  expect(judgeRate(row, national)).toBe("not-computed");
});

test.each([
  ["shanghai-2023", shanghai2023, "99.99", "9.99"],
  ["shanghai-2024", shanghai2024, "99.99", "10.00"],
  ["national", national, "100.00", "10.00"],
] as const)("S3: 241.80 of 241.81 under %s is %3$s and %4$s", (_, policy, rate, score) => {
  expect(computed(fundRow({ annual: "241.81", executed: "241.80" }), policy)).toEqual([rate, score]);
});

test("S3: half-up is from the exact ratio: neither half-even nor a figure that was cut before", () => {
  // 9.785 exactly.
  expect(computed(fundRow({ annual: "2000", executed: "1957" }))).toEqual(["97.85", "9.79"]);
  // 97.845 → 97.85 → 9.785 would give 9.79.
  expect(computed(fundRow({ annual: "20000", executed: "19569" }))).toEqual(["97.85", "9.78"]);
  // 97.844999…
  expect(computed(fundRow({ annual: "3000000.03", executed: "2935350.0", weight: "10" }))).toEqual(["97.84", "9.78"]);
});

test("S4: only the row 年度资金总额 carries the score", () => {
  const part = fundRow({ annual: "60", executed: "60", weight: "10", score: "10.00" }, { role: "appropriation" });
  const total = fundRow({ annual: "100", executed: "90", score: "" });
  expect(totalFundRow(funds([part, total]))).toBe(total);
  const result = scored(form(funds([total, part, part]), []));
  expect(digits(result.fundsStanding)).toBe("9");
  expect(digits(result.total?.score)).toBe("9");
  expect(digits(result.total?.weight)).toBe("10");
});

describe("S4 S18: the funds score that stands", () => {
  test.each([
    ["blank is filled", "", null, "9.79"],
    ["right stays", "9.79", null, "9.79"],
    ["a hint stays", "9.78", null, "9.78"],
    ["wrong is corrected", "9", null, "9.79"],
    ["words are corrected", "满分", null, "9.79"],
    ["a formula stays, even if wrong", "9", "F6*G6", "9"],
    ["a formula beyond the weight is cut to it", "97.85", "G6", "10"],
    ["a formula without a stored result counts as computed", "", "F6*G6", "9.79"],
  ])("%s", (_, score, formula, expected) => {
    const row = fundRow({ annual: "109.32", executed: "106.97" }, { score: amount(score, { formula }) });
    expect(digits(scored(form(funds([row]), []), shanghai2024).fundsStanding)).toBe(expected);
  });

  test("without a rate a given score stands, cut to the weight", () => {
    expect(digits(scored(form(funds([fundRow({ annual: "", executed: "", score: "8" })]), [])).fundsStanding)).toBe("8");
    expect(digits(scored(form(funds([fundRow({ annual: "", executed: "", score: "12" })]), [])).fundsStanding)).toBe("10");
    expect(scored(form(funds([fundRow({ annual: "0", executed: "0" })]), [])).fundsStanding).toBeNull();
  });
});

describe("S5: rates entered as fractions", () => {
  const bare = funds([], { rateHeader: field("执行率") });
  const percent = funds([], { rateHeader: field("执行率(%)") });

  test.each([
    ["0.9785", "109.32", "106.97", "97.85"],
    ["1", "100", "100", "100"],
    ["1.00", "100", "100", "100"],
    ["0.57", "7065", "3999.13", "57"],
    ["97.85", "109.32", "106.97", "97.85"],
    ["0.57", "1000", "5.7", "0.57"],
    ["1.04", "100", "104", "104"],
    ["1.04", "100", "1.04", "1.04"],
    ["0", "100", "50", "0"],
  ])("under 执行率 a bare %s for %3$s of %2$s is %4$s %%", (rate, annual, executed, expected) => {
    expect(digits(readFraction(bare, fundRow({ annual, executed, rate })).rate?.number)).toBe(expected);
  });

  test("a fraction that is right is no finding, one with fewer places is a hint", () => {
    const row = (rate: string) => readFraction(bare, fundRow({ annual: "109.32", executed: "106.97", rate }));
    expect(judgeRate(row("0.9785"), shanghai2024)).toBe("explained");
    expect(judgeRate(row("0.98"), shanghai2024)).toBe("fewer-decimals");
  });

  test.each([
    ["0.57", "7065", "3999.13", true],
    ["1", "100", "100", true],
    ["0.57", "1000", "5.7", false],
    ["56.60", "7065", "3999.13", false],
    ["0.57%", "7065", "3999.13", false],
    ["0", "100", "50", false],
  ])("under 执行率(%%) %s for %3$s of %2$s: a mistake? %4$s", (rate, annual, executed, expected) => {
    expect(isRateAsFraction(percent, fundRow({ annual, executed, rate }), national)).toBe(expected);
    expect(digits(readFraction(percent, fundRow({ annual, executed, rate })).rate?.number)).toBe(digits(amount(rate).number));
  });

  test("a percentage to Excel is in percent already", () => {
    const rate = amount("0.5", { asFraction: true });
    expect(readFraction(bare, fundRow({ annual: "100", executed: "50" }, { rate })).rate).toBe(rate);
  });
});

test("S7: what stands and what is corrected", () => {
  expect((["explained", "other-mode", "last-unit", "fewer-decimals", "not-computed"] as const).every(stands)).toBe(true);
  expect((["missing", "unreadable", "wrong"] as const).some(stands)).toBe(false);
});

describe("S1 S3 S4: every published funds row", () => {
  const rows = (["jiading-2024", "minhang-2023"] as const).flatMap((name) =>
    published(`${name}-self-evaluation`).flatMap((evaluation) => {
      const [row] = evaluation.项目资金;
      return row ? [{ name, project: evaluation.项目名称, ...row }] : [];
    }),
  );
  test("there are 21", () => expect(rows).toHaveLength(21));

  test.each(rows)("$name $project", ({ name, 全年预算数, 全年执行数, 分数, 执行率, 得分 }) => {
    // Form 8 gives 0.57 under 执行率(%) and 6.00; its true figures are 56.60 and 5.66.
    const [rate, score] = 执行率 === "0.57" ? ["56.60", "5.66"] : [执行率, 得分];
    const row = fundRow({ annual: 全年预算数, executed: 全年执行数, weight: 分数, rate, score });
    expect(computed(row, name === "jiading-2024" ? shanghai2024 : shanghai2023)).toEqual([rate, score]);
  });
});
