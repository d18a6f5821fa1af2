/** What an actual in words says about its target (G30–G33). */
import {
  MISSED_ANSWERS, MISSED_WORDS, NEGATORS, NOT_A_LEVEL, OPEN_WORDS, PARTLY_ANSWERS, PARTLY_WORDS, REACHED_ANSWERS, REACHED_BEGINNINGS, REACHED_ENDINGS,
} from "./level-words";
import { memo } from "../model/memo";
import { clean } from "./text";
import { WordIndex } from "./word-index";

export type Level = "reached" | "partly" | "missed";

const notALevel = new WordIndex(NOT_A_LEVEL);
const open = new WordIndex(OPEN_WORDS);
const missed = new WordIndex(MISSED_WORDS);
const negators = new WordIndex(NEGATORS);
const partly = new WordIndex(PARTLY_WORDS);
const reachedBeginnings = new WordIndex(REACHED_BEGINNINGS);
const reachedEndings = new WordIndex(REACHED_ENDINGS);
const answers: ReadonlyMap<string, Level> = new Map<string, Level>([
  ...MISSED_ANSWERS.map((word) => [word, "missed"] as const),
  ...PARTLY_ANSWERS.map((word) => [word, "partly"] as const),
  ...REACHED_ANSWERS.map((word) => [word, "reached"] as const),
]);

/**
 * The level that a quality's word names; null if it names none (提升, 未发生): then only the target can tell, for instance
 * because the word repeats it. Negated forms win over the positive ones that they contain.
 */
export const levelOf = memo(levelIn);

function levelIn(word: string): Level | null {
  const bare = clean(word);
  const answer = answers.get(bare);
  if (answer !== undefined) return answer;
  const fault = missed.firstIn(bare);
  const absence = notALevel.firstIn(bare);
  // 未发生不合格情况 speaks of what did not happen; 未完成，但不影响使用 of what was missed: the first word governs.
  if (absence >= 0 && (fault < 0 || absence <= fault)) return null;
  if (fault >= 0) return "missed";
  if (open.firstIn(bare) >= 0) return null;
  if (partly.firstIn(bare) >= 0) return "partly";
  if (reachedBeginnings.at(bare, 0) !== null) return "reached";
  if (reachedEndings.before(bare, bare.length) === null) return null;
  return negators.firstIn(bare) >= 0 ? "missed" : "reached";
}
