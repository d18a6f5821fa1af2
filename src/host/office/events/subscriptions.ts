/** Changes and selections of the whole workbook. Registration takes a round trip; ending before it has arrived is fine. */
import type { Area, CellRef } from "../../../model/address";
import { areasOf } from "../read/addresses";

/** A change of more cells is told as "unknown": whoever listens has to look at the workbook anyway. */
const MAX_CELLS_TOLD = 2_000;

type Register = (context: Excel.RequestContext) => OfficeExtension.EventHandlerResult<unknown>;

/** Registers a handler; the function that is returned takes it off again. `failed` hears of a host that refuses. */
export function subscribe(register: Register, failed: (error: unknown) => void): () => void {
  const registered = Excel.run(async (context) => {
    const handler = register(context);
    await context.sync();
    return handler;
  });
  registered.catch(failed);
  return () => {
    registered
      .then((handler) =>
        Excel.run(handler.context as Excel.RequestContext, async (context) => {
          handler.remove();
          await context.sync();
        }),
      )
      .catch(() => undefined);
  };
}

/** Null if the address is none of single cells. */
export function cellsAt(sheet: string, address: string): CellRef[] | null {
  const areas = areasOf(address);
  if (!areas || areas.reduce((sum, area) => sum + count(area), 0) > MAX_CELLS_TOLD) return null;
  const cells: CellRef[] = [];
  for (const { top, left, bottom, right } of areas) {
    for (let row = top; row <= bottom; row++) for (let col = left; col <= right; col++) cells.push({ sheet, row, col });
  }
  return cells;
}

/** The top left cell of a selection. */
export function anchorOf(sheet: string, address: string): CellRef | null {
  const [area] = areasOf(address) ?? [];
  return area ? { sheet, row: area.top, col: area.left } : null;
}

function count({ top, left, bottom, right }: Area): number {
  return (bottom - top + 1) * (right - left + 1);
}

