/**
 * What the core asks of a workbook, wherever it lives. Adapters (office/, xlsx/) know this file and the model, nothing else.
 * Every method may throw FaultError; anything else thrown is a mistake of ours.
 */
import type { CellRef } from "../model/address";
import { type FaultCode, FaultError } from "../model/fault";
import type { WorkbookGrid } from "../model/grid";
import type { WorkbookState } from "../model/workbook-state";
import type { ApplyResult, WritePlan } from "../model/write-plan";

export type { WorkbookState };

/** What a host cannot do is hidden by the faces, not tried. */
export interface Capabilities {
  /** Merged areas are known (Excel: ExcelApi 1.13). */
  readonly merges: boolean;
  /** Can show a cell to the user. */
  readonly reveal: boolean;
  /** Tells of changes while it is open. */
  readonly changes: boolean;
  /** Reading the workbook again costs next to nothing: no round trips to Excel. */
  readonly cheapReads: boolean;
}

export interface ReadOptions {
  /** Called between sheets with the share done, 0…1. */
  readonly onProgress?: (done: number) => void;
  /** Asked between sheets; true stops the reading with a thrown `Cancelled`. */
  readonly cancelled?: () => boolean;
}

/** Thrown when `cancelled` said so; neither a fault nor a finding. */
export class Cancelled extends Error {
  override readonly name = "Cancelled";
}

/**
 * A write that stopped half-way and could not be taken back. In `result`, `applied` are the cells that hold the new value and
 * `conflicts` those that hold neither; the inverse puts back whatever was changed, formats and marks too, and is safe to apply.
 */
export class InterruptedWrite extends FaultError {
  constructor(
    code: FaultCode,
    message: string,
    readonly result: ApplyResult,
    /** False: the cells could not be read any more, and `applied` are all that may be written. */
    readonly known: boolean,
    options?: { cause?: unknown },
  ) {
    super(code, message, options);
  }
}

export interface WorkbookHost {
  readonly capabilities: Capabilities;
  read(options?: ReadOptions): Promise<WorkbookGrid>;
  /**
   * Applies the edits (each only if its cell still holds `before`), then replaces all marks of ours by the plan's.
   * Nothing but the planned cells and our own marks changes. Throws InterruptedWrite if it got stuck in between.
   */
  apply(plan: WritePlan): Promise<ApplyResult>;
  /** Takes every mark of ours away and leaves the user's own formats as they were. */
  removeMarks(): Promise<void>;
  /**
   * Selects and scrolls to a cell. Only where `capabilities.reveal`. `go`: the user asked for the cell itself; a page with room
   * for but one of pane and sheet then turns to the sheet, and else stays with the pane.
   */
  reveal(cell: CellRef, go?: boolean): Promise<void>;
  readState(): Promise<WorkbookState>;
  writeState(state: WorkbookState): Promise<void>;
  /** Returns the function that ends the subscription. Only where `capabilities.changes`. */
  onChange(listener: (cells: readonly CellRef[] | "unknown") => void): () => void;
}

/** How a number looks in a cell of the given number format: ("9.79", "0.00") → "9.79". Both adapters share host/number-text.ts. */
export type ShowNumber = (digits: string, format: string) => string;
