/** What the pane knows at a moment: one immutable value that the components draw. */
import type { Fault } from "../model/fault";
import type { WorkbookReview } from "../model/review";
import { DEFAULT_SETTINGS, type Settings } from "../model/settings";
import type { Ignored } from "../model/ignored";
import type { CellEdit, Conflict } from "../model/write-plan";
import type { SortedFindings } from "../review/ignored";
import type { Core } from "./core";

export type Stage = "reading" | "reviewing" | "writing";

export type Phase =
  | { readonly kind: "idle" }
  | { readonly kind: "running"; readonly stage: Stage; readonly done: number; /** Long enough under way to offer it. */ readonly offerCancel: boolean }
  | { readonly kind: "result" }
  | { readonly kind: "fault"; readonly fault: Fault };

/** Work beside a result that stays on show. */
export type Busy = "writing" | "rechecking";

/** What became of the cells of a write that failed on its way; null: it cannot be told. */
export interface FailedWrite {
  readonly fault: Fault;
  readonly written: readonly CellEdit[];
  readonly untouched: readonly CellEdit[];
  readonly other: readonly Conflict[];
  readonly known: boolean;
  /** Beside the cells' values, number formats, marks or what the workbook keeps of us may be left half changed. */
  readonly residue: boolean;
  /** The undo takes back what there is of it. */
  readonly restorable: boolean;
}

/** A rule as a notice names it. */
export interface RuleName {
  readonly id: string;
  readonly what: string;
}

/** The last thing that happened, said once (aria-live) and shown until the next. */
export type Notice =
  | { readonly kind: "filled"; readonly cells: number }
  | { readonly kind: "written"; readonly cells: number }
  | { readonly kind: "undone"; readonly cells: number }
  | { readonly kind: "reason"; readonly edit: CellEdit }
  | { readonly kind: "reason-undone"; readonly edit: CellEdit }
  | { readonly kind: "rule-off" | "rule-on"; readonly rule: RuleName }
  | { readonly kind: "rechecked" }
  | { readonly kind: "cancelled" };

export interface SessionState {
  readonly phase: Phase;
  /** Null until it is loaded; where there is a review, there is a core. */
  readonly core: Core | null;
  /** Why it could not be loaded when it was last tried. */
  readonly coreFault: Fault | null;
  readonly busy: Busy | null;
  readonly review: WorkbookReview | null;
  readonly findings: SortedFindings;
  /** Edits of the review that are not written. */
  readonly pending: readonly CellEdit[];
  /** Ids of pending edits that the user has unticked. */
  readonly unticked: ReadonlySet<string>;
  /** Blanks that the last run filled. */
  readonly filled: number;
  readonly conflicts: readonly Conflict[];
  readonly failedWrite: FailedWrite | null;
  /** A fault of a re-check, of marks or of the stored state: the result stays on show. */
  readonly trouble: Fault | null;
  readonly stale: ReadonlySet<number>;
  readonly marksShown: boolean;
  /** Protected sheets on which the last marks were left out. */
  readonly unmarked: readonly string[];
  /** Cells that the undo would put back; null: there is nothing to undo. */
  readonly undoCells: number | null;
  readonly notice: Notice | null;
  readonly settings: Settings;
  readonly ignored: readonly Ignored[];
}

export const NO_FINDINGS: SortedFindings = { active: [], kept: [], lapsed: new Map() };

export const INITIAL_STATE: SessionState = {
  phase: { kind: "idle" },
  core: null,
  coreFault: null,
  busy: null,
  review: null,
  findings: NO_FINDINGS,
  pending: [],
  unticked: new Set(),
  filled: 0,
  conflicts: [],
  failedWrite: null,
  trouble: null,
  stale: new Set(),
  marksShown: true,
  unmarked: [],
  undoCells: null,
  notice: null,
  settings: DEFAULT_SETTINGS,
  ignored: [],
};
