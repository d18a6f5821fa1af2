/** From an address in an argument to a place in the workbook. */
import type { Area } from "../../../src/model/address";
import type { ExcelHost } from "../excel-host";
import { fail } from "../host-error";
import type { Arguments, Place } from "../object-types";
import { parseAreaText, splitSheet } from "../sheet-address";
import type { EmulatedSheet } from "../workbook-model";

export interface RangePlace {
  readonly sheet: EmulatedSheet;
  readonly area: Area;
}

export function placeOf(host: ExcelHost, home: EmulatedSheet, address: string): RangePlace {
  const { sheet, rest } = splitSheet(address);
  const on = sheet === null ? home : host.workbook.sheet(sheet);
  return on ? { sheet: on, area: parseAreaText(rest) } : fail("InvalidArgument");
}

/** An argument that may be a Range or an address. */
export function rangeArgument(host: ExcelHost, home: EmulatedSheet, args: Arguments, index: number): RangePlace {
  const object = args.object(index);
  if (object === null) return placeOf(host, home, args.text(index));
  return object.type === "Range" ? object : fail("InvalidArgument");
}

/** The one value that all cells of a place share, null if they differ: how formats read. */
export function uniform<T extends string | boolean>(place: Place, read: (cell: ReturnType<EmulatedSheet["cell"]>) => T): T | null {
  let first: T | null = null;
  for (const area of place.areas) {
    for (const { cell } of place.sheet.area(area)) {
      const value = read(cell);
      first ??= value;
      if (value !== first) return null;
    }
  }
  return first;
}

/** "#FFC7CE" as Excel gives it back; the few names that its documentation uses. */
export function colorOf(value: unknown): string {
  if (typeof value !== "string") return fail("InvalidArgument");
  if (/^#[0-9a-f]{6}$/i.test(value)) return value.toUpperCase();
  return NAMED_COLORS[value.toLowerCase()] ?? fail("InvalidArgument");
}

const NAMED_COLORS: Readonly<Record<string, string>> = {
  black: "#000000",
  blue: "#0000FF",
  green: "#008000",
  orange: "#FFA500",
  red: "#FF0000",
  white: "#FFFFFF",
  yellow: "#FFFF00",
};
