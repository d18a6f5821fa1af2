/**
 * Titles of the forms. A title is a short cell that ends in 表 (a bracket may follow) and contains all words of an entry.
 * The first entry that fits decides: a 绩效目标自评表 is a 自评表.
 */
import type { FormKind } from "../../model/form";

export const TITLE_WORDS: readonly (readonly [words: readonly string[], kind: FormKind])[] = [
  [["绩效", "自评"], "self-evaluation"],
  [["绩效", "自我评价"], "self-evaluation"],
  [["支出自评"], "self-evaluation"],
  [["绩效目标完成情况"], "self-evaluation"],
  [["绩效评价", "评分"], "self-evaluation"],
  [["绩效目标", "申报"], "target-declaration"],
  [["绩效目标", "申请"], "target-declaration"],
  [["绩效目标", "批复"], "target-declaration"],
  [["绩效申报"], "target-declaration"],
  [["绩效目标"], "performance-target"],
];

/** A list of projects is about forms, it is none. */
export const LIST_WORDS: readonly string[] = ["汇总", "一览", "统计", "清单", "目录", "台账", "明细", "名单", "排名", "排序"];

/** 自评表（续）: a page that goes on with the form above. */
export const CONTINUED = /[（(]?(?:续表|续)[一二三四五\d]*[)）]?$/;
