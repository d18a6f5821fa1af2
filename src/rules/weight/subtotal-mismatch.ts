import { type Decimal, decimal, plain, sum, toHalfWidth } from "../../model/decimal";
import type { Field, Indicator } from "../../model/form";
import type { Found, Rule, RuleContext } from "../rule";
import { FORM_NOTES } from "../sources";

const POINTS = /[(（](\d+(?:\.\d+)?)分[)）]/;

function check({ scored }: RuleContext): readonly Found[] {
  const found: Found[] = [];
  const hasWeights = scored.form.columns.weight !== null;
  for (const [field, rows] of groups(scored.form.indicators)) {
    const printed = POINTS.exec(toHalfWidth(field.text.replace(/\s+/g, "")))?.[1];
    if (printed === undefined) continue;
    const limit = decimal(printed);
    const figures = rows.flatMap((row) => (hasWeights ? row.weight : row.score) ?? []);
    const given = figures.flatMap((figure) => figure.number ?? []);
    if (given.length === 0) continue;
    const total = sum(given);
    if (hasWeights ? total.eq(limit) : total.lte(limit)) continue;
    found.push({
      severity: "error",
      cell: field.ref,
      message: hasWeights ? mismatch(field, total, limit) : `“${field.text.trim()}”下各指标得分合计 ${plain(total)}，超过所标的 ${plain(limit)} 分`,
      related: figures.map((figure) => figure.ref),
      aspect: field.text,
    });
  }
  return found;
}

function mismatch(field: Field, total: Decimal, limit: Decimal): string {
  return `“${field.text.trim()}”下各指标分值合计 ${plain(total)}，与所标的 ${plain(limit)} 分相差 ${plain(total.minus(limit).abs())}`;
}

/** Rows by the level cell that stands over them, first and second level alike. */
function groups(indicators: readonly Indicator[]): Map<Field, Indicator[]> {
  const byCell = new Map<string, { field: Field; rows: Indicator[] }>();
  for (const indicator of indicators) {
    for (const field of [indicator.level1Field, indicator.level2Field]) {
      // Most labels print no points.
      if (!field?.text.includes("分")) continue;
      const key = `${field.ref.row},${field.ref.col}`;
      const group = byCell.get(key);
      if (group) group.rows.push(indicator);
      else byCell.set(key, { field, rows: [indicator] });
    }
  }
  return mergeRepeated([...byCell.values()]);
}

/** A label repeated on every row, or on the next page, is one group. */
function mergeRepeated(found: readonly { field: Field; rows: Indicator[] }[]): Map<Field, Indicator[]> {
  const merged = new Map<Field, Indicator[]>();
  for (const { field, rows } of found) {
    const same = [...merged.keys()].find((other) => other.ref.col === field.ref.col && other.text === field.text);
    if (same) merged.get(same)?.push(...rows);
    else merged.set(field, [...rows]);
  }
  return merged;
}

export const rule: Rule = {
  id: "weight/subtotal-mismatch",
  severities: ["error"],
  kinds: ["self-evaluation"],
  source: FORM_NOTES,
  what: "一级（二级）指标所标的分值与其下各指标不符",
  why: "表上印着“产出指标（50分）”，其下分值合计就应是 50。",
  fix: "调整指标分值，或改正所标的分值。",
  examples: {
    good: [{ note: "相符", rows: [{ level1: "产出指标（90分）", weight: "90", score: "90" }] }],
    bad: [{ note: "所标 50 分，实为 90 分", rows: [{ level1: "产出指标（50分）", weight: "90", score: "90" }], finds: ["error"] }],
  },
  check,
};
