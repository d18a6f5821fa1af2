/** Addresses as Excel writes them: "表1!A1:B2, '资金 ''24'!C5", with or without the blank, with "$" or without. */
import { type Area, parseArea } from "../../../model/address";

/** The areas of an address; null if one of them is no rectangle of cells (whole rows or columns, a name). */
export function areasOf(address: string): Area[] | null {
  const areas: Area[] = [];
  for (const part of address.match(/(?:'(?:[^']|'')*'|[^,;'])+/g) ?? []) {
    const area = parseArea(part.slice(part.lastIndexOf("!") + 1).trim());
    if (!area) return null;
    areas.push(area);
  }
  return areas;
}
