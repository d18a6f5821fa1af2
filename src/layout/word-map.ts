/** Lexicons are lists of words by meaning; readers ask for the meaning of a label. */
import type { Label } from "./label";

/** Builds the reverse lookup once. A word listed under two meanings keeps the first; a test keeps the lexicons free of that. */
export function wordMap<Meaning extends string>(lexicon: Readonly<Partial<Record<Meaning, readonly string[]>>>): (label: Label) => Meaning | null {
  const meanings = new Map<string, Meaning>();
  for (const meaning of Object.keys(lexicon) as Meaning[]) {
    for (const word of lexicon[meaning] ?? []) if (!meanings.has(word)) meanings.set(word, meaning);
  }
  return (label) => meanings.get(label.word) ?? meanings.get(label.full) ?? null;
}

export function wordSet(words: readonly string[]): (label: Label) => boolean {
  const set = new Set(words);
  return (label) => set.has(label.word) || set.has(label.full);
}
