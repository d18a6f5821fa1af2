/** Our conditional formats in a sheet's XML: put in before the user's, and taken out without a trace. */
import { placeFor, outlineOf } from "../xml/outline";
import { END, EOF, START, XmlScanner } from "../xml/scanner";
import type { Splice } from "../xml/splice";
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
  end: number;
  rules: number;
}

/**
 * Takes out the rules of ours that are still there and puts new ones first. The user's rules (those of the 2010 extension too:
 * all share one order) are moved behind ours, or back to where they were.
 */
export function replaceRules(text: string, part: string, old: readonly OwnRule[], fresh: readonly NewRule[]): Splice[] {
  const rules = findRules(text, part);
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
    const outline = outlineOf(text, part, "worksheet");
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

function findRules(text: string, part: string): FoundRule[] {
  const scanner = new XmlScanner(text, part);
  const rules: FoundRule[] = [];
  scanner.next();
  const prefix = scanner.prefix;
  let block: Block | null = null;
  let blockDepth = 0;
  for (let token = scanner.next(); token !== EOF; token = scanner.next()) {
    if (token === END) {
      if (block && scanner.depth < blockDepth) {
        block.end = scanner.end;
        block = null;
      }
      continue;
    }
    if (token !== START) continue;
    if (scanner.named(prefix, "sheetData")) scanner.skip();
    else if (scanner.named(prefix, "conditionalFormatting")) {
      if (scanner.selfClosing) continue;
      block = { sqref: scanner.attribute("sqref") ?? "", start: scanner.start, end: scanner.end, rules: 0 };
      blockDepth = scanner.depth;
    } else if (scanner.localName === "cfRule") rules.push(readRule(scanner, prefix, scanner.named(prefix, "cfRule") ? block : null));
  }
  return rules;
}

function readRule(scanner: XmlScanner, prefix: string, block: Block | null): FoundRule {
  if (block) block.rules++;
  const at = scanner.attributeAt("priority");
  const from = scanner.attributes[at + 2] ?? 0;
  const to = scanner.attributes[at + 3] ?? 0;
  const digits = at < 0 ? "" : scanner.text.slice(from, to);
  const rule: FoundRule = {
    start: scanner.start,
    end: scanner.end,
    block,
    expression: scanner.attribute("type") === "expression",
    formulas: [],
    priority: /^-?\d{1,9}$/.test(digits) ? { value: parseInt(digits, 10), from, to } : null,
  };
  if (!scanner.selfClosing) {
    for (const outside = scanner.depth - 1; ; ) {
      const token = scanner.next();
      if (token === END && scanner.depth === outside) break;
      if (token === START && scanner.named(prefix, "formula")) rule.formulas.push(scanner.textInside());
    }
    rule.end = scanner.end;
  }
  return rule;
}

/** Which rules are ours: same range, same formula; where rows were inserted since, same formula but for where it points. */
function recognise(rules: readonly FoundRule[], own: readonly OwnRule[]): FoundRule[] {
  const candidates = rules.filter((rule) => rule.expression && rule.block && rule.formulas.length === 1);
  const found: FoundRule[] = [];
  const taken = new Set<FoundRule>();
  const match = (keyOfRule: (rule: FoundRule) => string | null, keyOfOwn: (rule: OwnRule) => string, wanted: readonly OwnRule[]): OwnRule[] => {
    const byKey = new Map<string, FoundRule[]>();
    for (const rule of candidates) {
      const key = taken.has(rule) ? null : keyOfRule(rule);
      if (key === null) continue;
      const list = byKey.get(key);
      if (list) list.push(rule);
      else byKey.set(key, [rule]);
    }
    return wanted.filter((rule) => {
      const hit = byKey.get(keyOfOwn(rule))?.shift();
      if (!hit) return true;
      taken.add(hit);
      found.push(hit);
      return false;
    });
  };
  const missing = match(
    (rule) => `${rule.block?.sqref ?? ""}|${rule.formulas[0] ?? ""}`,
    (rule) => `${rule.sqref}|${rule.formula}`,
    own,
  );
  match(
    (rule) => (/^[A-Z]+\d+$/.test(rule.block?.sqref ?? "") ? shapeOf(rule.formulas[0] ?? "") : null),
    (rule) => shapeOf(rule.formula),
    missing,
  );
  return found;
}

/** A formula without its addresses; ours are all absolute. */
function shapeOf(formula: string): string {
  return formula.replace(/\$[A-Z]{1,3}\$\d+/g, "#");
}
