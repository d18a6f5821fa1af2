import type { SheetVisibility } from "../../../src/model/grid";
import { EVENT } from "../event-hub";
import { fail } from "../host-error";
import { isJsonObject } from "../json";
import { type ObjectType, type Operation, type Target } from "../object-types";
import { areaByIndexes, parseAreasText, WHOLE_SHEET } from "../sheet-address";
import type { ProtectionOptions } from "../workbook-model";
import { placeOf } from "./places";

type Worksheet = Target<"Worksheet">;

const VISIBILITY: Readonly<Record<SheetVisibility, string>> = { visible: "Visible", hidden: "Hidden", "very-hidden": "VeryHidden" };

function register(event: number, since: string): Operation<Worksheet> {
  return { since, run: (target, _args, host) => host.events.listen(event, target.sheet.id) };
}

function unregister(event: number, since: string): Operation<Worksheet> {
  return { since, run: (target, _args, host) => host.events.unlisten(event, target.sheet.id) };
}

export const worksheet: ObjectType<Worksheet> = {
  identity: ({ sheet }) => ({ Id: sheet.id }),
  scalars: {
    Id: { since: "1.1", get: ({ sheet }) => sheet.id },
    Name: { since: "1.1", get: ({ sheet }) => sheet.name },
    Position: { since: "1.1", get: ({ sheet }, host) => host.workbook.sheets.indexOf(sheet) },
    Visibility: { since: "1.1", get: ({ sheet }) => VISIBILITY[sheet.visibility] },
  },
  navigations: { Protection: { since: "1.2", get: ({ sheet }) => ({ type: "WorksheetProtection", sheet }) } },
  factories: {
    GetRange: {
      since: "1.1",
      make: ({ sheet }, args, host) => {
        const address = args.optionalText(0);
        return address === null ? { type: "Range", sheet, area: WHOLE_SHEET } : { type: "Range", ...placeOf(host, sheet, address) };
      },
    },
    GetRangeByIndexes: {
      since: "1.7",
      make: ({ sheet }, args) => ({ type: "Range", sheet, area: areaByIndexes(args.integer(0), args.integer(1), args.integer(2), args.integer(3)) }),
    },
    GetCell: { since: "1.1", make: ({ sheet }, args) => ({ type: "Range", sheet, area: areaByIndexes(args.integer(0), args.integer(1), 1, 1) }) },
    GetRanges: {
      since: "1.9",
      make: ({ sheet }, args, host) => {
        const address = args.optionalText(0);
        if (address === null) return { type: "RangeAreas", sheet, areas: [WHOLE_SHEET] };
        const places = parseAreasText(address).map((part) => placeOf(host, sheet, part));
        if (places.length === 0 || places.some((place) => place.sheet !== sheet)) fail("InvalidArgument");
        return { type: "RangeAreas", sheet, areas: places.map((place) => place.area) };
      },
    },
    GetUsedRange: {
      since: "1.1",
      make: ({ sheet }, args) => ({ type: "Range", sheet, area: sheet.usedArea(args.flag(0)) ?? areaByIndexes(0, 0, 1, 1) }),
    },
    GetUsedRangeOrNullObject: {
      since: "1.4",
      make: ({ sheet }, args) => {
        const area = sheet.usedArea(args.flag(0));
        return area && { type: "Range", sheet, area };
      },
    },
  },
  operations: {
    Activate: { since: "1.1", run: ({ sheet }, _args, host) => host.activate(sheet) },
    _RegisterDataChangedEvent: register(EVENT.changed, "1.7"),
    _UnregisterDataChangedEvent: unregister(EVENT.changed, "1.7"),
    _RegisterActivatedEvent: register(EVENT.activated, "1.7"),
    _UnregisterActivatedEvent: unregister(EVENT.activated, "1.7"),
    _RegisterDeactivatedEvent: register(EVENT.deactivated, "1.7"),
    _UnregisterDeactivatedEvent: unregister(EVENT.deactivated, "1.7"),
    _RegisterSelectionChangedEvent: register(EVENT.selectionChanged, "1.7"),
    _UnregisterSelectionChangedEvent: unregister(EVENT.selectionChanged, "1.7"),
  },
};

const ALLOWANCES = [
  "allowAutoFilter",
  "allowDeleteColumns",
  "allowDeleteRows",
  "allowEditObjects",
  "allowEditScenarios",
  "allowFormatCells",
  "allowFormatColumns",
  "allowFormatRows",
  "allowInsertColumns",
  "allowInsertHyperlinks",
  "allowInsertRows",
  "allowPivotTables",
  "allowSort",
] as const;

export const worksheetProtection: ObjectType<Target<"WorksheetProtection">> = {
  scalars: {
    Protected: { since: "1.2", get: ({ sheet }) => sheet.protection !== null },
    Options: {
      since: "1.2",
      get: ({ sheet }) => {
        const options: ProtectionOptions = sheet.protection ?? {};
        return { ...Object.fromEntries(ALLOWANCES.map((name) => [name, options[name] ?? false])), selectionMode: "Normal" };
      },
    },
  },
  operations: {
    Protect: {
      since: "1.2",
      writes: true,
      run: ({ sheet }, args) => {
        if (sheet.protection !== null) fail("AccessDenied");
        const options = args.json(0);
        sheet.password = args.optionalText(1);
        sheet.protection = isJsonObject(options) ? Object.fromEntries(ALLOWANCES.map((name) => [name, options[name] === true])) : {};
        sheet.book.record("not-undoable");
      },
    },
    Unprotect: {
      since: "1.7",
      writes: true,
      run: ({ sheet }, args) => {
        if (sheet.protection !== null && sheet.password !== null && sheet.password !== args.optionalText(0)) fail("InvalidArgument");
        sheet.protection = null;
        sheet.password = null;
        sheet.book.record("not-undoable");
      },
    },
  },
};
