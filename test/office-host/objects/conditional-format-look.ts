/** How a conditional format paints: fill and font. */
import { type ObjectType, type Target } from "../object-types";
import { changeFormat, formatFlag } from "./conditional-formats";
import { colorOf } from "./places";

export const conditionalRangeFormat: ObjectType<Target<"ConditionalRangeFormat">> = {
  navigations: {
    Fill: { since: "1.6", get: (target) => ({ ...target, type: "ConditionalRangeFill" }) },
    Font: { since: "1.6", get: (target) => ({ ...target, type: "ConditionalRangeFont" }) },
  },
};

export const conditionalRangeFill: ObjectType<Target<"ConditionalRangeFill">> = {
  scalars: {
    Color: { since: "1.6", get: ({ format }) => format.fill ?? "", set: (target, value) => changeFormat(target, { fill: colorOf(value) }) },
  },
};

export const conditionalRangeFont: ObjectType<Target<"ConditionalRangeFont">> = {
  scalars: {
    Color: { since: "1.6", get: ({ format }) => format.fontColor ?? "", set: (target, value) => changeFormat(target, { fontColor: colorOf(value) }) },
    Bold: { since: "1.6", get: ({ format }) => format.bold, set: (target, value) => changeFormat(target, { bold: formatFlag(value) }) },
  },
};
