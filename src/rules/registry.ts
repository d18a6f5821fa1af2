/** Every rule, by family. A new rule is a file and two lines here; a test compares this list with the files. */
import { rule as overExecuted } from "./cost/over-executed";
import { rule as dates } from "./declaration/dates";
import { rule as fieldMissing } from "./declaration/field-missing";
import { rule as goalUnlike } from "./declaration/goal-unlike";
import { rule as declaredSumMismatch } from "./declaration/sum-mismatch";
import { rule as farBelowLimit } from "./deviation/far-below-limit";
import { rule as overAchieved } from "./deviation/over-achieved";
import { rule as reasonMissing } from "./deviation/reason-missing";
import { rule as spendingGap } from "./deviation/spending-gap";
import { rule as budgetAdjusted } from "./fund/budget-adjusted";
import { rule as budgetCutToSpending } from "./fund/budget-cut-to-spending";
import { rule as budgetZero } from "./fund/budget-zero";
import { rule as lowRate } from "./fund/low-rate";
import { rule as overspent } from "./fund/overspent";
import { rule as partsNotSum } from "./fund/parts-not-sum";
import { rule as rateAsFraction } from "./fund/rate-as-fraction";
import { rule as rateMismatch } from "./fund/rate-mismatch";
import { rule as fundsScoreMismatch } from "./fund/score-mismatch";
import { rule as unitSuspect } from "./fund/unit-suspect";
import { rule as gradeMismatch } from "./grade/mismatch";
import { rule as allFull } from "./indicator/all-full";
import { rule as categoryMissing } from "./indicator/category-missing";
import { rule as duplicate } from "./indicator/duplicate";
import { rule as wrongCategory } from "./indicator/wrong-category";
import type { Rule } from "./rule";
import { rule as band } from "./score/band";
import { rule as metButLowered } from "./score/met-but-lowered";
import { rule as missing } from "./score/missing";
import { rule as notProportional } from "./score/not-proportional";
import { rule as outOfRange } from "./score/out-of-range";
import { rule as totalMismatch } from "./score/total-mismatch";
import { rule as unmetFull } from "./score/unmet-full";
import { rule as unreadable } from "./score/unreadable";
import { rule as resultCopiesGoal } from "./text/result-copies-goal";
import { rule as staleYear } from "./text/stale-year";
import { rule as actualCopiesTarget } from "./value/actual-copies-target";
import { rule as circular } from "./value/circular";
import { rule as directionSuspect } from "./value/direction-suspect";
import { rule as kindMismatch } from "./value/kind-mismatch";
import { rule as mixedNotation } from "./value/mixed-notation";
import { rule as nameKindMismatch } from "./value/name-kind-mismatch";
import { rule as percentOver100 } from "./value/percent-over-100";
import { rule as placeholder } from "./value/placeholder";
import { rule as severalTargets } from "./value/several-targets";
import { rule as unitMismatch } from "./value/unit-mismatch";
import { rule as valueUnreadable } from "./value/unreadable";
import { rule as vague } from "./value/vague";
import { rule as concentrated } from "./weight/concentrated";
import { rule as invalid } from "./weight/invalid";
import { rule as profile } from "./weight/profile";
import { rule as subtotalMismatch } from "./weight/subtotal-mismatch";
import { rule as sumNot100 } from "./weight/sum-not-100";

export const RULES: readonly Rule[] = [
  rateMismatch,
  fundsScoreMismatch,
  partsNotSum,
  unitSuspect,
  rateAsFraction,
  budgetZero,
  overspent,
  lowRate,
  budgetAdjusted,
  budgetCutToSpending,
  sumNot100,
  subtotalMismatch,
  invalid,
  concentrated,
  profile,
  totalMismatch,
  outOfRange,
  unreadable,
  missing,
  unmetFull,
  notProportional,
  metButLowered,
  band,
  gradeMismatch,
  reasonMissing,
  overAchieved,
  farBelowLimit,
  spendingGap,
  valueUnreadable,
  kindMismatch,
  actualCopiesTarget,
  unitMismatch,
  directionSuspect,
  percentOver100,
  nameKindMismatch,
  circular,
  severalTargets,
  vague,
  mixedNotation,
  placeholder,
  wrongCategory,
  categoryMissing,
  duplicate,
  allFull,
  overExecuted,
  resultCopiesGoal,
  staleYear,
  declaredSumMismatch,
  dates,
  fieldMissing,
  goalUnlike,
];
