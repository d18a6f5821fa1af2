import { type Decimal, isPositive, plain, sum } from "../../model/decimal";
import type { Source } from "../../model/explanation";
import type { AmountField, FundRole, FundsBlock } from "../../model/form";
import { type Found, type Rule, type RuleContext, TARGET_FORMS } from "../rule";
import { formulaNote } from "../words";

const FORM_COLUMNS: Source = { document: "财政项目支出绩效目标申报表的栏目", clause: "年度资金申请总额、项目资金总额下的“其中”各栏", evidence: "seen" };

const SUMS: readonly { readonly whole: FundRole; readonly name: string; readonly parts: readonly FundRole[] }[] = [
  { whole: "total", name: "年度资金申请总额", parts: ["appropriation", "carry-over", "other"] },
  { whole: "project-total", name: "项目资金总额", parts: ["project-fiscal", "project-other"] },
];

function check({ scored }: RuleContext): readonly Found[] {
  const found: Found[] = [];
  const { funds } = scored.form;
  if (!funds) return found;
  for (const { whole, name, parts } of SUMS) {
    const total = amountOf(funds, whole);
    const fields = parts.flatMap((role) => amountOf(funds, role) ?? []).filter((field) => field.text !== "");
    const given = fields.flatMap((field) => field.number ?? []);
    // Only zeros, or a part that does not read as a number: nothing to add up.
    if (!total?.number || given.length < fields.length || !given.some((number) => !number.isZero())) continue;
    const all = sum(given);
    if (all.eq(total.number)) continue;
    found.push(mismatch(name, total, total.number, all, fields));
  }
  const annual = amountOf(funds, "total");
  const project = amountOf(funds, "project-total");
  if (!annual?.number || !isPositive(project?.number) || annual.number.lte(project.number)) return found;
  found.push({
    severity: "error",
    cell: annual.ref,
    message: `年度资金申请总额 ${plain(annual.number)} 大于项目资金总额 ${plain(project.number)}：一年的资金不会多于整个项目`,
    related: [project.ref],
    aspect: "annual",
  });
  return found;
}

function amountOf(funds: FundsBlock, role: FundRole): AmountField | null {
  return funds.rows.find((row) => row.role === role)?.annual ?? null;
}

function mismatch(name: string, total: AmountField, number: Decimal, all: Decimal, fields: readonly AmountField[]): Found {
  return {
    severity: "error",
    cell: total.ref,
    message: `${name} ${plain(number)} 与各项之和 ${plain(all)} 不符，相差 ${plain(number.minus(all).abs())}${formulaNote(total)}`,
    related: fields.map((field) => field.ref),
    explanation: { steps: [{ text: `${fields.flatMap((field) => (field.number ? [plain(field.number)] : [])).join(" + ")} = ${plain(all)} ≠ ${plain(number)}`, cells: fields.map((field) => field.ref), parts: [] }], source: FORM_COLUMNS },
    aspect: name,
  };
}

export const rule: Rule = {
  id: "declaration/sum-mismatch",
  severities: ["error"],
  kinds: TARGET_FORMS,
  source: FORM_COLUMNS,
  what: "申请资金的合计与各项来源不符",
  why: "年度资金申请总额 = 当年财政拨款 + 上年结转 + 其他资金；项目资金总额 = 财政资金 + 其他资金。",
  fix: "核对各来源的金额，改正合计或补齐来源。",
  examples: {
    good: [
      { note: "相符", kind: "target-declaration", declared: { total: "900000", appropriation: "800000", carryOver: "100000" } },
      { note: "总额是几年的，不与年度比较", kind: "target-declaration", declared: { projectTotal: "2400000", projectFiscal: "2400000" } },
    ],
    bad: [
      { note: "少 5 万元", kind: "target-declaration", declared: { total: "800000", appropriation: "750000" }, finds: ["error"] },
      { note: "项目资金总额漏了其他资金", kind: "target-declaration", declared: { projectTotal: "2400000", projectFiscal: "2400000", projectOther: "100000" }, finds: ["error"] },
      { note: "年度大于总额", kind: "target-declaration", declared: { projectTotal: "500000", projectFiscal: "500000" }, finds: ["error"] },
    ],
  },
  check,
};
