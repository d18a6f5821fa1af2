/** What page and worker say to each other: typed requests, each with one reply. */
import type { SheetGrid, SheetVisibility } from "../model/grid";
import type { ApplyResult, CellEdit, Mark, WritePlan } from "../model/write-plan";
import type { WorkbookState } from "../host/port";
import type { CellLook, SheetDisplay } from "./display/look";
import type { SheetPictures } from "./display/picture";
import type { ChannelOf, ReplyOf, RequestOf } from "./line";
import type { Affected, SpotValue } from "./recalculation/protocol";

export interface SheetName {
  readonly name: string;
  readonly visibility: SheetVisibility;
}

export interface Opened {
  readonly sheets: readonly SheetName[];
  readonly looks: readonly CellLook[];
  readonly marks: readonly Mark[];
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
  /** The formulas that the changes are about to change. */
  readonly affected: Affected;
}

/** Request by request: what goes to the worker, and what comes back. */
export interface Calls {
  readonly open: { readonly args: { readonly bytes: Uint8Array }; readonly reply: Opened };
  /** The next sheets from `from` on that are newer than `known` (-1: not known); a slice at a time. */
  readonly grids: { readonly args: { readonly from: number; readonly known: readonly number[] }; readonly reply: { readonly grids: readonly VersionedGrid[]; readonly next: number } };
  readonly grid: { readonly args: { readonly index: number }; readonly reply: VersionedGrid };
  readonly display: { readonly args: { readonly name: string }; readonly reply: SheetDisplay };
  /** Asked for when a sheet is shown, and not kept: pictures may be large. */
  readonly pictures: { readonly args: { readonly name: string }; readonly reply: SheetPictures };
  readonly apply: { readonly args: { readonly plan: WritePlan }; readonly reply: Changed };
  /** Edits by hand: the marks stay. */
  readonly edit: { readonly args: { readonly edits: readonly CellEdit[] }; readonly reply: Changed };
  /** The cells of a sheet as they are in the file, for the formula engine: JSON of `Filled[]`. */
  readonly original: { readonly args: { readonly index: number }; readonly reply: { readonly cells: string } };
  /** Results of formulas; the reply has those that are others now. */
  readonly recalculated: { readonly args: { readonly values: readonly SpotValue[] }; readonly reply: { readonly values: readonly SpotValue[]; readonly versions: readonly number[] } };
  readonly removeMarks: { readonly args: null; readonly reply: null };
  readonly readState: { readonly args: null; readonly reply: WorkbookState };
  readonly writeState: { readonly args: { readonly state: WorkbookState }; readonly reply: null };
  readonly save: { readonly args: null; readonly reply: { readonly bytes: Uint8Array } };
}
export type CallName = keyof Calls;

export type Request = RequestOf<Calls>;
export type Reply = ReplyOf<Calls>;
export type Channel = ChannelOf<Calls>;
