/**
 * A form as layout/ found it: which cell is which field, and what stands there. Nothing is computed here.
 * Chinese terms for every name: GLOSSARY.md.
 */
import type { Area, CellRef } from "./address";
import type { Decimal } from "./decimal";
import type { CellValue } from "./grid";
import type { Reading } from "./reading";

/** 自评表, 目标申报表, 目标表 */
export type FormKind = "self-evaluation" | "target-declaration" | "performance-target";

/** One cell of a form. */
export interface Field {
  readonly ref: CellRef;
  readonly value: CellValue;
  /** What a person reads in the cell, without blanks at the ends; numbers as plain digits (0.9785 as % reads "97.85%"). */
  readonly text: string;
  /** The formula without "=", null for a constant. */
  readonly formula: string | null;
  /** Excel's number format code. */
  readonly format: string;
}

/** A cell that is meant to hold a number: an amount (in the form's money unit), a weight, a score, or a rate (in percent). */
export interface AmountField extends Field {
  /** Null if the cell is empty or holds something that does not read as a number. A rate is in percent whatever its notation. */
  readonly number: Decimal | null;
  /** Places that the cell shows: 9.8 in the format 0.00 shows 2. For a rate, places of the percentage. */
  readonly shownDecimals: number;
  /** The cell holds a fraction and shows percent (0.9785 formatted as 97.85%); a written rate must be a fraction too. */
  readonly asFraction: boolean;
  /** Rows of the merged area that the cell belongs to, 1 if none: one figure for several rows cannot be recomputed row by row. */
  readonly mergedRows: number;
  /** The cell lies under a merged one: the figure stands in another cell, this one cannot hold any. */
  readonly covered: boolean;
}

/** A label and the cell that belongs to it; the value cell may be empty. */
export interface HeadField {
  readonly label: Field;
  /** Where the value stands; the label's own cell where both share one (项目名称：甲). */
  readonly field: Field;
  /** The value's text, "" if empty; without the label where both share a cell. */
  readonly text: string;
}

export type HeadKey =
  | "project" // 项目名称
  | "department" // 主管部门
  | "unit" // 实施单位, 申报单位
  | "nature" // 项目性质
  | "category" // 项目类别
  | "start" // 计划开始日期
  | "end" // 计划完成日期
  | "overview" // 项目概况
  | "basis" // 立项依据
  | "necessity" // 项目设立的必要性
  | "measures" // 保证项目实施的制度、措施
  | "plan" // 项目实施计划
  | "purchase" // 是否含有政府购买服务
  | "performance-type" // 绩效类型
  | "total-score"; // 自评得分 / 项目总得分 in the head

export type GoalKey =
  | "expected" // 预期目标
  | "achieved" // 实际完成情况
  | "overall" // 项目总目标, 总目标及阶段性目标
  | "annual"; // 年度总体目标

export type FundRole =
  | "total" // 年度资金总额, 年度资金申请总额, 项目当年预算: the row that carries the score
  | "appropriation" // 当年财政拨款
  | "carry-over" // 上年结转资金
  | "other" // 其他资金
  | "project-total" // 项目资金总额, 项目总预算: the multi-year sum
  | "project-fiscal" // 其中：财政资金 of the multi-year sum
  | "project-other" // 其他资金 of the multi-year sum
  | "last-year-budget" // 同名项目上年预算额
  | "last-year-executed" // 同名项目上年预算执行数
  | "part"; // any further row of the block

export interface FundRow {
  readonly role: FundRole;
  readonly label: Field;
  readonly initial: AmountField | null;
  /** The amount of a form that has but one amount per row stands here. */
  readonly annual: AmountField | null;
  readonly executed: AmountField | null;
  readonly weight: AmountField | null;
  readonly rate: AmountField | null;
  readonly score: AmountField | null;
}

export type MoneyUnit = "元" | "万元";

export interface FundsBlock {
  readonly unit: MoneyUnit | null;
  /** The cell that names the unit; where none does, the block's first header. */
  readonly unitField: Field | null;
  /** 执行率(%) or 执行率: does the header itself say percent? */
  readonly rateHeader: Field | null;
  readonly rows: readonly FundRow[];
}

export interface Indicator {
  readonly level1: string;
  readonly level2: string;
  /** The cells that name the levels, which may stand rows above; null if nothing does. */
  readonly level1Field: Field | null;
  readonly level2Field: Field | null;
  /** 三级指标 without prefixes such as 指标1： or ★. */
  readonly name: string;
  readonly nameField: Field;
  readonly target: ValueField | null;
  readonly actual: ValueField | null;
  readonly weight: AmountField | null;
  readonly score: AmountField | null;
  readonly reason: Field | null;
}

export interface ValueField extends Field {
  /** The value as a person would write it: parts from several columns put together ("≥735人次"). */
  readonly written: string;
  readonly reading: Reading;
}

export interface TotalRow {
  readonly label: Field;
  readonly weight: AmountField | null;
  readonly score: AmountField | null;
}

export interface GradeField extends Field {
  /** Boxes to tick (□优 ☑良 …), or a word. */
  readonly style: "word" | "boxes";
}

export interface Form {
  readonly kind: FormKind;
  readonly sheet: string;
  readonly hidden: boolean;
  /** The sheet is protected: its cells may refuse what is written. */
  readonly protected: boolean;
  /** One of several projects in a table that has 项目名称 as a column. What it lacks, funds or total, may be kept elsewhere. */
  readonly inLedger: boolean;
  readonly area: Area;
  readonly title: Field | null;
  readonly year: number | null;
  readonly head: Readonly<Partial<Record<HeadKey, HeadField>>>;
  readonly goals: Readonly<Partial<Record<GoalKey, HeadField>>>;
  readonly funds: FundsBlock | null;
  /** Header cells of the indicator table. */
  readonly columns: IndicatorColumns;
  readonly indicators: readonly Indicator[];
  readonly total: TotalRow | null;
  readonly grade: GradeField | null;
  /** One 偏差原因 cell for the whole table, where the form has no such column. */
  readonly commonReason: Field | null;
}

export interface IndicatorColumns {
  readonly level1: Field | null;
  readonly level2: Field | null;
  readonly name: Field | null;
  readonly target: Field | null;
  readonly actual: Field | null;
  readonly weight: Field | null;
  readonly score: Field | null;
  readonly reason: Field | null;
}

/** A sheet on which no form was found, and the header words it lacks: the answer to "why not this sheet?". */
export interface SheetWithoutForm {
  readonly sheet: string;
  readonly found: readonly string[];
  readonly missing: readonly string[];
}
