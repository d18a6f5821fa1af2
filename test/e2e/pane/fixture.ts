/** One browser for a test file; every Excel of a test is closed after it and must have been left in peace. */
import type { Browser } from "playwright-core";
import { launchChromium } from "../../office-host/chromium";
import type { EmulatedWorkbook } from "../../office-host/workbook-model";
import { ExcelWindow, type WindowOptions } from "./excel-window";
import type { PanePage } from "./pane-page";

export interface PaneFixture {
  readonly openExcel: (book: EmulatedWorkbook, options?: WindowOptions) => Promise<ExcelWindow>;
  /** Excel with the pane open in it. */
  readonly openPane: (book: EmulatedWorkbook, options?: WindowOptions) => Promise<{ readonly window: ExcelWindow; readonly pane: PanePage }>;
}

/** To be called at the top of a test file: registers what has to be done before and after. */
export function paneFixture(): PaneFixture {
  let browser: Browser;
  const open: ExcelWindow[] = [];
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());
  afterEach(async () => {
    for (const window of open.splice(0)) await window.close();
  });
  const openExcel = async (book: EmulatedWorkbook, options?: WindowOptions): Promise<ExcelWindow> => {
    const window = await ExcelWindow.open(browser, book, options);
    open.push(window);
    return window;
  };
  return {
    openExcel,
    openPane: async (book, options) => {
      const window = await openExcel(book, options);
      return { window, pane: await window.openPane() };
    },
  };
}
