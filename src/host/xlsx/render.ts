/** From the file and what it is to become: the parts that differ. Pure; the same wish always gives the same text. */
import { markFormula } from "../../model/mark-formula";
import { a1 } from "../../model/address";
import type { Mark } from "../../model/write-plan";
import { type CellOverride, type Desired, type Original, sheetNamed } from "./changes";
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
import { RawStrings } from "./strings/shared-strings";
import { StyleEditor, withoutAddedDxfs } from "./styles/style-editor";
import { MINIMAL_STYLES } from "./styles/style-sheet";
import { type Outline, outlineOf } from "./xml/outline";
import { type Splice, spliced } from "./xml/splice";

const STYLES_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";

/** Texts of the parts that differ from the file's, null for parts that go. Throws FaultError `damaged`. */
export function render(original: Original, desired: Desired): PartChanges {
  return new Rendering(original, desired).run();
}

class Rendering {
  private readonly changes: PartChanges = new Map();
  private readonly own: OwnState;
  private readonly stylesPart: string;
  private readonly stylesText: string;
  /** The differential formats we had appended are gone from `styles`, and nobody has touched the part since. */
  private readonly stripped: boolean;
  private readonly styles: StyleEditor;
  private readonly marks: readonly OwnMark[];
  private strings: RawStrings | null = null;

  constructor(
    private readonly original: Original,
    private readonly desired: Desired,
  ) {
    const { parts, workbook } = original;
    this.own = original.own?.state ?? NO_OWN_STATE;
    this.stylesPart = workbook.stylesPart ?? "xl/styles.xml";
    this.stylesText = workbook.stylesPart === null ? MINIMAL_STYLES : parts.text(workbook.stylesPart);
    const added = this.own.dxfs;
    this.stripped = desired.marks !== null && added !== null && added.print === fingerprint(this.stylesText);
    const base = this.stripped && added ? withoutAddedDxfs(this.stylesText, this.stylesPart, added.base, added.tag) : this.stylesText;
    this.styles = new StyleEditor(base, this.stylesPart);
    this.marks = desired.marks === null ? this.own.marks : this.ownMarks(desired.marks);
  }

  run(): PartChanges {
    for (const sheet of this.original.workbook.sheets) this.sheet(sheet);
    const dxfs = this.finishStyles();
    this.finishState(dxfs);
    if (this.desired.cells.size > 0 && this.original.hasFormulas()) this.recalculate();
    return this.changes;
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

  private sheet(sheet: SheetEntry): void {
    const overrides = this.desired.cells.get(sheet.part);
    const replacing = this.desired.marks !== null;
    const old = replacing ? this.own.marks.filter((mark) => this.liesOn(mark, sheet)) : [];
    const fresh = replacing ? this.marks.filter((mark) => mark.sheetId === sheet.sheetId) : [];
    if (!overrides?.size && old.length === 0 && fresh.length === 0) return;
    const text = this.original.parts.text(sheet.part);
    const outline = outlineOf(text, sheet.part, "worksheet");
    const cells = overrides?.size ? this.cellSplices(text, sheet, outline, [...overrides.values()]) : [];
    const rules = fresh.map(({ sqref, formula, mark }): NewRule => ({ sqref, formula, dxf: this.styles.dxf(markLook(mark.severity)) }));
    const formats = old.length + fresh.length > 0 ? replaceRules(text, sheet.part, outline, old, rules) : [];
    this.put(sheet.part, spliced(text, [...cells, ...formats]), text);
  }

  private cellSplices(text: string, sheet: SheetEntry, outline: Outline, overrides: readonly CellOverride[]): Splice[] {
    return patchCells(text, overrides.map((override) => this.cellChange(override)), {
      part: sheet.part,
      outline,
      sharedString: (index) => this.sharedString(index),
    });
  }

  private sharedString(index: number): string | null {
    const { stringsPart } = this.original.workbook;
    if (stringsPart === null) return null;
    this.strings ??= new RawStrings(this.original.parts.text(stringsPart), stringsPart);
    return this.strings.at(index);
  }

  private cellChange({ row, col, value, format }: CellOverride): CellChange {
    return {
      row,
      col,
      value,
      style: (own) => {
        // A guarded number would be text when it is next edited, and an unguarded "=…" a formula.
        const quotePrefix = value.kind === "text" ? (value.text.startsWith("=") ? true : null) : value.kind === "empty" ? null : false;
        if (format === null && (quotePrefix === null || this.styles.hasQuotePrefix(own) === quotePrefix)) return own;
        return this.styles.cellStyle(own, { format, quotePrefix });
      },
    };
  }

  /** Returns what is to be remembered of appended differential formats. */
  private finishStyles(): AddedDxfs | null {
    const { workbook, parts } = this.original;
    const text = this.styles.render();
    if (workbook.stylesPart !== null) this.put(this.stylesPart, text, this.stylesText);
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

  private finishState(dxfs: AddedDxfs | null): void {
    const { parts, workbook, own } = this.original;
    const wanted = this.desired.state;
    const kept = wanted === null ? this.own.state : isDefaultState(wanted) ? null : wanted;
    const state: OwnState = { version: 1, marks: this.marks, dxfs, state: kept };
    if (holdsNothing(state)) {
      if (own) removeStatePart(parts, workbook.part, own.part, this.changes);
      return;
    }
    const xml = ownStateXml(state);
    if (!own) addStatePart(parts, workbook.part, xml, this.changes);
    else this.put(own.part, xml, parts.text(own.part));
  }

  private recalculate(): void {
    const { parts, workbook } = this.original;
    const text = parts.text(workbook.part);
    this.put(workbook.part, withRecalculation(text, workbook.part), text);
  }

  private put(part: string, text: string, before: string): void {
    if (text !== before) this.changes.set(part, text);
  }
}
