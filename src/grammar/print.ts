/** Readings as a person would write them. parse(print(reading)) is the reading again (G24). */
import type { Operator, Quantity, Reading } from "../model/reading";
import { ITEM_SIGNS_PRINTED } from "./lexicon";
import { DATE_LIKE_UNITS } from "./unit-words";
import { readsUnbracketed } from "./unit-reader";

const SIGNS: Readonly<Record<Operator, string>> = { ">=": "≥", "<=": "≤", ">": ">", "<": "<", "=": "=" };

function printQuantity({ operator, number, unit }: Readonly<Quantity>): string {
  const sign = operator === null ? "" : SIGNS[operator];
  if (unit === null) return sign + number;
  const plain = !DATE_LIKE_UNITS.includes(unit.charAt(0)) && readsUnbracketed(unit);
  return plain ? `${sign}${number}${unit}` : `${sign}${number}(${unit})`;
}

/** The canonical text of a reading that parseReading returned: "≥4次", "2024-11-30", "①≥3次②≥5篇"; "" if it is empty. */
export function printReading(reading: Reading): string {
  switch (reading.kind) {
    case "quantity":
      return printQuantity(reading);
    case "quality":
      return reading.word;
    case "deadline":
      return reading.date;
    case "limit":
      return "小于等于预算数";
    case "several":
      return reading.parts.map((part, i) => ITEM_SIGNS_PRINTED.charAt(i % ITEM_SIGNS_PRINTED.length) + printReading(part)).join("");
    case "empty":
      return "";
    case "unreadable":
      return "?";
  }
}
