/** The two ways in which forms score a limit (≤) that was exceeded. A policy has one of them; a setting may put in the other. */
import type { Source } from "../model/explanation";

/** ratio (form A): target ÷ actual × weight; linear (form B): (1 − (actual − target) ÷ target) × weight, 0 from twice the target. */
export type ExceededLimitForm = "ratio" | "linear";

export interface ExceededLimitRule {
  readonly form: ExceededLimitForm;
  readonly source: Source;
}

export const EXCEEDED_LIMIT: Readonly<Record<ExceededLimitForm, ExceededLimitRule>> = {
  ratio: {
    form: "ratio",
    source: { document: "自评表所附填报说明", clause: "反向指标：指标值 ÷ 完成值 × 该指标分值", evidence: "seen" },
  },
  linear: {
    form: "linear",
    source: { document: "预算管理一体化系统绩效模块的计分方式", clause: "反向指标：（1 −（完成值 − 指标值）÷ 指标值）× 该指标分值", evidence: "system" },
  },
};
