/** Reading scattered cells in few actions and as few requests as their number needs. */
import { type CellRef, contains } from "../../../model/address";
import { EMPTY } from "../../../model/grid";
import { brief } from "../brief";
import { type Block, clusters, packBlocks } from "./blocks";
import { CONTENT_PROPERTIES, type CellContent, contentAt, GENERAL } from "./cell-content";

const CELLS_PER_REQUEST = 30_000;
const BLANK: CellContent = { value: EMPTY, formula: null, format: GENERAL };

export function refKey(ref: CellRef): string {
  return `${ref.row}:${ref.col}|${ref.sheet}`;
}

export class CellReads {
  private readonly requests: readonly (readonly Block[])[];
  private readonly contents = new Map<string, CellContent>();
  private readonly absent = new Set<string>();
  private readonly bySheet = new Map<string, CellRef[]>();

  constructor(refs: readonly CellRef[]) {
    for (const ref of refs) {
      const list = this.bySheet.get(ref.sheet);
      if (list) list.push(ref);
      else this.bySheet.set(ref.sheet, [ref]);
    }
    this.requests = packBlocks(
      [...this.bySheet].flatMap(([sheet, cells]) => clusters(cells).map((area): Block => ({ sheet, area }))),
      CELLS_PER_REQUEST,
    );
  }

  /** Asks for the first request's cells, to go along with something else; after the sync, call what it returns. */
  loadFirst(context: Excel.RequestContext): () => void {
    return this.load(context, this.requests[0] ?? []);
  }

  /** The others, each with a request of its own; there are none for a usual plan. */
  async readRest(context: Excel.RequestContext): Promise<void> {
    for (const blocks of this.requests.slice(1)) {
      const take = this.load(context, blocks);
      await context.sync();
      take();
    }
  }

  async readAll(context: Excel.RequestContext): Promise<void> {
    if (this.requests.length === 0) return;
    const take = this.loadFirst(context);
    await context.sync();
    take();
    await this.readRest(context);
  }

  /** Of a cell that was asked for; null if there is no such sheet. */
  at(ref: CellRef): CellContent | null {
    return this.absent.has(ref.sheet) ? null : (this.contents.get(refKey(ref)) ?? BLANK);
  }

  private load(context: Excel.RequestContext, blocks: readonly Block[]): () => void {
    const loads = blocks.map(({ sheet: name, area }) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject(name);
      const range = brief(sheet.getRangeByIndexes(area.top - 1, area.left - 1, area.bottom - area.top + 1, area.right - area.left + 1));
      range.load(CONTENT_PROPERTIES);
      return { name, area, sheet, range };
    });
    return () => {
      for (const { name, area, sheet, range } of loads) {
        if (sheet.isNullObject) this.absent.add(name);
        else this.take(name, area, range);
      }
    };
  }

  private take(sheet: string, area: Block["area"], range: Excel.Range): void {
    const { values, formulas, numberFormat, valueTypes } = range;
    const loaded = { values, formulas, numberFormat, valueTypes };
    // The cells between them were read along, and nobody asks.
    for (const ref of this.bySheet.get(sheet) ?? []) if (contains(area, ref)) this.contents.set(refKey(ref), contentAt(loaded, ref.row - area.top, ref.col - area.left));
  }
}
