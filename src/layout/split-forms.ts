/** Which rows of a sheet belong to one form: from its title (or first head label) to the row before the next. SPEC L1, L2, L6. */
import type { FormKind } from "../model/form";
import { HEAD_LABELS } from "./lexicon/label-words";
import { TITLE_WORDS } from "./lexicon/title-words";
import type { CellView, RowView, SheetView } from "./sheet-view";
import { headerAt, type TableHeader } from "./table-header";
import { wordSet } from "./word-map";

export interface FormRows {
  readonly title: CellView | null;
  /** What the title says; null without a title. */
  readonly titleKind: FormKind | null;
  /** Positions in SheetView.rows, both included. */
  readonly from: number;
  readonly to: number;
  /** Headers of the indicator table, the first one and its repeats after page breaks. */
  readonly headers: readonly TableHeader[];
}

interface Start {
  readonly position: number;
  readonly title: CellView | null;
  readonly kind: FormKind | null;
}

const isProjectLabel = wordSet(HEAD_LABELS.project);
const isHeadLabel = wordSet(Object.values(HEAD_LABELS).flat());

/** A title is a cell of its own row, or nearly so, and short. */
export function titleKind(text: string): FormKind | null {
  if (text.length > 60) return null;
  const tight = text.replace(/\s+/g, "").replace(/[（(][^（()）]*[)）]$/g, "");
  if (!tight.endsWith("表")) return null;
  return TITLE_WORDS.find(([word]) => tight.includes(word))?.[1] ?? null;
}

export function splitForms(view: SheetView): FormRows[] {
  const headers: { position: number; header: TableHeader }[] = [];
  const starts: Start[] = [];
  view.rows.forEach((row, position) => {
    const header = headerAt(view, position);
    if (header) headers.push({ position, header });
    const title = row.cells.length <= 3 ? row.cells.find((cell) => cell.text !== "" && titleKind(cell.text) !== null) : undefined;
    if (title) starts.push({ position, title, kind: titleKind(title.text) });
  });
  if (headers.length === 0) return [];
  return assign(view, headers, starts);
}

/** Each table belongs to the last start above it; tables without a start of their own get one from their head labels. */
function assign(view: SheetView, headers: readonly { position: number; header: TableHeader }[], titles: readonly Start[]): FormRows[] {
  const groups: { start: Start; headers: { position: number; header: TableHeader }[] }[] = [];
  let previousEnd = -1;
  for (const found of headers) {
    const title = lastBefore(titles, found.position);
    const group = groups.at(-1);
    const newTitle = title && (!group || title.position > group.start.position) && title.position > previousEnd;
    if (newTitle) groups.push({ start: title, headers: [found] });
    else {
      const from = headStart(view, previousEnd + 1, found.position);
      // The same table goes on after a page break: no new head fields stand in between.
      if (group && from === found.position) group.headers.push(found);
      else groups.push({ start: { position: from, title: null, kind: null }, headers: [found] });
    }
    previousEnd = found.position;
  }
  return groups.map((group, i) => {
    const next = groups[i + 1];
    const nextTitle = titles.find((title) => title.position > (group.headers.at(-1)?.position ?? 0));
    const end = Math.min(next?.start.position ?? view.rows.length, nextTitle?.position ?? view.rows.length);
    return {
      title: group.start.title,
      titleKind: group.start.kind,
      from: group.start.position,
      to: lastContiguous(view.rows, group.headers.at(-1)?.position ?? group.start.position, end - 1),
      headers: group.headers.map((h) => h.header),
    };
  });
}

function lastBefore(starts: readonly Start[], position: number): Start | undefined {
  let found: Start | undefined;
  for (const start of starts) if (start.position <= position) found = start;
  return found;
}

/** The first project label between two tables; else the first head label; else the table's own header. */
function headStart(view: SheetView, from: number, header: number): number {
  let head = header;
  for (let position = header - 1; position >= from; position--) {
    const cells = view.rows[position]?.cells ?? [];
    if (cells.some((cell) => cell.label && isProjectLabel(cell.label))) return position;
    if (cells.some((cell) => cell.label && isHeadLabel(cell.label))) head = position;
  }
  return head;
}

/** A gap of more than three blank rows after the table ends a form: what follows is something else on the sheet. */
function lastContiguous(rows: readonly RowView[], from: number, to: number): number {
  let last = from;
  for (let position = from + 1; position <= to; position++) {
    const gap = (rows[position]?.row ?? 0) - (rows[position - 1]?.row ?? 0);
    if (gap > 4) break;
    last = position;
  }
  return last;
}
