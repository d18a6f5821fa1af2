/** What page and worker say to each other: typed requests, each with one reply. */
import type { Fault } from "../model/fault";
import type { SheetGrid, SheetVisibility } from "../model/grid";
import type { ApplyResult, CellEdit, Mark, WritePlan } from "../model/write-plan";
import type { WorkbookState } from "../host/port";
import type { CellLook, SheetDisplay } from "./display/look";

export interface SheetName {
  readonly name: string;
  readonly visibility: SheetVisibility;
}

export interface Opened {
  readonly sheets: readonly SheetName[];
  readonly looks: readonly CellLook[];
  readonly marks: readonly Mark[];
  readonly hasFormulas: boolean;
  readonly date1904: boolean;
}

/** A sheet's cells with the count of their changes, so that what the page has already need not be sent again. */
export interface VersionedGrid {
  readonly index: number;
  readonly version: number;
  readonly grid: SheetGrid;
}

export interface Changed {
  readonly result: ApplyResult;
  /** Versions of all sheets, in their order. */
  readonly versions: readonly number[];
  readonly marks: readonly Mark[];
}

/** Request by request: what goes to the worker, and what comes back. */
export interface Calls {
  readonly open: { readonly args: { readonly bytes: Uint8Array }; readonly reply: Opened };
  /** The next sheets from `from` on that are newer than `known` (-1: not known); a slice at a time. */
  readonly grids: { readonly args: { readonly from: number; readonly known: readonly number[] }; readonly reply: { readonly grids: readonly VersionedGrid[]; readonly next: number } };
  readonly grid: { readonly args: { readonly index: number }; readonly reply: VersionedGrid };
  readonly display: { readonly args: { readonly name: string }; readonly reply: SheetDisplay };
  readonly apply: { readonly args: { readonly plan: WritePlan }; readonly reply: Changed };
  /** Edits by hand: the marks stay. */
  readonly edit: { readonly args: { readonly edits: readonly CellEdit[] }; readonly reply: Changed };
  readonly removeMarks: { readonly args: null; readonly reply: null };
  readonly readState: { readonly args: null; readonly reply: WorkbookState };
  readonly writeState: { readonly args: { readonly state: WorkbookState }; readonly reply: null };
  readonly save: { readonly args: null; readonly reply: { readonly bytes: Uint8Array } };
}
export type CallName = keyof Calls;

/** One request of any kind; `name` tells which. */
export type Request = { readonly [N in CallName]: { readonly id: number; readonly name: N; readonly args: Calls[N]["args"] } }[CallName];

export type Reply =
  | { readonly id: number; readonly kind: "done"; readonly value: Calls[CallName]["reply"] }
  | { readonly id: number; readonly kind: "fault"; readonly fault: Fault }
  /** A mistake of ours. */
  | { readonly id: number; readonly kind: "error"; readonly message: string };

/** Page's end of the line to a worker, or to the same code in the page's own thread. */
export interface Channel {
  send(request: Request, transfer: readonly Transferable[]): void;
  /** One listener only. `null`: the other end broke down, no reply will come any more. */
  listen(listener: (reply: Reply | null) => void): void;
  close(): void;
}
