/** One browser for a test file, and the workbench pages that its tests open. */
import { type Browser, chromium } from "playwright-core";
import { findChromium } from "../../support/find-chromium";
import { pageOnDisk } from "./site";
import { WorkbenchPage } from "./workbench-page";

const QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

export type OpenPage = (address?: string, options?: Parameters<typeof WorkbenchPage.open>[2]) => Promise<WorkbenchPage>;

/** For the top of a test file. Whatever a test is about: no word on the console, and not one request but for the page's own files. */
export function pagesOfThisFile(): OpenPage {
  let browser: Browser;
  let open: WorkbenchPage[] = [];
  beforeAll(async () => {
    pageOnDisk();
    browser = await chromium.launch({ executablePath: findChromium(), args: QUIET });
  });
  afterAll(() => browser?.close());
  beforeEach(() => {
    open = [];
  });
  afterEach(async () => {
    const noise = open.flatMap((bench) => bench.noise);
    const foreign = open.flatMap((bench) => bench.requests.filter((address) => !address.startsWith(new URL(".", bench.address).href)));
    await Promise.all(open.map((bench) => bench.close()));
    expect({ noise, foreign }).toEqual({ noise: [], foreign: [] });
  });
  return async (address = pageOnDisk(), options = {}) => {
    const bench = await WorkbenchPage.open(browser, address, options);
    open.push(bench);
    return bench;
  };
}
