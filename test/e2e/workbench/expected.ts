/** What the page has to say of a workbook, by the core in Node. */
import type { WorkbookReview } from "../../../src/model/review";
import { strings as pane } from "../../../src/taskpane/strings.zh-CN";
import type { ProjectShown } from "./workbench-page";

/** Names may be longer on the page: namesakes are told apart by their sheets. */
export function projectsOf(review: WorkbookReview): ProjectShown[] {
  return review.forms.map(({ form, total, grade }) => ({
    name: expect.stringContaining(form.head.project?.text ?? pane.unnamed) as string,
    total: form.kind === "self-evaluation" ? (total?.score?.toFixed(2) ?? pane.none) : null,
    grade: grade?.word ?? null,
  }));
}

export function saidOf({ forms, findings }: WorkbookReview): string {
  const count = (severity: string): number => findings.filter((finding) => finding.severity === severity).length;
  return pane.summary.live(forms.length, count("error"), count("warning"), count("info"));
}
