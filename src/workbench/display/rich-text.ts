/** Texts whose stretches have fonts of their own: those of the shared strings, and those that stand in their cells. */
import type { SheetCursor } from "../../host/xlsx/sheet/cursor";
import { unescapeCellText } from "../../host/xlsx/xml/text";
import { END, enterRoot, EOF, START, XmlScanner } from "../../host/xlsx/xml/scanner";
import { attribute, type XmlElement } from "../../host/xlsx/xml/tree";
import { type Colors, find } from "./colors";
import type { RichText, RunFont } from "./look";
import { readFont } from "./styles";

/** People set a few words in another font; a text with more stretches than this was made to be slow. */
const MOST_RUNS = 500;

export class RichTexts {
  private shared: ReadonlyMap<number, RichText> | null = null;

  constructor(
    /** The text of the shared strings, asked for once; null: there are none. */
    private readonly strings: () => { readonly text: string; readonly part: string } | null,
    private readonly colors: Colors,
  ) {}

  /** Of the cell on which the cursor stands, in the sheet's text; null if it is in one font. */
  of(cursor: SheetCursor, sheet: string, part: string, prefix: string): RichText | null {
    if (cursor.type === "shared") return this.all().get(cursor.valueIndex) ?? null;
    if (!cursor.inlineRich) return null;
    // The cell as a document of its own.
    const scanner = new XmlScanner(sheet.slice(cursor.cellStart, cursor.cellEnd), part);
    for (let token = scanner.next(); token !== EOF; token = scanner.next()) {
      if (token === START && scanner.named(prefix, "is")) return readRuns(scanner, prefix, this.colors);
    }
    return null;
  }

  private all(): ReadonlyMap<number, RichText> {
    const strings = this.shared ? null : this.strings();
    this.shared ??= strings?.text.includes("rPr") ? readShared(strings.text, strings.part, this.colors) : new Map<number, RichText>();
    return this.shared;
  }
}

function readShared(text: string, part: string, colors: Colors): ReadonlyMap<number, RichText> {
  const scanner = new XmlScanner(text, part);
  const prefix = enterRoot(scanner, "sst");
  const rich = new Map<number, RichText>();
  if (scanner.selfClosing) return rich;
  let index = 0;
  for (let token = scanner.next(); token !== END; token = scanner.next()) {
    if (token !== START) continue;
    if (!scanner.named(prefix, "si")) {
      scanner.skip();
      continue;
    }
    const runs = readRuns(scanner, prefix, colors);
    if (runs) rich.set(index, runs);
    index++;
  }
  return rich;
}

/** Reads the `<si>` or `<is>` whose start tag was the last token, to its end tag. */
function readRuns(scanner: XmlScanner, prefix: string, colors: Colors): RichText | null {
  if (scanner.selfClosing) return null;
  const outside = scanner.depth - 1;
  const runs: { readonly length: number; readonly font: RunFont | null }[] = [];
  let font: RunFont | null = null;
  let fonts = 0;
  for (;;) {
    const token = scanner.next();
    if (token === END && scanner.depth === outside) return fonts > 0 && runs.length <= MOST_RUNS ? runs : null;
    if (token !== START) continue;
    if (scanner.named(prefix, "r")) font = null;
    else if (scanner.named(prefix, "rPr")) {
      font = runFont(elementOf(scanner), colors);
      fonts++;
    } else if (scanner.named(prefix, "t")) runs.push({ length: unescapeCellText(scanner.textInside()).length, font });
    else scanner.skip();
  }
}

/** What is not said of size, family and colour is as in the cell; what is not said to be bold is not, whatever the cell is. */
function runFont(properties: XmlElement, colors: Colors): RunFont {
  const { family, sizePt, bold, italic, underline, strike, color } = readFont(properties, colors);
  const align = find(properties, "vertAlign");
  const raised = align ? attribute(align, "val") : null;
  return {
    family: find(properties, "rFont") ? family : null,
    sizePt: find(properties, "sz") ? sizePt : null,
    bold,
    italic,
    underline,
    strike,
    color,
    raised: raised === "superscript" ? "super" : raised === "subscript" ? "sub" : "no",
  };
}

/** The element whose start tag was the last token, with its children; runs to its end. Texts are not wanted here. */
function elementOf(scanner: XmlScanner): XmlElement {
  const { text, attributes: at } = scanner;
  const attributes: { name: string; uri: string; value: string }[] = [];
  for (let n = 0; n < scanner.attributeCount * 4; n += 4) attributes.push({ name: text.slice(at[n], at[n + 1]), uri: "", value: scanner.decode(text.slice(at[n + 2], at[n + 3])) });
  const element: XmlElement = { name: scanner.localName, uri: "", attributes, children: [], text: "" };
  if (scanner.selfClosing) return element;
  for (const outside = scanner.depth - 1; ; ) {
    const token = scanner.next();
    if (token === START) element.children.push(elementOf(scanner));
    else if (token === END && scanner.depth === outside) return element;
  }
}
