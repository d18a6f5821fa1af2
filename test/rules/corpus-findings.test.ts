/**
 * The published corpus is the measure of the rules. First every finding on it, exactly; then, without the golden file, what
 * the catalogue says must come out, statement by statement.
 */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { a1 } from "../../src/model/address";
import type { Severity } from "../../src/model/finding";
import { RULES } from "../../src/rules/registry";
import { corpusFindings, type ExpectedForms, PUBLISHED, type Published, publishedGrid } from "../support/corpus-findings";
import { contextsOf, type RuleFinding, runRules } from "../support/run-rules";

const golden = JSON.parse(readFileSync(resolve(__dirname, "../golden/findings-corpus.json"), "utf8")) as Record<Published, ExpectedForms>;

describe("every finding on the published workbooks", () => {
  // After a wanted change: npx tsx test/support/write-golden.ts, and read the difference.
  test.each(PUBLISHED)("%s", (name) => {
    expect(corpusFindings(name)).toEqual(golden[name]);
  });

  test("68 forms", () => {
    expect(PUBLISHED.map((name) => Object.keys(golden[name]).length)).toEqual([8, 13, 33, 12, 2]);
  });

  test.each(PUBLISHED)("%s: the review drops what yields, and nothing else", (name) => {
    const own = findingsOf(name).map(({ form, rule, found }) => `${form} ${rule.id} ${a1(found.cell)}`);
    const reviewed = Object.values(corpusFindings(name)).flatMap((list, form) => list.map(({ rule, cell }) => `${form} ${rule} ${cell}`));
    expect([...own].sort()).toEqual([...reviewed].sort());
  });
});

const cache = new Map<Published, RuleFinding[]>();

function findingsOf(name: Published): RuleFinding[] {
  const known = cache.get(name) ?? runRules(contextsOf(publishedGrid(name)));
  cache.set(name, known);
  return known;
}

/** Findings of one rule on one form (counted from 1): of which indicator, or of which aspect of the form. */
function subjects(name: Published, form: number, rule: string, severity: Severity): string[] {
  return findingsOf(name)
    .filter((finding) => finding.form === form - 1 && finding.rule.id === rule && finding.found.severity === severity)
    .map(({ found }) => found.indicator?.name ?? found.aspect ?? "");
}

function formsWith(name: Published, rule: string, severity: Severity, aspect?: string): number[] {
  const hits = findingsOf(name).filter(({ rule: { id }, found }) => id === rule && found.severity === severity && (aspect === undefined || found.aspect === aspect));
  return [...new Set(hits.map(({ form }) => form + 1))].sort((a, b) => a - b);
}

function errors(name: Published): string[] {
  return findingsOf(name)
    .filter(({ found }) => found.severity === "error")
    .map(({ form, rule, found }) => `${form + 1} ${rule.id}${found.indicator ? ` ${found.indicator.name}` : ""}`)
    .sort();
}

describe("jiading-2024", () => {
  const book = "jiading-2024-published";
  test("form 2: 4.00 where 4.50 is proportional, far below the limit, cost above the spending", () => {
    expect(subjects(book, 2, "score/not-proportional", "warning")).toEqual(["学生考试合格率"]);
    expect(subjects(book, 2, "deviation/far-below-limit", "info")).toEqual(["年度签约学生数"]);
    expect(subjects(book, 2, "cost/over-executed", "warning")).toEqual(["各项补贴费用标准"]);
  });
  test("form 3: 4.50 where 4.90 is proportional", () => {
    expect(subjects(book, 3, "score/not-proportional", "warning")).toEqual(["测评对象覆盖率"]);
  });
  test("forms 1, 5, 6: lowered with a reason", () => {
    expect(formsWith(book, "score/met-but-lowered", "info")).toEqual([1, 5, 6]);
    for (const form of [1, 5, 6]) expect(subjects(book, form, "score/met-but-lowered", "info")).toEqual(["长效管理制度建设"]);
    expect(formsWith(book, "score/met-but-lowered", "warning")).toEqual([]);
  });
  test("forms 2, 3, 5, 6: budget adjusted to the spending, 5 and 6 by more than 10 %", () => {
    expect(formsWith(book, "fund/budget-adjusted", "info")).toEqual(expect.arrayContaining([2, 3, 5, 6]));
    expect(formsWith(book, "fund/budget-cut-to-spending", "warning")).toEqual([5, 6]);
  });
  test("form 6: an empty reason where nothing deviates is no finding", () => {
    const about = findingsOf(book).filter(({ form, found }) => form === 5 && found.indicator?.name === "职工用餐满意度");
    expect(about).toEqual([]);
  });
  test("form 8: amounts, rate, score, grade, gap, condition in a name, 90% against ≥90.00(%)", () => {
    expect(errors(book)).toEqual(["8 fund/rate-as-fraction", "8 fund/score-mismatch", "8 fund/unit-suspect", "8 grade/mismatch"]);
    expect(formsWith(book, "fund/low-rate", "warning")).toEqual([8]);
    expect(formsWith(book, "deviation/spending-gap", "warning")).toEqual([8]);
    expect(subjects(book, 8, "value/name-kind-mismatch", "info")).toEqual(["公立医院门诊和住院均次费用增幅≤10.00(%)"]);
    expect(formsWith(book, "value/mixed-notation", "info")).toContain(8);
    // The same value: met, with nothing to explain.
    const about = findingsOf(book).filter(({ form, found }) => form === 7 && found.indicator?.name === "人员满意度");
    expect(about).toEqual([]);
  });
});

describe("minhang-2023", () => {
  const book = "minhang-2023-published";
  const all = Array.from({ length: 13 }, (_, i) => i + 1);
  test("no error, no warning", () => {
    expect(findingsOf(book).filter(({ found }) => found.severity !== "info")).toEqual([]);
  });
  test("all full marks, results that copy the goal, no cost category", () => {
    expect(formsWith(book, "indicator/all-full", "info")).toEqual(all);
    expect(formsWith(book, "text/result-copies-goal", "info")).toEqual(all);
    expect(formsWith(book, "indicator/category-missing", "info", "成本")).toEqual(all);
  });
  test("form 11 mixes notations, alone", () => {
    expect(formsWith(book, "value/mixed-notation", "info")).toEqual([11]);
  });
  test("及时性 that holds a rate", () => {
    expect(formsWith(book, "value/name-kind-mismatch", "info")).toEqual([5, 7, 10, 11, 13]);
  });
});

describe("putuo-2024", () => {
  const book = "putuo-2024";
  test("the only error: 设备故障率<97%", () => {
    expect(errors(book)).toEqual(["10 value/direction-suspect 设备故障率"]);
  });
  test.each([
    [4, "indicator/wrong-category", ["健康指导率"]],
    [5, "indicator/wrong-category", ["健康档案建档率"]],
    [6, "value/unit-mismatch", ["巡检台次"]],
    [8, "indicator/wrong-category", ["网络安全事故", "上海普陀健康用户覆盖数"]],
    [9, "value/unit-mismatch", ["服务响应率"]],
    [10, "value/unreadable", ["受众对象的满意度"]],
    [11, "value/circular", ["数据互联互通"]],
  ] as const)("form %i: %s", (form, rule, names) => {
    expect(subjects(book, form, rule, "warning")).toEqual(names);
  });
  test("form 12: four targets in one cell", () => {
    const [finding, ...more] = findingsOf(book).filter(({ rule }) => rule.id === "value/several-targets");
    expect(more).toEqual([]);
    expect(finding?.form).toBe(11);
    expect(finding?.found.message).toContain("4 个指标值");
  });
  test("forms 6, 7, 10 without cost", () => {
    expect(formsWith(book, "indicator/category-missing", "warning", "成本")).toEqual([6, 7, 10]);
  });
});

describe("minhang-2026", () => {
  const book = "minhang-2026";
  test("errors on form 24 only", () => {
    expect(errors(book)).toEqual(["24 value/direction-suspect 使用者满意度", "24 value/direction-suspect 处理数据反馈及时性", "24 value/placeholder"]);
    expect(subjects(book, 24, "value/placeholder", "error")).toEqual(["annual"]);
    expect(subjects(book, 24, "value/name-kind-mismatch", "info")).toEqual(["运维考核通过率"]);
  });
  test("form 28: 有效性 = 有效性, a cost row under 经济效益", () => {
    expect(subjects(book, 28, "value/circular", "warning")).toEqual(["成本控制有效性"]);
    expect(subjects(book, 28, "indicator/wrong-category", "warning")).toEqual(["不超年初预算"]);
  });
  test("form 7: the same name twice; form 1: satisfaction ≥100 %; form 2: another year; form 15: goal = annual goal", () => {
    expect(subjects(book, 7, "indicator/duplicate", "warning")).toEqual(["测评工作完成率"]);
    expect(subjects(book, 1, "value/percent-over-100", "warning")).toEqual(["部门单位满意度"]);
    expect(formsWith(book, "text/stale-year", "warning")).toEqual([2]);
    expect(formsWith(book, "declaration/goal-unlike", "info", "copy")).toEqual([15]);
  });
  test("阶段性 without 项目资金总额", () => {
    expect(formsWith(book, "declaration/field-missing", "warning", "project-total")).toEqual([6, 7, 8, 9, 10, 12, 13, 14, 16, 19, 20]);
  });
  test("categories", () => {
    expect(formsWith(book, "indicator/category-missing", "warning", "成本")).toEqual([3, 7, 9, 10, 12, 13, 14, 22, 24, 27, 29, 31, 32]);
    expect(formsWith(book, "indicator/category-missing", "warning", "满意度")).toEqual([7, 9, 10, 12, 13, 14]);
    expect(formsWith(book, "indicator/category-missing", "warning", "时效")).toEqual([23]);
  });
});

describe("shanghai-2020", () => {
  const book = "shanghai-2020";
  test("form 1: 52次.周 under a rate, a plan item after the end", () => {
    expect(subjects(book, 1, "value/unit-mismatch", "warning")).toEqual(["基础设施定期维护计划完成率"]);
    expect(errors(book)).toEqual(["1 declaration/dates"]);
    expect(subjects(book, 1, "declaration/dates", "error")).toEqual(["plan"]);
  });
  test("forms 1, 2: empty amounts of the last year", () => {
    for (const form of [1, 2]) expect(subjects(book, form, "declaration/field-missing", "info")).toEqual(["last-year-budget", "last-year-executed"]);
  });
});

describe("yielding", () => {
  const byId = new Map(RULES.map((rule) => [rule.id, rule]));
  test("rules yield to rules that exist, and never in a circle", () => {
    const reached = (id: string, seen: readonly string[]): void => {
      expect(seen).not.toContain(id);
      expect([...byId.keys()]).toContain(id);
      for (const next of byId.get(id)?.yieldsTo ?? []) reached(next, [...seen, id]);
    };
    for (const id of byId.keys()) reached(id, []);
  });

  test("an error never makes way for less than an error", () => {
    for (const rule of RULES.filter(({ severities }) => severities.every((severity) => severity === "error"))) {
      for (const id of rule.yieldsTo ?? []) expect(byId.get(id)?.severities).toContain("error");
    }
  });

  test("a budget adjusted and cut to the spending is both", () => {
    expect(byId.get("fund/budget-adjusted")?.yieldsTo).toBeUndefined();
    expect(byId.get("fund/budget-cut-to-spending")?.yieldsTo).toBeUndefined();
  });
});
