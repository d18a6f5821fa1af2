/** From the file and what it is to become: the parts that differ. The same wish always gives the same text. */
import { markFormula } from "../../model/mark-formula";
import { a1 } from "../../model/address";
import type { Mark } from "../../model/write-plan";
import { type CellOverride, type Desired, type Original, type Overrides, sheetNamed } from "./changes";
import { replaceRules, type NewRule } from "./marks/conditional-formats";
import { markLook } from "./marks/dxf";
import { withRecalculation } from "./package/calculation";
import { CONTENT_TYPES_PART } from "./package/content-types";
import { relationshipsPart } from "./package/relationships";
import type { SheetEntry } from "./package/workbook-part";
import { type CellChange, patchCells } from "./sheet/patch-cells";
import { addOverride, addRelationship, addStatePart, isStrict, type PartChanges, removeStatePart } from "./state/custom-xml";
import { type AddedDxfs, holdsNothing, isDefaultState, NO_OWN_STATE, type OwnMark, type OwnState } from "../../model/workbook-state";
import { fingerprint, ownStateXml } from "./state/own-state";
import { StyleAnswers } from "./styles/style-answers";
import { StyleEditor, withoutAddedDxfs } from "./styles/style-editor";
import { MINIMAL_STYLES } from "./styles/style-sheet";
import { outlineOf } from "./xml/outline";
import { spliced } from "./xml/splice";

const STYLES_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";

/** A sheet's part as it is to become, and all that it was made from. */
interface SheetRendering {
  readonly cells: Overrides | undefined;
  readonly results: Overrides | undefined;
  readonly marks: readonly Mark[] | null;
  readonly styles: StyleAnswers;
  /** Null: as in the file. */
  readonly text: string | null;
}

export interface Rendered {
  /** Texts of sheets and styles that differ from the file's: all that reading needs. */
  readonly content: PartChanges;
  /** All parts that differ, null for those that go. */
  readonly whole: () => PartChanges;
  readonly sheets: ReadonlyMap<string, SheetRendering>;
  /** What styles were appended to. */
  readonly styles: string;
}

/**
 * Sheets that are wished for as they were `before` are not made again: an edit costs its own sheet. The texts are the same
 * with and without `before`. Throws FaultError `damaged`.
 */
export function render(original: Original, desired: Desired, before: Rendered | null = null): Rendered {
  return new Rendering(original, desired, before).run();
}

class Rendering {
  private readonly changes: PartChanges = new Map();
  private readonly own: OwnState;
  private readonly stylesPart: string;
  private readonly stylesText: string;
  /** The differential formats we had appended are gone from `styles`, and nobody has touched the part since. */
  private readonly stripped: boolean;
  private readonly baseStyles: string;
  private readonly styles: StyleEditor;
  private readonly marks: readonly OwnMark[];

  constructor(
    private readonly original: Original,
    private readonly desired: Desired,
    private readonly before: Rendered | null,
  ) {
    const { parts, workbook } = original;
    this.own = original.own?.state ?? NO_OWN_STATE;
    this.stylesPart = workbook.stylesPart ?? "xl/styles.xml";
    this.stylesText = workbook.stylesPart === null ? MINIMAL_STYLES : parts.text(workbook.stylesPart);
    const added = this.own.dxfs;
    this.stripped = desired.marks !== null && added !== null && added.print === fingerprint(this.stylesText);
    this.baseStyles = this.stripped && added ? withoutAddedDxfs(this.stylesText, this.stylesPart, added.base, added.tag) : this.stylesText;
    this.styles = new StyleEditor(this.baseStyles, this.stylesPart);
    this.marks = desired.marks === null ? this.own.marks : this.ownMarks(desired.marks);
  }

  run(): Rendered {
    const sheets = new Map<string, SheetRendering>();
    for (const sheet of this.original.workbook.sheets) {
      const rendering = this.kept(sheet) ?? this.sheet(sheet);
      sheets.set(sheet.part, rendering);
      if (rendering.text !== null) this.changes.set(sheet.part, rendering.text);
    }
    const dxfs = this.finishStyles();
    let whole: PartChanges | null = null;
    return { content: this.changes, whole: () => (whole ??= this.finish(dxfs)), sheets, styles: this.baseStyles };
  }

  private finish(dxfs: AddedDxfs | null): PartChanges {
    const changes: PartChanges = new Map(this.changes);
    this.finishState(dxfs, changes);
    const { cells, results } = this.desired;
    if (results.size > 0 || (cells.size > 0 && this.original.hasFormulas())) this.recalculate(changes);
    return changes;
  }

  /** Styles are numbered in the order in which they are asked for; with the same answers the text is the same. */
  private kept(sheet: SheetEntry): SheetRendering | null {
    const before = this.before?.styles === this.baseStyles ? this.before.sheets.get(sheet.part) : undefined;
    const same = before && before.cells === this.desired.cells.get(sheet.part) && before.results === this.desired.results.get(sheet.part) && before.marks === this.desired.marks;
    return same && before.styles.hold(this.styles) ? before : null;
  }

  private ownMarks(marks: readonly Mark[]): OwnMark[] {
    return marks.flatMap((mark) => {
      const sheet = sheetNamed(this.original.workbook, mark.ref.sheet);
      return sheet ? [{ sheetId: sheet.sheetId, sqref: a1(mark.ref), formula: markFormula(mark), mark }] : [];
    });
  }

  /** Marks set inside Excel carry Excel's own id of the sheet, which no file knows: then the name decides. */
  private liesOn(mark: OwnMark, sheet: SheetEntry): boolean {
    if (mark.sheetId === sheet.sheetId) return true;
    return mark.mark.ref.sheet === sheet.name && !this.original.workbook.sheets.some((other) => other.sheetId === mark.sheetId);
  }

  private sheet(sheet: SheetEntry): SheetRendering {
    const { part } = sheet;
    const cells = this.desired.cells.get(part);
    const results = this.desired.results.get(part);
    const styles = new StyleAnswers();
    const rendering = { cells, results, marks: this.desired.marks, styles };
    const replacing = this.desired.marks !== null;
    const old = replacing ? this.own.marks.filter((mark) => this.liesOn(mark, sheet)) : [];
    const fresh = replacing ? this.marks.filter((mark) => mark.sheetId === sheet.sheetId) : [];
    const changes = [
      ...[...(cells?.values() ?? [])].map((override) => this.cellChange(override, styles)),
      ...[...(results?.values() ?? [])].map(({ row, col, value }): CellChange => ({ row, col, value, style: null })),
    ];
    if (changes.length === 0 && old.length === 0 && fresh.length === 0) return { ...rendering, text: null };
    const text = this.original.parts.text(part);
    const outline = outlineOf(text, part, "worksheet");
    const patches = changes.length > 0 ? patchCells(text, changes, { part, outline, sharedString: this.original.sharedString }) : [];
    const rules = fresh.map(({ sqref, formula, mark }): NewRule => ({ sqref, formula, dxf: styles.dxf(this.styles, markLook(mark.severity)) }));
    const formats = old.length + fresh.length > 0 ? replaceRules(text, part, outline, old, rules) : [];
    const after = spliced(text, [...patches, ...formats]);
    return { ...rendering, text: after === text ? null : after };
  }

  private cellChange({ row, col, value, format }: CellOverride, styles: StyleAnswers): CellChange {
    return {
      row,
      col,
      value,
      style: (own) => {
        // A guarded number would be text when it is next edited, and an unguarded "=…" a formula.
        const quotePrefix = value.kind === "text" ? (value.text.startsWith("=") ? true : null) : value.kind === "empty" ? null : false;
        if (format === null && (quotePrefix === null || this.styles.hasQuotePrefix(own) === quotePrefix)) return own;
        return styles.cellStyle(this.styles, own, { format, quotePrefix });
      },
    };
  }

  /** Returns what is to be remembered of appended differential formats. */
  private finishStyles(): AddedDxfs | null {
    const { workbook, parts } = this.original;
    const text = this.styles.render();
    if (workbook.stylesPart !== null) put(this.changes, this.stylesPart, text, this.stylesText);
    else if (text !== MINIMAL_STYLES) {
      this.changes.set(this.stylesPart, text);
      const rels = parts.spelled(relationshipsPart(workbook.part));
      this.changes.set(rels, addRelationship(parts.text(rels), workbook.part, "styles", this.stylesPart, isStrict(parts, workbook.part)));
      this.changes.set(CONTENT_TYPES_PART, addOverride(parts.text(CONTENT_TYPES_PART), this.stylesPart, STYLES_TYPE));
    }
    if (this.desired.marks === null || (this.own.dxfs !== null && !this.stripped)) {
      const known = this.own.dxfs;
      return known !== null && known.print === fingerprint(this.stylesText) ? { ...known, print: fingerprint(text) } : known;
    }
    return this.styles.addedDxfs === 0 ? null : { base: this.styles.dxfCount, tag: this.styles.dxfsTag, print: fingerprint(text) };
  }

  private finishState(dxfs: AddedDxfs | null, changes: PartChanges): void {
    const { parts, workbook, own } = this.original;
    const wanted = this.desired.state;
    const kept = wanted === null ? this.own.state : isDefaultState(wanted) ? null : wanted;
    const state: OwnState = { version: 1, marks: this.marks, dxfs, state: kept };
    if (holdsNothing(state)) {
      if (own) removeStatePart(parts, workbook.part, own.part, changes);
      return;
    }
    const xml = ownStateXml(state);
    if (!own) addStatePart(parts, workbook.part, xml, changes);
    else put(changes, own.part, xml, parts.text(own.part));
  }

  private recalculate(changes: PartChanges): void {
    const { parts, workbook } = this.original;
    const text = parts.text(workbook.part);
    put(changes, workbook.part, withRecalculation(text, workbook.part), text);
  }
}

function put(changes: PartChanges, part: string, text: string, before: string): void {
  if (text !== before) changes.set(part, text);
}
