/** An emulated Excel whose window is a Chromium page: the built pane opens in it as it would in Excel for Windows. */
import type { Browser, BrowserContext, BrowserContextOptions } from "playwright-core";
import { type ChromiumOffice, installInChromium, serveDirectory } from "../../office-host/chromium";
import { ExcelHost, type HostOptions } from "../../office-host/excel-host";
import { OFFICE_CDN } from "../../office-host/office-files";
import type { EmulatedWorkbook } from "../../office-host/workbook-model";
import { builtFile, DIST } from "../built";
import { PanePage } from "./pane-page";

/** What taskpane.html is served under; nothing else may be asked for. */
const ADD_IN = "https://add-in.invalid/";
/** As wide as Excel makes a pane by default. */
const PANE = { width: 350, height: 720 };

export interface WindowOptions extends HostOptions {
  readonly page?: BrowserContextOptions;
}

export class ExcelWindow {
  private readonly panes: PanePage[] = [];
  private readonly foreign: string[] = [];

  private constructor(
    readonly excel: ExcelHost,
    private readonly context: BrowserContext,
    private readonly office: ChromiumOffice,
  ) {
    context.on("request", (request) => {
      const address = request.url();
      if (![ADD_IN, OFFICE_CDN, "data:", "blob:"].some((known) => address.startsWith(known))) this.foreign.push(address);
    });
  }

  /** Excel with the workbook, the pane not open yet. */
  static async open(browser: Browser, workbook: EmulatedWorkbook, { page, ...host }: WindowOptions = {}): Promise<ExcelWindow> {
    builtFile("taskpane.html");
    const context = await browser.newContext({ viewport: PANE, locale: "zh-CN", colorScheme: "light", ...page });
    context.setDefaultTimeout(20_000);
    const excel = new ExcelHost(workbook, host);
    await serveDirectory(context, ADD_IN, DIST);
    return new ExcelWindow(excel, context, await installInChromium(context, excel));
  }

  /** Opens the pane and waits until it has read what the workbook keeps of it. */
  async openPane(): Promise<PanePage> {
    const pane = new PanePage(await this.office.open(`${ADD_IN}taskpane.html`));
    this.panes.push(pane);
    await pane.ready();
    return pane;
  }

  /** A click on the ribbon, waited for until Excel is told of its end. */
  async ribbon(pane: PanePage, functionName: string): Promise<void> {
    const before = this.office.completedCommands();
    await this.office.invokeCommand(pane.page, functionName, `Button.${functionName}`);
    while (this.office.completedCommands() === before) await new Promise((resume) => setTimeout(resume, 10));
  }

  /** Closes the window, and fails if anything was asked that is not emulated, printed to the console or fetched from elsewhere. */
  async close(): Promise<void> {
    await this.context.close();
    this.excel.assertEverythingEmulated();
    expect({ noise: this.panes.flatMap(({ noise }) => noise), foreign: this.foreign }).toEqual({ noise: [], foreign: [] });
  }
}
