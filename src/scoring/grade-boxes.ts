/** Grade cells with boxes to tick, in whatever notation: ☑优 □良, （√）优, 优□, 优(√), √ 优. SPEC S19. */
import { memo } from "../model/memo";
import type { GradeWord } from "../model/review";

const TICKS = "☑☒■√✓✔✅●";
const BLANKS = "□☐◻▢○◯";

/** A box is one sign, or brackets around one or around nothing; a grade is its word with the limits that stand in brackets behind it. */
const TOKEN = new RegExp(
  `(?<open>[(（\\[［【〔])(?<before>\\s*)(?<inner>[${TICKS}${BLANKS}]?)(?<after>\\s*)(?<close>[)）\\]］】〕])` +
    `|(?<sign>[${TICKS}${BLANKS}])` +
    `|(?<word>[优良中差])[秀好等]?(?:\\s*[(（][^()（）]*\\d[^()（）]*[)）])?`,
  "gu",
);

interface Box {
  readonly kind: "box";
  readonly start: number;
  readonly end: number;
  /** The box's text in three: 「（」 「√」 「）」; a bare sign has nothing around it. */
  readonly open: string;
  readonly sign: string;
  readonly close: string;
}
interface Word {
  readonly kind: "word";
  readonly start: number;
  readonly end: number;
  readonly grade: GradeWord;
}
type Token = Box | Word;

/** A box and the grade that it belongs to. */
interface Ticking {
  readonly box: Box;
  readonly grade: GradeWord;
}

/** Nearly every grade cell of a workbook holds one of four words. */
export const hasBoxes = memo((text): boolean => {
  const tokens = tokensOf(text);
  return tokens.some((token) => token.kind === "box") && tokens.some((token) => token.kind === "word");
});

export function tickedGrades(text: string): ReadonlySet<GradeWord> {
  return new Set(boxesOf(tokensOf(text)).flatMap(({ box, grade }) => (isTicked(box) ? [grade] : [])));
}

/** The cell's text with one grade ticked and no other; nothing else of it changes. A text that does not name the grade stays. */
export function tick(text: string, grade: GradeWord): string {
  const tokens = tokensOf(text);
  if (!tokens.some((token) => token.kind === "word" && token.grade === grade)) return text;
  const boxes = boxesOf(tokens);
  const own = boxes.some((other) => other.grade === grade);
  const edits = boxes.flatMap((ticking): Edit[] => {
    if (isTicked(ticking.box) === (ticking.grade === grade)) return [];
    const after = ticking.grade === grade ? tickedBox(ticking.box) : own ? blankBox(ticking.box, text) : "";
    return [{ start: ticking.box.start, end: ticking.box.end, after }];
  });
  if (!own) edits.push(...insertion(tokens, boxes, grade));
  return applied(text, edits);
}

function tokensOf(text: string): Token[] {
  return [...text.matchAll(TOKEN)].map((match): Token => {
    const { open = "", before = "", inner = "", after = "", close = "", sign, word } = match.groups ?? {};
    const at = { start: match.index, end: match.index + match[0].length };
    if (isGrade(word)) return { kind: "word", ...at, grade: word };
    return sign === undefined ? { kind: "box", ...at, open, sign: inner === "" ? before + after : inner, close } : { kind: "box", ...at, open: "", sign, close: "" };
  });
}

function isGrade(word: string | undefined): word is GradeWord {
  return word === "优" || word === "良" || word === "中" || word === "差";
}

function isTicked(box: Box): boolean {
  return box.sign !== "" && TICKS.includes(box.sign);
}

/** Boxes stand before their words or behind them: where every grade has one, the first tells; a lone mark belongs to the nearer word. */
function boxesOf(tokens: readonly Token[]): Ticking[] {
  const words = tokens.filter((token) => token.kind === "word").length;
  const boxes = tokens.filter((token) => token.kind === "box").length;
  const lead = tokens[0]?.kind === "box";
  return tokens.flatMap((token, i): Ticking[] => {
    if (token.kind !== "box") return [];
    const next = tokens[i + 1];
    const previous = tokens[i - 1];
    const forward = next?.kind === "word" ? next : null;
    const back = previous?.kind === "word" ? previous : null;
    const leads = boxes >= words || !forward || !back ? lead || !back : forward.start - token.end < token.start - back.end + (lead ? 1 : 0);
    const word = leads ? forward : back;
    return word ? [{ box: token, grade: word.grade }] : [];
  });
}

/** ☑, but a √ inside brackets and a ● among circles. */
function tickedBox(box: Box): string {
  const sign = box.sign === "○" || box.sign === "◯" ? "●" : box.open === "" || BLANKS.includes(box.sign.trim() || "-") ? "☑" : "√";
  return box.open + sign + box.close;
}

/** As the cell's other blank boxes are; □ or empty brackets where all are ticked. */
function blankBox(box: Box, text: string): string {
  if (box.open !== "" && !"☑☒■".includes(box.sign)) return `${box.open} ${box.close}`;
  const usual = [...text].find((character) => BLANKS.includes(character));
  return box.open + (box.sign === "●" ? "○" : (usual ?? "□")) + box.close;
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly after: string;
}

/** A lone √ moves to the grade; among boxes that leave the grade out it gets one of its own. */
function insertion(tokens: readonly Token[], boxes: readonly Ticking[], grade: GradeWord): Edit[] {
  const word = tokens.find((token) => token.kind === "word" && token.grade === grade);
  if (!word) return [];
  const moved = boxes.find(({ box }) => isTicked(box))?.box;
  const mark = moved ? moved.open + moved.sign + moved.close : "☑";
  const model = boxes[0];
  const leads = model ? model.box.start < (tokens.find((token) => token.kind === "word" && token.grade === model.grade)?.start ?? 0) : true;
  const at = leads ? word.start : word.end;
  return [{ start: at, end: at, after: mark }];
}

function applied(text: string, edits: readonly Edit[]): string {
  let result = text;
  for (const { start, end, after } of [...edits].sort((a, b) => b.start - a.start)) result = result.slice(0, start) + after + result.slice(end);
  return result;
}
