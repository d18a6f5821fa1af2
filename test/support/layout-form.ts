/** A common 自评表 in parts, each of which a test may replace, and what the layout reads as short lines. */
import { recognise } from "../../src/layout/recognise";
import { a1 } from "../../src/model/address";
import { plain } from "../../src/model/decimal";
import type { AmountField, Form, FundRow, Indicator } from "../../src/model/form";
import type { SheetGrid } from "../../src/model/grid";
import { joinPictures, sheet, type SheetOptions } from "./layout-sheet";

export interface Parts {
  readonly title?: string;
  readonly head?: string;
  readonly funds?: string;
  readonly goals?: string;
  readonly header?: string;
  readonly rows?: string;
  readonly closing?: string;
}

export const PARTS: Required<Parts> = {
  title: `
    项目支出绩效自评表 | < | < | < | < | < | < | <
    （2023年度） | < | < | < | < | < | < | <`,
  head: `
    项目名称 | < | 甲项目 | < | < | < | < | <
    主管部门 | < | 乙局 | < | 实施单位 | 丙中心 | < | <`,
  funds: `
    项目资金\\n（万元） | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
    ^ | 年度资金总额： | #100 | #110 | #99 | #10 | #0.9{0.00%} | #9
    ^ | 其中：当年财政拨款 | #100 | #110 | #99 | — | #0.9{0.00%} | —
    ^ | 上年结转资金 | #0 | #0 | #0 | — | | —
    ^ | 其他资金 | #0 | #0 | #0 | — | | —`,
  goals: `
    年度\\n总体\\n目标 | 预期目标 | < | < | 实际完成情况 | < | < | <
    ^ | 完成培训 | < | < | 已完成培训 | < | < | <`,
  header: `
    一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施`,
  rows: `
    产出指标 | 数量指标 | 培训次数 | ≥4次 | 4次 | #50 | #50 | 无
    效益指标 | 社会效益指标 | 就业人数 | ≥10人 | 9人 | #30 | #27 | 报名不足
    满意度指标 | 服务对象满意度指标 | 学员满意度 | ≥90% | 95% | #10 | #10 | 无`,
  closing: `
    总分 | < | < | < | < | #100 | #96 | `,
};

/** The three rows as every layout of columns should read them, without addresses. */
export const ROWS: readonly string[] = [
  "产出指标/数量指标/培训次数: ≥4次 → 4次, 50/50, 无",
  "效益指标/社会效益指标/就业人数: ≥10人 → 9人, 30/27, 报名不足",
  "满意度指标/服务对象满意度指标/学员满意度: ≥90% → 95%, 10/10, 无",
];

export function formPicture(parts: Parts = {}): string {
  const all = { ...PARTS, ...parts };
  return joinPictures(...[all.title, all.head, all.funds, all.goals, all.header, all.rows, all.closing].filter((part) => part !== ""));
}

export function formSheet(parts: Parts = {}, options: SheetOptions = {}): SheetGrid {
  return sheet(formPicture(parts), options);
}

export function formsOf(...sheets: readonly SheetGrid[]): readonly Form[] {
  return recognise({ sheets }).forms;
}

/** The one form of a sheet. */
export function read(grid: SheetGrid): Form {
  const forms = formsOf(grid);
  if (forms.length !== 1 || !forms[0]) throw new Error(`${forms.length} forms instead of one`);
  return forms[0];
}

export function readForm(parts: Parts, options: SheetOptions = {}): Form {
  return read(formSheet(parts, options));
}

/** "9.79", the text if it is no number, "-" for a missing column. */
export function amount(field: AmountField | null | undefined): string {
  if (!field) return "∅";
  return field.number ? plain(field.number) : field.text;
}

/** "9.79@H6" */
export function amountAt(field: AmountField | null | undefined): string {
  return field ? `${amount(field)}@${a1(field.ref)}` : "∅";
}

export function rowText(row: Indicator): string {
  const reason = row.reason ? `, ${row.reason.text}` : "";
  return `${row.level1}/${row.level2}/${row.name}: ${row.target?.written ?? "∅"} → ${row.actual?.written ?? "∅"}, ${amount(row.weight)}/${amount(row.score)}${reason}`;
}

export function rowTexts(form: Form): string[] {
  return form.indicators.map(rowText);
}

/** "total: 100 110 99 | 10 90 9" */
export function fundText(row: FundRow): string {
  return `${row.role}: ${[row.initial, row.annual, row.executed].map(amount).join(" ")} | ${[row.weight, row.rate, row.score].map(amount).join(" ")}`;
}

export function fundTexts(form: Form): string[] {
  return (form.funds?.rows ?? []).map(fundText);
}

export function headTexts(form: Form): Record<string, string> {
  return Object.fromEntries(Object.entries(form.head).map(([key, field]) => [key, field.text]));
}

export function goalTexts(form: Form): Record<string, string> {
  return Object.fromEntries(Object.entries(form.goals).map(([key, field]) => [key, field.text]));
}
