/** The shared strings: one value object for each, which all cells that show it share. */
import { type CellValue, EMPTY } from "../../../model/grid";
import * as faults from "../faults";
import { LIMITS } from "../limits";
import { enterRoot, END, EOF, START, XmlScanner } from "../xml/scanner";
import { readStringItem } from "./string-item";
import { copied } from "./copied";

export function readSharedStrings(text: string, part: string): CellValue[] {
  const scanner = new XmlScanner(text, part);
  const prefix = enterRoot(scanner, "sst");
  const values: CellValue[] = [];
  if (!scanner.selfClosing) {
    for (let token = scanner.next(); token !== END; token = scanner.next()) {
      if (token !== START) continue;
      if (!scanner.named(prefix, "si")) {
        scanner.skip();
        continue;
      }
      if (values.length >= LIMITS.items) throw faults.tooLarge("文字过多");
      values.push(textValue(readStringItem(scanner, prefix).text));
    }
  }
  while (scanner.next() !== EOF);
  return values;
}

/** A text as a cell value that does not keep the part it was cut from in memory. */
export function textValue(text: string): CellValue {
  return text === "" ? EMPTY : { kind: "text", text: copied(text) };
}

/** The raw XML of the shared strings, for texts whose runs are to be kept. */
export class RawStrings {
  private readonly places: number[] = [];

  constructor(
    private readonly text: string,
    part: string,
  ) {
    const scanner = new XmlScanner(text, part);
    const prefix = enterRoot(scanner, "sst");
    if (scanner.selfClosing) return;
    for (let token = scanner.next(); token !== END; token = scanner.next()) {
      if (token !== START) continue;
      const start = scanner.start;
      const item = scanner.named(prefix, "si");
      scanner.skip();
      if (item) this.places.push(start, scanner.end);
    }
  }

  /** Null if there are not that many. */
  at(index: number): string | null {
    const start = this.places[index * 2];
    return start === undefined ? null : this.text.slice(start, this.places[index * 2 + 1]);
  }
}
