/** Fill, font and locking of cells: what is needed to see that the add-in leaves them alone. */
import type { CellState } from "../cell-state";
import { fail } from "../host-error";
import type { Json } from "../json";
import { type ObjectType, type Place, type Target } from "../object-types";
import { colorOf, uniform } from "./places";

function changeFormats(place: Place, change: (cell: CellState) => CellState): void {
  if (!place.sheet.allowsFormatting()) fail("AccessDenied");
  for (const area of place.areas) {
    for (const { row, col, cell } of place.sheet.area(area)) place.sheet.setCell(row, col, change(cell));
  }
}

function flagOf(value: Json): boolean {
  return typeof value === "boolean" ? value : fail("InvalidArgument");
}

export const rangeFormat: ObjectType<Target<"RangeFormat">> = {
  navigations: {
    Fill: { since: "1.1", get: ({ sheet, areas }) => ({ type: "RangeFill", sheet, areas }) },
    Font: { since: "1.1", get: ({ sheet, areas }) => ({ type: "RangeFont", sheet, areas }) },
    Protection: { since: "1.2", get: ({ sheet, areas }) => ({ type: "FormatProtection", sheet, areas }) },
  },
};

export const rangeFill: ObjectType<Target<"RangeFill">> = {
  scalars: {
    Color: {
      since: "1.1",
      // No fill reads as white: whoever saves and restores fills paints the form.
      get: (place) => uniform(place, (cell) => cell.fill ?? "#FFFFFF"),
      set: (place, value) => changeFormats(place, (cell) => ({ ...cell, fill: colorOf(value) })),
    },
  },
  operations: { Clear: { since: "1.1", writes: true, run: (place) => changeFormats(place, (cell) => ({ ...cell, fill: null })) } },
};

export const rangeFont: ObjectType<Target<"RangeFont">> = {
  scalars: {
    Color: {
      since: "1.1",
      get: (place) => uniform(place, (cell) => cell.fontColor),
      set: (place, value) => changeFormats(place, (cell) => ({ ...cell, fontColor: colorOf(value) })),
    },
    Bold: {
      since: "1.1",
      get: (place) => uniform(place, (cell) => cell.bold),
      set: (place, value) => changeFormats(place, (cell) => ({ ...cell, bold: flagOf(value) })),
    },
  },
};

export const formatProtection: ObjectType<Target<"FormatProtection">> = {
  scalars: {
    Locked: {
      since: "1.2",
      get: (place) => uniform(place, (cell) => cell.locked),
      set: (place, value) => {
        // Locking is not "formatting": it never works while the sheet is protected.
        if (place.sheet.protection !== null) fail("AccessDenied");
        changeFormats(place, (cell) => ({ ...cell, locked: flagOf(value) }));
      },
    },
  },
};
