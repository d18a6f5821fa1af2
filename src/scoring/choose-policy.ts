/**
 * Which policy scores a form: the one asked for, else that of its place and year, unless the workbook's own figures
 * contradict that one and agree with another known one throughout. SPEC S4.
 */
import type { Form } from "../model/form";
import type { Policy } from "../policy/policy";
import { POLICIES, policyById, policyFor } from "../policy/registry";
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
  const year = form.year === null ? "年度不明" : `${form.year} 年度`;
  const place = policy.places.length > 0 ? `主管部门或实施单位属${policy.places.join("、")}` : "没有该地区专用的口径";
  return `${year}，${place}：使用“${policy.name}”`;
}

function contradicted(forms: readonly Form[], policy: Policy): PolicyChoice | null {
  const figures = forms.flatMap(figuresOf);
  const against = figures.filter((figure) => !explains(figure, policy));
  if (against.length < CONTRADICTIONS_NEEDED) return null;
  const other = POLICIES.find((candidate) => candidate !== policy && figures.every((figure) => explains(figure, candidate)));
  if (!other) return null;
  return {
    policy: other,
    why: `按年度和地区应为“${policy.name}”，但本工作簿有 ${against.length} 个执行率或执行率得分与之不符，且全部符合“${other.name}”：按后者计算`,
  };
}

type Figure = (policy: Policy) => JudgedFigure;

function figuresOf(form: Form): Figure[] {
  const row = form.kind === "self-evaluation" && form.funds ? totalFundRow(form.funds) : null;
  if (!row || !form.funds) return [];
  const read = readFraction(form.funds, row);
  const figures: Figure[] = [(policy) => judgeRate(read, policy), (policy) => judgeFundsScore(read, policy)];
  // What is blank or cannot be computed speaks for no policy and against none; neither does a figure wrong under all.
  return figures.filter((figure) => POLICIES.some((policy) => figure(policy) === "explained"));
}

function explains(figure: Figure, policy: Policy): boolean {
  return figure(policy) === "explained";
}
