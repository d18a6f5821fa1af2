/** Every rule, by family. A new rule is a file and two lines here; a test compares this list with the files. */
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
import type { Rule } from "./rule";
import { rule as band } from "./score/band";
import { rule as metButLowered } from "./score/met-but-lowered";
import { rule as missing } from "./score/missing";
import { rule as notProportional } from "./score/not-proportional";
import { rule as outOfRange } from "./score/out-of-range";
import { rule as totalMismatch } from "./score/total-mismatch";
import { rule as unmetFull } from "./score/unmet-full";
import { rule as unreadable } from "./score/unreadable";
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
];
