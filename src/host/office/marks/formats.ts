/** Marks as conditional formats of their own: listed, added, deleted; the user's formats and all fills stay as they are. */
import { areaA1 } from "../../../model/address";
import type { Mark } from "../../../model/write-plan";
import { brief } from "../brief";
import { areasOf } from "../read/addresses";
import type { OwnMark } from "../../../model/workbook-state";
import { type Step, wireBytes } from "../write/steps";
import type { Doubtful, FoundFormat, Ours } from "./recognise";

/** The colours of the .xlsx adapter (marks/dxf.ts there). */
const LOOKS: Readonly<Record<Mark["severity"], { readonly fill: string; readonly font: string | null }>> = {
  error: { fill: "#FFC7CE", font: "#9C0006" },
  warning: { fill: "#FFEB9C", font: "#9C5700" },
  info: { fill: "#DDEBF7", font: null },
};

/** Asks for the custom conditional formats of a sheet; none if there is no such sheet. */
export function loadFormats(context: Excel.RequestContext, name: string): () => FoundFormat[] {
  const sheet = context.workbook.worksheets.getItemOrNullObject(name);
  const formats = brief(sheet.getRange()).conditionalFormats;
  // `custom` itself is an error on a colour scale.
  formats.load("items/id,items/type,items/customOrNullObject/rule/formula");
  return () => {
    if (sheet.isNullObject) return [];
    return formats.items
      .filter((format) => format.type === "Custom")
      .map((format) => ({ sheet: name, id: format.id, formula: (format.customOrNullObject.rule.formula ?? "").replace(/^=/, "") }));
  };
}

/** Decides about formats whose formula is not telling enough; one request, needed by hardly any workbook. */
export async function resolveDoubtful(context: Excel.RequestContext, doubtful: readonly Doubtful[]): Promise<Ours[]> {
  if (doubtful.length === 0) return [];
  const places = doubtful.map(({ format }) => {
    const areas = brief(brief(context.workbook.worksheets.getItem(format.sheet).getRange()).conditionalFormats.getItem(format.id).getRanges());
    areas.load("address");
    return areas;
  });
  await context.sync();
  return doubtful.filter(({ sqref }, n) => {
    const [area, more] = areasOf(places[n]?.address ?? "") ?? [];
    if (!area || more || area.top !== area.bottom || area.left !== area.right) return false;
    return sqref === null || areaA1(area) === `${sqref}:${sqref}`;
  });
}

export function deleteStep({ sheet, id }: FoundFormat): Step {
  return {
    bytes: 400,
    run: (batch) => batch.formats(sheet).getItem(id).delete(),
  };
}

/**
 * First of the list wins where marks overlap: a new format goes on top of the others, so they are added from the last to the first,
 * and all lie above the user's.
 */
export function addSteps(marks: readonly { readonly sheet: string; readonly mark: OwnMark }[]): Step[] {
  return [...marks].reverse().map(({ sheet, mark: { sqref, formula, mark } }) => ({
    bytes: 1800 + wireBytes(formula),
    run: (batch) => {
      const { custom } = brief(batch.sheet(sheet).getRange(sqref)).conditionalFormats.add(Excel.ConditionalFormatType.custom);
      const { fill, font } = LOOKS[mark.severity];
      custom.rule.formula = `=${formula}`;
      custom.format.fill.color = fill;
      if (font !== null) custom.format.font.color = font;
    },
  }));
}
