/** What the review keeps inside a workbook. Every host stores the same text; it comes back from outside, so it is parsed. */
import * as z from "zod/mini";
import { severitySchema } from "./finding";
import { type Ignored, ignoredSchema } from "./ignored";
import { DEFAULT_SETTINGS, settingsSchema } from "./settings";
import type { CellEdit, Mark, WritePlan } from "./write-plan";

/** Namespace of our custom XML part. Its one element `state` holds JSON. */
export const STATE_NAMESPACE = "urn:jixiao-review:state:1";

const cellRef = z.strictObject({ sheet: z.string(), row: z.int().check(z.minimum(1), z.maximum(1_048_576)), col: z.int().check(z.minimum(1), z.maximum(16_384)) });
const cellValue = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("empty") }),
  z.strictObject({ kind: z.literal("number"), digits: z.string().check(z.regex(/^-?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?$/)) }),
  z.strictObject({ kind: z.literal("text"), text: z.string() }),
  z.strictObject({ kind: z.literal("boolean"), value: z.boolean() }),
  z.strictObject({ kind: z.literal("error"), code: z.string() }),
]);
const condition = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("no-reason"), cell: cellRef }),
  z.strictObject({ kind: z.literal("holds"), cell: cellRef, value: cellValue }),
  z.strictObject({ kind: z.literal("below"), cell: cellRef, than: cellRef }),
]);
export const markSchema: z.ZodMiniType<Mark> = z.strictObject({ ref: cellRef, rule: z.string(), severity: severitySchema, conditions: z.array(condition) });
const edit: z.ZodMiniType<CellEdit> = z.strictObject({
  ref: cellRef,
  before: cellValue,
  after: cellValue,
  format: z.nullable(z.string()),
  shown: z.string(),
  why: z.string(),
  form: z.nullable(z.int()),
  field: z.nullable(z.enum(["rate", "funds-score", "score", "total-score", "total-weight", "grade", "reason"])),
});
export const planSchema: z.ZodMiniType<WritePlan> = z.strictObject({ edits: z.array(edit), marks: z.array(markSchema) });

export interface WorkbookState {
  readonly settings: z.infer<typeof settingsSchema>;
  /** The inverse of the last write, so that it can be undone later; null if there is none. */
  readonly lastInverse: WritePlan | null;
  readonly ignored: readonly Ignored[];
}

export const workbookStateSchema: z.ZodMiniType<WorkbookState> = z.strictObject({
  settings: settingsSchema,
  lastInverse: z.nullable(planSchema),
  ignored: z._default(z.array(ignoredSchema), []),
});

export const DEFAULT_STATE: WorkbookState = { settings: DEFAULT_SETTINGS, lastInverse: null, ignored: [] };

/** What a workbook without any state has anyway. */
export function isDefaultState({ settings, lastInverse, ignored }: WorkbookState): boolean {
  return lastInverse === null && ignored.length === 0 && JSON.stringify(settings) === JSON.stringify(DEFAULT_SETTINGS);
}

/** One of our marks, and where to find it again. */
export interface OwnMark {
  /** The sheet's id, which stays when the sheet is renamed. */
  readonly sheetId: string;
  readonly sqref: string;
  readonly formula: string;
  readonly mark: Mark;
}

/** What the .xlsx adapter appended to the differential formats, and what the styles part looked like then. */
export interface AddedDxfs {
  readonly base: number;
  readonly tag: string;
  readonly print: string;
}

/** All that we keep in a workbook. */
export interface OwnState {
  readonly version: 1;
  readonly marks: readonly OwnMark[];
  readonly dxfs: AddedDxfs | null;
  readonly state: WorkbookState | null;
}

export const ownStateSchema: z.ZodMiniType<OwnState> = z.strictObject({
  version: z.literal(1),
  marks: z.array(z.strictObject({ sheetId: z.string(), sqref: z.string(), formula: z.string(), mark: markSchema })),
  dxfs: z.nullable(z.strictObject({ base: z.int().check(z.minimum(0)), tag: z.string(), print: z.string() })),
  state: z.nullable(workbookStateSchema),
});

export const NO_OWN_STATE: OwnState = { version: 1, marks: [], dxfs: null, state: null };

export function holdsNothing(state: OwnState): boolean {
  return state.marks.length === 0 && state.state === null;
}
