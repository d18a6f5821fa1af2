/** `<si>` and `<is>`: text that may be rich; phonetic hints are not part of it. */
import { END, START, TEXT, type XmlScanner } from "../xml/scanner";
import { unescapeCellText } from "../xml/text";

export interface StringItem {
  readonly text: string;
  /** Has runs with formats of their own. */
  readonly rich: boolean;
}

/** Reads the element whose start tag was the last token, to its end tag. */
export function readStringItem(scanner: XmlScanner, prefix: string): StringItem {
  if (scanner.selfClosing) return EMPTY_ITEM;
  const outside = scanner.depth - 1;
  let text = "";
  let rich = false;
  for (;;) {
    const token = scanner.next();
    if (token === END && scanner.depth === outside) return { text: unescapeCellText(text), rich };
    if (token !== START) continue;
    if (scanner.named(prefix, "t")) text += readPlain(scanner);
    else if (scanner.named(prefix, "r")) rich = true;
    else scanner.skip();
  }
}

const EMPTY_ITEM: StringItem = { text: "", rich: false };

/** The text of a leaf element; in nearly all files one token. */
export function readPlain(scanner: XmlScanner): string {
  if (scanner.selfClosing) return "";
  let text: string | null = null;
  const outside = scanner.depth - 1;
  for (;;) {
    const token = scanner.next();
    if (token === TEXT) {
      const more = scanner.content();
      text = text === null ? more : text + more;
    } else if (token === END && scanner.depth === outside) return text ?? "";
  }
}
