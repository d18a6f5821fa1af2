/** Our conditional formats in a sheet's XML: put in before the user's, and taken out without a trace. */
import { type Outline, placeFor } from "../xml/outline";
import { END, EOF, START, XmlScanner } from "../xml/scanner";
import type { Splice } from "../xml/splice";
import { attributeOf } from "../xml/tags";
import { escapeText } from "../xml/text";
import { WORKSHEET_ORDER } from "../sheet/worksheet-order";

/** What tells a rule of ours from the user's. */
export interface OwnRule {
  readonly sqref: string;
  readonly formula: string;
}

export interface NewRule extends OwnRule {
  readonly dxf: number;
}

interface FoundRule {
  readonly start: number;
  end: number;
  readonly block: Block | null;
  readonly expression: boolean;
  readonly formulas: string[];
  /** Null if the rule has none (the second half of a data bar). */
  readonly priority: { readonly value: number; readonly from: number; readonly to: number } | null;
}

interface Block {
  readonly sqref: string;
  readonly start: number;
  readonly end: number;
  rules: number;
}

/**
 * Takes out the rules of ours that are still there and puts new ones first. The user's rules (those of the 2010 extension too:
 * all share one order) are moved behind ours, or back to where they were.
 */
export function replaceRules(text: string, part: string, outline: Outline, old: readonly OwnRule[], fresh: readonly NewRule[]): Splice[] {
  const rules = findRules(text, part, outline);
  const ours = new Set(recognise(rules, old));
  const splices: Splice[] = [];
  const left = new Map<Block, number>();
  for (const rule of ours) if (rule.block) left.set(rule.block, (left.get(rule.block) ?? rule.block.rules) - 1);
  for (const [block, rest] of left) if (rest === 0) splices.push({ start: block.start, end: block.end, text: "" });
  for (const rule of ours) if (rule.block && left.get(rule.block) !== 0) splices.push({ start: rule.start, end: rule.end, text: "" });

  const before = [...ours].flatMap((rule) => (rule.priority ? [rule.priority.value] : [])).sort((a, b) => a - b);
  for (const rule of rules) {
    if (ours.has(rule) || !rule.priority) continue;
    const { value, from, to } = rule.priority;
    const moved = value - countBelow(before, value) + fresh.length;
    if (moved !== value) splices.push({ start: from, end: to, text: String(moved) });
  }

  if (fresh.length > 0) {
    const at = placeFor(outline, WORKSHEET_ORDER, "conditionalFormatting", true);
    splices.push({ start: at, end: at, text: fresh.map((rule, n) => ruleXml(rule, n + 1, outline.prefix)).join("") });
  }
  return splices;
}

function ruleXml(rule: NewRule, priority: number, p: string): string {
  return (
    `<${p}conditionalFormatting sqref="${rule.sqref}"><${p}cfRule type="expression" dxfId="${rule.dxf}" priority="${priority}">` +
    `<${p}formula>${escapeText(rule.formula)}</${p}formula></${p}cfRule></${p}conditionalFormatting>`
  );
}

/** How many of the ascending `values` are below `limit`. */
function countBelow(values: readonly number[], limit: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? limit) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

function findRules(text: string, part: string, outline: Outline): FoundRule[] {
  const rules: FoundRule[] = [];
  for (const child of outline.children) {
    if (child.name === "sheetData" || child.selfClosing) continue;
    const xml = text.slice(child.start, child.end);
    if (!xml.includes("cfRule")) continue;
    const own = child.own && child.name === "conditionalFormatting";
    const block: Block | null = own ? { sqref: attributeOf(xml, part, "sqref") ?? "", start: child.start, end: child.end, rules: 0 } : null;
    // The child as a document of its own: same tokens, offsets moved.
    const scanner = new XmlScanner(xml, part);
    for (let token = scanner.next(); token !== EOF; token = scanner.next()) {
      if (token === START && scanner.localName === "cfRule") rules.push(readRule(scanner, outline.prefix, child.start, scanner.named(outline.prefix, "cfRule") ? block : null));
    }
  }
  return rules;
}

function readRule(scanner: XmlScanner, prefix: string, by: number, block: Block | null): FoundRule {
  if (block) block.rules++;
  const at = scanner.attributeAt("priority");
  const from = scanner.attributes[at + 2] ?? 0;
  const to = scanner.attributes[at + 3] ?? 0;
  const digits = at < 0 ? "" : scanner.text.slice(from, to);
  const rule: FoundRule = {
    start: scanner.start + by,
    end: scanner.end + by,
    block,
    expression: scanner.attribute("type") === "expression",
    formulas: [],
    priority: /^-?\d{1,9}$/.test(digits) ? { value: parseInt(digits, 10), from: from + by, to: to + by } : null,
  };
  if (!scanner.selfClosing) {
    for (const outside = scanner.depth - 1; ; ) {
      const token = scanner.next();
      if (token === END && scanner.depth === outside) break;
      if (token === START && scanner.named(prefix, "formula")) rule.formulas.push(scanner.textInside());
    }
    rule.end = scanner.end + by;
  }
  return rule;
}

/**
 * Which rules are ours: those with our formula whose range has our cell (copied cells widen it). Where rows were inserted
 * since, a rule of one cell with a formula that is ours but for where it points.
 */
function recognise(rules: readonly FoundRule[], own: readonly OwnRule[]): FoundRule[] {
  const candidates = rules.filter((rule) => rule.expression && rule.block && rule.formulas.length === 1);
  const found = new Set<FoundRule>();
  const take = (wanted: readonly OwnRule[], key: (formula: string) => string, fits: (cells: readonly string[], rule: OwnRule) => boolean): OwnRule[] => {
    const byKey = new Map<string, FoundRule[]>();
    for (const rule of candidates) {
      if (found.has(rule)) continue;
      const formula = key(rule.formulas[0] ?? "");
      const list = byKey.get(formula);
      if (list) list.push(rule);
      else byKey.set(formula, [rule]);
    }
    return wanted.filter((rule) => {
      const list = byKey.get(key(rule.formula)) ?? [];
      const at = list.findIndex((candidate) => fits((candidate.block?.sqref ?? "").split(" "), rule));
      const [hit] = at < 0 ? [] : list.splice(at, 1);
      if (hit) found.add(hit);
      return !hit;
    });
  };
  const missing = take(own, (formula) => formula, (cells, rule) => cells.includes(rule.sqref));
  take(missing, shapeOf, (cells) => cells.length === 1 && /^[A-Z]+\d+$/.test(cells[0] ?? ""));
  return [...found];
}

/** A formula without its addresses; ours are all absolute. */
function shapeOf(formula: string): string {
  return formula.replace(/\$[A-Z]{1,3}\$\d+/g, "#");
}
