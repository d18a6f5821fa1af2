/** The merged areas of a sheet: in forms there are more of them than rows. */
import { type Area, MAX_COL, MAX_ROW, parseArea } from "../../../model/address";
import * as faults from "../faults";
import { END, START, type XmlScanner } from "../xml/scanner";

const PLAIN = '<mergeCell ref="';

/** Reads the element whose start tag was the last token, to its end; each merge is one item of the budget. Throws FaultError `damaged` or `too-large`. */
export function readMerges(scanner: XmlScanner, prefix: string, budget: { items: number }, merges: Area[]): void {
  if (scanner.selfClosing) return;
  for (;;) {
    const plain = prefix === "" ? readPlain(scanner) : null;
    if (plain) {
      take(budget);
      merges.push(plain);
      continue;
    }
    const token = scanner.next();
    if (token === END) return;
    if (token !== START) continue;
    if (scanner.named(prefix, "mergeCell")) {
      take(budget);
      const ref = scanner.attribute("ref") ?? "";
      const area = parseArea(ref);
      if (!area) throw faults.damagedPart(scanner.part, `有无效的合并区域“${ref.slice(0, 30)}”`);
      merges.push(area);
    }
    scanner.skip();
  }
}

function take(budget: { items: number }): void {
  if (--budget.items < 0) throw faults.tooLarge("合并单元格过多");
}

/** `<mergeCell ref="A1:J1"/>`, which is what nearly all look like, in one go; null, and nothing read, for anything else. */
function readPlain(scanner: XmlScanner): Area | null {
  const { text, position } = scanner;
  if (!text.startsWith(PLAIN, position)) return null;
  let at = position + PLAIN.length;
  let top = 0, left = 0, bottom = 0, right = 0;
  let code = text.charCodeAt(at);
  for (; code >= 65 && code <= 90; code = text.charCodeAt(++at)) left = left * 26 + code - 64;
  for (; code >= 48 && code <= 57; code = text.charCodeAt(++at)) top = top * 10 + code - 48;
  if (code !== 58) return null;
  code = text.charCodeAt(++at);
  for (; code >= 65 && code <= 90; code = text.charCodeAt(++at)) right = right * 26 + code - 64;
  for (; code >= 48 && code <= 57; code = text.charCodeAt(++at)) bottom = bottom * 10 + code - 48;
  if (!text.startsWith('"/>', at) || top < 1 || left < 1 || bottom < top || right < left || bottom > MAX_ROW || right > MAX_COL) return null;
  scanner.jump(at + 3);
  return { top, left, bottom, right };
}
