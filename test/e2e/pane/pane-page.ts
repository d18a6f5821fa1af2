/** The pane inside Excel as a person uses it. Waits are for what is seen, never for a time. */
import type { Locator, Page } from "playwright-core";
import { strings } from "../../../src/taskpane/strings.zh-CN";

export interface ProjectShown {
  readonly name: string;
  readonly total: string | null;
  readonly grade: string | null;
  /** "97.85%", as it stands behind the word. */
  readonly rate: string | null;
  /** "错误 1 条", only those that are not none. */
  readonly counts: readonly string[];
}

/** The end of every review is said with these words. */
const DONE = strings.summary.live(0, 0, 0, 0).split(strings.colon)[0] ?? "";

export class PanePage {
  /** Everything on the console, and every error that nobody caught. */
  readonly noise: string[] = [];

  constructor(readonly page: Page) {
    page.on("console", (message) => this.noise.push(`console ${message.type()}: ${message.text()}`));
    page.on("pageerror", (error) => this.noise.push(`error: ${error.message}`));
    page.on("crash", () => this.noise.push("crash"));
  }

  async ready(): Promise<void> {
    await this.button(strings.toolbar.run).waitFor();
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole("button", { name, exact: typeof name === "string" });
  }

  get undoButton(): Locator {
    return this.page.getByRole("group", { name: strings.toolbar.label }).getByRole("button", { name: new RegExp(`^${strings.writes.undo}`) });
  }

  /** A tab of the result: 项目, 问题, 写回, with its count. */
  tab(title: string): Locator {
    return this.page.getByRole("tab", { name: new RegExp(`^${title}`) });
  }

  /** The count that a tab shows. */
  async tabCount(title: string): Promise<number> {
    return Number(((await this.tab(title).textContent()) ?? "").slice(title.length));
  }

  /** 重算并校验 by mouse, until the pane says that it is done, be it well or not. */
  async run(): Promise<void> {
    await this.noteResult();
    await this.button(strings.toolbar.run).click();
    await this.finished();
  }

  /** The result that stands now is not the one to wait for. */
  async noteResult(): Promise<void> {
    await this.page.getByRole("region", { name: strings.summary.label }).evaluateAll((sections) => sections.forEach((section) => section.setAttribute("data-seen", "")));
  }

  /** A result that was not there before, and nothing under way. */
  async finished(): Promise<void> {
    await this.page.waitForFunction(
      ({ label, done }) => document.querySelector(`section[aria-label="${label}"]:not([data-seen])`) !== null && (document.querySelector('[role="status"]')?.textContent ?? "").includes(done),
      { label: strings.summary.label, done: DONE },
    );
  }

  /** Does something to a result on show, until it is no longer busy. */
  async settled(): Promise<void> {
    await this.page.waitForFunction((done) => (document.querySelector('[role="status"]')?.textContent ?? "").includes(done) && document.querySelector('[role="progressbar"]') === null, DONE);
  }

  /** What a screen reader is told: counts of forms and findings. */
  async said(): Promise<string> {
    return (await this.page.getByRole("status").textContent()) ?? "";
  }

  /** The heading and the three severities of the summary. */
  async figures(): Promise<{ readonly forms: string; readonly counts: readonly string[] }> {
    const summary = this.page.getByRole("region", { name: strings.summary.label });
    const forms = (await summary.getByRole("heading").textContent()) ?? "";
    return { forms, counts: await summary.getByRole("group", { name: strings.findings.filter }).getByRole("button").allTextContents() };
  }

  async projects(): Promise<ProjectShown[]> {
    await this.tab(strings.tabs.projects).click();
    const panel = this.page.getByRole("tabpanel");
    const more = panel.getByRole("button", { name: /^再显示/ });
    while ((await more.count()) > 0) await more.click();
    return panel.locator("li > button").evaluateAll(
      (buttons, { total, grade, rate }) =>
        buttons.map((row) => ({
          name: row.children[0]?.textContent ?? "",
          total: row.querySelector(`[title="${total}"]`)?.textContent ?? null,
          grade: row.querySelector(`[title="${grade}"]`)?.textContent ?? null,
          rate: [...(row.children[2]?.children ?? [])].map((fact) => fact.textContent ?? "").find((fact) => fact.startsWith(rate))?.slice(rate.length + 1) ?? null,
          counts: [...row.querySelectorAll('[role="img"]')].map((count) => count.getAttribute("aria-label") ?? ""),
        })),
      { total: strings.projects.total, grade: strings.projects.grade, rate: strings.projects.rate },
    );
  }

  /** What went wrong, in the bars above the result; they interrupt a screen reader. */
  get alert(): Locator {
    return this.page.getByRole("alert");
  }

  /** The lists of a write that failed half-way: which cells are which. */
  async failedCells(): Promise<Readonly<Record<string, string>>> {
    const lists = await this.alert.locator("details").evaluateAll((details) => details.map((list) => [list.querySelector("summary")?.textContent ?? "", list.textContent ?? ""] as const));
    return Object.fromEntries(lists.map(([summary, text]) => [summary.replace(/ \d+$/, ""), text.slice(summary.length)]));
  }

  /** 撤销上次写回, until so many cells are back and the result is up to date. */
  async undo(cells: number): Promise<void> {
    await this.undoButton.click();
    await this.page.getByText(strings.notice.undone(cells)).first().waitFor();
    await this.settled();
  }
}
