/** Starts Microsoft's unmodified client in a jsdom window on top of an emulated Excel. */
import { bridgeFacts, hostInfoQuery, saveDocumentSettings } from "./bridge-facts";
import type { ExcelHost } from "./excel-host";
import { OFFICE_CDN, officeFile } from "./office-files";
import { decodeMessage } from "./protocol";
import { type BridgeControl, type BridgedWindow, installWin32Bridge } from "./win32-bridge";

export interface OfficeSession {
  readonly Office: typeof Office;
  readonly Excel: typeof Excel;
  readonly OfficeExtension: typeof OfficeExtension;
  readonly window: Window;
  /** What `Office.onReady()` gave. */
  readonly info: { readonly host: unknown; readonly platform: unknown };
  readonly control: BridgeControl;
  /** Parameters of `event.completed()` of ribbon commands. */
  readonly completedCommands: readonly unknown[];
  /** Puts Office, Excel and OfficeExtension on globalThis, as in a page; returns the way back. */
  installGlobals(): () => void;
  close(): void;
}

type OfficeWindow = Window & BridgedWindow & { Office: typeof Office; Excel: typeof Excel; OfficeExtension: typeof OfficeExtension; eval(text: string): unknown; Node: { prototype: Node } };

/**
 * Without `existing`, a window of its own: several hosts and editions can live side by side in one test file.
 * With the window of jest-environment-jsdom the client lives where React components are rendered; one host per file then.
 */
export async function loadInJsdom(host: ExcelHost, existing?: Window): Promise<OfficeSession> {
  const window = (existing ?? (await ownWindow(host))) as OfficeWindow;
  if (existing) existing.history.replaceState(null, "", `?${hostInfoQuery(host)}`);
  const completedCommands: unknown[] = [];
  const control = installWin32Bridge(
    window,
    {
      // Off the caller's stack, like everything that crosses to Excel's process.
      execute: (payload) => new Promise((resolve) => setTimeout(() => resolve(host.execute(decodeMessage(payload))), 0)),
      saveDocumentSettings: (entries) => saveDocumentSettings(host, entries),
      commandCompleted: (params) => completedCommands.push(params),
      missing: (what) => host.noteMissing(what),
    },
    bridgeFacts(host),
  );
  const disconnect = host.events.connect((entries) => control.raiseEvents(entries));
  host.onSelection = () => control.raiseSelectionChanged();
  host.onTheme = (theme) => control.setTheme(theme);
  const release = serveOfficeFiles(window);
  window.eval(`${officeFile("office.js") ?? ""}\n//# sourceURL=office-js/office.js`);
  const info = await window.Office.onReady();
  release();
  const { Office, Excel, OfficeExtension } = window;
  return {
    Office,
    Excel,
    OfficeExtension,
    window,
    info,
    control,
    completedCommands,
    installGlobals: () => installGlobals({ Office, Excel, OfficeExtension }),
    close: () => {
      disconnect();
      if (existing) window.sessionStorage.removeItem("hostInfoValue");
      else window.close();
    },
  };
}

async function ownWindow(host: ExcelHost): Promise<Window> {
  // Only here: inside jest-environment-jsdom the package cannot be loaded a second time.
  const { JSDOM, VirtualConsole } = await import("jsdom");
  const page = "<!doctype html><html><head></head><body></body></html>";
  const url = `https://add-in.invalid/taskpane.html?${hostInfoQuery(host)}`;
  // The client greets on the console.
  const { window } = new JSDOM(page, { url, runScripts: "outside-only", virtualConsole: new VirtualConsole() });
  return window as unknown as Window;
}

/** office.js asks for its other files by script elements: jsdom does not load them, so they are evaluated when they are put into the page. */
function serveOfficeFiles(window: OfficeWindow): () => void {
  const script = window.document.createElement("script");
  script.type = "text/plain";
  script.src = `${OFFICE_CDN}office.js`;
  window.document.head.appendChild(script);
  const { prototype } = window.Node;
  const { appendChild, insertBefore } = prototype;
  const serve = (node: Node): boolean => {
    const { src, onload } = node as Partial<HTMLScriptElement>;
    if (src?.startsWith(OFFICE_CDN) !== true) return false;
    const path = src.slice(OFFICE_CDN.length).replace(/\?.*/, "");
    setTimeout(() => {
      window.eval(`${officeFile(path) ?? ""}\n//# sourceURL=office-js/${path}`);
      onload?.call(node as HTMLScriptElement, new Event("load"));
    }, 0);
    return true;
  };
  prototype.appendChild = function <T extends Node>(this: Node, node: T): T {
    return serve(node) ? node : (appendChild.call(this, node) as T);
  };
  prototype.insertBefore = function <T extends Node>(this: Node, node: T, before: Node | null): T {
    return serve(node) ? node : (insertBefore.call(this, node, before) as T);
  };
  return () => Object.assign(prototype, { appendChild, insertBefore });
}

function installGlobals(values: Readonly<Record<string, unknown>>): () => void {
  const before = Object.keys(values).map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const);
  for (const [name, value] of Object.entries(values)) Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  return () => {
    for (const [name, descriptor] of before) {
      if (descriptor) Object.defineProperty(globalThis, name, descriptor);
      else Reflect.deleteProperty(globalThis, name);
    }
  };
}
