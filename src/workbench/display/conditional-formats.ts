/** The user's conditional formats of a sheet, as far as no formula has to be calculated for them. The others are left out: better none than a wrong colour. */
import type { Area } from "../../model/address";
import { parseArea } from "../../model/address";
import { HUNDRED, parseDecimal, plain } from "../../model/decimal";
import type { CellValue } from "../../model/grid";
import { END, START, type XmlScanner } from "../../host/xlsx/xml/scanner";
import { isTrue } from "../../host/xlsx/xml/tree";
import type { Comparison, ConditionalLook, ConditionalRule, ConditionalTest } from "./look";

/** Copying rows back and forth leaves hundreds of rules behind; beyond this nobody sees which is which. */
const MOST_RULES = 300;
const MOST_AREAS = 2_000;

export class ConditionalFormats {
  private readonly found: { readonly rule: ConditionalRule; readonly priority: number }[] = [];
  private areas = 0;

  /** `differences`: the looks of the styles part, by index. */
  constructor(private readonly differences: readonly ConditionalLook[]) {}

  /** In the order in which they count. */
  get rules(): readonly ConditionalRule[] {
    return [...this.found].sort((a, b) => a.priority - b.priority).map(({ rule }) => rule);
  }

  /** Reads the `<conditionalFormatting>` whose start tag was the last token, to its end tag. */
  read(scanner: XmlScanner, prefix: string): void {
    if (scanner.selfClosing) return;
    const outside = scanner.depth - 1;
    const areas = (scanner.attribute("sqref") ?? "").split(/\s+/).flatMap((ref) => parseArea(ref) ?? []);
    this.areas += areas.length;
    const wanted = areas.length > 0 && this.areas <= MOST_AREAS;
    for (;;) {
      const token = scanner.next();
      if (token === END && scanner.depth === outside) return;
      if (token !== START) continue;
      if (wanted && this.found.length < MOST_RULES && scanner.named(prefix, "cfRule")) this.rule(scanner, prefix, areas);
      else scanner.skip();
    }
  }

  private rule(scanner: XmlScanner, prefix: string, areas: readonly Area[]): void {
    const tag = (name: string): string => scanner.attribute(name) ?? "";
    const said: Said = { type: tag("type"), operator: tag("operator"), text: scanner.attribute("text"), rank: tag("rank"), percent: isTrue(tag("percent")), bottom: isTrue(tag("bottom")) };
    // A rule may have no look of its own: it then is there to stop the others.
    const look = this.differences[parseInt(tag("dxfId"), 10)] ?? {};
    const priority = parseInt(tag("priority"), 10);
    const stop = isTrue(tag("stopIfTrue"));
    const test = testOf(said, formulasOf(scanner, prefix)) ?? (stop ? UNKNOWN : null);
    if (test && !Number.isNaN(priority)) this.found.push({ rule: { areas, test, look, stop }, priority });
  }
}

const UNKNOWN: ConditionalTest = { kind: "unknown" };

/** The attributes of a rule. */
interface Said {
  readonly type: string;
  readonly operator: string;
  readonly text: string | null;
  readonly rank: string;
  readonly percent: boolean;
  readonly bottom: boolean;
}

/** Runs to the end of the rule whose start tag was the last token. */
function formulasOf(scanner: XmlScanner, prefix: string): readonly string[] {
  const formulas: string[] = [];
  if (scanner.selfClosing) return formulas;
  for (const outside = scanner.depth - 1; ; ) {
    const token = scanner.next();
    if (token === END && scanner.depth === outside) return formulas;
    if (token !== START) continue;
    if (scanner.named(prefix, "formula")) formulas.push(scanner.textInside().trim());
    else scanner.skip();
  }
}

function testOf(said: Said, formulas: readonly string[]): ConditionalTest | null {
  switch (said.type) {
    case "cellIs":
      return comparison(said.operator, formulas.map(constant));
    case "containsText":
      return textTest(said, formulas[0], "anywhere", true);
    case "notContainsText":
      return textTest(said, formulas[0], "anywhere", false);
    case "beginsWith":
      return textTest(said, formulas[0], "begin", true);
    case "endsWith":
      return textTest(said, formulas[0], "end", true);
    case "containsBlanks":
      return { kind: "blank", wanted: true };
    case "notContainsBlanks":
      return { kind: "blank", wanted: false };
    case "duplicateValues":
      return { kind: "repeated", wanted: true };
    case "uniqueValues":
      return { kind: "repeated", wanted: false };
    case "top10": {
      const rank = parseInt(said.rank, 10);
      return rank >= 1 ? { kind: "top", rank, percent: said.percent, bottom: said.bottom } : null;
    }
    default:
      return null;
  }
}

const COMPARISONS: readonly Comparison[] = ["lessThan", "lessThanOrEqual", "equal", "notEqual", "greaterThanOrEqual", "greaterThan", "between", "notBetween"];

function comparison(name: string, values: readonly (CellValue | null)[]): ConditionalTest | null {
  const operator = COMPARISONS.find((known) => known === name);
  const count = operator === "between" || operator === "notBetween" ? 2 : 1;
  const known = values.slice(0, count).filter((value) => value !== null);
  if (!operator || known.length < count) return null;
  // Which of two texts is the greater is a matter of the language Excel runs in.
  if (operator !== "equal" && operator !== "notEqual" && known.some(({ kind }) => kind === "text")) return null;
  return { kind: "compare", operator, values: known };
}

/** A formula that is a number, a percentage, a text in quotes or a truth value. */
function constant(formula: string): CellValue | null {
  const text = textConstant(formula);
  if (text !== null) return { kind: "text", text };
  if (/^(TRUE|FALSE)$/i.test(formula)) return { kind: "boolean", value: /^TRUE$/i.test(formula) };
  const percent = formula.endsWith("%");
  const number = /^[-+]?[\d.]+(E[-+]?\d+)?%?$/i.test(formula) ? parseDecimal(percent ? formula.slice(0, -1) : formula) : null;
  return number ? { kind: "number", digits: plain(percent ? number.dividedBy(HUNDRED) : number) } : null;
}

function textConstant(formula: string): string | null {
  return /^"((?:[^"]|"")*)"$/.exec(formula)?.[1]?.replace(/""/g, '"') ?? null;
}

/** What Excel asks is the formula; the attribute repeats its text, unless that comes from another cell. */
function textTest({ text }: Said, formula: string | undefined, where: "anywhere" | "begin" | "end", wanted: boolean): ConditionalTest | null {
  if (text === null || text === "") return null;
  // In a search these stand for any characters.
  if (where === "anywhere" && /[?*~]/.test(text)) return null;
  if (formula !== undefined && !formula.includes(`"${text.replace(/"/g, '""')}"`)) return null;
  return { kind: "text", where, text, wanted };
}
