/** The port over the workbook that is open in Excel. */
import type { CellRef } from "../../model/address";
import { FaultError } from "../../model/fault";
import type { WorkbookGrid } from "../../model/grid";
import { DEFAULT_STATE, isDefaultState } from "../../model/workbook-state";
import type { ApplyResult, WritePlan } from "../../model/write-plan";
import type { Capabilities, ReadOptions, WorkbookHost, WorkbookState } from "../port";
import { ChangeFilter } from "./events/change-filter";
import { anchorOf, cellsAt, Subscription } from "./events/subscriptions";
import { guarded, officeCode } from "./faults";
import type { Memory } from "./memory";
import { DONE, TOO_OLD } from "./messages";
import { readWorkbook } from "./read/read-workbook";
import { has, hasFloor } from "./requirements";
import { revealCell } from "./reveal";
import { reading, writing } from "./session";
import { lacksXmlParts, loadState, saveText, stateText } from "./state/state-store";
import { applyPlan } from "./write/apply";
import { removeMarks } from "./write/remove-marks";


type ChangeListener = (cells: readonly CellRef[] | "unknown") => void;

/** To be called after `Office.onReady()`. Throws FaultError on an Excel that is too old. */
export function createOfficeHost(): OfficeHost {
  if (!hasFloor()) throw new FaultError("host", TOO_OLD);
  return new OfficeHost();
}

/** Errors of Excel's leave as FaultError; a write that broke half-way as InterruptedWrite, which is one. */
export class OfficeHost implements WorkbookHost {
  readonly capabilities: Capabilities = { merges: has("mergedAreas"), reveal: true, changes: true, cheapReads: false };
  private readonly memory: Memory = { storage: "xml", stored: null, sheets: [], orphans: new Set(), ownWrites: new ChangeFilter() };

  /** Whoever cannot be told of changes has to take the result for out of date. */
  private readonly changes = new Subscription<readonly CellRef[] | "unknown">(
    (context, tell) =>
      context.workbook.worksheets.onChanged.add(async (event) => {
        const { worksheetId, address, triggerSource, source, details } = event;
        if (this.memory.ownWrites.isOwn({ worksheetId, address, triggerSource, source, details })) return;
        const sheet = this.sheetName(worksheetId);
        // Inserted and deleted rows move everything else.
        const cells = sheet !== null && event.changeType === "RangeEdited" ? cellsAt(sheet, address) : null;
        tell(cells ?? "unknown");
      }),
    "unknown",
  );
  private readonly selections = new Subscription<CellRef | null>(
    (context, tell) =>
      context.workbook.worksheets.onSelectionChanged.add(async ({ worksheetId, address }) => {
        const sheet = this.sheetName(worksheetId);
        tell(sheet === null ? null : anchorOf(sheet, address));
      }),
    null,
  );

  read(options: ReadOptions = {}): Promise<WorkbookGrid> {
    return guarded(DONE.read, () =>
      reading(async (context) => {
        const { grid, sheets } = await readWorkbook(context, this.capabilities.merges, options);
        this.memory.sheets = sheets;
        return grid;
      }),
    );
  }

  apply(plan: WritePlan): Promise<ApplyResult> {
    return this.withStorage(() => applyPlan(plan, this.memory));
  }

  removeMarks(): Promise<void> {
    return guarded(DONE.marksLeft, () => this.withStorage(() => writing((context) => removeMarks(context, this.memory))));
  }

  reveal(cell: CellRef): Promise<void> {
    return guarded(DONE.none, () => reading((context) => revealCell(context, cell)));
  }

  readState(): Promise<WorkbookState> {
    return guarded(DONE.none, () =>
      this.withStorage(() =>
        reading(async (context) => {
          const take = loadState(context, this.memory.storage);
          await context.sync();
          this.memory.stored = await take();
          return this.memory.stored.own.state ?? DEFAULT_STATE;
        }),
      ),
    );
  }

  /** One request if the state was read or written before. */
  writeState(state: WorkbookState): Promise<void> {
    return guarded(DONE.stateKept, async () => {
      try {
        await this.withStorage(() => this.saveState(state));
      } catch (error) {
        // The part that was remembered is gone: somebody removed it since.
        if (officeCode(error) !== "ItemNotFound" || this.memory.stored === null) throw error;
        this.memory.stored = null;
        await this.withStorage(() => this.saveState(state));
      }
    });
  }

  onChange(listener: ChangeListener): () => void {
    return this.changes.add(listener);
  }

  /** The top left cell of what the user selects; null on a sheet that is not known yet. Not part of the port. */
  onSelection(listener: (cell: CellRef | null) => void): () => void {
    return this.selections.add(listener);
  }

  private async saveState(state: WorkbookState): Promise<void> {
    await writing(async (context) => {
      if (this.memory.stored?.storage !== this.memory.storage) {
        const take = loadState(context, this.memory.storage);
        await context.sync();
        this.memory.stored = await take();
      }
      const { stored } = this.memory;
      const after = saveText(context, stored, stateText(stored.storage, { ...stored.own, state: isDefaultState(state) ? null : state }));
      await context.sync();
      this.memory.stored = after();
    });
  }

  /** As last seen: by read() or by a write. */
  private sheetName(id: string): string | null {
    return this.memory.sheets.find((sheet) => sheet.id === id)?.name ?? null;
  }

  /** Turns to the workbook's settings for good on a host that has no custom XML parts. */
  private async withStorage<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const cause: unknown = error instanceof FaultError ? error.cause : error;
      if (this.memory.storage !== "xml" || !lacksXmlParts(cause)) throw error;
      this.memory.storage = "settings";
      try {
        return await work();
      } catch (again) {
        this.memory.storage = "xml";
        throw again;
      }
    }
  }
}
