import { HUNDRED } from "../../model/decimal";
import type { FundRow } from "../../model/form";
import { isRateAsFraction } from "../../scoring/fraction";
import { judgeRate, scoreFunds, stands } from "../../scoring/funds";
import type { Found, Rule, RuleContext } from "../rule";
import { PUBLISHED_FORMS } from "../sources";
import { figure, formulaNote, hintText, quoted } from "../words";

function check({ scored, policy }: RuleContext): readonly Found[] {
  const found: Found[] = [];
  const funds = scored.form.funds;
  for (const row of funds?.rows ?? []) {
    const field = row.rate;
    // fund/rate-as-fraction says more about a 0.57 under 执行率(%).
    if (!field || !funds || isRateAsFraction(funds, row, policy)) continue;
    const judged = judgeRate(row, policy);
    if (judged === "missing" || judged === "not-computed" || judged === "explained") continue;
    if (row.role !== "total" && (judged === "unreadable" || isIdle(row))) continue;
    const computed = scoreFunds(row, policy);
    if (!computed) continue;
    const label = row.label.text.replace(/[:：\s]+$/, "");
    const tail = `按${row.annual ? "全年" : "年初"}预算数和全年执行数重算应为 ${figure(computed.rate)}%${formulaNote(field)}`;
    found.push({
      severity: stands(judged) ? "info" : "error",
      cell: field.ref,
      message:
        judged === "unreadable"
          ? `“${label}”的执行率${quoted(field)}不是数字，${tail}`
          : `“${label}”的执行率为 ${figure(field.number ?? HUNDRED)}%，${tail}${stands(judged) ? `，${hintText(judged)}` : ""}`,
      related: [row.executed, row.annual ?? row.initial].flatMap((other) => (other ? [other.ref] : [])),
      explanation: computed.rateExplanation,
      aspect: label,
    });
  }
  return found;
}

/** Rows of a source that gave no money are often left with a rate of 0.00 or 100.00. */
function isIdle(row: FundRow): boolean {
  return row.executed?.number?.isZero() ?? true;
}

export const rule: Rule = {
  id: "fund/rate-mismatch",
  severities: ["error", "info"],
  kinds: ["self-evaluation"],
  source: PUBLISHED_FORMS,
  yieldsTo: ["fund/rate-as-fraction"],
  what: "执行率与全年执行数 ÷ 全年预算数不符",
  why: "执行率是执行率得分的依据；表上的金额本身经过舍入，因此只有任何真实金额都解释不了的执行率才算错误。",
  fix: "核对全年预算数和全年执行数；金额无误时采用重算的执行率。",
  examples: {
    good: [
      { note: "截取两位小数：106.97 ÷ 109.32 → 97.85%", funds: { annual: "109.32", executed: "106.97", rate: "97.85", score: "9.79" } },
      { note: "打印出来的金额经过舍入，99.98 与 99.99 都可能是对的", funds: { annual: "80.95", executed: "80.94", rate: "99.98", score: "10.00" } },
    ],
    bad: [
      { note: "执行率写错", funds: { annual: "109.32", executed: "106.97", rate: "98.75", score: "9.79" }, finds: ["error"] },
      { note: "四舍五入而不是截取，仅作提示", funds: { annual: "1856.67", executed: "1842.32", rate: "99.23", score: "9.92" }, finds: ["info"] },
      { note: "没有保留小数，仅作提示", funds: { annual: "709.35", executed: "697.33", rate: "98", score: "9.83" }, finds: ["info"] },
      { note: "执行率是文字", funds: { rate: { text: "见附件" } }, finds: ["error"] },
    ],
  },
  check,
};
