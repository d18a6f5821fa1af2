/** What has to run inside the page. */
import { readFileSync } from "node:fs";
import type axe from "axe-core";
import type { Page } from "playwright-core";

const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

/** Rule, place and reason, a line each. All rules that axe runs by default. */
export async function axeViolations(page: Page): Promise<string[]> {
  // The page's policy allows no inline script; evaluation by the debugger is not under it.
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { readonly axe: typeof axe }).axe.run(document);
    // Fluent puts elements at the page's ends that hand the focus on as soon as they get it; nobody ever is on one.
    const known = (id: string, html: string): boolean => id === "aria-hidden-focus" && html.includes("data-tabster-dummy");
    return violations.flatMap(({ id, nodes }) => nodes.filter(({ html }) => !known(id, html)).map((node) => `${id}: ${node.target.join(" ")}: ${node.failureSummary ?? ""}`));
  });
}

/** A file let go over the page. */
export async function dropFile(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  await page.evaluate(
    ({ name: called, data }) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(data)], called));
      for (const type of ["dragover", "drop"]) document.querySelector("[data-region]")?.dispatchEvent(new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }));
    },
    { name, data: [...bytes] },
  );
}

/** Milliseconds from the click on a sheet's tab until its cells are drawn, measured inside: no round trip counts. */
export function sheetSwitches(page: Page, sheets: readonly number[]): Promise<number[]> {
  return page.evaluate(async (indexes) => {
    const tabs = [...document.querySelectorAll<HTMLElement>('[data-region="sheet"] [role="tab"]')];
    const times: number[] = [];
    for (const index of indexes) {
      const tab = tabs[index];
      if (!tab) throw new Error(`no sheet ${index}`);
      const start = performance.now();
      tab.click();
      const shown = (): boolean => document.querySelector('table[role="grid"]')?.getAttribute("aria-label")?.endsWith(` ${tab.textContent}`) ?? false;
      while (!shown()) await new Promise((resume) => setTimeout(resume, 1));
      await new Promise<void>((resume) => requestAnimationFrame(() => setTimeout(resume)));
      times.push(performance.now() - start);
    }
    return times;
  }, sheets);
}

/** Milliseconds of the longest piece of work that kept the page from anything else while `work` was done. */
export async function longestTask(page: Page, work: () => Promise<void>): Promise<number> {
  interface Watched {
    longest?: number;
  }
  await page.evaluate(() => {
    const watched = window as Watched;
    watched.longest = 0;
    // Tasks below 50 ms are not told.
    new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => (watched.longest = Math.max(watched.longest ?? 0, duration)))).observe({ type: "longtask" });
  });
  await work();
  return page.evaluate(() => (window as Watched).longest ?? 0);
}

/** What is cut off at the window's edges: parts with more in them than they show, and things to press that lie outside. */
export function beyondWindow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const whole = document.scrollingElement;
    if (whole && whole.scrollWidth > window.innerWidth) found.push(`page: ${whole.scrollWidth}`);
    for (const part of document.querySelectorAll('header, [data-region="pane"], [data-region="sheet"]')) if (part.scrollWidth > part.clientWidth) found.push(`${part.tagName}: ${part.scrollWidth}`);
    for (const element of document.querySelectorAll("button, [role=tab], input, textarea, h1, h2, h3")) {
      // The sheet and its tabs scroll.
      if (element.closest('.wb-scroll, [data-region="sheet"] [role="tablist"]') || !element.checkVisibility({ visibilityProperty: true })) continue;
      const { left, right, width } = element.getBoundingClientRect();
      if (width > 1 && (left < -0.5 || right > window.innerWidth + 0.5)) found.push(`${element.tagName} ${element.textContent ?? ""}: ${left}–${right}`);
    }
    return found;
  });
}

/** Drags the scroll bar to places (0…1) of a large sheet with rows of 20 pixels: milliseconds until each is painted, and places that were empty when they came into view. */
export function jumps(page: Page, places: readonly number[]): Promise<{ readonly times: number[]; readonly gaps: number[] }> {
  return page.evaluate(async (all) => {
    const scroller = document.querySelector<HTMLElement>(".wb-scroll");
    const zoom = Number(scroller?.querySelector<HTMLElement>("table")?.parentElement?.style.zoom);
    if (!scroller || !(zoom > 0)) throw new Error("no sheet");
    const times: number[] = [];
    const gaps: number[] = [];
    for (const place of all) {
      // Nothing is left to do from the last one.
      await new Promise((resume) => setTimeout(resume, 400));
      performance.mark("jump");
      scroller.scrollTop = place * (scroller.scrollHeight - scroller.clientHeight);
      await new Promise(requestAnimationFrame);
      const row = Math.floor(scroller.scrollTop / zoom / 20) + 10;
      if (!scroller.querySelector(`tr[aria-rowindex="${row}"]`)) gaps.push(place);
      await new Promise((resume) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = resume;
        port2.postMessage(null);
      });
      times.push(performance.measure("jump", "jump").duration);
    }
    return { times, gaps };
  }, places);
}
