/** Ranges that live for one request. */

/**
 * Excel else keeps every range for later requests, and the client gives them back one by one when the run ends: as much traffic
 * again as the write itself, and time that grows with the square of their number.
 */
export function brief<T extends Excel.Range | Excel.RangeAreas>(range: T): T {
  range.untrack();
  return range;
}
