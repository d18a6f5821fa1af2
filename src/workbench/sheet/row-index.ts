/** Finds cells in a list in reading order. A map of all cells would be built anew after each edit, and takes longer to ask than a screenful of cells to draw. */
import { cellKey } from "../../model/address";

export class RowIndex {
  /** Where rows begin, of those that were asked for. */
  private readonly starts = new Map<number, number>();

  /** `keyAt`: the key of the n-th cell; ascending, each once. */
  constructor(
    private readonly length: number,
    private readonly keyAt: (n: number) => number,
  ) {}

  /** Place in the list; -1 if the cell is not in it. */
  find(row: number, col: number): number {
    const key = cellKey(row, col);
    const from = this.start(row);
    // In a row without gaps, which most are.
    const likely = from + col - 1;
    if (likely < this.length && this.keyAt(likely) === key) return likely;
    const at = this.firstFrom(key, from, this.start(row + 1));
    return at < this.length && this.keyAt(at) === key ? at : -1;
  }

  private start(row: number): number {
    let start = this.starts.get(row);
    if (start === undefined) {
      start = this.firstFrom(cellKey(row, 0), 0, this.length);
      this.starts.set(row, start);
    }
    return start;
  }

  /** The first place in low…high whose key is not below. */
  private firstFrom(key: number, low: number, high: number): number {
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.keyAt(middle) < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
