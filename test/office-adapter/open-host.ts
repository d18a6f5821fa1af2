/** An adapter on an emulated Excel, with everything a test wants to look at. */
import { createOfficeHost, type OfficeHost } from "../../src/host/office/office-host";
import type { WorkbookGrid } from "../../src/model/grid";
import { ExcelHost, type HostOptions } from "../office-host/excel-host";
import { loadInJsdom } from "../office-host/load-in-jsdom";
import type { EmulatedWorkbook } from "../office-host/workbook-model";
import { type SheetDescription, workbookFromGrid, workbookOf } from "../office-host/workbook-source";

export interface OpenHost {
  readonly excel: ExcelHost;
  readonly office: OfficeHost;
}

const open: { readonly excel: ExcelHost; close(): void }[] = [];

/** Excel opens the workbook, and the pane comes up in it. The latest one owns the globals. */
export async function openInExcel(workbook: EmulatedWorkbook, options: HostOptions = {}): Promise<OpenHost> {
  const excel = new ExcelHost(workbook, options);
  const session = await loadInJsdom(excel);
  const restore = session.installGlobals();
  open.push({
    excel,
    close: () => {
      restore();
      session.close();
    },
  });
  const office = createOfficeHost();
  // The client's greeting.
  await new Promise((resolve) => setTimeout(resolve, 5));
  excel.log.clear();
  return { excel, office };
}

export function openGrid(grid: WorkbookGrid, options?: HostOptions): Promise<OpenHost> {
  return openInExcel(workbookFromGrid(grid), options);
}

export function openSheets(sheets: readonly SheetDescription[], options?: HostOptions): Promise<OpenHost> {
  return openInExcel(workbookOf({ sheets }), options);
}

/** For `afterEach`: nothing may have been asked that is not emulated. */
export function closeAll(): void {
  for (const { excel, close } of open.splice(0).reverse()) {
    close();
    excel.assertEverythingEmulated();
  }
}

export function settle(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 20));
}
