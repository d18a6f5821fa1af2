import { fail } from "../host-error";
import { type ObjectType, type Target } from "../object-types";
import { cellsOf, qualifiedText } from "../sheet-address";

export const rangeAreas: ObjectType<Target<"RangeAreas">> = {
  keepsReference: true,
  scalars: {
    // With ", ", as the typings show it; a reader should not depend on the blank.
    Address: { since: "1.9", get: ({ sheet, areas }) => areas.map((area) => qualifiedText(sheet.name, area)).join(", ") },
    AreaCount: { since: "1.9", get: ({ areas }) => areas.length },
    CellCount: { since: "1.9", get: ({ areas }) => areas.reduce((cells, area) => cells + cellsOf(area), 0) },
  },
  navigations: {
    Areas: { since: "1.9", get: ({ sheet, areas }) => ({ type: "RangeCollection", sheet, areas }) },
    Worksheet: { since: "1.9", get: ({ sheet }) => ({ type: "Worksheet", sheet }) },
    Format: { since: "1.9", get: ({ sheet, areas }) => ({ type: "RangeFormat", sheet, areas }) },
    ConditionalFormats: { since: "1.9", get: ({ sheet, areas }) => ({ type: "ConditionalFormatCollection", sheet, areas }) },
  },
};

export const rangeCollection: ObjectType<Target<"RangeCollection">> = {
  items: ({ sheet, areas }) => areas.map((area) => ({ type: "Range", sheet, area })),
  factories: {
    GetItemAt: {
      since: "1.9",
      make: ({ sheet, areas }, args) => {
        const area = areas[args.integer(0)];
        return area ? { type: "Range", sheet, area } : fail("InvalidArgument");
      },
    },
  },
  operations: { GetCount: { since: "1.9", run: ({ areas }) => areas.length } },
};
