/** Which rows of a sheet belong to one form: from its title (or first head label) to the row before the next. SPEC L1, L2, L6. */
import type { FormKind } from "../model/form";
import { CLOSING_LABELS, HEAD_LABELS, UNIT_LABELS } from "./lexicon/label-words";
import { CONTINUED, LIST_WORDS, TITLE_WORDS } from "./lexicon/title-words";
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

interface Table {
  readonly position: number;
  readonly header: TableHeader;
}

interface Group {
  readonly start: Start;
  readonly tables: Table[];
}

/** Labels that stand at the top of a head. */
const START_KEYS = ["department", "unit", "nature", "category", "start", "end"] as const;

const isProjectLabel = wordSet(HEAD_LABELS.project);
const isHeadLabel = wordSet(([...START_KEYS, "project"] as const).flatMap((key) => HEAD_LABELS[key]));
const isUnitLabel = wordSet(UNIT_LABELS);
const isClosingLabel = wordSet(CLOSING_LABELS);

const TITLE_LIMIT = 60;
/** More blank rows than this after a table end the form: what follows is something else on the sheet. */
const BLANK_ROWS_INSIDE = 3;

/** What kind of form a text announces as a title; null if it is none. */
export function titleKind(text: string): FormKind | null {
  if (text.length > TITLE_LIMIT || !text.includes("表")) return null;
  const tight = withoutBrackets(text.replace(/\s+/g, "").replace(CONTINUED, ""));
  if (!tight.endsWith("表") || LIST_WORDS.some((word) => tight.includes(word))) return null;
  return TITLE_WORDS.find(([words]) => words.every((word) => tight.includes(word)))?.[1] ?? null;
}

function withoutBrackets(text: string): string {
  let bare = text;
  for (let before = ""; before !== bare; ) {
    before = bare;
    bare = bare.replace(/[（(][^（()）]*[)）]$/, "");
  }
  return bare;
}

/** A title has its row to itself, or nearly so; one merged over the form may have notes of another table beside it. */
function titleIn(row: RowView): CellView | undefined {
  if (row.cells.length <= 3) return row.cells.find((cell) => titleKind(cell.text) !== null);
  const first = row.cells[0];
  return first && first.right - first.cell.col >= 3 && titleKind(first.text) !== null ? first : undefined;
}

export function splitForms(view: SheetView): FormRows[] {
  const tables: Table[] = [];
  const titles: Start[] = [];
  let headerEnd = 0;
  view.rows.forEach((row, position) => {
    const header = row.row > headerEnd ? headerAt(view, position) : null;
    if (header) {
      tables.push({ position, header });
      headerEnd = header.bottom;
    }
    const title = titleIn(row);
    if (title) titles.push({ position, title, kind: titleKind(title.text) });
  });
  if (tables.length === 0) return [];
  const groups = groupTables(view, tables, titles);
  return groups.map((group, i) => toRows(view, group, groups[i + 1], titles));
}

/** Each table belongs to the last title above it; tables without one of their own begin at their head labels. */
function groupTables(view: SheetView, tables: readonly Table[], titles: readonly Start[]): Group[] {
  const groups: Group[] = [];
  let previous = -1;
  let nextTitle = 0;
  let title: Start | undefined;
  for (const table of tables) {
    for (let found = titles[nextTitle]; found && found.position <= table.position; found = titles[++nextTitle]) title = found;
    const own = title && title.position > previous ? title : undefined;
    const group = groups.at(-1);
    const from = own ? own.position : previous + 1;
    const head = headStart(view, from, table.position);
    // The same table goes on after a page break: no new head fields stand in between.
    const goesOn = group && head.labelled === null && (!own || isSameTitle(group, own));
    if (goesOn) group.tables.push(table);
    else groups.push({ start: own && !head.detached ? own : { position: head.start, title: null, kind: null }, tables: [table] });
    previous = table.position;
  }
  return groups;
}

function isSameTitle(group: Group, title: Start): boolean {
  const text = title.title?.text.replace(/\s+/g, "") ?? "";
  const given = group.start.title?.text.replace(/\s+/g, "") ?? "";
  return CONTINUED.test(text) || (text === given && group.start.position < title.position);
}

interface HeadStart {
  readonly start: number;
  /** Position of the row that begins the head; null if no label stands between `from` and the table. */
  readonly labelled: number | null;
  /** A list with a column 项目名称 stands between a title and this head, with blank rows after it: the title is the list's. */
  readonly detached: boolean;
}

/** The project label nearest to the table; else the first head label; else the table's own header. */
function headStart(view: SheetView, from: number, header: number): HeadStart {
  let labelled: number | null = null;
  let project: number | null = null;
  let gap = false;
  let detached = false;
  for (let position = header - 1; position >= from; position--) {
    const row = view.rows[position];
    if (!row) continue;
    gap ||= (view.rows[position + 1]?.row ?? 0) > row.row + 1 && project !== null;
    const isProject = has(row, isProjectLabel);
    if (isProject && project !== null && gap) detached = true;
    if (isProject && project === null) project = position;
    if (project === null && has(row, isHeadLabel)) labelled = position;
  }
  const first = project ?? labelled;
  return { start: withCaptions(view, from, first ?? header), labelled: first, detached };
}

function has(row: RowView, isLabel: ReturnType<typeof wordSet>): boolean {
  return row.cells.some((cell) => cell.label !== null && isLabel(cell.label));
}

/** 2023年度, 单位：万元, or further head labels right above the first one are part of the form. */
function withCaptions(view: SheetView, from: number, start: number): number {
  let first = start;
  while (first > from) {
    const row = view.rows[first - 1];
    const next = view.rows[first];
    if (!row || !next || next.row !== row.row + 1 || has(row, isClosingLabel) || !(has(row, isHeadLabel) || isCaption(row))) break;
    first--;
  }
  return first;
}

/** What a table or a ledger is called above it. */
const CAPTION_END = /(?:表|台账)$/;
const YEAR_LINE = /^[（(]?\s*20\d\d\s*年?度?\s*[)）]?$/;

function isCaption(row: RowView): boolean {
  const unitLine = (cell: CellView): boolean => cell.label !== null && cell.label.inline !== null && isUnitLabel(cell.label);
  return row.cells.length <= 2 && row.cells.every((cell) => YEAR_LINE.test(cell.text) || unitLine(cell) || CAPTION_END.test(cell.text));
}

function toRows(view: SheetView, group: Group, next: Group | undefined, titles: readonly Start[]): FormRows {
  const last = group.tables.at(-1)?.position ?? group.start.position;
  const nextTitle = firstAfter(titles, last);
  const end = Math.min(next?.start.position ?? view.rows.length, nextTitle?.position ?? view.rows.length);
  return {
    title: group.start.title,
    titleKind: group.start.kind,
    from: group.start.position,
    to: lastRow(view.rows, last, end - 1),
    headers: group.tables.map((table) => table.header),
  };
}

/** The first title below a row; titles are in reading order. */
function firstAfter(titles: readonly Start[], position: number): Start | undefined {
  let low = 0;
  let high = titles.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((titles[middle]?.position ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  return titles[low];
}

/** Ends at blank rows, and at a row that names projects: a list below the form, for a form's own name stands above its table. */
function lastRow(rows: readonly RowView[], from: number, to: number): number {
  let last = from;
  let beforeGap: number | null = null;
  for (let position = from + 1; position <= to; position++) {
    const row = rows[position];
    const gap = (row?.row ?? 0) - (rows[position - 1]?.row ?? 0);
    if (!row || gap > BLANK_ROWS_INSIDE + 1) break;
    // The list's title stands between the blank row and the list.
    if (has(row, isProjectLabel)) return beforeGap ?? last;
    if (gap > 1) beforeGap = last;
    last = position;
  }
  return last;
}
