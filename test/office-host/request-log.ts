/** What was asked of the host, so that tests can count round trips and bytes. */
import type { Batch } from "./protocol";

/** "batch" is the add-in's own; "cleanup" gives references back after `Excel.run`; "service" is the client's. */
export type RequestKind = "batch" | "cleanup" | "service";

export interface LoggedRequest {
  readonly kind: RequestKind;
  readonly flags: number;
  /** UTF-8. */
  readonly bytesIn: number;
  readonly bytesOut: number;
  /** In order, without the client's own bookkeeping: "Range.values=", "Range.load(values,address)", "Worksheet.activate()"; up to the call that failed. */
  readonly calls: readonly string[];
  /** Code, where it happened and which action, null for success. */
  readonly error: { readonly code: string; readonly location: string; readonly actionIndex: number } | null;
}

export class RequestLog {
  private list: LoggedRequest[] = [];

  add(request: LoggedRequest): void {
    this.list.push(request);
  }

  clear(): void {
    this.list = [];
  }

  get all(): readonly LoggedRequest[] {
    return this.list;
  }

  /** The `context.sync()`s of the add-in, without the client's clean-up. */
  get batches(): readonly LoggedRequest[] {
    return this.list.filter((request) => request.kind === "batch");
  }

  get bytesIn(): number {
    return this.list.reduce((bytes, request) => bytes + request.bytesIn, 0);
  }

  get bytesOut(): number {
    return this.list.reduce((bytes, request) => bytes + request.bytesOut, 0);
  }
}

export function kindOf(batch: Batch): RequestKind {
  if ([...batch.paths.values()].some((path) => path.kind === "new-object")) return "service";
  const calls = batch.actions.filter((action) => action.kind !== "instantiate");
  return calls.length > 0 && calls.every((action) => action.name === "_RemoveReference") ? "cleanup" : "batch";
}
