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
