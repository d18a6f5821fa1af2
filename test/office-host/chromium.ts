/**
 * The same in headless Chromium: any page that loads office.js from Microsoft's address, unmodified. The client's files come
 * from the npm package by request interception; the emulated Excel stays in Node and is asked through a binding.
 */
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { findChromium } from "../support/find-chromium";
import { bridgeFacts, hostInfoQuery, saveDocumentSettings } from "./bridge-facts";
import type { ExcelHost } from "./excel-host";
import { OFFICE_CDN, officeFile } from "./office-files";
import { decodeMessage } from "./protocol";
import { installWin32Bridge } from "./win32-bridge";

/** Where the bridge's control is kept in the page. */
const CONTROL = "__emulatedExcel";

export interface ChromiumOffice {
  readonly context: BrowserContext;
  /** Opens an add-in's page as Excel would: with the host info that makes office.js look for Excel for Windows. */
  open(url: string): Promise<Page>;
  /** A ribbon button of type ExecuteFunction, as seen by the given page. */
  invokeCommand(page: Page, functionName: string, controlId: string): Promise<void>;
  /** Number of `event.completed()` so far. */
  completedCommands(): number;
}

export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: findChromium(),
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
  });
}

/** Gives a context the client's files and the emulated Excel. One host per context; pages of the context share it. */
export async function installInChromium(context: BrowserContext, host: ExcelHost): Promise<ChromiumOffice> {
  let completed = 0;
  await context.route(`${OFFICE_CDN}**`, async (route) => {
    const body = officeFile(new URL(route.request().url()).pathname.slice(new URL(OFFICE_CDN).pathname.length));
    if (body === null) await route.fulfill({ status: 404 });
    else await route.fulfill({ body, contentType: "text/javascript; charset=utf-8", headers: { "access-control-allow-origin": "*" } });
  });
  await context.exposeFunction("__excelExecute", (payload: unknown) => host.execute(decodeMessage(payload)));
  await context.exposeFunction("__excelSaveSettings", (entries: Readonly<Record<string, string>>) => {
    saveDocumentSettings(host, entries);
    // A page loaded later starts from what was saved.
    return context.addInitScript(`window.${CONTROL}.setDocumentSettings(${JSON.stringify(entries)})`);
  });
  await context.exposeFunction("__excelCommandCompleted", () => void completed++);
  await context.exposeFunction("__excelMissing", (what: string) => host.noteMissing(what));
  await context.addInitScript(bridgeScript(host));
  const tell = (script: string): void => {
    // A page that is being closed or navigated has nobody to tell.
    for (const page of context.pages()) page.evaluate(script).catch(() => undefined);
  };
  host.events.connect((entries) => tell(`window.${CONTROL}?.raiseEvents(${JSON.stringify(entries)})`));
  host.onSelection = () => tell(`window.${CONTROL}?.raiseSelectionChanged()`);
  host.onTheme = (theme) => {
    const script = `window.${CONTROL}?.setTheme(${JSON.stringify(theme)})`;
    tell(script);
    void context.addInitScript(script);
  };
  return {
    context,
    open: async (url) => {
      const page = await context.newPage();
      await page.goto(`${url}${url.includes("?") ? "&" : "?"}${hostInfoQuery(host)}`);
      return page;
    },
    invokeCommand: (page, functionName, controlId) => {
      const call = `window.${CONTROL}.invokeCommand(${JSON.stringify(functionName)}, ${JSON.stringify(controlId)})`;
      return page.evaluate<void>(call);
    },
    completedCommands: () => completed,
  };
}

/** The bridge as text. Loaders may wrap functions in a helper called `__name`; the page has none, so it gets one. */
function bridgeScript(host: ExcelHost): string {
  return `(() => {
    const __name = (value) => value;
    const port = {
      execute: (payload) => window.__excelExecute(payload),
      saveDocumentSettings: (entries) => void window.__excelSaveSettings(entries),
      commandCompleted: () => void window.__excelCommandCompleted(),
      missing: (what) => void window.__excelMissing(what),
    };
    window.${CONTROL} = (${installWin32Bridge.toString()})(window, port, ${JSON.stringify(bridgeFacts(host))});
  })()`;
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
};

/** Serves a built add-in under an address of its own without a server: `serveDirectory(context, "https://add-in.invalid/", "dist")`. */
export async function serveDirectory(context: BrowserContext, origin: string, directory: string): Promise<void> {
  await context.route(`${origin}**`, async (route) => {
    const path = normalize(decodeURIComponent(new URL(route.request().url()).pathname));
    const body = path.includes("..") ? null : await readFile(join(directory, path)).catch(() => null);
    if (body === null) await route.fulfill({ status: 404 });
    else await route.fulfill({ body, contentType: CONTENT_TYPES[extname(path)] ?? "application/octet-stream" });
  });
}
