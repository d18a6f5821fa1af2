/**
 * Display data of a workbook, read from the file as it was opened: edits never change them (a number format that an edit
 * sets comes with the cell). The package is opened a second time, which costs its directory only.
 */
import { readWorkbookPart, type WorkbookPart } from "../../host/xlsx/package/workbook-part";
import { Parts } from "../../host/xlsx/package/parts";
import { parseTree, type XmlElement } from "../../host/xlsx/xml/tree";
import { ZipArchive } from "../../host/xlsx/zip/archive";
import { fflateCodec } from "../../host/xlsx/zip/codec";
import { parseOwnState } from "../../host/xlsx/state/own-state";
import type { Mark } from "../../model/write-plan";
import { type Colors, readColors } from "./colors";
import { type CellLook, PLAIN_DISPLAY, type SheetDisplay } from "./look";
import { NO_PICTURES, type SheetPictures } from "./picture";
import { readPictures } from "./picture-reader";
import { RichTexts } from "./rich-text";
import { type Looks, readLooks } from "./styles";
import { readSheetLayout } from "./sheet-layout";

/** Custom XML larger than this is nobody's state (as in host/xlsx/open.ts). */
const STATE_LIMIT = 16 * 1024 * 1024;

export class DisplayReader {
  private readonly parts: Parts;
  private readonly workbook: WorkbookPart;
  private colorsRead: Colors | null = null;
  private looksRead: Looks | null = null;
  private textsRead: RichTexts | null = null;

  constructor(bytes: Uint8Array) {
    this.parts = new Parts(new ZipArchive(bytes, fflateCodec));
    this.workbook = readWorkbookPart(this.parts);
  }

  get date1904(): boolean {
    return this.workbook.date1904;
  }

  get looks(): readonly CellLook[] {
    return this.read().looks;
  }

  sheet(name: string): SheetDisplay {
    const entry = this.workbook.sheets.find((sheet) => sheet.name === name);
    return entry ? readSheetLayout(this.parts.text(entry.part), entry.part, { ...this.read(), texts: this.texts }) : PLAIN_DISPLAY;
  }

  pictures(name: string): SheetPictures {
    const entry = this.workbook.sheets.find((sheet) => sheet.name === name);
    return entry ? readPictures(this.parts, entry.part) : NO_PICTURES;
  }

  /** The marks that a former review left in the file. */
  marks(): readonly Mark[] {
    for (const part of this.workbook.customXmlParts) {
      if (this.parts.archive.sizeOf(part) > STATE_LIMIT) continue;
      const state = parseOwnState(this.parts.text(part), part);
      if (state) return state.marks.map(({ mark }) => mark);
    }
    return [];
  }

  private read(): Looks {
    this.looksRead ??= readLooks(this.tree(this.workbook.stylesPart), this.colors);
    return this.looksRead;
  }

  private get colors(): Colors {
    this.colorsRead ??= readColors(this.tree(this.workbook.stylesPart), this.tree(this.themePart()));
    return this.colorsRead;
  }

  private get texts(): RichTexts {
    const part = this.workbook.stringsPart;
    this.textsRead ??= new RichTexts(() => (part === null ? null : { text: this.parts.text(part), part }), this.colors);
    return this.textsRead;
  }

  private themePart(): string | null {
    const target = this.parts.relationships(this.workbook.part).find(({ kind }) => kind === "theme")?.target ?? null;
    return target !== null && this.parts.has(target) ? target : null;
  }

  /** Looks are no reason to refuse a workbook: what cannot be read is shown plain. */
  private tree(part: string | null): XmlElement | null {
    if (part === null) return null;
    try {
      return parseTree(this.parts.text(part), part);
    } catch {
      return null;
    }
  }
}
