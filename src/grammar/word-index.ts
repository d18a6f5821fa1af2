/**
 * Looks words of a lexicon up inside a text, longest word first, without building one large pattern:
 * the lexicons may grow to any size and a look-up still touches only the words that share one character.
 */

type Buckets = ReadonlyMap<string, readonly string[]>;

function bucketsOf(words: Iterable<string>, keyOf: (word: string) => string): Buckets {
  const buckets = new Map<string, string[]>();
  for (const word of words) {
    const bucket = buckets.get(keyOf(word));
    if (bucket) bucket.push(word);
    else buckets.set(keyOf(word), [word]);
  }
  for (const bucket of buckets.values()) bucket.sort((a, b) => b.length - a.length);
  return buckets;
}

export class WordIndex {
  private readonly byFirst: Buckets;
  private readonly byLast: Buckets;

  constructor(words: Iterable<string>) {
    const unique = [...new Set(words)].filter((word) => word !== "");
    this.byFirst = bucketsOf(unique, (word) => word.charAt(0));
    this.byLast = bucketsOf(unique, (word) => word.charAt(word.length - 1));
  }

  /** The longest word that starts at `position`. */
  at(text: string, position: number): string | null {
    const bucket = this.byFirst.get(text.charAt(position));
    if (bucket === undefined) return null;
    for (const word of bucket) if (word.length === 1 || text.startsWith(word, position)) return word;
    return null;
  }

  /** The longest word that ends just before `position`. */
  before(text: string, position: number): string | null {
    const bucket = this.byLast.get(text.charAt(position - 1));
    if (bucket === undefined) return null;
    for (const word of bucket) {
      if (word.length === 1 || (word.length <= position && text.startsWith(word, position - word.length))) return word;
    }
    return null;
  }

  /** Where the first word occurs, -1 if none does. */
  firstIn(text: string): number {
    for (let i = 0; i < text.length; i++) if (this.at(text, i) !== null) return i;
    return -1;
  }
}
