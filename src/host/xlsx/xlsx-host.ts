/** The port over an .xlsx file in memory: no Excel needed. */
import type { WorkbookGrid, SheetGrid } from "../../model/grid";
import type { ApplyResult, WritePlan } from "../../model/write-plan";
import { Cancelled, type Capabilities, type ReadOptions, type WorkbookHost, type WorkbookState } from "../port";
import { openWorkbook } from "./open";
import type { XlsxWorkbook } from "./workbook";
import type { Codec } from "./zip/codec";

/** A page stays alive if nothing keeps it busy for longer. */
const BLOCK_MS = 40;

export class XlsxHost implements WorkbookHost {
  readonly capabilities: Capabilities = { merges: true, reveal: false, changes: false, cheapReads: true };

  constructor(private readonly workbook: XlsxWorkbook) {}

  /** Throws FaultError as `openWorkbook` does. */
  static open(bytes: Uint8Array, options: { readonly codec?: Codec } = {}): XlsxHost {
    return new XlsxHost(openWorkbook(bytes, options));
  }

  async read(options: ReadOptions = {}): Promise<WorkbookGrid> {
    const sheets: SheetGrid[] = [];
    let since = performance.now();
    for (const sheet of this.workbook.sheets()) {
      sheets.push(sheet);
      options.onProgress?.(sheets.length / this.workbook.sheetCount);
      if (performance.now() - since > BLOCK_MS && (options.onProgress || options.cancelled)) {
        await new Promise<void>((resume) => setTimeout(resume, 0));
        since = performance.now();
      }
      if (options.cancelled?.()) throw new Cancelled();
    }
    return { sheets };
  }

  async apply(plan: WritePlan): Promise<ApplyResult> {
    return this.workbook.apply(plan);
  }

  async removeMarks(): Promise<void> {
    this.workbook.removeMarks();
  }

  async reveal(): Promise<void> {
    throw new Error("an .xlsx file in memory cannot show a cell");
  }

  async readState(): Promise<WorkbookState> {
    return this.workbook.readState();
  }

  async writeState(state: WorkbookState): Promise<void> {
    this.workbook.writeState(state);
  }

  onChange(): () => void {
    return () => undefined;
  }

  /** The file with all changes. */
  save(): Uint8Array {
    return this.workbook.save();
  }
}
