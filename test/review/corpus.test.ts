/** What must come out on the published workbooks: the drafts become the published forms, and those stay as they are. */
import { decimal, parseDecimal } from "../../src/model/decimal";
import type { Field } from "../../src/model/form";
import type { ScoredForm, WorkbookReview } from "../../src/model/review";
import type { CellEdit } from "../../src/model/write-plan";
import { openWorkbook } from "../../src/host/xlsx/open";
import { openCorpus, published, type PublishedEvaluation, reviewWorkbook } from "../support/corpus";

const SOURCES = [
  ["jiading-2024-draft", "jiading-2024-published", "jiading-2024-self-evaluation"],
  ["minhang-2023-draft", "minhang-2023-published", "minhang-2023-self-evaluation"],
] as const;

/** Form 8 of 嘉定 2024 was published with mistakes; its corrected figures are checked by themselves. */
const isClean = (source: string, index: number): boolean => !(source.startsWith("jiading") && index === 7);

/** Every cell that the review fills, with what was published for it. */
function expectedWrites(scored: ScoredForm, form: PublishedEvaluation): Map<string, string> {
  const expected = new Map<string, string>();
  const put = (field: Field | null | undefined, text: string | undefined): void => {
    if (field && field.value.kind === "empty") expected.set(`${field.ref.row},${field.ref.col}`, text ?? "");
  };
  const row = scored.form.funds?.rows.find((candidate) => candidate.role === "total");
  put(row?.rate, form.项目资金[0]?.执行率);
  put(row?.score, form.项目资金[0]?.得分);
  scored.form.indicators.forEach((indicator, i) => put(indicator.score, form.绩效指标[i]?.得分));
  put(scored.form.total?.score, form.总分.得分);
  put(scored.form.grade, form.评分等级);
  return expected;
}

const editsOf = (review: WorkbookReview, form: number): CellEdit[] => review.plan.edits.filter((edit) => edit.form === form);

function same(edit: CellEdit, text: string | undefined): boolean {
  if (edit.after.kind === "number") return parseDecimal(text ?? "")?.eq(decimal(edit.after.digits)) ?? false;
  return edit.after.kind === "text" && edit.after.text === text;
}

describe.each(SOURCES)("%s", (draft, final, source) => {
  const forms = published(source);
  const drafted = reviewWorkbook(openCorpus(draft));
  const reviewed = reviewWorkbook(openCorpus(final));
  const clean = forms.map((form, i) => [form.项目名称, i, form] as const).filter(([, i]) => isClean(source, i));

  test.each(clean)("draft of %s: the planned writes are exactly the published figures", (_name, i, form) => {
    const scored = drafted.forms[i];
    if (!scored) throw new Error("form not found");
    const expected = expectedWrites(scored, form);
    const edits = editsOf(drafted, i);
    expect(expected.size).toBeGreaterThan(form.绩效指标.length - 2);
    expect(edits.map((edit) => `${edit.ref.row},${edit.ref.col}`).sort()).toEqual([...expected.keys()].sort());
    for (const edit of edits) expect([edit.shown, same(edit, expected.get(`${edit.ref.row},${edit.ref.col}`))]).toEqual([edit.shown, true]);
  });

  test.each(clean)("published %s: no write, no error", (_name, i) => {
    expect(editsOf(reviewed, i)).toEqual([]);
    expect(reviewed.findings.filter((finding) => finding.form === i && finding.severity === "error")).toEqual([]);
  });

  test("running the review on its own output plans nothing", () => {
    const workbook = openCorpus(draft);
    workbook.apply(drafted.plan);
    const again = reviewWorkbook(openWorkbook(workbook.save()));
    expect(again.plan.edits).toEqual([]);
  });
});

test("the scores that people lowered stay", () => {
  const drafted = reviewWorkbook(openCorpus("jiading-2024-draft"));
  const given = drafted.forms.flatMap((scored) => scored.form.indicators.filter((indicator) => indicator.score?.number));
  expect(given.map((indicator) => [indicator.name, indicator.score?.number?.toFixed(2)])).toEqual([
    ["长效管理制度建设", "2.50"],
    ["学生考试合格率", "4.00"],
    ["测评对象覆盖率", "4.50"],
    ["长效管理制度建设", "7.00"],
    ["长效管理制度建设", "4.00"],
  ]);
  const written = drafted.plan.edits.map((edit) => `${edit.ref.sheet}!${edit.ref.row},${edit.ref.col}`);
  for (const { score } of given) expect(written).not.toContain(`${score?.ref.sheet}!${score?.ref.row},${score?.ref.col}`);
});

test("嘉定 8: rate 56.60, score 5.66, total 95.66, grade 优", () => {
  for (const name of ["jiading-2024-draft", "jiading-2024-published"] as const) {
    const edits = editsOf(reviewWorkbook(openCorpus(name)), 7).filter((edit) => edit.field !== "score");
    expect(edits.map((edit) => [edit.field, edit.shown.split("\n")[0]])).toEqual([
      ["rate", "56.60"],
      ["funds-score", "5.66"],
      ["total-score", "95.66"],
      ["grade", name.endsWith("draft") ? "优" : "☑优（90含-100分）"],
    ]);
  }
});

test("嘉定 8 as published: its errors, and nothing else at error", () => {
  const reviewed = reviewWorkbook(openCorpus("jiading-2024-published"));
  const errors = reviewed.findings.filter((finding) => finding.severity === "error");
  expect(errors.map((finding) => finding.form)).toEqual(errors.map(() => 7));
  expect(errors.map((finding) => finding.rule).sort()).toEqual(["fund/rate-as-fraction", "fund/score-mismatch", "fund/unit-suspect", "grade/mismatch"]);
});
