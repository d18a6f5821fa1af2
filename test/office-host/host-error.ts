/** The ways in which the emulated Excel says no. */

/** Codes that Excel documents; the client hands them to the add-in as `OfficeExtension.Error.code`. */
export type ExcelErrorCode =
  | "AccessDenied"
  | "ApiNotFound"
  | "GeneralException"
  | "InvalidArgument"
  | "InvalidReference"
  | "ItemAlreadyExists"
  | "ItemNotFound";

const MESSAGES: Readonly<Record<ExcelErrorCode, string>> = {
  AccessDenied: "You do not have permissions to perform the requested operation.",
  ApiNotFound: "The API you are trying to use could not be found. It may be available in a newer version of Excel.",
  GeneralException: "There was an internal error while processing the request.",
  InvalidArgument: "The argument is invalid or missing or has an incorrect format.",
  InvalidReference: "This reference is not valid for the current operation.",
  ItemAlreadyExists: "The resource being created already exists.",
  ItemNotFound: "The requested resource doesn't exist.",
};

const HTTP_STATUS: Readonly<Record<string, number>> = { AccessDenied: 403, ApiNotFound: 404, ItemNotFound: 404 };

/** One action fails; what came before it in the batch stays done. */
export class HostError extends Error {
  readonly code: string;

  constructor(code: string, message?: string) {
    super(message ?? MESSAGES[code as ExcelErrorCode] ?? code);
    this.code = code;
  }

  get httpStatus(): number {
    return HTTP_STATUS[this.code] ?? 400;
  }
}

export function fail(code: ExcelErrorCode, message?: string): never {
  throw new HostError(code, message);
}

/** The emulator has no idea how Excel would answer: a test that gets here must not pass by luck. */
export class NotEmulated extends HostError {
  readonly what: string;

  constructor(what: string) {
    super("NotEmulated", `The emulated Excel has no ${what}. Emulate it in test/office-host or do not use it.`);
    this.what = what;
  }
}

export function notEmulated(what: string): never {
  throw new NotEmulated(what);
}

/** The whole request fails before or after its actions ran: the code is one of the numbers of the Common API. */
export class TransportError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

export const CELL_EDIT_MODE = 5004;
export const REQUEST_TOO_LARGE = 5103;
export const RESPONSE_TOO_LARGE = 5104;
