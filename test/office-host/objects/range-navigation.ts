/** Ranges made from a range. */
import { fail } from "../host-error";
import { type Factory, type Target } from "../object-types";
import { areaByIndexes, columnsOf, intersection, rowsOf } from "../sheet-address";
import { rangeArgument } from "./places";

type Range = Target<"Range">;

/** Documented: above this `getMergedAreasOrNullObject` fails. */
const MAX_MERGED_AREAS = 512;

/** A row, a column or a cell of the range: zero-based, may lie outside it but not outside the sheet. */
function part(target: Range, row: number, col: number, rows: number, cols: number): Range {
  return { ...target, area: areaByIndexes(target.area.top - 1 + row, target.area.left - 1 + col, rows, cols) };
}

export const rangeFactories: Readonly<Record<string, Factory<Range>>> = {
  GetCell: { since: "1.1", make: (target, args) => part(target, args.integer(0), args.integer(1), 1, 1) },
  GetRow: { since: "1.1", make: (target, args) => part(target, args.integer(0), 0, 1, columnsOf(target.area)) },
  GetColumn: { since: "1.1", make: (target, args) => part(target, 0, args.integer(0), rowsOf(target.area), 1) },
  GetOffsetRange: {
    since: "1.1",
    make: (target, args) => part(target, args.integer(0), args.integer(1), rowsOf(target.area), columnsOf(target.area)),
  },
  GetResizedRange: {
    since: "1.2",
    make: (target, args) => part(target, 0, 0, rowsOf(target.area) + args.integer(0), columnsOf(target.area) + args.integer(1)),
  },
  GetAbsoluteResizedRange: { since: "1.7", make: (target, args) => part(target, 0, 0, args.integer(0), args.integer(1)) },
  GetLastCell: { since: "1.1", make: (target) => part(target, rowsOf(target.area) - 1, columnsOf(target.area) - 1, 1, 1) },
  GetLastRow: { since: "1.1", make: (target) => part(target, rowsOf(target.area) - 1, 0, 1, columnsOf(target.area)) },
  GetBoundingRect: {
    since: "1.1",
    make: ({ sheet, area }, args, host) => {
      const other = rangeArgument(host, sheet, args, 0);
      if (other.sheet !== sheet) fail("InvalidArgument");
      const { top, left, bottom, right } = other.area;
      return {
        type: "Range",
        sheet,
        area: { top: Math.min(area.top, top), left: Math.min(area.left, left), bottom: Math.max(area.bottom, bottom), right: Math.max(area.right, right) },
      };
    },
  },
  GetIntersectionOrNullObject: {
    since: "1.4",
    make: ({ sheet, area }, args, host) => {
      const other = rangeArgument(host, sheet, args, 0);
      const common = other.sheet === sheet ? intersection(area, other.area) : null;
      return common && { type: "Range", sheet, area: common };
    },
  },
  GetUsedRangeOrNullObject: {
    since: "1.4",
    make: ({ sheet, area }, args) => {
      const used = sheet.usedArea(args.flag(0), area);
      return used && { type: "Range", sheet, area: used };
    },
  },
  GetMergedAreasOrNullObject: {
    since: "1.13",
    make: ({ sheet, area }) => {
      const areas = sheet.mergesIn(area);
      if (areas.length > MAX_MERGED_AREAS) fail("GeneralException");
      return areas.length === 0 ? null : { type: "RangeAreas", sheet, areas };
    },
  },
};
