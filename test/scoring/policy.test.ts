import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { EXCEEDED_LIMIT } from "../../src/policy/exceeded-limit";
import { POLICIES, policyById, policyFor } from "../../src/policy/registry";
import { choosePolicies } from "../../src/scoring/choose-policy";
import { field, form, fundRow, funds, type FormTexts, type FundsTexts } from "./build";

const evaluation = (texts: FormTexts, rows: FundsTexts = {}) => form(funds([fundRow(rows)]), [], texts);
const SHANGHAI = { department: "上海市嘉定区卫生健康委员会（汇总）" };

test("S3: the policies are those of the table, and every pack is registered", () => {
  expect(POLICIES.map(({ id, rounding }) => [id, rounding.rate.mode, rounding.score.mode, rounding.rate.places, rounding.score.places])).toEqual([
    ["shanghai-2023", "down", "down", 2, 2],
    ["shanghai-2024", "down", "half-up", 2, 2],
    ["national", "half-up", "half-up", 2, 2],
  ]);
  const packs = readdirSync(resolve(__dirname, "../../src/policy/packs")).map((file) => file.replace(".ts", ""));
  expect(packs.filter((name) => !name.endsWith("-places")).sort()).toEqual(POLICIES.map((policy) => policy.id).sort());
  expect(policyById("shanghai-2024")?.id).toBe("shanghai-2024");
  expect(policyById("auto")).toBeNull();
});

test.each<[FormTexts, string]>([
  [{ ...SHANGHAI, year: 2024 }, "shanghai-2024"],
  [{ ...SHANGHAI, year: 2030 }, "shanghai-2024"],
  [{ ...SHANGHAI, year: 2023 }, "shanghai-2023"],
  [{ ...SHANGHAI, year: 2019 }, "shanghai-2023"],
  [{ ...SHANGHAI, year: null }, "shanghai-2024"],
  [{ unit: "上海市第一中学", year: 2023 }, "shanghai-2023"],
  [{ title: "上海市财政项目支出绩效自评表", year: 2024 }, "shanghai-2024"],
  [{ department: "上 海 市教育局", year: 2024 }, "shanghai-2024"],
  [{ department: "闵行区卫生健康委员会", year: 2023 }, "shanghai-2023"],
  [{ department: "舟山市普陀区卫生健康局", year: 2024 }, "national"],
  [{ department: "成都市财政局", year: 2024 }, "national"],
  [{ year: 2024 }, "national"],
  [{ year: null }, "national"],
])("S8: place and year: %j is %s", (texts, expected) => {
  const given = evaluation(texts);
  expect(policyFor(given).id).toBe(expected);
  const [choice] = choosePolicies([given], "auto");
  expect(choice?.policy.id).toBe(expected);
  expect(choice?.why).toContain(choice?.policy.name ?? "?");
});

/** 1842.32 of 1856.67 is 99.2271…, 13101 of 13220 is 99.0998…: too large for the printed amounts to explain another mode. */
const TRUNCATED: FundsTexts[] = [
  { annual: "132.20", executed: "131.01", rate: "99.09", score: "9.90" },
  { annual: "679.67", executed: "679.58", rate: "99.98", score: "9.99" },
];
const ROUNDED: FundsTexts[] = [
  { annual: "13220.00", executed: "13101.00", rate: "99.10", score: "9.91" },
  { annual: "1856.67", executed: "1842.32", rate: "99.23", score: "9.92" },
];
const EQUAL: FundsTexts = { annual: "93.60", executed: "93.60", rate: "100.00", score: "10.00" };
const choose = (texts: FormTexts, rows: readonly FundsTexts[]) => choosePolicies(rows.map((row) => evaluation(texts, row)), "auto");

test("S8: a workbook whose figures contradict its policy and agree with another throughout is scored by that one, and says so", () => {
  const choices = choose({ ...SHANGHAI, year: 2024 }, [...TRUNCATED, EQUAL]);
  expect(choices.map(({ policy }) => policy.id)).toEqual(["shanghai-2023", "shanghai-2023", "shanghai-2023"]);
  expect(choices[0]?.why).toMatch(/2 个.*不符.*上海（2023/);
  expect(choose({ ...SHANGHAI, year: 2024 }, ROUNDED)[0]?.policy.id).toBe("national");
  expect(choose({ department: "成都市财政局" }, TRUNCATED)[0]?.policy.id).toBe("shanghai-2023");
});

test("S8: figures speak of rounding alone: the rest of the policy stays that of the place", () => {
  const [choice] = choose({ ...SHANGHAI, year: 2024 }, ROUNDED);
  expect(choice?.policy).toMatchObject({ id: "national", rounding: policyById("national")?.rounding, profiles: [] });
});

test.each<[string, FormTexts, FundsTexts[], string]>([
  ["one contradiction is a slip", { ...SHANGHAI, year: 2024 }, [EQUAL, { annual: "1856.67", executed: "1842.32", rate: "99.23", score: "9.92" }], "shanghai-2024"],
  ["figures that speak for both are no habit", { ...SHANGHAI, year: 2024 }, [...ROUNDED, { annual: "1856.67", executed: "1842.32", rate: "99.22", score: "9.92" }], "shanghai-2024"],
  ["figures wrong under all speak for none", { ...SHANGHAI, year: 2024 }, [...ROUNDED, { annual: "100.00", executed: "90.00", rate: "95.00", score: "9.50" }], "national"],
  ["equal amounts are no evidence", { ...SHANGHAI, year: 2024 }, [EQUAL, EQUAL, EQUAL], "shanghai-2024"],
  ["small amounts explain any mode", { ...SHANGHAI, year: 2024 }, [{ annual: "0.48", executed: "0.47", rate: "97.92", score: "9.79" }, { annual: "0.48", executed: "0.47", rate: "97.92", score: "9.79" }], "shanghai-2024"],
  ["blank figures say nothing", { ...SHANGHAI, year: 2023 }, [{ annual: "132.20", executed: "131.01" }, { annual: "679.67", executed: "679.58" }], "shanghai-2023"],
])("S8: %s", (_, texts, rows, expected) => {
  for (const choice of choose(texts, rows)) expect(choice.policy.id).toBe(expected);
});

test("S8: years are told apart, and a policy that is asked for is used", () => {
  const mixed = [...TRUNCATED.map((row) => evaluation({ ...SHANGHAI, year: 2024 }, row)), evaluation({ department: "成都市财政局" }, EQUAL)];
  expect(choosePolicies(mixed, "auto").map(({ policy }) => policy.id)).toEqual(["shanghai-2023", "shanghai-2023", "national"]);
  const asked = choosePolicies(mixed, "national");
  expect(asked.map(({ policy }) => policy.id)).toEqual(["national", "national", "national"]);
  expect(asked[0]?.why).toContain("按设置");
});

test("S8: bare fractions are evidence as what they mean", () => {
  const rows = [["132.20", "131.01", "0.991"], ["679.67", "679.58", "0.9999"], ["1856.67", "1842.32", "0.9923"]] as const;
  const forms = rows.map(([annual, executed, rate]) => form(funds([fundRow({ annual, executed, rate })], { rateHeader: field("执行率") }), [], { ...SHANGHAI, year: 2024 }));
  expect(choosePolicies(forms, "auto")[0]?.policy.id).toBe("national");
});

test("S12: form A unless a policy or a setting says B, each with its own source", () => {
  for (const policy of POLICIES) expect(policy.exceededLimit).toBe(EXCEEDED_LIMIT.ratio);
  expect([EXCEEDED_LIMIT.ratio.source.evidence, EXCEEDED_LIMIT.linear.source.evidence]).toEqual(["seen", "system"]);
});
