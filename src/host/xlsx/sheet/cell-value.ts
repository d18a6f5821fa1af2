/** What a cell's XML means as a value. */
import { type CellValue, EMPTY } from "../../../model/grid";
import * as faults from "../faults";
import { copied } from "../strings/copied";
import { textValue } from "../strings/shared-strings";
import { unescapeCellText } from "../xml/text";
import { index, type SheetCursor } from "./cursor";
import { serialDigits } from "./iso-date";

export interface ValueContext {
  readonly part: string;
  readonly strings: readonly CellValue[];
  readonly date1904: boolean;
  readonly texts: InlineTexts;
}

/** Forms say the same words on every sheet: a text that was seen is neither decoded nor stored again. */
export class InlineTexts {
  private readonly seen = new Map<string, CellValue>();

  value(raw: string, cursor: SheetCursor): CellValue {
    if (raw.length > LONGEST_KEPT) return textValue(unescapeCellText(cursor.decode(raw)));
    let value = this.seen.get(raw);
    if (!value) {
      value = textValue(unescapeCellText(cursor.decode(raw)));
      if (this.seen.size < MOST_KEPT) this.seen.set(copied(raw), value);
    }
    return value;
  }
}

const LONGEST_KEPT = 400;
const MOST_KEPT = 20_000;

const TRUE: CellValue = { kind: "boolean", value: true };
const FALSE: CellValue = { kind: "boolean", value: false };
const NUMBER = /^-?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?$/;

/** Throws FaultError `damaged` for a shared string that does not exist. */
export function cellValue(cursor: SheetCursor, context: ValueContext): CellValue {
  if (cursor.type === "inline") {
    const raw = cursor.rawInline;
    if (raw !== null) return context.texts.value(raw, cursor);
    if (cursor.inline !== null) return textValue(cursor.inline);
  } else if (cursor.inline !== null && cursor.valueFrom < 0) return EMPTY;
  if (cursor.type === "shared") return sharedText(cursor, context);
  if (cursor.type === "number") return numberValue(cursor);
  const raw = cursor.value;
  switch (cursor.type) {
    case "inline":
    case "string":
      return plainText(raw);
    case "boolean":
      return raw === "1" || raw === "true" ? TRUE : FALSE;
    case "error":
      return { kind: "error", code: copied(raw) };
    case "date": {
      const digits = serialDigits(raw.trim(), context.date1904);
      return digits === null ? plainText(raw) : { kind: "number", digits };
    }
  }
}

function sharedText(cursor: SheetCursor, context: ValueContext): CellValue {
  const value = context.strings[cursor.valueIndex] ?? context.strings[index(cursor.value.trim())];
  if (value) return value;
  if (cursor.value.trim() === "") return EMPTY;
  throw faults.damagedPart(context.part, `第 ${cursor.row} 行引用了不存在的文字`);
}

function plainText(raw: string): CellValue {
  return textValue(unescapeCellText(raw));
}

function numberValue(cursor: SheetCursor): CellValue {
  const raw = cursor.rawValue;
  if (NUMBER.test(raw)) return { kind: "number", digits: copied(raw) };
  const digits = cursor.value.trim();
  if (digits === "") return EMPTY;
  // NaN, INF and the like: some writers put them where a number belongs.
  return NUMBER.test(digits) ? { kind: "number", digits: copied(digits) } : { kind: "error", code: "#NUM!" };
}
