import { EVENT, WORKBOOK_TARGET } from "../event-hub";
import type { ExcelHost } from "../excel-host";
import { fail } from "../host-error";
import { type HostObject, type ObjectType, type Operation, type Target } from "../object-types";

type Collection = Target<"WorksheetCollection">;

function sheetObject(host: ExcelHost, key: string): HostObject | null {
  const sheet = host.workbook.sheet(key);
  return sheet && { type: "Worksheet", sheet };
}

function register(event: number, since: string): Operation<Collection> {
  return { since, run: (_target, _args, host) => host.events.listen(event, WORKBOOK_TARGET) };
}

function unregister(event: number, since: string): Operation<Collection> {
  return { since, run: (_target, _args, host) => host.events.unlisten(event, WORKBOOK_TARGET) };
}

export const worksheetCollection: ObjectType<Collection> = {
  items: (_target, host) => host.workbook.sheets.map((sheet) => ({ type: "Worksheet", sheet })),
  indexer: (_target, key, host) => sheetObject(host, key) ?? fail("ItemNotFound"),
  factories: {
    GetActiveWorksheet: { since: "1.1", make: (_target, _args, host) => ({ type: "Worksheet", sheet: host.workbook.active }) },
    GetItemOrNullObject: { since: "1.4", make: (_target, args, host) => sheetObject(host, args.text(0)) },
  },
  operations: {
    GetCount: {
      since: "1.4",
      run: (_target, args, host) => host.workbook.sheets.filter((sheet) => !args.flag(0) || sheet.visibility === "visible").length,
    },
    _RegisterDataChangedEvent: register(EVENT.changed, "1.9"),
    _UnregisterDataChangedEvent: unregister(EVENT.changed, "1.9"),
    _RegisterActivatedEvent: register(EVENT.activated, "1.7"),
    _UnregisterActivatedEvent: unregister(EVENT.activated, "1.7"),
    _RegisterDeactivatedEvent: register(EVENT.deactivated, "1.7"),
    _UnregisterDeactivatedEvent: unregister(EVENT.deactivated, "1.7"),
    _RegisterSelectionChangedEvent: register(EVENT.selectionChanged, "1.9"),
    _UnregisterSelectionChangedEvent: unregister(EVENT.selectionChanged, "1.9"),
  },
};
