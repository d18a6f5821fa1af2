/** A cell's value as one line of text, for lists of old and new. Number formats are the host's business: digits stay as they are. */
import { decimalFromCell, plain } from "./decimal";
import type { CellValue } from "./grid";

export function valueText(value: CellValue): string {
  switch (value.kind) {
    case "empty":
      return "";
    case "number":
      return plain(decimalFromCell(value.digits));
    case "text":
      return value.text;
    case "boolean":
      return value.value ? "TRUE" : "FALSE";
    case "error":
      return value.code;
  }
}
