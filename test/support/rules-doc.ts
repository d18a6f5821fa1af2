/** docs/rules.md, made from the rules themselves. */
import type { Evidence, Source } from "../../src/model/explanation";
import type { Severity } from "../../src/model/finding";
import type { FormKind } from "../../src/model/form";
import type { Entry, Example } from "../../src/rules/example";
import { RULES } from "../../src/rules/registry";
import type { Rule } from "../../src/rules/rule";

const SEVERITY: Readonly<Record<Severity, string>> = { error: "错误", warning: "需说明", info: "提示" };
const KIND: Readonly<Record<FormKind, string>> = { "self-evaluation": "自评表", "target-declaration": "目标申报表", "performance-target": "目标表" };
/** Said of the source, and never more than is known of it. */
const EVIDENCE: Readonly<Record<Evidence, string>> = {
  seen: "见于已公开的表格或所附说明",
  system: "已上线的预算管理一体化系统如此校验",
  proved: "由已公开的数字推算得出",
  general: "通常做法，没有核实到成文规定",
};
const FAMILY: Readonly<Record<string, string>> = {
  fund: "资金", weight: "分值", score: "得分", grade: "等级", deviation: "偏差原因", value: "指标值与完成值", indicator: "指标设置", cost: "成本", text: "文字", declaration: "目标申报", link: "申报与自评的衔接",
};

export function rulesDocument(): string {
  const families = [...new Set(RULES.map(familyOf))];
  const head = [
    "# 校验规则",
    "",
    "本文件由规则本身生成（`npx tsx test/support/write-golden.ts`），请勿手工修改。",
    "",
    `共 ${RULES.length} 条。错误：算错了、前后矛盾或缺少必填内容；需说明：要由人说明或确认；提示：值得看一眼。`,
  ];
  return `${[...head, ...families.flatMap((family) => ["", `## ${FAMILY[family] ?? family}`, ...RULES.filter((rule) => familyOf(rule) === family).flatMap(section)])].join("\n")}\n`;
}

function familyOf(rule: Rule): string {
  return rule.id.split("/")[0] ?? rule.id;
}

function section(rule: Rule): string[] {
  return [
    "",
    `### ${rule.id}`,
    "",
    `**${rule.what}**`,
    "",
    `- 级别：${rule.severities.map((severity) => SEVERITY[severity]).join("、")}`,
    `- 适用：${rule.kinds.map((kind) => KIND[kind]).join("、")}`,
    `- 为什么：${rule.why}`,
    `- 怎么改：${rule.fix}`,
    `- 依据：${sourceText(rule.source)}`,
    ...(rule.yieldsTo ? [`- 让位：同一指标或同一单元格已有 ${rule.yieldsTo.map((id) => `\`${id}\``).join("、")} 的，不再重复报告`] : []),
    "",
    "| 例 | 结果 | 表上写的 |",
    "|---|---|---|",
    ...rule.examples.good.map((example) => exampleRow(example, "通过")),
    ...rule.examples.bad.map((example) => exampleRow(example, (example.finds ?? []).map((severity) => SEVERITY[severity]).join("、"))),
  ];
}

export function sourceText({ document, clause, evidence }: Source): string {
  return `${document}${clause === null ? "" : `，${clause}`}（${EVIDENCE[evidence]}）`;
}

function exampleRow(example: Example, result: string): string {
  const beside = (example.beside ?? []).map((other) => `另一张表：${written(other)}`);
  return `| ${cell(example.note)} | ${result} | ${cell([written(example), ...beside].join("；"))} |`;
}

/** What the example changes of a form that is right. */
function written(example: Example): string {
  const parts: string[] = [];
  if (example.kind) parts.push(KIND[example.kind]);
  if (example.year !== undefined) parts.push(`${example.year} 年度`);
  if (example.department !== undefined) parts.push(example.department);
  if (example.rateHeader !== undefined) parts.push(`表头“${example.rateHeader}”`);
  parts.push(...pairs({ ...example.head }), ...pairs({ ...example.goals }), ...pairs({ ...example.declared }), ...pairs({ ...example.funds }));
  for (const part of example.parts ?? []) parts.push(`${part.label} ${pairs({ initial: part.initial ?? "", annual: part.annual ?? "", executed: part.executed ?? "" }).join(" ")}`);
  for (const row of example.rows ?? []) {
    const { level1, level2, name, target, actual, weight, score, reason } = row;
    const where = [level1, level2].filter((level) => level !== undefined).join("/");
    const rest = pairs({ target, actual, weight, score, reason });
    parts.push([where, name, ...rest].filter((text) => text !== undefined && text !== "").join(" ") || "一行照常填写");
  }
  parts.push(...pairs({ total: example.total?.score, grade: example.grade }));
  return parts.join("；") || "照常填写";
}

const NAME: Readonly<Record<string, string>> = {
  project: "项目名称", unit: "实施单位", nature: "项目性质", category: "项目类别", start: "开始", end: "完成", plan: "实施计划",
  expected: "预期目标", achieved: "实际完成情况", overall: "项目总目标", annual: "年度总体目标",
  projectTotal: "项目资金总额", projectFiscal: "财政资金", projectOther: "其他资金（项目）", total: "总额", appropriation: "当年财政拨款", carryOver: "上年结转", other: "其他资金",
  initial: "年初预算数", executed: "全年执行数", rate: "执行率", target: "指标值", actual: "完成值", weight: "分值", score: "得分", reason: "原因", grade: "等级",
};

function pairs(record: Readonly<Record<string, Entry | undefined>>): string[] {
  return Object.entries(record).flatMap(([key, entry]) => {
    if (entry === undefined) return [];
    const text = typeof entry === "string" ? entry : "merged" in entry ? `${entry.value}（合并 ${entry.merged} 行）` : entry.text;
    return [`${nameOf(key, record)} ${text === "" ? "（空）" : `“${text}”`}`];
  });
}

/** "annual" is a goal among goals and a budget among funds. */
function nameOf(key: string, record: Readonly<Record<string, unknown>>): string {
  if (key === "annual" && ("executed" in record || "initial" in record || "rate" in record || "score" in record)) return "全年预算数";
  if (key === "total" && "grade" in record) return "总分";
  if (key === "total") return "年度资金申请总额";
  return NAME[key] ?? key;
}

function cell(text: string): string {
  return text.replace(/\|/g, "\\|").replace(/\*/g, "\\*").replace(/\n/g, " ");
}
