/** From Office's error codes to what a person is told. */
import { type FaultCode, FaultError } from "../../model/fault";
import { Cancelled } from "../port";
import { HAPPENED, sentences, TODO } from "./messages";

interface Meaning {
  readonly fault: FaultCode;
  readonly happened: string;
  readonly todo: string;
}

/** Codes of the Excel API, and those that the client makes of the Common API's numbers. */
const MEANINGS: Readonly<Record<string, Meaning>> = {
  AccessDenied: { fault: "protected", happened: HAPPENED.accessDenied([]), todo: TODO.unprotect },
  InvalidOperationInCellEditMode: { fault: "editing", happened: HAPPENED.editing, todo: TODO.leaveCell },
  RequestPayloadSizeLimitExceeded: { fault: "too-large", happened: HAPPENED.requestTooLarge, todo: TODO.writeLess },
  ResponsePayloadSizeLimitExceeded: { fault: "too-large", happened: HAPPENED.responseTooLarge, todo: TODO.readLess },
  RangeExceedsLimit: { fault: "too-large", happened: HAPPENED.responseTooLarge, todo: TODO.readLess },
  ItemNotFound: { fault: "host", happened: HAPPENED.itemNotFound, todo: TODO.again },
  InvalidArgument: { fault: "host", happened: HAPPENED.invalidArgument, todo: TODO.checkSheet },
  InvalidReference: { fault: "host", happened: HAPPENED.invalidReference, todo: TODO.again },
  InvalidBinding: { fault: "host", happened: HAPPENED.invalidReference, todo: TODO.again },
  InvalidSelection: { fault: "host", happened: HAPPENED.invalidReference, todo: TODO.again },
  InvalidOperation: { fault: "host", happened: HAPPENED.invalidArgument, todo: TODO.checkSheet },
  UnsupportedOperation: { fault: "host", happened: HAPPENED.invalidArgument, todo: TODO.checkSheet },
  UnsupportedSheet: { fault: "host", happened: HAPPENED.invalidArgument, todo: TODO.checkSheet },
  MergedRangeConflict: { fault: "host", happened: HAPPENED.invalidArgument, todo: TODO.checkSheet },
  PivotTableRangeConflict: { fault: "host", happened: HAPPENED.invalidArgument, todo: TODO.checkSheet },
  FilteredRangeConflict: { fault: "host", happened: HAPPENED.invalidArgument, todo: TODO.checkSheet },
  InsertDeleteConflict: { fault: "host", happened: HAPPENED.conflict, todo: TODO.again },
  Conflict: { fault: "host", happened: HAPPENED.conflict, todo: TODO.wait },
  ItemAlreadyExists: { fault: "host", happened: HAPPENED.conflict, todo: TODO.again },
  EditModeActive: { fault: "editing", happened: HAPPENED.editing, todo: TODO.leaveCell },
  GeneralException: { fault: "host", happened: HAPPENED.general, todo: TODO.wait },
  ApiNotFound: { fault: "host", happened: HAPPENED.notFound, todo: TODO.update },
  ApiNotAvailable: { fault: "host", happened: HAPPENED.notFound, todo: TODO.update },
  NotImplemented: { fault: "host", happened: HAPPENED.notFound, todo: TODO.update },
  ActivityLimitReached: { fault: "host", happened: HAPPENED.busy, todo: TODO.wait },
  RequestAborted: { fault: "host", happened: HAPPENED.timeout, todo: TODO.wait },
  Timeout: { fault: "host", happened: HAPPENED.timeout, todo: TODO.wait },
  ServiceNotAvailable: { fault: "host", happened: HAPPENED.busy, todo: TODO.wait },
  ConnectionFailure: { fault: "host", happened: HAPPENED.offline, todo: TODO.wait },
  HostRestartNeeded: { fault: "host", happened: HAPPENED.general, todo: TODO.wait },
  InactiveWorkbook: { fault: "host", happened: HAPPENED.conflict, todo: TODO.wait },
};

/** The code of an error that Excel or its client raised; null for anything else. */
export function officeCode(error: unknown): string | null {
  // By its looks: an error may come from another window's client.
  if (typeof error !== "object" || error === null || !("code" in error) || !("debugInfo" in error)) return null;
  return typeof error.code === "string" ? error.code : null;
}

/** The member of the API that failed, "" if the client does not say. */
export function officeLocation(error: unknown): string {
  if (typeof error !== "object" || error === null || !("debugInfo" in error)) return "";
  const info = error.debugInfo;
  return typeof info === "object" && info !== null && "errorLocation" in info && typeof info.errorLocation === "string" ? info.errorLocation : "";
}

export function happened(error: unknown, protectedSheets: readonly string[] = []): string {
  const code = officeCode(error) ?? "";
  if (code === "AccessDenied") return HAPPENED.accessDenied(protectedSheets);
  return MEANINGS[code]?.happened ?? HAPPENED.unknown(code);
}

export function faultCode(error: unknown): FaultCode {
  return MEANINGS[officeCode(error) ?? ""]?.fault ?? "host";
}

/** A FaultError for an error of Office's; our own mistakes, faults and cancellations stay what they are. */
export function faultOf(error: unknown, done: string, protectedSheets: readonly string[] = []): unknown {
  if (error instanceof FaultError || error instanceof Cancelled) return error;
  const code = officeCode(error);
  if (code === null) return error;
  const todo = MEANINGS[code]?.todo ?? TODO.report;
  return new FaultError(faultCode(error), sentences(happened(error, protectedSheets), done, todo), { cause: error });
}

/** Runs one operation of the port; `done` says what the workbook looks like if Excel refuses. */
export async function guarded<T>(done: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw faultOf(error, done);
  }
}
