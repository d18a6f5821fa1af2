/**
 * Which conditional formats are ours. Not by Excel's id: it does not outlive the file, and the .xlsx adapter knows none. A mark's
 * formula does: its references are absolute, so it stays what it is, and inserted rows only change its addresses.
 */
import type { OwnMark } from "../../../model/workbook-state";

/** A custom conditional format as Excel lists it. */
export interface FoundFormat {
  readonly sheet: string;
  readonly id: string;
  /** Without "="; empty while it is being built. */
  readonly formula: string;
}

export interface Ours {
  readonly format: FoundFormat;
  readonly mark: OwnMark;
}

/** A format whose formula could be a user's as well: ours only if it lies where ours would. */
export interface Doubtful extends Ours {
  /** The address it must have, null for any single cell. */
  readonly sqref: string | null;
}

export interface Recognised {
  readonly ours: readonly Ours[];
  readonly doubtful: readonly Doubtful[];
}

/** No user writes these by hand. */
function isUnmistakable(formula: string): boolean {
  return /^(?:AND\(|ISNUMBER\(FIND\("\|"&SUBSTITUTE\()/.test(formula);
}

/** A formula without its addresses. */
function shapeOf(formula: string): string {
  return formula.replace(/\$[A-Z]{1,3}\$\d+/g, "#");
}

/** `sheetOf` gives the present name of the sheet of a mark, null if it is gone. */
export function recognise(own: readonly OwnMark[], found: readonly FoundFormat[], sheetOf: (mark: OwnMark) => string | null): Recognised {
  const ours: Ours[] = [];
  const doubtful: Doubtful[] = [];
  const byFormula = groupBy(own, (mark) => mark.formula);
  const present = new Set<OwnMark>();
  const rest: FoundFormat[] = [];
  for (const format of found) {
    const marks = byFormula.get(format.formula) ?? [];
    const mark = marks.find((candidate) => sheetOf(candidate) === format.sheet && !present.has(candidate)) ?? marks.find((candidate) => sheetOf(candidate) === format.sheet);
    if (mark) {
      present.add(mark);
      if (format.formula === "TRUE") doubtful.push({ format, mark, sqref: mark.sqref });
      else ours.push({ format, mark });
      continue;
    }
    // On a copy of a sheet our marks were copied too.
    const [copied] = marks;
    if (copied && isUnmistakable(format.formula)) ours.push({ format, mark: copied });
    else rest.push(format);
  }
  const missing = groupBy(
    own.filter((mark) => !present.has(mark) && mark.formula !== "TRUE"),
    (mark) => `${sheetOf(mark) ?? ""}|${shapeOf(mark.formula)}`,
  );
  for (const format of rest) {
    const moved = missing.get(`${format.sheet}|${shapeOf(format.formula)}`)?.shift();
    if (!moved) continue;
    if (isUnmistakable(format.formula)) ours.push({ format, mark: moved });
    else doubtful.push({ format, mark: moved, sqref: null });
  }
  return { ours, doubtful };
}

function groupBy(marks: readonly OwnMark[], keyOf: (mark: OwnMark) => string): Map<string, OwnMark[]> {
  const groups = new Map<string, OwnMark[]>();
  for (const mark of marks) {
    const key = keyOf(mark);
    const group = groups.get(key);
    if (group) group.push(mark);
    else groups.set(key, [mark]);
  }
  return groups;
}
