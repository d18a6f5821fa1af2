/** What the host remembers between operations, to save round trips; everything in it may be out of date and is checked when used. */
import type { ChangeFilter } from "./events/change-filter";
import type { SheetFacts } from "./read/sheets";
import type { Storage, StoredState } from "./state/state-store";

export interface Memory {
  storage: Storage;
  /** As last read or written. */
  stored: StoredState | null;
  sheets: readonly SheetFacts[];
  /** Ids of conditional formats that a broken write left without a formula, by which they would be recognised. */
  orphans: ReadonlySet<string>;
  readonly ownWrites: ChangeFilter;
}
