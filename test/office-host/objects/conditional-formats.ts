/** Conditional formats are stored and listed, not evaluated: what they would colour is tested on their formulas elsewhere. */
import { isCriterion } from "../formula-syntax";
import { fail, notEmulated } from "../host-error";
import type { Json } from "../json";
import { type FormatPlace, type HostObject, type ObjectType, type Place, type Target } from "../object-types";
import { intersection } from "../sheet-address";
import type { ConditionalFormat } from "../workbook-model";

function touching({ sheet, areas }: Place): readonly ConditionalFormat[] {
  return sheet.conditionalFormats.filter((format) => format.areas.some((own) => areas.some((area) => intersection(own, area) !== null)));
}

function object(sheet: Place["sheet"], format: ConditionalFormat): HostObject {
  return { type: "ConditionalFormat", sheet, format };
}

function byId(place: Place, id: string): HostObject | null {
  const format = touching(place).find((candidate) => candidate.id === id);
  return format ? object(place.sheet, format) : null;
}

function guard({ sheet }: { readonly sheet: Place["sheet"] }): void {
  if (!sheet.allowsFormatting()) fail("AccessDenied");
}

export const conditionalFormatCollection: ObjectType<Target<"ConditionalFormatCollection">> = {
  items: (place) => touching(place).map((format) => object(place.sheet, format)),
  indexer: (place, id) => byId(place, id) ?? fail("ItemNotFound"),
  factories: {
    Add: {
      since: "1.6",
      writes: true,
      make: (place, args) => {
        guard(place);
        const type = args.text(0);
        if (type !== "Custom") notEmulated(`conditional format of type ${type}`);
        const format: ConditionalFormat = {
          id: place.sheet.book.newId(),
          type,
          areas: place.areas,
          stopIfTrue: false,
          formula: "",
          fill: null,
          fontColor: null,
          bold: null,
        };
        // A new format wins over the old ones.
        place.sheet.setConditionalFormats([format, ...place.sheet.conditionalFormats]);
        return object(place.sheet, format);
      },
    },
    GetItemAt: {
      since: "1.6",
      make: (place, args) => {
        const format = touching(place)[args.integer(0)];
        return format ? object(place.sheet, format) : fail("InvalidArgument");
      },
    },
    GetItemOrNullObject: { since: "1.14", make: (place, args) => byId(place, args.text(0)) },
  },
  operations: {
    GetCount: { since: "1.6", run: (place) => touching(place).length },
    ClearAll: {
      since: "1.6",
      writes: true,
      run: (place) => {
        guard(place);
        const gone = new Set(touching(place));
        // Excel cuts the areas out of formats that reach further; we would have to split areas.
        for (const format of gone) {
          if (!format.areas.every((own) => place.areas.some((area) => contains(area, own)))) notEmulated("clearAll() on part of a conditional format's areas");
        }
        place.sheet.setConditionalFormats(place.sheet.conditionalFormats.filter((format) => !gone.has(format)));
      },
    },
  },
};

function contains(outer: Place["areas"][number], inner: Place["areas"][number]): boolean {
  const common = intersection(outer, inner);
  return common !== null && common.top === inner.top && common.left === inner.left && common.bottom === inner.bottom && common.right === inner.right;
}

/** The only area of the format; an error or a null object if there are several. */
function onlyRange({ sheet, format }: FormatPlace): HostObject | null {
  const [area, more] = format.areas;
  return area && !more ? { type: "Range", sheet, area } : null;
}

export const conditionalFormat: ObjectType<Target<"ConditionalFormat">> = {
  identity: ({ format }) => ({ Id: format.id }),
  scalars: {
    Id: { since: "1.6", get: ({ format }) => format.id },
    Type: { since: "1.6", get: ({ format }) => format.type },
    Priority: {
      since: "1.6",
      get: ({ sheet, format }) => sheet.conditionalFormats.indexOf(format),
      set: (target, value) => {
        guard(target);
        if (typeof value !== "number" || !Number.isInteger(value) || value < 0) return fail("InvalidArgument");
        const others = target.sheet.conditionalFormats.filter((other) => other !== target.format);
        target.sheet.setConditionalFormats([...others.slice(0, value), target.format, ...others.slice(value)]);
      },
    },
    StopIfTrue: {
      since: "1.6",
      get: ({ format }) => format.stopIfTrue,
      set: (target, value) => change(target, { stopIfTrue: flagOf(value) }),
    },
  },
  navigations: {
    Custom: { since: "1.6", get: (target) => (target.format.type === "Custom" ? { ...target, type: "CustomConditionalFormat" } : fail("InvalidArgument")) },
    CustomOrNullObject: { since: "1.6", get: (target) => (target.format.type === "Custom" ? { ...target, type: "CustomConditionalFormat" } : null) },
  },
  factories: {
    GetRange: { since: "1.6", make: (target) => onlyRange(target) ?? fail("InvalidArgument") },
    GetRangeOrNullObject: { since: "1.6", make: (target) => onlyRange(target) },
    GetRanges: { since: "1.9", make: ({ sheet, format }) => ({ type: "RangeAreas", sheet, areas: format.areas }) },
  },
  operations: {
    Delete: {
      since: "1.6",
      writes: true,
      run: (target) => {
        guard(target);
        target.sheet.setConditionalFormats(target.sheet.conditionalFormats.filter((other) => other !== target.format));
      },
    },
  },
};

function change(target: FormatPlace, next: Parameters<Place["sheet"]["changeConditionalFormat"]>[1]): void {
  guard(target);
  target.sheet.changeConditionalFormat(target.format, next);
}

function flagOf(value: Json): boolean {
  return typeof value === "boolean" ? value : fail("InvalidArgument");
}

export { change as changeFormat, flagOf as formatFlag };

export const customConditionalFormat: ObjectType<Target<"CustomConditionalFormat">> = {
  navigations: {
    Rule: { since: "1.6", get: (target) => ({ ...target, type: "ConditionalFormatRule" }) },
    Format: { since: "1.6", get: (target) => ({ ...target, type: "ConditionalRangeFormat" }) },
  },
};

export const conditionalFormatRule: ObjectType<Target<"ConditionalFormatRule">> = {
  scalars: {
    Formula: {
      since: "1.6",
      get: ({ format }) => format.formula,
      set: (target, value) => {
        if (typeof value !== "string" || !isCriterion(value)) return fail("InvalidArgument");
        change(target, { formula: value });
      },
    },
  },
};
