/** The command line's contract: options, exit codes, streams, and JSON that validates against the schema. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { run } from "../../src/cli/run";
import { type JsonResult, resultSchema } from "../../src/report/json-contract";
import { openWorkbook } from "../../src/host/xlsx/open";
import { DEFAULT_SETTINGS } from "../../src/model/settings";
import { DEFAULT_STATE } from "../../src/model/workbook-state";
import { reviewWorkbook, workbookPath } from "../support/corpus";

const hostile = (name: string): string => resolve(__dirname, "../corpus/hostile", name);
const draft = workbookPath("jiading-2024-draft");
const published = workbookPath("minhang-2023-published");

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jixiao-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

function command(...words: string[]): Outcome {
  let out = "";
  let error = "";
  const code = run(words, "1.2.3", { out: (text) => (out += text), error: (text) => (error += text), progress: false });
  return { code, out, error };
}

function json(...words: string[]): { code: number; result: JsonResult; error: string } {
  const { code, out, error } = command(...words, "--json", "-");
  return { code, result: resultSchema.parse(JSON.parse(out)), error };
}

describe("exit codes", () => {
  test("0: every workbook was read and nothing is at or above --fail-on", () => {
    expect(command(published).code).toBe(0);
  });
  test("1: some finding is", () => {
    expect(command(draft).code).toBe(1);
    expect(command(draft, "--fail-on", "never").code).toBe(0);
    expect(command(workbookPath("jiading-2024-published"), "--fail-on", "warning").code).toBe(1);
  });
  test("3: some workbook could not be read; the others are still reported", () => {
    const { code, result, error } = json(hostile("trunc.xlsx"), published, hostile("laughs.xlsx"));
    expect(code).toBe(3);
    expect(result.workbooks.map((workbook) => workbook.fault?.code ?? null)).toEqual(["damaged", null, "unsafe"]);
    expect(result.workbooks[1]?.forms).toHaveLength(13);
    expect(error.trim().split("\n")).toHaveLength(2);
    expect(error).toContain("trunc.xlsx");
  });
  test.each([
    [[], "没有给出"],
    [["a.xlsx", "--nonsense"], "--nonsense"],
    [["a.xlsx", "--json"], "--json"],
    [["a.xlsx", "--scores", "all"], "keep、rule"],
    [["a.xlsx", "--fail-on", "info"], "error、warning、never"],
    [["a.xlsx", "--policy", "mars"], "auto、shanghai-2023"],
    [["a.xlsx", "--json", "a", "--json", "b"], "只能写一次"],
  ])("2: %j: one line says which word is off", (words, said) => {
    const { code, out, error } = command(...words);
    expect([code, out]).toEqual([2, ""]);
    expect(error).toContain(said);
    expect(error.trimEnd().split("\n")).toHaveLength(1);
  });
});

test("--help and --version", () => {
  expect(command("--help")).toMatchObject({ code: 0, error: "" });
  expect(command("--help").out).toContain("--fail-on error|warning|never");
  expect(command("--version").out).toBe("1.2.3\n");
});

describe("inputs", () => {
  test("a file that is not there is a fault of its own", () => {
    const { code, result } = json(join(folder, "none.xlsx"), published);
    expect([code, result.workbooks[0]?.fault?.code, result.workbooks[1]?.fault]).toEqual([3, "not-found", null]);
  });
  test("a folder is searched through, lock files and foreign files are left out, an old .xls is told", () => {
    mkdirSync(join(folder, "unit"));
    cpSync(published, join(folder, "unit", "b.xlsx"));
    cpSync(published, join(folder, "a.xlsx"));
    writeFileSync(join(folder, "~$a.xlsx"), "lock");
    writeFileSync(join(folder, "note.txt"), "text");
    writeFileSync(join(folder, "old.xls"), Buffer.from("d0cf11e0a1b11ae1", "hex"));
    const { code, result } = json(folder);
    expect(code).toBe(3);
    expect(result.workbooks.map((workbook) => [workbook.path.slice(folder.length + 1), workbook.fault?.code ?? null])).toEqual([
      ["a.xlsx", null],
      ["old.xls", "unsupported-format"],
      [join("unit", "b.xlsx"), null],
    ]);
  });
  test("a folder without workbooks is said to be so", () => {
    expect(json(folder)).toMatchObject({ code: 3 });
  });
});

describe("--write", () => {
  test("writes copies under the same names and leaves the inputs alone", () => {
    const before = readFileSync(draft);
    const { code } = command(draft, "--write", join(folder, "out"));
    expect(code).toBe(1);
    expect(readFileSync(draft).equals(before)).toBe(true);
    const again = json(join(folder, "out", "jiading-2024-draft.xlsx"));
    expect(again.result.workbooks[0]?.writes).toEqual([]);
    expect(again.result.workbooks[0]?.forms[0]?.total?.score?.value).toBe("99.29");
  });
  test("refuses to overwrite an input", () => {
    cpSync(published, join(folder, "a.xlsx"));
    expect(command(join(folder, "a.xlsx"), "--write", folder)).toMatchObject({ code: 2, out: "" });
  });
  test("refuses two copies in one place", () => {
    mkdirSync(join(folder, "x"));
    mkdirSync(join(folder, "y"));
    cpSync(published, join(folder, "x", "a.xlsx"));
    cpSync(published, join(folder, "y", "a.xlsx"));
    expect(command(join(folder, "x", "a.xlsx"), join(folder, "y", "a.xlsx"), "--write", join(folder, "out")).code).toBe(2);
    expect(existsSync(join(folder, "out"))).toBe(false);
  });
  test("results of an earlier run inside a folder are no inputs", () => {
    cpSync(published, join(folder, "a.xlsx"));
    const out = join(folder, "out");
    command(folder, "--write", out);
    expect(json(folder, "--write", out).result.workbooks).toHaveLength(1);
  });
});

describe("JSON", () => {
  test("a form as the format describes it", () => {
    const { result } = json(draft);
    const form = result.workbooks[0]?.forms[0];
    expect(form).toMatchObject({
      kind: "self-evaluation",
      sheet: "1.其他专项工作经费",
      range: "A1:H41",
      title: "财政项目支出绩效自评表",
      year: 2024,
      project: "其他专项工作经费",
      funds: { unit: "万元", computed: { rate: "97.85", score: "9.79" } },
      total: { weight: { cell: "F40", value: "100" }, score: { cell: "G40", value: null }, computed: { weight: "100.00", score: "99.29" } },
      grade: { cell: "F41", value: null, computed: "优" },
      policy: { id: "shanghai-2024", rateRounding: "down", scoreRounding: "half-up" },
    });
    expect(form?.funds?.rows[0]).toEqual({
      label: "年度资金总额",
      initial: { cell: "C6", value: "112.96" },
      annual: { cell: "D6", value: "109.32" },
      executed: { cell: "E6", value: "106.97" },
      weight: { cell: "F6", value: "10" },
      rate: { cell: "G6", value: null },
      score: { cell: "H6", value: null },
    });
    expect(form?.indicators[1]).toEqual({
      level1: "产出指标",
      level2: "数量指标",
      name: "课题评审次数",
      target: { cell: "D14", text: "≥4.00(次)", reading: { kind: "quantity", operator: ">=", number: "4", unit: "次" } },
      actual: { cell: "E14", text: "4.00(次)", reading: { kind: "quantity", operator: null, number: "4", unit: "次" } },
      weight: { cell: "F14", value: "3" },
      score: { cell: "G14", value: null },
      reason: { cell: "H14", text: "无" },
      computed: { status: "met", score: "3.00" },
    });
    expect(result.workbooks[0]?.writes.find((write) => write.cell === "G14" && write.sheet === form?.sheet)).toMatchObject({ before: null, after: "3.00", shown: "3.00" });
  });
  test("a file gets the same text as standard output", () => {
    const path = join(folder, "result.json");
    const { out } = command(published, "--json", "-");
    const shown = command(published, "--json", path);
    expect(readFileSync(path, "utf8")).toBe(out);
    expect(shown.out).toContain("闵行");
  });
  test("a file that cannot be written is told, and the review is not called clean", () => {
    const { code, error } = command(published, "--json", join(folder, "no", "such", "result.json"));
    expect(code).toBe(3);
    expect(error).toContain("无法写入");
  });
});

test("text output: a table of the forms, findings with sheet and cell", () => {
  const { out } = command(workbookPath("jiading-2024-published"));
  expect(out).toContain("其他专项工作经费");
  expect(out).toMatch(/97\.85%\s+99\.29\s+优/);
  expect(out).toMatch(/\[错误\] 8\.信息化建设项目（高质量发展示范项目）!G6 .*应填百分数 56\.60.*\(fund\/rate-as-fraction\)/);
});

test("findings that the workbook has answered for are counted and told apart, and come back when their figures change", () => {
  const workbook = openWorkbook(readFileSync(workbookPath("jiading-2024-published")));
  const finding = reviewWorkbook(workbook).findings.find(({ rule }) => rule === "fund/unit-suspect");
  if (!finding) throw new Error("no such finding");
  const entry = { key: finding.key, text: "已与主管部门确认单位为元", date: "2024-12-01", basis: finding.message };
  const path = join(folder, "answered.xlsx");
  workbook.writeState({ ...DEFAULT_STATE, ignored: [entry] });
  writeFileSync(path, workbook.save());
  const { result } = json(path);
  expect(result.workbooks[0]?.findings.map(({ rule }) => rule)).not.toContain("fund/unit-suspect");
  expect(result.workbooks[0]?.ignored).toMatchObject([{ rule: "fund/unit-suspect", cell: "A5", text: entry.text, date: entry.date }]);
  expect(command(path).out).toContain("已说明并保留 1 项");
  workbook.writeState({ ...DEFAULT_STATE, ignored: [{ ...entry, basis: "以前的数字" }] });
  writeFileSync(path, workbook.save());
  expect(json(path).result.workbooks[0]?.findings.map(({ rule }) => rule)).toContain("fund/unit-suspect");
});

test("a workbook's own settings hold where the command says nothing", () => {
  const workbook = openWorkbook(readFileSync(workbookPath("jiading-2024-published")));
  workbook.writeState({ ...DEFAULT_STATE, settings: { ...DEFAULT_SETTINGS, policy: "national", rulesOff: ["fund/low-rate"], severities: { "deviation/spending-gap": "error" } } });
  const path = join(folder, "own.xlsx");
  writeFileSync(path, workbook.save());
  const own = json(path).result.workbooks[0];
  expect(own?.forms[0]?.policy.id).toBe("national");
  expect(own?.findings.map(({ rule }) => rule)).not.toContain("fund/low-rate");
  expect(own?.findings.find(({ rule }) => rule === "deviation/spending-gap")?.severity).toBe("error");
  expect(json(path, "--policy", "auto").result.workbooks[0]?.forms[0]?.policy.id).toBe("shanghai-2024");
  const { out } = command(path, published);
  expect(out).toContain("本次未检查 1 条规则：预算执行率偏低（fund/low-rate）");
  expect(out.trimEnd()).toMatch(/合计：2 个工作簿.*；1 个工作簿有未检查的规则$/);
  expect(command(published).out).not.toContain("未检查");
});

test("--sheets says which sheets are no form, and why", () => {
  const rich = resolve(__dirname, "../corpus/rich/01-excel-basic.xlsx");
  expect(command(rich).out).not.toContain("字典");
  expect(command(rich, "--sheets").out).toContain("工作表“字典”不是绩效表：缺少表头");
});

test("rule mode replaces scores that numbers decide, and keeps levels in words", () => {
  const kept = json(workbookPath("jiading-2024-published")).result.workbooks[0]?.writes ?? [];
  const replaced = json(workbookPath("jiading-2024-published"), "--scores", "rule").result.workbooks[0]?.writes ?? [];
  const more = replaced.filter((write) => !kept.some((other) => other.cell === write.cell && other.sheet === write.sheet));
  expect(more.map((write) => [write.sheet, write.cell, write.before, write.after])).toEqual([
    ["2.人才支持类", "G19", "4", "4.50"],
    ["2.人才支持类", "G27", "99", "99.50"],
    ["3.第三方评估和检测经费", "G21", "4.5", "4.90"],
    ["3.第三方评估和检测经费", "G32", "99.5", "99.90"],
  ]);
});
