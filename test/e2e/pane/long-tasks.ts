/** How long the page is busy at a stretch, and how long a click takes until its result is drawn; measured inside the page. */
import type { CDPSession, Page } from "playwright-core";

interface Measurements {
  start: number;
  readonly tasks: { readonly at: number; readonly ms: number }[];
}

type MeasuredWindow = Window & { measurements: Measurements };

export class LongTasks {
  private constructor(
    private readonly page: Page,
    private readonly debug: CDPSession,
  ) {}

  static async observe(page: Page): Promise<LongTasks> {
    await page.evaluate(() => {
      const measurements: Measurements = { start: 0, tasks: [] };
      (window as unknown as MeasuredWindow).measurements = measurements;
      new PerformanceObserver((list) => list.getEntries().forEach(({ startTime, duration }) => measurements.tasks.push({ at: startTime, ms: duration }))).observe({ type: "longtask" });
    });
    const debug = await page.context().newCDPSession(page);
    // Processor time: the clock on the wall runs on while other programs have the processor.
    await debug.send("Performance.enable", { timeDomain: "threadTicks" });
    return new LongTasks(page, debug);
  }

  /** Milliseconds of processor time that the page's own thread has used so far. */
  async busy(): Promise<number> {
    const { metrics } = await this.debug.send("Performance.getMetrics");
    return 1000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN);
  }

  /** Clicks the button and gives the milliseconds until a region of that name has been drawn. */
  async untilResult(button: string, region: string): Promise<number> {
    return this.page.evaluate(
      async ({ button: text, region: label }) => {
        const { measurements } = window as unknown as MeasuredWindow;
        measurements.tasks.length = 0;
        const target = [...document.querySelectorAll("button")].find(({ textContent }) => textContent === text);
        if (!target) throw new Error(`no button ${text}`);
        measurements.start = performance.now();
        target.click();
        await new Promise<void>((resolve) => {
          const found = (): boolean => document.querySelector(`section[aria-label="${label}"]`) !== null;
          const observer = new MutationObserver(() => {
            if (!found()) return;
            observer.disconnect();
            resolve();
          });
          observer.observe(document.body, { childList: true, subtree: true });
        });
        await new Promise<void>((resume) => requestAnimationFrame(() => setTimeout(resume)));
        return performance.now() - measurements.start;
      },
      { button, region },
    );
  }

  sinceStart(): Promise<number> {
    return this.page.evaluate(() => performance.now() - (window as unknown as MeasuredWindow).measurements.start);
  }

  /** Tasks of more than 50 ms since the start, the longest first, as "ms@after start". */
  durations(): Promise<readonly string[]> {
    return this.page.evaluate(() => {
      const { tasks, start } = (window as unknown as MeasuredWindow).measurements;
      return [...tasks].sort((a, b) => b.ms - a.ms).map(({ at, ms }) => `${Math.round(ms)}@${Math.round(at - start)}`);
    });
  }
}
