/** The printable report says what the review says, and nothing of a workbook becomes markup. */
import { reportToHtml } from "../../src/report/to-html";
import { openCorpus, reviewWorkbook } from "../support/corpus";

const review = reviewWorkbook(openCorpus("jiading-2024-published"));
const html = reportToHtml([{ path: "in/嘉定.xlsx", review, kept: [] }, { path: "in/坏<1>.xlsx", fault: { code: "damaged", message: "文件不完整" } }], "2024-12-31 10:00");

test("every finding stands in it with its cell and arithmetic", () => {
  for (const finding of review.findings) expect(html).toContain(`(${finding.rule})`.slice(1, -1));
  expect(html).toContain("39991264.00 ÷ 70650000.00");
  expect(html.match(/<li class="(?:error|warning|info)">/g)).toHaveLength(review.findings.length);
});

test("what could not be read is told", () => {
  expect(html).toContain("文件不完整");
});

test("texts are escaped, and nothing is loaded from anywhere", () => {
  expect(html).toContain("坏&lt;1&gt;.xlsx");
  expect(html).not.toMatch(/坏<1>|<script|<link|src=|href=|url\(/);
});
