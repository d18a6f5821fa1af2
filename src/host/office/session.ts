/** The way into Excel. */
import { has } from "./requirements";

export function reading<T>(work: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  return Excel.run(work);
}

/**
 * All requests of one write are one step to undo where Excel can do that; a cell that is being edited is waited for
 * (the client leaves the option out where the host does not know it).
 */
export function writing<T>(work: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  const options: Excel.RunOptions = has("undoGroups") ? { delayForCellEdit: true, mergeUndoGroup: true } : { delayForCellEdit: true };
  return Excel.run(options, work);
}
