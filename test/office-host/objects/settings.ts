/** `workbook.settings`: per add-in and workbook, any JSON. */
import type { ExcelHost } from "../excel-host";
import { fail } from "../host-error";
import type { Json } from "../json";
import { type HostObject, type ObjectType, type Target } from "../object-types";

function byKey(host: ExcelHost, key: string): HostObject | null {
  return host.workbook.settings.has(key) ? { type: "Setting", key } : null;
}

function put(host: ExcelHost, key: string, value: Json): void {
  host.workbook.settings.set(key, JSON.stringify(value));
  host.workbook.record("not-undoable");
}

export const settingCollection: ObjectType<Target<"SettingCollection">> = {
  items: (_target, host) => [...host.workbook.settings.keys()].map((key) => ({ type: "Setting", key })),
  indexer: (_target, key, host) => byKey(host, key) ?? fail("ItemNotFound"),
  factories: {
    Add: {
      since: "1.4",
      writes: true,
      make: (_target, args, host) => {
        put(host, args.text(0), args.json(1));
        return { type: "Setting", key: args.text(0) };
      },
    },
    GetItemOrNullObject: { since: "1.4", make: (_target, args, host) => byKey(host, args.text(0)) },
  },
  operations: { GetCount: { since: "1.4", run: (_target, _args, host) => host.workbook.settings.size } },
};

export const setting: ObjectType<Target<"Setting">> = {
  identity: ({ key }) => ({ _Id: key }),
  scalars: {
    Key: { since: "1.4", get: ({ key }) => key },
    Value: {
      since: "1.4",
      get: ({ key }, host) => {
        const text = host.workbook.settings.get(key);
        return text === undefined ? fail("ItemNotFound") : (JSON.parse(text) as Json);
      },
      set: ({ key }, value, host) => put(host, key, value),
    },
  },
  operations: {
    Delete: {
      since: "1.4",
      writes: true,
      run: ({ key }, _args, host) => {
        host.workbook.settings.delete(key);
        host.workbook.record("not-undoable");
      },
    },
  },
};
