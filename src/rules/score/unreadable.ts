import type { AmountField, Indicator } from "../../model/form";
import { type Found, type Rule, type RuleContext, unsettledRows } from "../rule";
import { DEPLOYED_SYSTEM } from "../sources";
import { isDash, quoted } from "../words";

function check({ scored }: RuleContext): readonly Found[] {
  const found: Found[] = [];
  for (const { indicator } of unsettledRows(scored)) {
    const { weight, score } = indicator;
    // "-" in both cells is how breakdown rows are left out.
    if (isLeftOut(weight) && isLeftOut(score)) continue;
    for (const wrong of [unreadable(indicator, "分值", weight), unreadable(indicator, "得分", score), merged(indicator, score)]) if (wrong) found.push(wrong);
  }
  const total = scored.form.total?.score;
  if (total && total.number === null && total.text !== "") {
    found.push({ severity: "error", cell: total.ref, message: `总分${quoted(total)}不是数字`, aspect: "total" });
  }
  return found;
}

function isLeftOut(field: AmountField | null): boolean {
  return field === null || (field.number === null && isDash(field.text));
}

function unreadable(indicator: Indicator, what: string, field: AmountField | null): Found | null {
  if (!field || field.number !== null || field.text === "") return null;
  const kind = field.value.kind === "error" ? `是错误值 ${field.text}` : `${quoted(field)}不是数字`;
  return { severity: "error", cell: field.ref, message: `“${indicator.name}”的${what}${kind}`, indicator, aspect: what };
}

function merged(indicator: Indicator, score: AmountField | null): Found | null {
  if (!score || score.mergedRows === 1 || score.text === "") return null;
  return { severity: "error", cell: score.ref, message: `“${indicator.name}”的得分单元格合并了 ${score.mergedRows} 行：几个指标共用一个得分，不能逐行核对`, indicator, aspect: "merged" };
}

export const rule: Rule = {
  id: "score/unreadable",
  severities: ["error"],
  kinds: ["self-evaluation"],
  source: DEPLOYED_SYSTEM,
  what: "分值或得分不是数字",
  why: "“满分”之类的文字和错误值无法加总，总分会因此漏算。",
  fix: "改填数字；合并的得分单元格请拆开逐行填写。",
  examples: {
    good: [
      { note: "文本形式的数字可以读", rows: [{ weight: "90", score: { text: "９０.00" } }] },
      { note: "明细行用横线", rows: [{ weight: "90", score: "90" }, { name: "其中：线下", weight: "-", score: "-" }] },
    ],
    bad: [
      { note: "得分写“满分”", rows: [{ weight: "90", score: "满分" }], finds: ["error"] },
      { note: "分值写“九十”", rows: [{ weight: "九十", score: "90" }], finds: ["error"] },
      { note: "两行共用一个得分", rows: [{ weight: "45", score: { merged: 2, value: "90" } }, { name: "资料汇编数", weight: "45", score: "" }], finds: ["error"] },
    ],
  },
  check,
};
