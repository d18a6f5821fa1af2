/** What the review finds on the published workbooks: the content of golden/findings-corpus.json. */
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { showNumber } from "../../src/host/number-text";
import { openWorkbook } from "../../src/host/xlsx/open";
import { a1 } from "../../src/model/address";
import type { Severity } from "../../src/model/finding";
import type { WorkbookGrid } from "../../src/model/grid";
import { DEFAULT_SETTINGS } from "../../src/model/settings";
import { review } from "../../src/review/review";

const workbooks = resolve(__dirname, "../corpus/workbooks");

export const PUBLISHED = ["jiading-2024-published", "minhang-2023-published", "minhang-2026", "putuo-2024", "shanghai-2020"] as const;
export type Published = (typeof PUBLISHED)[number];

export interface ExpectedFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly cell: string;
}

/** Forms as people count them, from 1, with their project. */
export type ExpectedForms = Readonly<Record<string, readonly ExpectedFinding[]>>;

export function publishedGrid(name: Published): WorkbookGrid {
  return openWorkbook(readFileSync(join(workbooks, `${name}.xlsx`))).grid();
}

export function corpusFindings(name: Published): ExpectedForms {
  const { forms, findings } = review(publishedGrid(name), { settings: DEFAULT_SETTINGS, showNumber });
  return Object.fromEntries(
    forms.map(({ form }, i) => [
      `${i + 1} ${form.head.project?.text ?? form.sheet}`,
      findings.filter((finding) => finding.form === i).map(({ rule, severity, cell }) => ({ rule, severity, cell: a1(cell) })),
    ]),
  );
}

/** One line per finding, so that a change shows as changed lines. */
export function goldenText(): string {
  const books = PUBLISHED.map((name) => {
    const forms = Object.entries(corpusFindings(name)).map(([form, list]) => {
      const lines = list.map((finding) => `      ${JSON.stringify(finding)}`).join(",\n");
      return `    ${JSON.stringify(form)}: [${list.length === 0 ? "" : `\n${lines}\n    `}]`;
    });
    return `  ${JSON.stringify(name)}: {\n${forms.join(",\n")}\n  }`;
  });
  return `{\n${books.join(",\n")}\n}\n`;
}
