/** How marks look: the colours that Excel offers for good, neutral and bad, so that they read as what they are. */
import type { Mark } from "../../../model/write-plan";

/** The content of a differential format, in the default namespace. */
export function markLook(severity: Mark["severity"]): string {
  switch (severity) {
    case "error":
      return look("FFFFC7CE", "FF9C0006");
    case "warning":
      return look("FFFFEB9C", "FF9C5700");
    case "info":
      return look("FFDDEBF7", null);
  }
}

function look(fill: string, font: string | null): string {
  const fontXml = font === null ? "" : `<font><color rgb="${font}"/></font>`;
  return `${fontXml}<fill><patternFill><bgColor rgb="${fill}"/></patternFill></fill>`;
}
