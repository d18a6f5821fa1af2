/** The emulated Excel: answers the client's requests from a workbook, and lets a test play the user and the other people. */
import { Buffer } from "node:buffer";
import { type Area, parseA1 } from "../../src/model/address";
import { typeInto } from "./cell-input";
import { EVENT, EventHub } from "./event-hub";
import { Faults } from "./faults";
import { CELL_EDIT_MODE, HostError, NotEmulated, REQUEST_TOO_LARGE, RESPONSE_TOO_LARGE, TransportError, fail } from "./host-error";
import type { Json } from "./json";
import { detailsOf } from "./objects/range-writes";
import { type Batch, decodeBatch, FLAG_DELAY_FOR_CELL_EDIT, type RichApiAnswer, type RichApiMessage } from "./protocol";
import { References } from "./references";
import { kindOf, type LoggedRequest, RequestLog } from "./request-log";
import { runBatch, type RunOutcome } from "./request-run";
import { type Edition, type EditionFacts, EDITIONS, supports } from "./requirement-sets";
import { areaText, parseAreaText } from "./sheet-address";
import { LIGHT_THEME, type OfficeThemeColors } from "./theme";
import { UndoHistory } from "./undo-history";
import type { EmulatedSheet, EmulatedWorkbook, ProtectionOptions } from "./workbook-model";

export interface HostOptions {
  readonly edition?: Edition;
  /** Of Excel's own window: the language of the client's error texts. */
  readonly locale?: string;
  readonly theme?: OfficeThemeColors;
  /** In bytes; 5 MB each unless told. */
  readonly requestLimit?: number;
  readonly responseLimit?: number;
  /** What "3-4" means when it is typed. */
  readonly currentYear?: number;
}

/** The name of a header by which bridge and host speak of undo groups (the client of 2022 knows none). */
export const UNDO_GROUP_HEADER = "emulated-undo-group";

const FIVE_MEGABYTES = 5 * 1024 * 1024;
const INTERNAL_ERROR = 5001;

export class ExcelHost {
  readonly workbook: EmulatedWorkbook;
  readonly edition: EditionFacts;
  readonly locale: string;
  readonly currentYear: number;
  readonly events = new EventHub();
  readonly references = new References();
  readonly faults = new Faults();
  readonly log = new RequestLog();
  readonly undoHistory: UndoHistory;
  theme: OfficeThemeColors;
  /** Of a shared runtime: whether `Office.addin` has shown the pane or hidden it. */
  runtimeState: "Background" | "Visible" = "Background";
  /** Called when the user's selection moves, for the Common API's own event. */
  onSelection: () => void = () => undefined;
  /** Called when the colours of Excel's window change. */
  onTheme: (theme: OfficeThemeColors) => void = () => undefined;
  private readonly requestLimit: number;
  private readonly responseLimit: number;
  private readonly troubles: string[] = [];
  private editing: { readonly done: Promise<void>; readonly finish: () => void } | null = null;

  constructor(workbook: EmulatedWorkbook, options: HostOptions = {}) {
    this.workbook = workbook;
    this.edition = EDITIONS[options.edition ?? "microsoft-365"];
    this.locale = options.locale ?? "zh-CN";
    this.theme = options.theme ?? LIGHT_THEME;
    this.currentYear = options.currentYear ?? 2026;
    this.requestLimit = options.requestLimit ?? FIVE_MEGABYTES;
    this.responseLimit = options.responseLimit ?? FIVE_MEGABYTES;
    this.undoHistory = new UndoHistory(this.edition.keepsUndo);
  }

  // ---- the client's side

  async execute(message: RichApiMessage): Promise<RichApiAnswer> {
    try {
      if (Buffer.byteLength(message.body) > this.requestLimit) throw new TransportError(REQUEST_TOO_LARGE, "Request payload size limit exceeded.");
      const batch = decodeBatch(message.body);
      // The client's own greeting may come late; it touches no workbook.
      while (this.editing && kindOf(batch) !== "service") {
        if ((message.flags & FLAG_DELAY_FOR_CELL_EDIT) === 0) throw new TransportError(CELL_EDIT_MODE, "Excel is in cell-editing mode.");
        await this.editing.done;
      }
      return { body: this.answer(message, batch) };
    } catch (error) {
      if (error instanceof TransportError) return this.refuse(message, error.status, error.message);
      if (error instanceof NotEmulated) {
        this.noteError(error);
        return { body: JSON.stringify({ Results: [], Error: { Code: error.code, Message: error.message, Location: "", ActionIndex: 0, HttpStatusCode: error.httpStatus } }) };
      }
      // A mistake of the emulator must not look like an answer of Excel.
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      this.troubles.push(text);
      return this.refuse(message, INTERNAL_ERROR, `The emulated Excel broke: ${text}`);
    } finally {
      setTimeout(() => this.events.deliver(), 0);
    }
  }

  private answer(message: RichApiMessage, batch: Batch): string {
    const outcome = this.run(batch);
    const at = message.headers.indexOf(UNDO_GROUP_HEADER);
    this.undoHistory.addInWrote(this.workbook.takeJournal(), at < 0 ? null : (message.headers[at + 1] ?? null));
    const { error } = outcome;
    const body = JSON.stringify({ Results: outcome.results, TraceIds: outcome.traceIds, ...(error && { Error: error }) });
    const bytesOut = Buffer.byteLength(body);
    // The actions are done by now: a response that is too large does not take the writes back.
    if (bytesOut > this.responseLimit) throw new TransportError(RESPONSE_TOO_LARGE, "Response payload size limit exceeded.");
    const bytesIn = Buffer.byteLength(message.body);
    const failure: LoggedRequest["error"] = error && { code: error.Code, location: error.Location, actionIndex: error.ActionIndex };
    this.log.add({ kind: kindOf(batch), flags: message.flags, bytesIn, bytesOut, calls: outcome.calls, error: failure });
    return body;
  }

  private run(batch: Batch): RunOutcome {
    try {
      if (kindOf(batch) === "batch") this.faults.beforeBatch();
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      return { results: [], traceIds: [], calls: [], error: { Code: error.code, Message: error.message, Location: "", ActionIndex: 0, HttpStatusCode: error.httpStatus } };
    }
    return runBatch(batch, this);
  }

  private refuse(message: RichApiMessage, status: number, text: string): RichApiAnswer {
    const error = { code: String(status), location: "", actionIndex: 0 };
    this.log.add({ kind: "batch", flags: message.flags, bytesIn: Buffer.byteLength(message.body), bytesOut: 0, calls: [], error });
    return { status, message: text };
  }

  /** Refuses, as an older Excel does, what came with a later requirement set. */
  expectSupported(location: string, since: string): void {
    if (!supports(this.edition, since)) throw new HostError("ApiNotFound", `${location} needs ExcelApi ${since}; this Excel has ${this.edition.excelApi}.`);
  }

  /** Refuses a read that cannot fit into a response before it is put together: a cell takes three bytes at least. */
  expectCells(cells: number): void {
    if (cells * 3 > this.responseLimit) throw new TransportError(RESPONSE_TOO_LARGE, "Response payload size limit exceeded.");
  }

  noteError(error: HostError): void {
    if (error instanceof NotEmulated) this.troubles.push(error.message);
  }

  /** Something the page asked for outside the RichApi that nobody emulated. */
  noteMissing(what: string): void {
    this.troubles.push(new NotEmulated(what).message);
  }

  /** For `afterEach`: fails if anything was asked that is not emulated, even if the add-in swallowed the error. */
  assertEverythingEmulated(): void {
    if (this.troubles.length > 0) throw new Error(this.troubles.join("\n"));
  }

  contentChanged(sheet: EmulatedSheet, area: Area, details: Readonly<Record<string, Json>>, source = "Local", triggerSource = "ThisLocalAddin"): void {
    if (!this.events.hears(EVENT.changed, sheet.id)) return;
    // Excel keeps the range for `event.getRange()`.
    const referenceId = this.references.keep({ type: "Range", sheet, area });
    const fixed = { changeType: "RangeEdited", shiftDirection: "None", worksheetId: sheet.id, address: areaText(area) };
    this.events.raise(EVENT.changed, sheet.id, { ...fixed, source, triggerSource, referenceId, ...details });
  }

  activate(sheet: EmulatedSheet): void {
    if (sheet.visibility !== "visible") fail("GeneralException");
    const before = this.workbook.active;
    if (before === sheet) return;
    this.workbook.activate(sheet);
    this.events.raise(EVENT.deactivated, before.id, { worksheetId: before.id });
    this.events.raise(EVENT.activated, sheet.id, { worksheetId: sheet.id });
  }

  select(sheet: EmulatedSheet, area: Area): void {
    this.activate(sheet);
    sheet.selection = area;
    this.events.raise(EVENT.selectionChanged, sheet.id, { worksheetId: sheet.id, address: areaText(area) });
    this.onSelection();
  }

  // ---- the test's side: the user at this Excel, and others

  /** The user types into a cell: goes on the undo stack and raises the change event. */
  userEdit(sheetName: string, address: string, typed: string | number | boolean): void {
    this.edit(sheetName, address, typed, "Local");
    this.undoHistory.userEdited(this.workbook.takeJournal());
  }

  /** Somebody else edits the same workbook (co-authoring): nothing for this user to undo. */
  foreignEdit(sheetName: string, address: string, typed: string | number | boolean): void {
    this.edit(sheetName, address, typed, "Remote");
    this.workbook.takeJournal();
  }

  private edit(sheetName: string, address: string, typed: string | number | boolean, source: string): void {
    const sheet = this.workbook.sheetNamed(sheetName);
    const at = parseA1(address);
    if (!at) throw new Error(`Not a cell: ${address}`);
    const before = sheet.cell(at.row, at.col);
    sheet.setCell(at.row, at.col, typeInto(before, typed, this.currentYear));
    const area = { top: at.row, left: at.col, bottom: at.row, right: at.col };
    this.contentChanged(sheet, area, detailsOf(area, before, sheet.cell(at.row, at.col)), source, "Unknown");
    this.events.deliver();
  }

  /** The user selects "B2:C3" and thereby the sheet. */
  userSelect(sheetName: string, address: string): void {
    this.select(this.workbook.sheetNamed(sheetName), parseAreaText(address));
    this.events.deliver();
  }

  /** The user has begun to type into a cell and has not yet pressed Enter. */
  beginCellEdit(): void {
    if (this.editing) return;
    let finish = (): void => undefined;
    const done = new Promise<void>((resolve) => {
      finish = resolve;
    });
    this.editing = { done, finish };
  }

  endCellEdit(): void {
    this.editing?.finish();
    this.editing = null;
  }

  protect(sheetName: string, options: ProtectionOptions = {}): void {
    this.workbook.sheetNamed(sheetName).protection = options;
  }

  unprotect(sheetName: string): void {
    this.workbook.sheetNamed(sheetName).protection = null;
  }

  /** Seen by the page when it next asks (the client keeps the colours for five seconds). */
  setTheme(theme: OfficeThemeColors): void {
    this.theme = theme;
    this.onTheme(theme);
  }
}
