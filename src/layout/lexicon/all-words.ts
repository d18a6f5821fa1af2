/** Every word of the lexicons: most cells of a sheet are none of them, and one look-up per distinct text tells. */
import * as columns from "./column-words";
import * as labels from "./label-words";

function* wordsIn(node: unknown): Iterable<string> {
  if (typeof node === "string") yield node;
  else if (typeof node === "object" && node !== null) for (const child of Object.values(node)) yield* wordsIn(child);
}

const ALL_WORDS: ReadonlySet<string> = new Set(wordsIn([Object.values(columns), Object.values(labels)]));

/** In a lexicon, or a reason column by one of its parts. */
export function isListed(word: string, full: string): boolean {
  return ALL_WORDS.has(word) || (full !== word && ALL_WORDS.has(full)) || columns.REASON_PARTS.some((part) => word.includes(part));
}
