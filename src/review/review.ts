/**
 * The use case: a workbook's grid in, its review out. Pure: nothing is written, nothing is asked of a host but how
 * numbers look. Faces run it in steps so that a page can breathe between forms and a user can cancel.
 */
import type { ShowNumber } from "../host/port";
import { recogniseSheet } from "../layout/recognise";
import type { LabelCache } from "../layout/sheet-view";
import type { Form, SheetWithoutForm } from "../model/form";
import type { WorkbookGrid } from "../model/grid";
import type { ScoredForm, WorkbookReview } from "../model/review";
import type { Settings } from "../model/settings";
import type { CellEdit } from "../model/write-plan";
import { EXCEEDED_LIMIT } from "../policy/exceeded-limit";
import type { Policy } from "../policy/policy";
import type { RuleContext } from "../rules/rule";
import { choosePolicies } from "../scoring/choose-policy";
import { scoreForm } from "../scoring/score-form";
import { planMarks } from "./plan-marks";
import { planWrites } from "./plan-writes";
import { type Hit, hitsOf, toFindings, uncheckedRules, workbookHits } from "./run-rules";

export interface ReviewOptions {
  readonly settings: Settings;
  readonly showNumber: ShowNumber;
}

/** Share done, 0…1. */
export type Progress = number;

export function review(grid: WorkbookGrid, options: ReviewOptions): WorkbookReview {
  const steps = reviewSteps(grid, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same in steps: yields after each sheet read and each form scored; returning early cancels. */
export function* reviewSteps(grid: WorkbookGrid, { settings, showNumber }: ReviewOptions): Generator<Progress, WorkbookReview, void> {
  const labels: LabelCache = new Map();
  const forms: Form[] = [];
  const withoutForm: SheetWithoutForm[] = [];
  for (const [i, sheet] of grid.sheets.entries()) {
    const found = recogniseSheet(sheet, labels);
    forms.push(...found.forms);
    if (found.without) withoutForm.push(found.without);
    yield (i + 1) / (2 * grid.sheets.length);
  }

  const choices = choosePolicies(forms, settings.policy);
  const policies = new Map<Policy, Policy>();
  const scored: ScoredForm[] = [];
  const contexts: RuleContext[] = [];
  const hits: Hit[] = [];
  const edits: CellEdit[] = [];
  for (const [i, form] of forms.entries()) {
    const choice = choices[i];
    if (!choice) continue;
    const policy = policies.get(choice.policy) ?? withSettings(choice.policy, settings);
    policies.set(choice.policy, policy);
    const result = scoreForm(form, policy, choice.why, settings.scores);
    scored.push(result);
    const context = { scored: result, policy };
    contexts.push(context);
    for (const hit of hitsOf(context, i)) hits.push(hit);
    for (const edit of planWrites({ scored: result, form: i, policy, mode: settings.scores, showNumber })) edits.push(edit);
    yield 0.5 + (i + 1) / (2 * forms.length);
  }
  const findings = toFindings([...hits, ...workbookHits(contexts)], contexts);
  return { forms: scored, findings, plan: { edits, marks: planMarks(findings) }, withoutForm, unchecked: uncheckedRules(contexts) };
}

/** The workbook's own thresholds and way of scoring limits, and what it says of single rules, come on top of the policy's. */
function withSettings(policy: Policy, { thresholds, exceededLimit, rulesOff, severities }: Settings): Policy {
  const { lowRate, overAchieved, farBelowLimit } = thresholds;
  return {
    ...policy,
    exceededLimit: exceededLimit ? EXCEEDED_LIMIT[exceededLimit] : policy.exceededLimit,
    rules: { off: [...policy.rules.off, ...rulesOff], severities: { ...policy.rules.severities, ...severities } },
    thresholds: {
      ...policy.thresholds,
      ...(lowRate === undefined ? {} : { lowRate }),
      ...(overAchieved === undefined ? {} : { overAchieved }),
      ...(farBelowLimit === undefined ? {} : { farBelowLimit }),
    },
  };
}
