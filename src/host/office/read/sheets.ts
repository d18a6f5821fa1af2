/** What there is in the workbook, before any cell is read. */
import type { Area } from "../../../model/address";
import type { SheetVisibility } from "../../../model/grid";
import { brief } from "../brief";

export interface SheetFacts {
  readonly id: string;
  readonly name: string;
  readonly visibility: SheetVisibility;
  readonly protected: boolean;
  /** Formats, conditional ones too, may be changed. */
  readonly formattable: boolean;
}

/** Asks for all sheets; the answer is there after the next sync. */
export function loadSheets(context: Excel.RequestContext): () => SheetFacts[] {
  const { worksheets } = context.workbook;
  worksheets.load("items/id,items/name,items/visibility,items/protection/protected,items/protection/options");
  return () =>
    worksheets.items.map((sheet) => ({
      id: sheet.id,
      name: sheet.name,
      visibility: visibilityOf(sheet.visibility),
      protected: sheet.protection.protected,
      formattable: !sheet.protection.protected || sheet.protection.options?.allowFormatCells === true,
    }));
}

function visibilityOf(visibility: string): SheetVisibility {
  return visibility === "VeryHidden" ? "very-hidden" : visibility === "Hidden" ? "hidden" : "visible";
}

export interface UsedAreas {
  readonly withValues: Area | null;
  readonly withFormats: Area | null;
}

export function loadUsedAreas(context: Excel.RequestContext, sheetId: string): () => UsedAreas {
  const sheet = context.workbook.worksheets.getItem(sheetId);
  const ranges = [brief(sheet.getUsedRangeOrNullObject(true)), brief(sheet.getUsedRangeOrNullObject(false))] as const;
  for (const range of ranges) range.load("rowIndex,columnIndex,rowCount,columnCount");
  return () => ({ withValues: areaOf(ranges[0]), withFormats: areaOf(ranges[1]) });
}

function areaOf(range: Excel.Range): Area | null {
  if (range.isNullObject) return null;
  const { rowIndex, columnIndex, rowCount, columnCount } = range;
  return { top: rowIndex + 1, left: columnIndex + 1, bottom: rowIndex + rowCount, right: columnIndex + columnCount };
}
