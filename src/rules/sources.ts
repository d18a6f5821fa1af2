/** Where rules come from. "general" is commonly stated but unverified: faces never present it as what a document says. */
import type { Source } from "../model/explanation";

export const FORM_NOTES: Source = { document: "自评表所附填报说明", clause: null, evidence: "seen" };
export const PUBLISHED_FORMS: Source = { document: "已公开自评表的数字关系", clause: null, evidence: "proved" };
export const DEPLOYED_SYSTEM: Source = { document: "预算管理一体化系统绩效模块的校验", clause: null, evidence: "system" };
export const REVIEW_PRACTICE: Source = { document: "绩效自评复核的通常做法", clause: null, evidence: "general" };
