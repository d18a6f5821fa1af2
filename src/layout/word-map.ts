/** Lexicons are lists of words by meaning; readers ask for the meaning of a label. */
import type { Label } from "./label";

/** Builds the reverse lookup once. A word listed under two meanings keeps the first; a test keeps the lexicons free of that. */
export function wordMap<Meaning extends string>(lexicon: Readonly<Partial<Record<Meaning, readonly string[]>>>): (label: Label) => Meaning | null {
  const meanings = new Map<string, Meaning>();
  for (const meaning of Object.keys(lexicon) as Meaning[]) {
    for (const word of lexicon[meaning] ?? []) if (!meanings.has(word)) meanings.set(word, meaning);
  }
  return (label) => (label.listed ? (meanings.get(label.word) ?? meanings.get(label.full) ?? null) : null);
}

export function wordSet(words: readonly string[]): (label: Label) => boolean {
  const set = new Set(words);
  return (label) => label.listed && (set.has(label.word) || set.has(label.full));
}

const NO_LABELS: readonly Label[] = [];

/** The label, and those that follow it in the same cell; unknown ones may be left out. */
export function chain(label: Label | null): readonly Label[] {
  if (!label || (!label.listed && !label.next)) return NO_LABELS;
  return label.next ? [label, ...chain(label.next)] : [label];
}
