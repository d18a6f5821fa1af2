/** Asks Excel to calculate every formula anew when it opens the workbook. */
import { outlineOf, placeFor } from "../xml/outline";
import { spliced } from "../xml/splice";
import { attributeOf, withAttribute } from "../xml/tags";

/** CT_Workbook (ECMA-376 18.2.27). */
const ORDER = [
  "fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews", "sheets", "functionGroups", "externalReferences", "definedNames",
  "calcPr", "oleSize", "customWorkbookViews", "pivotCaches", "smartTagPr", "smartTagTypes", "webPublishing", "fileRecoveryPr", "webPublishObjects", "extLst",
];

/** The workbook part with `fullCalcOnLoad`; the same text if it has it already. */
export function withRecalculation(text: string, part: string): string {
  const outline = outlineOf(text, part, "workbook");
  const calc = outline.children.find((child) => child.own && child.name === "calcPr");
  if (!calc) {
    const at = placeFor(outline, ORDER, "calcPr");
    return spliced(text, [{ start: at, end: at, text: `<${outline.prefix}calcPr fullCalcOnLoad="1"/>` }]);
  }
  const tag = text.slice(calc.start, calc.openEnd);
  if (/^(1|true)$/.test(attributeOf(tag, part, "fullCalcOnLoad") ?? "")) return text;
  return spliced(text, [{ start: calc.start, end: calc.openEnd, text: withAttribute(tag, part, "fullCalcOnLoad", "1") }]);
}
