/** Showing a cell: never by unhiding a sheet, which is the owner's decision. */
import { a1, type CellRef } from "../../model/address";
import { brief } from "./brief";
import { FaultError } from "../../model/fault";
import { hiddenSheet, noSuchSheet } from "./messages";

export async function revealCell(context: Excel.RequestContext, cell: CellRef): Promise<void> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(cell.sheet);
  sheet.load("visibility");
  await context.sync();
  if (sheet.isNullObject) throw new FaultError("host", noSuchSheet(cell.sheet));
  if (sheet.visibility !== "Visible") throw new FaultError("host", hiddenSheet(cell.sheet, sheet.visibility === "VeryHidden"));
  sheet.activate();
  brief(sheet.getRange(a1(cell))).select();
  await context.sync();
}
