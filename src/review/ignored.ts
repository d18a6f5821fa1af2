/** 「说明并保留」: findings that a person has explained and wants kept. Stored in the workbook, counted apart. */
import type { Finding, KeptFinding } from "../model/finding";
import type { Ignored } from "../model/ignored";

export interface SortedFindings {
  readonly active: readonly Finding[];
  readonly kept: readonly KeptFinding[];
  /** Explanations given for an earlier wording of a finding that is active again, by key. */
  readonly lapsed: ReadonlyMap<string, Ignored>;
}

export function sortFindings(findings: readonly Finding[], ignored: readonly Ignored[]): SortedFindings {
  const byKey = new Map(ignored.map((entry) => [entry.key, entry]));
  const active: Finding[] = [];
  const kept: KeptFinding[] = [];
  const lapsed = new Map<string, Ignored>();
  for (const finding of findings) {
    const entry = byKey.get(finding.key);
    if (entry && entry.basis === finding.message) kept.push({ finding, entry });
    else {
      active.push(finding);
      if (entry) lapsed.set(finding.key, entry);
    }
  }
  return { active, kept, lapsed };
}

export function withEntry(ignored: readonly Ignored[], entry: Ignored): Ignored[] {
  return [...ignored.filter((other) => other.key !== entry.key), entry];
}

export function withoutEntry(ignored: readonly Ignored[], key: string): Ignored[] {
  return ignored.filter((entry) => entry.key !== key);
}
