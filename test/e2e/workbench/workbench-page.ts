/** The workbench as a person uses it, in the browser. Waits are for what is seen, never for a time. */
import { readFileSync } from "node:fs";
import type { Browser, BrowserContextOptions, Locator, Page } from "playwright-core";
import { strings as pane } from "../../../src/taskpane/strings.zh-CN";
import { strings } from "../../../src/workbench/strings.zh-CN";

/** A path, or a file that is nowhere on disk. */
export type ChosenFile = string | { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

export interface ProjectShown {
  readonly name: string;
  readonly total: string | null;
  readonly grade: string | null;
}

export const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export class WorkbenchPage {
  /** Everything on the console, and every error that nobody caught. */
  readonly noise: string[] = [];
  /** Addresses asked for, workers' included; data: and blob: are no requests. */
  readonly requests: string[] = [];

  private constructor(
    readonly page: Page,
    readonly address: string,
  ) {
    page.on("console", (message) => this.noise.push(`console ${message.type()}: ${message.text()}`));
    page.on("pageerror", (error) => this.noise.push(`error: ${error.message}`));
    page.on("crash", () => this.noise.push("crash"));
    page.context().on("request", (request) => {
      if (!/^(?:data|blob):/.test(request.url())) this.requests.push(request.url());
    });
  }

  static async open(browser: Browser, address: string, options: BrowserContextOptions = {}): Promise<WorkbenchPage> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, colorScheme: "light", locale: "zh-CN", ...options });
    context.setDefaultTimeout(20_000);
    const opened = new WorkbenchPage(await context.newPage(), address);
    await opened.page.goto(address);
    await opened.cell("A1").waitFor();
    return opened;
  }

  get pane(): Locator {
    return this.page.locator('[data-region="pane"]');
  }

  get sheet(): Locator {
    return this.page.locator('[data-region="sheet"]');
  }

  get unsaved(): Locator {
    return this.page.getByText(strings.unsaved);
  }

  cell(address: string): Locator {
    return this.page.locator(`td[data-a="${address}"]`);
  }

  sheetTab(name: string): Locator {
    return this.sheet.getByRole("tab", { name, exact: true });
  }

  /** A tab of the result: 项目, 问题, 写回, with its count. */
  resultTab(title: string): Locator {
    return this.pane.getByRole("tab", { name: new RegExp(`^${title}`) });
  }

  async choose(file: ChosenFile): Promise<void> {
    const [chooser] = await Promise.all([this.page.waitForEvent("filechooser"), this.page.getByRole("button", { name: strings.open, exact: true }).click()]);
    await chooser.setFiles(file);
  }

  async openFile(file: ChosenFile): Promise<void> {
    await this.choose(file);
    await this.opened(typeof file === "string" ? (file.split("/").at(-1) ?? file) : file.name);
  }

  async opened(name: string): Promise<void> {
    await this.page.waitForFunction((title) => document.title.startsWith(title), name);
    await this.page.locator("td[data-a]").first().waitFor();
  }

  /** 重算并校验 by mouse, until everything is written. */
  async run(): Promise<void> {
    await this.noteResult();
    await this.pane.getByRole("button", { name: pane.toolbar.run }).click();
    await this.finished();
  }

  /** The result that stands now is not the one to wait for. */
  async noteResult(): Promise<void> {
    await this.pane.getByRole("region", { name: pane.summary.label }).evaluateAll((sections) => sections.forEach((section) => section.setAttribute("data-seen", "")));
  }

  /** A result that was not there before, and nothing under way. */
  async finished(): Promise<void> {
    await this.page.waitForFunction(
      ({ label, done }) => {
        const found = document.querySelector(`[data-region="pane"] section[aria-label="${label}"]:not([data-seen])`);
        const said = document.querySelector('[data-region="pane"] [role="status"]')?.textContent ?? "";
        return found !== null && said.includes(done);
      },
      { label: pane.summary.label, done: "复核完成：" },
    );
  }

  /** What a screen reader is told: counts of forms and findings. */
  async said(): Promise<string> {
    return (await this.pane.getByRole("status").textContent()) ?? "";
  }

  async projects(): Promise<ProjectShown[]> {
    await this.resultTab(pane.tabs.projects).click();
    const more = this.pane.getByRole("tabpanel").getByRole("button", { name: /^再显示/ });
    while ((await more.count()) > 0) await more.click();
    return this.pane.getByRole("tabpanel").locator("li button").evaluateAll(
      (rows, { total, grade }) => rows.map((row) => ({ name: row.querySelector("span")?.textContent ?? "", total: row.querySelector(`[title="${total}"]`)?.textContent ?? null, grade: row.querySelector(`[title="${grade}"]`)?.textContent ?? null })),
      { total: pane.projects.total, grade: pane.projects.grade },
    );
  }

  /** Texts of the cells of one sheet, by address. */
  async texts(sheet: string): Promise<ReadonlyMap<string, string>> {
    await this.sheetTab(sheet).click();
    await this.page.getByRole("grid", { name: strings.sheet.grid(sheet) }).waitFor();
    const entries = await this.page.locator("td[data-a]").evaluateAll((cells) => cells.map((cell): [string, string] => [cell.getAttribute("data-a") ?? "", cell.querySelector(".c")?.textContent ?? ""]));
    return new Map(entries);
  }

  /** Types into a cell by mouse and keyboard, Enter at the end. */
  async type(address: string, text: string): Promise<void> {
    await this.cell(address).click();
    await this.page.keyboard.type(text);
    await this.page.keyboard.press("Enter");
    await this.shows(address, text);
  }

  async shows(address: string, text: string): Promise<void> {
    await this.page.waitForFunction(({ at, wanted }) => (document.querySelector(`td[data-a="${at}"] .c`)?.textContent ?? "") === wanted, { at: address, wanted: text });
  }

  async save(): Promise<{ readonly name: string; readonly path: string; readonly bytes: Uint8Array }> {
    const [download] = await Promise.all([this.page.waitForEvent("download"), this.page.getByRole("button", { name: strings.saveAs, exact: true }).click()]);
    const path = await download.path();
    return { name: download.suggestedFilename(), path, bytes: new Uint8Array(readFileSync(path)) };
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}
