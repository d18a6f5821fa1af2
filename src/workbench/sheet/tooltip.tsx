/** Findings of a cell beside it. The same words describe the cell's field, so nothing here is for the mouse alone. */
import type { Finding } from "../../model/finding";
import { strings } from "../strings.zh-CN";

export interface TooltipProps {
  readonly findings: readonly Finding[];
  /** Of the cell, on screen. */
  readonly cell: DOMRect;
  /** Of the sheet's view, which the tooltip does not leave. */
  readonly view: DOMRect;
}

const WIDTH = 320;
const HEIGHT = 140;

export function Tooltip({ findings, cell, view }: TooltipProps) {
  const left = Math.max(view.left + 8, Math.min(cell.left, view.right - WIDTH - 8));
  const below = cell.bottom + HEIGHT < view.bottom || cell.top - HEIGHT < view.top;
  const place = below ? { top: Math.min(cell.bottom, view.bottom - 40) + 4 } : { bottom: window.innerHeight - cell.top + 4 };
  return (
    <div role="tooltip" className="wb-tip" style={{ left, ...place }}>
      {findings.map((finding) => (
        <p key={finding.key}>
          <b>{strings.severity[finding.severity]}</b>
          {finding.message}
        </p>
      ))}
    </div>
  );
}

export function findingsText(findings: readonly Finding[]): string {
  return findings.map(({ severity, message }) => `${strings.severity[severity]}：${message}`).join("；");
}
