/** Every type that the emulated Excel knows, by the client's class name. What is not here is not emulated. */
import type { HostObject, ObjectType, Target, TypeName } from "./object-types";
import { conditionalFormat, conditionalFormatCollection, conditionalFormatRule, customConditionalFormat } from "./objects/conditional-formats";
import { conditionalRangeFill, conditionalRangeFont, conditionalRangeFormat } from "./objects/conditional-format-look";
import { customXmlPart, customXmlPartCollection, customXmlPartScopedCollection } from "./objects/custom-xml";
import { range } from "./objects/range";
import { rangeAreas, rangeCollection } from "./objects/range-areas";
import { formatProtection, rangeFill, rangeFont, rangeFormat } from "./objects/range-format";
import { setting, settingCollection } from "./objects/settings";
import { application, runtime, service, workbook } from "./objects/workbook";
import { worksheet, worksheetProtection } from "./objects/worksheet";
import { worksheetCollection } from "./objects/worksheets";

export const OBJECT_TYPES: { readonly [T in TypeName]: ObjectType<Target<T>> } = {
  Workbook: workbook,
  Application: application,
  Runtime: runtime,
  Service: service,
  WorksheetCollection: worksheetCollection,
  Worksheet: worksheet,
  WorksheetProtection: worksheetProtection,
  Range: range,
  RangeAreas: rangeAreas,
  RangeCollection: rangeCollection,
  RangeFormat: rangeFormat,
  RangeFill: rangeFill,
  RangeFont: rangeFont,
  FormatProtection: formatProtection,
  ConditionalFormatCollection: conditionalFormatCollection,
  ConditionalFormat: conditionalFormat,
  CustomConditionalFormat: customConditionalFormat,
  ConditionalFormatRule: conditionalFormatRule,
  ConditionalRangeFormat: conditionalRangeFormat,
  ConditionalRangeFill: conditionalRangeFill,
  ConditionalRangeFont: conditionalRangeFont,
  SettingCollection: settingCollection,
  Setting: setting,
  CustomXmlPartCollection: customXmlPartCollection,
  CustomXmlPartScopedCollection: customXmlPartScopedCollection,
  CustomXmlPart: customXmlPart,
};

/** An object is only ever handled by its own type's functions, so the types may be looked at as one. */
export function typeOf(object: HostObject): ObjectType<HostObject> {
  return OBJECT_TYPES[object.type];
}
