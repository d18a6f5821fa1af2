/**
 * Which policy scores a form: the one asked for, else that of its place and year, unless the workbook's own figures
 * contradict that one and agree with another known one throughout. SPEC S8.
 */
import type { Form } from "../model/form";
import type { Policy } from "../policy/policy";
import { POLICIES, coversYear, placeOf, policyById, policyFor } from "../policy/registry";
import { type JudgedFigure, judgeFundsScore, judgeRate, totalFundRow } from "./funds";
import { readFraction } from "./fraction";

export interface PolicyChoice {
  readonly policy: Policy;
  readonly why: string;
}

/** One contradiction may be a slip, which a finding tells better; two that agree with another policy are a habit. */
const CONTRADICTIONS_NEEDED = 2;

/** `asked` is a policy id or "auto"; an unknown id is the caller's mistake (check with `policyById`). In the order of the forms. */
export function choosePolicies(forms: readonly Form[], asked: string): PolicyChoice[] {
  const fixed = asked === "auto" ? null : policyById(asked);
  if (fixed) return forms.map(() => ({ policy: fixed, why: `按设置使用“${fixed.name}”` }));
  const own = forms.map(policyFor);
  const replaced = new Map<Policy, PolicyChoice>();
  for (const policy of new Set(own)) {
    const other = contradicted(forms.filter((_, i) => own[i] === policy), policy);
    if (other) replaced.set(policy, other);
  }
  return forms.map((form, i) => {
    const policy = own[i] ?? policyFor(form);
    return replaced.get(policy) ?? { policy, why: whyOwn(form, policy) };
  });
}

function whyOwn(form: Form, policy: Policy): string {
  const year = form.year === null ? "年度不明（按最新年度）" : `${form.year} 年度`;
  const place = placeOf(form, policy);
  return `${year}，${place ? `${place.where}中有“${place.word}”` : "没有该地区专用的口径"}：使用“${policy.name}”`;
}

function contradicted(forms: readonly Form[], policy: Policy): PolicyChoice | null {
  const all = forms.flatMap(figuresOf);
  const against = all.filter((figure) => !explains(figure, policy) && speaks(figure));
  if (against.length < CONTRADICTIONS_NEEDED) return null;
  const figures = all.filter(speaks);
  const agreeing = POLICIES.filter((candidate) => candidate !== policy && figures.every((figure) => explains(figure, candidate)));
  // Where two agree, the one that was in force in the forms' years.
  const other = agreeing.find((candidate) => forms.every((form) => coversYear(candidate, form.year))) ?? agreeing[0];
  if (!other) return null;
  return {
    policy: roundedLike(policy, other),
    why: `按年度和地区应为“${policy.name}”，但本工作簿有 ${against.length} 个执行率或执行率得分与之不符，且全部执行率和执行率得分都符合“${other.name}”：取舍方式按后者`,
  };
}

/** Figures speak of rounding alone: limits, thresholds and profiles stay those of the place. */
function roundedLike(policy: Policy, other: Policy): Policy {
  return { ...policy, id: other.id, name: other.name, rounding: other.rounding };
}

type Figure = (policy: Policy) => JudgedFigure;

function figuresOf(form: Form): Figure[] {
  const row = form.kind === "self-evaluation" && form.funds ? totalFundRow(form.funds) : null;
  if (!row || !form.funds) return [];
  const read = readFraction(form.funds, row);
  return [(policy) => judgeRate(read, policy), (policy) => judgeFundsScore(read, policy)];
}

/** What is blank or cannot be computed speaks for no policy and against none; neither does a figure wrong under all. */
function speaks(figure: Figure): boolean {
  return POLICIES.some((policy) => explains(figure, policy));
}

function explains(figure: Figure, policy: Policy): boolean {
  return figure(policy) === "explained";
}
