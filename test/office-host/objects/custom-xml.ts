/** Custom XML parts of the workbook. */
import { SaxesParser } from "saxes";
import type { ExcelHost } from "../excel-host";
import { fail } from "../host-error";
import { type HostObject, type ObjectType, type Target } from "../object-types";

/** The namespace of the root element; InvalidArgument for what is not well-formed XML. */
function namespaceOf(xml: string): string {
  let root: string | null = null;
  const parser = new SaxesParser({ xmlns: true });
  parser.on("opentag", (tag) => {
    root ??= tag.uri;
  });
  parser.on("error", () => fail("InvalidArgument"));
  parser.write(xml).close();
  return root ?? fail("InvalidArgument");
}

function put(host: ExcelHost, id: string, xml: string): void {
  namespaceOf(xml);
  host.workbook.customXml.set(id, xml);
  host.workbook.record("not-undoable");
}

function xmlOf(host: ExcelHost, id: string): string {
  return host.workbook.customXml.get(id) ?? fail("ItemNotFound");
}

function idsIn(host: ExcelHost, namespace: string): readonly string[] {
  return [...host.workbook.customXml].filter(([, xml]) => namespaceOf(xml) === namespace).map(([id]) => id);
}

function part(id: string | undefined): HostObject | null {
  return id === undefined ? null : { type: "CustomXmlPart", id };
}

export const customXmlPartCollection: ObjectType<Target<"CustomXmlPartCollection">> = {
  items: (_target, host) => [...host.workbook.customXml.keys()].map((id) => ({ type: "CustomXmlPart", id })),
  indexer: (_target, key, host) => (host.workbook.customXml.has(key) ? part(key) : fail("ItemNotFound")),
  factories: {
    Add: {
      since: "1.5",
      writes: true,
      make: (_target, args, host) => {
        const id = host.workbook.newId();
        put(host, id, args.text(0));
        return part(id);
      },
    },
    GetByNamespace: { since: "1.5", make: (_target, args) => ({ type: "CustomXmlPartScopedCollection", namespace: args.text(0) }) },
    GetItemOrNullObject: { since: "1.5", make: (_target, args, host) => (host.workbook.customXml.has(args.text(0)) ? part(args.text(0)) : null) },
  },
  operations: { GetCount: { since: "1.5", run: (_target, _args, host) => host.workbook.customXml.size } },
};

export const customXmlPartScopedCollection: ObjectType<Target<"CustomXmlPartScopedCollection">> = {
  items: ({ namespace }, host) => idsIn(host, namespace).map((id) => ({ type: "CustomXmlPart", id })),
  indexer: ({ namespace }, key, host) => (idsIn(host, namespace).includes(key) ? part(key) : fail("ItemNotFound")),
  factories: {
    GetItemOrNullObject: { since: "1.5", make: ({ namespace }, args, host) => (idsIn(host, namespace).includes(args.text(0)) ? part(args.text(0)) : null) },
    GetOnlyItem: {
      since: "1.5",
      make: ({ namespace }, _args, host) => {
        const [id, more] = idsIn(host, namespace);
        return id !== undefined && more === undefined ? part(id) : fail("GeneralException");
      },
    },
    // Several parts are a null object too: whoever asks this way does not see the difference from none.
    GetOnlyItemOrNullObject: {
      since: "1.5",
      make: ({ namespace }, _args, host) => {
        const [id, more] = idsIn(host, namespace);
        return more === undefined ? part(id) : null;
      },
    },
  },
  operations: { GetCount: { since: "1.5", run: ({ namespace }, _args, host) => idsIn(host, namespace).length } },
};

export const customXmlPart: ObjectType<Target<"CustomXmlPart">> = {
  identity: ({ id }) => ({ Id: id }),
  scalars: {
    Id: { since: "1.5", get: ({ id }) => id },
    NamespaceUri: { since: "1.5", get: ({ id }, host) => namespaceOf(xmlOf(host, id)) },
  },
  operations: {
    GetXml: { since: "1.5", run: ({ id }, _args, host) => xmlOf(host, id) },
    SetXml: {
      since: "1.5",
      writes: true,
      run: ({ id }, args, host) => {
        xmlOf(host, id);
        put(host, id, args.text(0));
      },
    },
    Delete: {
      since: "1.5",
      writes: true,
      run: ({ id }, _args, host) => {
        host.workbook.customXml.delete(id);
        host.workbook.record("not-undoable");
      },
    },
  },
};
