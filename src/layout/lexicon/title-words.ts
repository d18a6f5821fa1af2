/**
 * Titles of the forms. A title is a short cell that ends in 表 (a year may follow) and contains one of these words.
 * The first match decides, so longer words stand before the words they contain.
 */
import type { FormKind } from "../../model/form";

export const TITLE_WORDS: readonly (readonly [word: string, kind: FormKind])[] = [
  ["绩效目标申报表", "target-declaration"],
  ["绩效目标申请表", "target-declaration"],
  ["绩效目标批复表", "target-declaration"],
  ["绩效申报表", "target-declaration"],
  ["绩效目标自评表", "self-evaluation"],
  ["绩效目标完成情况表", "self-evaluation"],
  ["绩效目标表", "performance-target"],
  ["绩效自评价表", "self-evaluation"],
  ["绩效自评表", "self-evaluation"],
  ["绩效自评打分表", "self-evaluation"],
  ["绩效自评评分表", "self-evaluation"],
  ["绩效评价自评表", "self-evaluation"],
  ["绩效自我评价表", "self-evaluation"],
  ["支出自评表", "self-evaluation"],
];
