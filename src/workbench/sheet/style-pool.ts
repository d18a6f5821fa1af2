/** Looks as CSS classes: cells of a workbook share a few dozen, so a cell costs a class name and no style of its own. */
import type { CellLook, Edge } from "../display/look";

const GRID_LINE = "1px solid #e1e1e1";
const NO_LINE = "1px solid transparent";

export interface CellDress {
  readonly look: CellLook;
  readonly align: "left" | "center" | "right" | "justify";
  /** Resolved against the neighbours: borders do not collapse, so that frozen cells keep theirs. */
  readonly right: Edge | null;
  readonly bottom: Edge | null;
  readonly gridLines: boolean;
}

export class StylePool {
  private readonly classes = new Map<string, string>();
  private sheet: CSSStyleSheet | null = null;

  /** The class of a dress. Rules are added to the page as they are first needed. */
  classOf(dress: CellDress): string {
    const css = cssOf(dress);
    let name = this.classes.get(css);
    if (name === undefined) {
      name = `x${this.classes.size}`;
      this.classes.set(css, name);
      // Heavier than the sheet's own rules for cells, wherever in the page those stand.
      this.rules().insertRule(`.wb-sheet td.${name}{${css}}`);
    }
    return name;
  }

  private rules(): CSSStyleSheet {
    if (!this.sheet) {
      const element = document.createElement("style");
      element.dataset["cells"] = "";
      document.head.append(element);
      this.sheet = element.sheet;
    }
    if (!this.sheet) throw new Error("the page refuses style sheets");
    return this.sheet;
  }
}

function cssOf({ look, align, right, bottom, gridLines }: CellDress): string {
  // Excel draws no grid lines over a filled cell.
  const line = gridLines && look.fill === null ? GRID_LINE : NO_LINE;
  const parts = [
    `font-family:${look.family}`,
    `font-size:${Math.round((look.sizePt * 9600) / 72) / 100}px`,
    `text-align:${align}`,
    `vertical-align:${look.vertical}`,
    `white-space:${look.wrap ? "pre-wrap" : "pre"}`,
    `border-right:${right?.css ?? line}`,
    `border-bottom:${bottom?.css ?? line}`,
  ];
  if (look.bold) parts.push("font-weight:700");
  if (look.italic) parts.push("font-style:italic");
  if (look.underline || look.strike) parts.push(`text-decoration:${[look.underline ? "underline" : "", look.strike ? "line-through" : ""].join(" ").trim()}`);
  if (look.color) parts.push(`color:${look.color}`);
  if (look.fill) parts.push(`background-color:${look.fill}`);
  if (look.indent > 0) parts.push(`padding-${align === "right" ? "right" : "left"}:${2 + look.indent * 9}px`);
  return parts.join(";");
}

/** The heavier of two edges that meet; of equal ones the first. */
export function heavier(a: Edge | null, b: Edge | null): Edge | null {
  if (!a || !b) return a ?? b;
  return b.weight > a.weight ? b : a;
}
