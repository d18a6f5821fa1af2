import { clean, fold } from "../../grammar/text";
import type { Indicator } from "../../model/form";
import { filledRows, isTimeUnit } from "../knowledge";
import { ALL_KINDS, type Found, type FoundInWorkbook, type Rule, type RuleContext } from "../rule";
import { REVIEW_PRACTICE } from "../sources";

function check({ scored }: RuleContext): readonly Found[] {
  const found: Found[] = [];
  const first = new Map<string, Indicator>();
  for (const { indicator, name } of filledRows(scored)) {
    const before = first.get(name);
    if (!before) {
      first.set(name, indicator);
      continue;
    }
    found.push({
      severity: "warning",
      cell: indicator.nameField.ref,
      message: `“${name}”在同一张表里出现了两次（${levels(before)}、${levels(indicator)}）`,
      related: [before.nameField.ref],
      indicator,
    });
  }
  return found;
}

interface Claim {
  readonly indicator: Indicator;
  readonly form: number;
}

/** The same output, claimed by two projects. Rates, words and whole-year durations are alike everywhere and mean nothing. */
function checkWorkbook(contexts: readonly RuleContext[]): readonly FoundInWorkbook[] {
  const found: FoundInWorkbook[] = [];
  const first = new Map<string, Claim>();
  const named = new Map<string, Claim>();
  for (const [form, { scored }] of contexts.entries()) {
    if (scored.form.kind !== "self-evaluation") continue;
    for (const { indicator, name } of filledRows(scored)) {
      // Most names stand in one form only, and need no key.
      const namesake = named.get(name);
      if (!namesake) {
        named.set(name, { indicator, form });
        continue;
      }
      const key = outputKey(indicator, name);
      if (key === null) continue;
      let before = first.get(key);
      if (!before && outputKey(namesake.indicator, name) === key) first.set(key, (before = namesake));
      if (!before) first.set(key, { indicator, form });
      if (!before || before.form === form) continue;
      const other = contexts[before.form]?.scored.form;
      found.push({
        severity: "info",
        form,
        cell: indicator.nameField.ref,
        message: `“${name}”（${indicator.target?.written ?? ""}，完成 ${indicator.actual?.written ?? ""}）与项目“${other?.head.project?.text ?? other?.sheet ?? ""}”的指标完全相同，请确认没有重复计算`,
        related: [before.indicator.nameField.ref],
        indicator,
        aspect: "workbook",
      });
    }
  }
  return found;
}

function outputKey({ target, actual }: Indicator, name: string): string | null {
  const done = actual?.reading;
  if (!target || !actual || done?.kind !== "quantity" || done.number === "0" || done.unit === "%" || isTimeUnit(done.unit)) return null;
  return [name, ...[target, actual].map((field) => fold(clean(field.written)))].join("|");
}

function levels({ level1, level2 }: Indicator): string {
  return level2 || level1;
}

export const rule: Rule = {
  id: "indicator/duplicate",
  severities: ["warning", "info"],
  kinds: ALL_KINDS,
  source: REVIEW_PRACTICE,
  what: "同一指标或同一成果重复出现",
  why: "同一指标计两次分，等于加倍了它的分值；同一成果写进两个项目，可能是重复申报。",
  fix: "删去或改写其中一个；两个项目的成果确实相同的，说明分工。",
  examples: {
    good: [
      { note: "名称不同", kind: "target-declaration", rows: [{}, { name: "资料汇编数", target: "≥2份" }] },
      { note: "两个项目的比率相同，不足为奇", rows: [{ name: "验收合格率", target: "=100%", actual: "100%", weight: "90", score: "90" }], beside: [{ note: "另一个项目", head: { project: "乙项目" }, rows: [{ name: "验收合格率", target: "=100%", actual: "100%", weight: "90", score: "90" }] }] },
    ],
    bad: [
      { note: "数量和质量用同一个指标", kind: "target-declaration", rows: [{ name: "测评工作完成率", target: "=100%" }, { level2: "质量指标", name: "测评工作完成率", target: "=100%" }], finds: ["warning"] },
      { note: "两个项目写了同一批成果", rows: [{ name: "专项督察", target: "=2次", actual: "2次", weight: "90", score: "90" }], beside: [{ note: "另一个项目", head: { project: "乙项目" }, rows: [{ name: "专项督察", target: "=2次", actual: "2次", weight: "90", score: "90" }] }], finds: ["info"] },
    ],
  },
  check,
  checkWorkbook,
};
