/**
 * `window.external` as Excel for Windows gives it to an add-in's page: the way on which the unmodified client
 * (office.js + excel-win32-16.01.js) finds its host.
 *
 * `installWin32Bridge` runs in the page. For Chromium its text is sent there, so it must not use anything from outside itself.
 */
import type { EventEntry } from "./event-hub";
import type { RichApiAnswer } from "./protocol";
import type { OfficeThemeColors } from "./theme";

/** What the page has to know before it can ask. */
export interface BridgeFacts {
  readonly locale: string;
  readonly build: string;
  readonly documentUrl: string;
  readonly requirementSets: Readonly<Record<string, string>>;
  readonly theme: OfficeThemeColors;
  readonly documentSettings: Readonly<Record<string, string>>;
  readonly undoGroupHeader: string;
  readonly mergesUndo: boolean;
}

/** The page's way to the host; in Chromium it crosses a process, so everything is plain JSON. */
export interface BridgePort {
  execute(payload: unknown): Promise<RichApiAnswer>;
  saveDocumentSettings(entries: Readonly<Record<string, string>>): void;
  commandCompleted(params: unknown): void;
  missing(what: string): void;
}

/** The host's way to the page. */
export interface BridgeControl {
  raiseEvents(entries: readonly EventEntry[]): void;
  raiseSelectionChanged(): void;
  /** A ribbon button of type ExecuteFunction; like Excel, waits until the page listens to commands. */
  invokeCommand(functionName: string, controlId: string): void;
  setTheme(theme: OfficeThemeColors): void;
  setDocumentSettings(entries: Readonly<Record<string, string>>): void;
}

/** The parts of a window that the bridge touches. */
export interface BridgedWindow {
  external?: unknown;
  Excel?: { run: (...args: unknown[]) => unknown };
  setTimeout(handler: () => void, delay: number): unknown;
}

export function installWin32Bridge(win: BridgedWindow, port: BridgePort, facts: BridgeFacts): BridgeControl {
  interface SafeArray {
    toArray(): unknown[];
    dimensions(): number;
  }
  type Callback = (answer: SafeArray | number) => void;

  // Numbers of the client's dispatch table.
  const RICH_API = 93;
  const COMMAND_COMPLETED = 94;
  const RICH_API_EVENT = 33;
  const COMMAND_EVENT = 39;
  const SELECTION_EVENT = 2;
  const NOT_SUPPORTED = 5001;

  // COM's arrays are not JavaScript's; nested ones have to look like it too.
  const safeArray = (list: readonly unknown[]): SafeArray => ({ toArray: () => [...list], dimensions: () => 1 });
  const handlers = new Map<number, (dispId: number, payload: unknown) => void>();
  let theme = facts.theme;
  let settings = { ...facts.documentSettings };
  let commands = 0;
  const waitingCommands: SafeArray[] = [];
  let undoGroups = 0;
  let patched = false;

  // The npm client is older than mergeUndoGroup: on an Excel that has it, the option travels as a header of the run's requests.
  const teachUndoGroups = (): void => {
    const excel = win.Excel;
    if (patched || !facts.mergesUndo || !excel) return;
    patched = true;
    const run = excel.run;
    excel.run = (...args: unknown[]): unknown => {
      const options = args[0] as { mergeUndoGroup?: unknown } | null | undefined;
      const batch = args[1];
      if (typeof options !== "object" || options?.mergeUndoGroup !== true || typeof batch !== "function") return run.apply(excel, args);
      const group = String(++undoGroups);
      const grouped = (context: { readonly requestHeaders: Record<string, string> }): unknown => {
        context.requestHeaders[facts.undoGroupHeader] = group;
        return batch(context);
      };
      return run.call(excel, options, grouped);
    };
  };

  const context = {
    GetAppType: () => 1,
    GetSolutionRef: () => "emulated-add-in",
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 1,
    GetAppUILocale: () => facts.locale,
    GetAppDataLocale: () => facts.locale,
    GetDocUrl: () => facts.documentUrl,
    GetAppCapabilities: () => 0,
    GetActivationMode: () => 2,
    GetControlIntegrationLevel: () => 1,
    GetSolutionToken: () => "",
    GetCorrelationId: () => "",
    GetInstanceId: () => "1",
    GetTouchEnabled: () => false,
    GetCommerceAllowed: () => false,
    GetSupportedMatrix: () => JSON.stringify(facts.requirementSets),
    GetDialogRequirementMatrix: () => JSON.stringify(facts.requirementSets),
    GetHostFullVersion: () => facts.build,
    GetInitialDisplayMode: () => 2,
    GetOfficeThemeInfo: () => JSON.stringify(Object.fromEntries(Object.entries(theme).map(([name, color]) => [name, Number.parseInt(color.slice(1), 16)]))),
    GetSettings: () => ({
      Read: (keys: string[], values: string[]) => {
        for (const [key, value] of Object.entries(settings)) {
          keys.push(key);
          values.push(value);
        }
      },
      Write: (keys: readonly string[], values: readonly string[]) => {
        settings = Object.fromEntries(keys.map((key, index) => [key, values[index] ?? ""]));
        port.saveDocumentSettings(settings);
      },
    }),
  };

  const flushCommands = (): void => {
    const handler = handlers.get(COMMAND_EVENT);
    if (handler) for (const command of waitingCommands.splice(0)) handler(COMMAND_EVENT, command);
  };

  const execute = (dispId: number, params: readonly unknown[], callback: Callback): void => {
    teachUndoGroups();
    if (dispId === RICH_API) {
      port.execute(params[0]).then(
        (answer) => callback(safeArray("body" in answer ? [0, [200, [], answer.body]] : [answer.status, answer.message])),
        () => callback(NOT_SUPPORTED),
      );
    } else if (dispId === COMMAND_COMPLETED) {
      port.commandCompleted(params);
      win.setTimeout(() => callback(safeArray([0])), 0);
    } else {
      port.missing(`Common API method ${dispId}`);
      win.setTimeout(() => callback(NOT_SUPPORTED), 0);
    }
  };

  win.external = {
    GetContext: () => context,
    Execute: execute,
    RegisterEvent: (dispId: number, _target: string, handler: (dispId: number, payload: unknown) => void, callback: Callback) => {
      if (dispId !== RICH_API_EVENT && dispId !== COMMAND_EVENT && dispId !== SELECTION_EVENT) port.missing(`Common API event ${dispId}`);
      win.setTimeout(() => {
        handlers.set(dispId, handler);
        callback(0);
        flushCommands();
      }, 0);
    },
    UnregisterEvent: (dispId: number, _target: string, callback: Callback) => {
      handlers.delete(dispId);
      win.setTimeout(() => callback(0), 0);
    },
  };

  return {
    raiseEvents: (entries) => handlers.get(RICH_API_EVENT)?.(RICH_API_EVENT, safeArray(entries.map((entry) => [...entry]))),
    raiseSelectionChanged: () => handlers.get(SELECTION_EVENT)?.(SELECTION_EVENT, undefined),
    invokeCommand: (functionName, controlId) => {
      waitingCommands.push(safeArray([`command-${++commands}`, functionName, JSON.stringify({ source: { id: controlId } })]));
      flushCommands();
    },
    setTheme: (next) => {
      theme = next;
    },
    setDocumentSettings: (next) => {
      settings = { ...next };
    },
  };
}
