/** The published forms and their workbooks, as tests use them. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { showNumber } from "../../src/host/number-text";
import { openWorkbook } from "../../src/host/xlsx/open";
import type { XlsxWorkbook } from "../../src/host/xlsx/workbook";
import type { WorkbookReview } from "../../src/model/review";
import { DEFAULT_SETTINGS, type Settings } from "../../src/model/settings";
import { review } from "../../src/review/review";

const root = resolve(__dirname, "../corpus");

export type CorpusWorkbook = "jiading-2024-draft" | "jiading-2024-published" | "minhang-2023-draft" | "minhang-2023-published" | "putuo-2024" | "minhang-2026" | "shanghai-2020";

/** One published 自评表 as transcribed; keys are the source's own. */
export interface PublishedEvaluation {
  readonly 项目名称: string;
  readonly 项目资金: readonly Readonly<Record<"科目" | "年初预算数" | "全年预算数" | "全年执行数" | "分数" | "执行率" | "得分", string>>[];
  readonly 总分: { readonly 分值: string; readonly 得分: string };
  readonly 评分等级: string;
  readonly 绩效指标: readonly Readonly<Record<"一级指标" | "二级指标" | "三级指标" | "年度指标值" | "实际完成值" | "分值" | "得分" | "偏差原因分析及改进措施", string>>[];
}

export function workbookPath(name: CorpusWorkbook): string {
  return resolve(root, "workbooks", `${name}.xlsx`);
}

export function openCorpus(name: CorpusWorkbook): XlsxWorkbook {
  return openWorkbook(readFileSync(workbookPath(name)));
}

export function reviewWorkbook(workbook: XlsxWorkbook, settings: Settings = DEFAULT_SETTINGS): WorkbookReview {
  return review(workbook.grid(), { settings, showNumber });
}

export function published(name: "jiading-2024-self-evaluation" | "minhang-2023-self-evaluation"): PublishedEvaluation[] {
  return JSON.parse(readFileSync(resolve(root, `${name}.json`), "utf8")) as PublishedEvaluation[];
}
