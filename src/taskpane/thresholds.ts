/** Thresholds as typed: digits or nothing (the policy's own). Compared as decimals, stored as digits. */
import { ONE, parseDecimal, plain, HUNDRED, ZERO } from "../model/decimal";
import type { Settings } from "../model/settings";

export type ThresholdKey = "lowRate" | "overAchieved" | "farBelowLimit";
export const THRESHOLDS: readonly ThresholdKey[] = ["lowRate", "overAchieved", "farBelowLimit"];
export type ThresholdTexts = Readonly<Record<ThresholdKey, string>>;

export function thresholdTexts({ thresholds }: Settings): ThresholdTexts {
  return { lowRate: thresholds.lowRate ?? "", overAchieved: thresholds.overAchieved ?? "", farBelowLimit: thresholds.farBelowLimit ?? "" };
}

export function isValidThreshold(key: ThresholdKey, text: string): boolean {
  if (text.trim() === "") return true;
  const number = parseDecimal(text);
  if (!number) return false;
  switch (key) {
    case "lowRate":
      return number.gte(ZERO) && number.lte(HUNDRED);
    case "overAchieved":
      return number.gt(ONE);
    case "farBelowLimit":
      return number.gte(ZERO) && number.lte(ONE);
  }
}

/** Null if one of them is no number in its range. */
export function readThresholds(texts: ThresholdTexts): Settings["thresholds"] | null {
  const read: Partial<Record<ThresholdKey, string>> = {};
  for (const key of THRESHOLDS) {
    if (!isValidThreshold(key, texts[key])) return null;
    const number = parseDecimal(texts[key]);
    if (number) read[key] = plain(number);
  }
  return read;
}
