/** What went wrong on the way to or from a workbook. A finding about the data is never a fault. */
import * as z from "zod/mini";

export const faultCodeSchema = z.enum([
  "not-found", // no such file or folder
  "unsupported-format", // .xls, .et, .ods, not a workbook at all
  "encrypted", // needs a password to open
  "damaged", // truncated, broken zip or XML, a part missing
  "unsafe", // a document type definition, a path out of the package
  "too-large", // beyond the limits that keep time and memory bounded
  "unreadable", // the system refuses to read the file
  "unwritable", // the system refuses to write the copy
  "protected", // a protected sheet refuses the write
  "editing", // the user is editing a cell
  "host", // any other refusal of Excel's
  "internal", // a mistake of ours
]);
export type FaultCode = z.infer<typeof faultCodeSchema>;

export interface Fault {
  readonly code: FaultCode;
  /** In Chinese: what happened, and what to do. */
  readonly message: string;
}

/** Carries a fault out of an adapter. Everything else that is thrown is a mistake of ours. */
export class FaultError extends Error {
  override readonly name = "FaultError";
  readonly fault: Fault;

  constructor(code: FaultCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.fault = { code, message };
  }
}
