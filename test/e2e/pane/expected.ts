/** What the pane has to say, and what the workbook has to hold after a plan: by the core in Node and by hand, not by the adapter. */
import { cellKey } from "../../../src/model/address";
import type { CellValue } from "../../../src/model/grid";
import { markFormula } from "../../../src/model/mark-formula";
import { type Finding, SEVERITIES } from "../../../src/model/finding";
import type { WorkbookReview } from "../../../src/model/review";
import type { Mark, WritePlan } from "../../../src/model/write-plan";
import { a1 } from "../../../src/model/address";
import { strings } from "../../../src/taskpane/strings.zh-CN";
import type { FormatSnapshot, SheetSnapshot } from "../../office-adapter/snapshot";
import { BLANK_CELL, type CellState, type Content, hasContent, hasFormat } from "../../office-host/cell-state";
import type { ProjectShown } from "./pane-page";

function count(findings: readonly Finding[], severity: string): number {
  return findings.filter((finding) => finding.severity === severity).length;
}

export function saidOf({ forms, findings }: WorkbookReview): string {
  const [errors = 0, warnings = 0, infos = 0] = SEVERITIES.map((severity) => count(findings, severity));
  return strings.summary.live(forms.length, errors, warnings, infos);
}

export function figuresOf({ forms, findings }: WorkbookReview): { readonly forms: string; readonly counts: readonly string[] } {
  return { forms: strings.summary.forms(forms.length), counts: SEVERITIES.map((severity) => `${strings.severity[severity]}${count(findings, severity)}`) };
}

/** Names may be longer on the page: namesakes are told apart by their sheets. */
export function projectsOf({ forms, findings }: WorkbookReview): ProjectShown[] {
  return forms.map(({ form, funds, total, grade }, n) => {
    const own = findings.filter((finding) => finding.form === n);
    const scored = form.kind === "self-evaluation";
    return {
      name: expect.stringContaining(form.head.project?.text ?? strings.unnamed) as string,
      total: scored ? (total?.score?.toFixed(2) ?? strings.none) : null,
      grade: scored ? (grade?.word ?? null) : null,
      rate: scored ? (funds ? `${funds.rate.toFixed(2)}%` : strings.none) : null,
      counts: SEVERITIES.filter((severity) => count(own, severity) > 0).map((severity) => strings.summary.count(strings.severity[severity], count(own, severity))),
    };
  });
}

const LOOKS: Readonly<Record<Mark["severity"], Pick<FormatSnapshot, "fill" | "fontColor">>> = {
  error: { fill: "#FFC7CE", fontColor: "#9C0006" },
  warning: { fill: "#FFEB9C", fontColor: "#9C5700" },
  info: { fill: "#DDEBF7", fontColor: null },
};

/** The sheets with the plan's cells and marks, and nothing else different: no fill, no merge, no format of the user's. */
export function sheetsAfter(before: readonly SheetSnapshot[], { edits, marks }: WritePlan): SheetSnapshot[] {
  return before.map((sheet) => {
    const cells: Record<string, CellState> = { ...sheet.cells };
    for (const { ref, after, format } of edits) {
      if (ref.sheet !== sheet.name) continue;
      const key = String(cellKey(ref.row, ref.col));
      const old = cells[key] ?? BLANK_CELL;
      const next = { ...old, content: contentOf(after), formula: null, format: format ?? old.format };
      if (hasContent(next) || hasFormat(next)) cells[key] = next;
      else delete cells[key];
    }
    const own = marks.filter((mark) => mark.ref.sheet === sheet.name).map(formatOf);
    // A new format lies above the others.
    return { ...sheet, cells, formats: [...own, ...sheet.formats] };
  });
}

export function formatOf(mark: Mark): FormatSnapshot {
  return { areas: [a1(mark.ref)], type: "Custom", formula: `=${markFormula(mark)}`, ...LOOKS[mark.severity], bold: null, stopIfTrue: false };
}

function contentOf(value: CellValue): Content {
  return value.kind === "number" ? { kind: "number", value: Number(value.digits) } : value;
}
