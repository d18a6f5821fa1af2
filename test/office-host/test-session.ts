/** What the tests of this folder share: a host, the real client on top, and the certainty that nothing unknown was asked. */
import { ExcelHost, type HostOptions } from "./excel-host";
import { loadInJsdom, type OfficeSession } from "./load-in-jsdom";
import { type SheetDescription, workbookOf } from "./workbook-source";

export interface TestSession {
  readonly host: ExcelHost;
  readonly office: OfficeSession;
  readonly run: <T>(batch: (context: Excel.RequestContext, sheet: Excel.Worksheet) => Promise<T>, options?: Excel.RunOptions) => Promise<T>;
}

const open: OfficeSession[] = [];

/** Sheets in short: cells by address of a sheet 表1, or full descriptions. */
export async function startExcel(sheets: SheetDescription["cells"] | readonly SheetDescription[], options?: HostOptions): Promise<TestSession> {
  const described = Array.isArray(sheets) ? (sheets as readonly SheetDescription[]) : [{ name: "表1", cells: (sheets ?? {}) as NonNullable<SheetDescription["cells"]> }];
  const host = new ExcelHost(workbookOf({ sheets: described }), options);
  const office = await loadInJsdom(host);
  open.push(office);
  host.log.clear();
  const name = described[0]?.name ?? "";
  return {
    host,
    office,
    run: (batch, runOptions) => office.Excel.run(runOptions ?? {}, (context) => batch(context, context.workbook.worksheets.getItem(name))),
  };
}

export function closeAll(): void {
  for (const office of open.splice(0)) office.close();
}

/** The error that Excel gave, null if it gave none. */
export async function errorOf(work: Promise<unknown>): Promise<{ readonly code: string; readonly message: string; readonly location: unknown; readonly statement: unknown } | null> {
  try {
    await work;
    return null;
  } catch (error) {
    const { code, message, debugInfo } = error as OfficeExtension.Error;
    return { code, message, location: debugInfo?.errorLocation, statement: debugInfo?.statement };
  }
}

/** Until what the host sends after its answer has reached the page. */
export function settle(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 20));
}

export async function read(session: TestSession, address: string): Promise<{ readonly values: unknown[][]; readonly formulas: unknown[][]; readonly numberFormat: unknown[][] }> {
  return session.run(async (context, sheet) => {
    const range = sheet.getRange(address);
    range.load("values,formulas,numberFormat");
    await context.sync();
    return { values: range.values, formulas: range.formulas, numberFormat: range.numberFormat };
  });
}
