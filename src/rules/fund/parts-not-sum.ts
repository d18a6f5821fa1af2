import { decimal, type Decimal, decimalsOf, isSame, plain, powerOfTen, sum, ZERO } from "../../model/decimal";
import type { AmountField, FundRow } from "../../model/form";
import { totalFundRow } from "../../scoring/funds";
import type { Found, Rule, RuleContext } from "../rule";
import { DEPLOYED_SYSTEM } from "../sources";
import { formulaNote } from "../words";

const COLUMNS = [
  ["initial", "年初预算数"],
  ["annual", "全年预算数"],
  ["executed", "全年执行数"],
] as const;

function check({ scored }: RuleContext): readonly Found[] {
  const found: Found[] = [];
  const total = totalFundRow(scored.form.funds);
  const parts = scored.form.funds?.rows.filter((row) => row !== total) ?? [];
  if (!total || parts.length === 0) return found;
  for (const [column, name] of COLUMNS) {
    const field = total[column];
    if (!field?.number) continue;
    const all = amounts(parts, column);
    if (all.length === 0) continue;
    const nearest = sum(all.map((part) => part.number));
    if (agrees(nearest, field, all)) continue;
    // 其中：中央、省级 … below 财政拨款 are parts of a part: either way of adding up may be the right one.
    const main = amounts(parts.filter((row) => row.role !== "part"), column);
    if (main.length > 0 && agrees(sum(main.map((part) => part.number)), field, all)) continue;
    found.push({
      severity: "error",
      cell: field.ref,
      message: `${name}：各项资金合计 ${plain(nearest)}，与“${total.label.text.replace(/[:：\s]+$/, "")}”${plain(field.number)} 不符${formulaNote(field)}`,
      related: all.map((part) => part.ref),
      explanation: { steps: [{ text: `${all.map((part) => plain(part.number)).join(" + ")} = ${plain(nearest)} ≠ ${plain(field.number)}`, cells: all.map((part) => part.ref), parts: [] }], source: DEPLOYED_SYSTEM },
      aspect: column,
    });
  }
  return found;
}

type Amount = AmountField & { readonly number: Decimal };

function amounts(rows: readonly FundRow[], column: (typeof COLUMNS)[number][0]): Amount[] {
  return rows.map((row) => row[column]).filter((field): field is Amount => !!field?.number);
}

/** Printed amounts are rounded one by one: half a unit of the last place for each of them. */
function agrees(value: Decimal, total: AmountField, parts: readonly Amount[]): boolean {
  if (total.number && isSame(value, total.number)) return true;
  const gap = value.minus(total.number ?? ZERO).abs();
  const rounded = parts.filter((part) => !part.number.isZero()).length;
  if (rounded < 2) return false;
  const places = Math.max(2, ...[total, ...parts].map((field) => decimalsOf(field.number ?? ZERO)));
  return gap.lte(decimal("0.5").times(rounded + 1).times(powerOfTen(-places)));
}

export const rule: Rule = {
  id: "fund/parts-not-sum",
  severities: ["error"],
  kinds: ["self-evaluation"],
  source: DEPLOYED_SYSTEM,
  what: "当年财政拨款、上年结转资金、其他资金之和不等于年度资金总额",
  why: "年度资金总额是执行率的分母和分子，必须等于各来源之和。",
  fix: "核对各来源的金额，补齐漏填的来源或改正总额。",
  examples: {
    good: [
      { note: "各来源之和等于总额", parts: [{ label: "其中：当年财政拨款", initial: "90", annual: "90", executed: "90" }, { label: "上年结转资金", initial: "10", annual: "10", executed: "10" }] },
      { note: "没有填写来源", parts: [{ label: "其中：当年财政拨款", initial: "", annual: "", executed: "" }] },
    ],
    bad: [{ note: "全年执行数漏了结转资金", parts: [{ label: "其中：当年财政拨款", initial: "90", annual: "90", executed: "90" }, { label: "上年结转资金", initial: "10", annual: "10", executed: "" }], finds: ["error"] }],
  },
  check,
};
