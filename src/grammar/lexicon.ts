/**
 * The words of indicator values, as data: adding a word is adding a line. Units have a lexicon of their own (unit-words.ts),
 * so have the levels (level-words.ts). Sources: the published corpus (test/corpus) and the vocabulary counted over 29 sources.
 * All words are in the folded spelling (half-width digits, brackets and signs).
 */
import type { Operator } from "../model/reading";

/** Marks in front of a value that say nothing about it. */
export const LEADING_MARKS = "★☆▲●◆■※•· ";
/** Marks behind a value that say nothing about it. */
export const TRAILING_MARKS = "。;；,，、 ";
export const QUOTES = "\"'“”‘’「」『』`";

/** Signs that toHalfWidth leaves alone and that mean the same. One character each: folding keeps positions. */
export const SIGN_TWINS: ReadonlyMap<string, string> = new Map([
  ["≧", "≥"], ["⩾", "≥"], ["≮", "≥"], ["≦", "≤"], ["⩽", "≤"], ["≯", "≤"], ["﹥", ">"], ["﹤", "<"], ["﹦", "="], ["═", "="],
  ["﹪", "%"], ["−", "-"], ["–", "-"], ["—", "-"], ["―", "-"], ["─", "-"], ["‐", "-"], ["‑", "-"], ["﹣", "-"],
  ["〜", "~"], ["∼", "~"], ["﹐", ","], ["﹔", ";"], ["﹕", ":"], ["﹙", "("], ["﹚", ")"], ["【", "["], ["】", "]"], ["〔", "["], ["〕", "]"],
]);

/** Whole values that mean "nothing is given here". Runs of the marks in EMPTY_MARKS mean the same. */
export const EMPTY_WORDS: ReadonlySet<string> = new Set(["无", "空", "暂无", "不适用", "不涉及", "N/A", "n/a", "NA", "null", "NULL"]);
export const EMPTY_MARKS = "-_/\\….·、。,;~";

/** Worksheet errors as text. */
export const ERROR_VALUES: ReadonlySet<string> = new Set(
  ["#REF!", "#DIV/0!", "#N/A", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#GETTING_DATA"],
);

/** Signs that are an answer although they are neither letter nor digit. */
export const ANSWER_SIGNS = "√✓✔☑";

/** Operators in words, standing before the number. */
export const OPERATOR_WORDS: ReadonlyMap<string, Operator> = new Map<string, Operator>([
  ["大于等于", ">="], ["大于或等于", ">="], ["大于/等于", ">="], ["高于等于", ">="], ["高于或等于", ">="], ["多于或等于", ">="], ["达到或超过", ">="],
  ["等于或大于", ">="], ["不少于", ">="], ["不低于", ">="], ["不小于", ">="], ["不得少于", ">="], ["不得低于", ">="], ["不得小于", ">="],
  ["不能少于", ">="], ["不能低于", ">="], ["不应低于", ">="], ["不应少于", ">="], ["不短于", ">="], ["不亚于", ">="], ["未低于", ">="],
  ["至少", ">="], ["最少", ">="], ["最低", ">="], ["起码", ">="],
  ["小于等于", "<="], ["小于或等于", "<="], ["小于/等于", "<="], ["低于等于", "<="], ["低于或等于", "<="], ["少于或等于", "<="], ["等于或小于", "<="],
  ["不超过", "<="], ["不超", "<="], ["不高于", "<="], ["不大于", "<="], ["不多于", "<="], ["不得超过", "<="], ["不得高于", "<="], ["不得大于", "<="],
  ["不能超过", "<="], ["不应超过", "<="], ["不应高于", "<="], ["不长于", "<="], ["不突破", "<="], ["未超过", "<="], ["未超", "<="], ["未突破", "<="],
  ["没有超过", "<="], ["没超过", "<="], ["未高于", "<="],
  ["至多", "<="], ["最多", "<="], ["最高", "<="], ["最长", "<="], ["控制在", "<="],
  ["大于", ">"], ["高于", ">"], ["多于", ">"], ["超过", ">"], ["优于", ">"], ["超出", ">"],
  ["小于", "<"], ["低于", "<"], ["少于", "<"], ["短于", "<"], ["不足", "<"], ["不到", "<"], ["未满", "<"], ["不满", "<"], ["未达到", "<"], ["未达", "<"],
  ["等于", "="],
]);

/** Operator words that a word behind the number overrules: 控制在80%以上. */
export const YIELDING_OPERATORS: ReadonlySet<string> = new Set(["控制在"]);

/** Words behind the number (and its unit): operator, or null for "about". */
export const TAIL_OPERATORS: ReadonlyMap<string, Operator | null> = new Map<string, Operator | null>([
  ["以上", ">="], ["及以上", ">="], ["(含)以上", ">="], ["含以上", ">="], ["或以上", ">="], ["及其以上", ">="], ["以上(含)", ">="],
  ["以下", "<="], ["及以下", "<="], ["(含)以下", "<="], ["或以下", "<="], ["以内", "<="], ["之内", "<="], ["(含)以内", "<="], ["内", "<="],
  ["左右", null], ["上下", null],
]);
/** 内 is no limit where it begins another word: 5项内容. */
export const NOT_A_TAIL: readonly string[] = ["内容", "内部", "内外", "内网", "内科", "内涵", "内地", "内资", "内审", "内控", "内训", "内镜", "内存"];

/** May stand between an operator (or the start of the value) and the number without changing what is said. */
export const FILLERS: readonly string[] = [
  "达到", "达", "已达", "为", "到", "约", "大约", "约为", "近", "共", "共计", "合计", "总计", "累计", "每年", "全年", "年均", "每月", "每季度", "年度", "当年",
  "完成", "已完成", "实际", "实际完成", "人民币", "¥", "￥", "±", "保持在", "维持在", "稳定在", "提升至", "提高到", "提高至", "增加到", "下降到", "降至", "需", "应", ":", "的",
];

/** A number behind one of these is a name's part or an old value, not what is to be reached: 第3批, 由80%提升到95%. */
export const NO_NUMBER_AFTER = "第#№[《_@&";
export const OLD_VALUE_WORDS: readonly string[] = ["由", "从", "原"];
/** 满意率95%: the number that carries a rate's name speaks for the sentence. */
export const RATE_NAME_ENDS: readonly string[] = ["率", "度", "比例", "占比", "比重"];

/** Template left-overs in place of a number: XX, ××, **, __. */
export const PLACEHOLDER = /(?<![A-Za-z])(?:[Xx]{2,}|[×*_]{2,})(?![A-Za-z])|[<>=≥≤](?:[Xx×*_]|\?)/;

/** Signs that number the items of a list; each starts an item wherever it stands. */
export const ITEM_SIGNS = /[①-⑳⑴-⒇⒈-⒛❶-❿㉑-㉟㊱-㊿]/;
export const ITEM_SIGNS_PRINTED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";

/** What a limit in words speaks of. */
export const BUDGET_NOUNS: readonly string[] = ["预算", "概算", "批复金额", "批复数", "核定金额", "核定数"];
/** Between the noun and a word such as 内. */
export const BUDGET_NOUN_TAILS: readonly string[] = ["数", "额", "额度", "金额", "总额", "总数", "资金", "支出", "成本", "批复", "安排", "指标", "控制数", "的", "合理", "规定"];
/** Behind the noun: within it. */
export const WITHIN_WORDS: readonly string[] = ["以内", "之内", "范围内", "范围之内", "范围以内", "范围", "内", "以下"];
/** Before the noun, besides the operators <= and <: within it. */
export const WITHIN_VERBS: readonly string[] = ["控制在", "控制于", "不超出", "未超出", "没有超出", "没有超", "无超", "不突破"];
