/** What we keep inside a workbook: our marks, so that they can be told from the user's formats, and the review's state. */
import { z } from "zod";
import { settingsSchema } from "../../../model/settings";
import type { CellEdit, Mark, WritePlan } from "../../../model/write-plan";
import type { WorkbookState } from "../../port";
import { escapeText } from "../xml/text";
import { parseTree } from "../xml/tree";
import { FaultError } from "../../../model/fault";

export const STATE_NAMESPACE = "urn:jixiao-review:state:1";

const cellRef = z.strictObject({ sheet: z.string(), row: z.int().min(1).max(1_048_576), col: z.int().min(1).max(16_384) });
const cellValue = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("empty") }),
  z.strictObject({ kind: z.literal("number"), digits: z.string().regex(/^-?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?$/) }),
  z.strictObject({ kind: z.literal("text"), text: z.string() }),
  z.strictObject({ kind: z.literal("boolean"), value: z.boolean() }),
  z.strictObject({ kind: z.literal("error"), code: z.string() }),
]);
const condition = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("no-reason"), cell: cellRef }),
  z.strictObject({ kind: z.literal("holds"), cell: cellRef, value: cellValue }),
  z.strictObject({ kind: z.literal("below"), cell: cellRef, than: cellRef }),
]);
const mark: z.ZodType<Mark> = z.strictObject({
  ref: cellRef,
  rule: z.string(),
  severity: z.enum(["error", "warning", "info"]),
  conditions: z.array(condition),
});
const edit: z.ZodType<CellEdit> = z.strictObject({
  ref: cellRef,
  before: cellValue,
  after: cellValue,
  format: z.string().nullable(),
  shown: z.string(),
  why: z.string(),
  form: z.int(),
  field: z.enum(["rate", "funds-score", "score", "total-score", "total-weight", "grade", "reason"]),
});
const plan: z.ZodType<WritePlan> = z.strictObject({ edits: z.array(edit), marks: z.array(mark) });

const ownMarkSchema = z.strictObject({
  /** The sheet's id, which stays when the sheet is renamed. */
  sheetId: z.string(),
  sqref: z.string(),
  formula: z.string(),
  mark,
});
/** What we appended to the differential formats, and what the styles part looked like then. */
const addedDxfsSchema = z.strictObject({ base: z.int().min(0), tag: z.string(), print: z.string() });
const stateSchema: z.ZodType<WorkbookState> = z.strictObject({ settings: settingsSchema, lastInverse: plan.nullable() });
const ownStateSchema = z.strictObject({
  version: z.literal(1),
  marks: z.array(ownMarkSchema),
  dxfs: addedDxfsSchema.nullable(),
  state: stateSchema.nullable(),
});

export type OwnMark = z.infer<typeof ownMarkSchema>;
export type AddedDxfs = z.infer<typeof addedDxfsSchema>;
export type OwnState = z.infer<typeof ownStateSchema>;

export const NO_OWN_STATE: OwnState = { version: 1, marks: [], dxfs: null, state: null };

export function holdsNothing(state: OwnState): boolean {
  return state.marks.length === 0 && state.state === null;
}

/** Null for a part of somebody else's, and for one of ours that cannot be understood: then there is no state. */
export function parseOwnState(text: string, part: string): OwnState | null {
  if (!text.includes(STATE_NAMESPACE)) return null;
  try {
    const root = parseTree(text, part);
    if (root.uri !== STATE_NAMESPACE || root.name !== "state") return null;
    const parsed = ownStateSchema.safeParse(JSON.parse(root.text));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    // Custom XML is nobody's business but its writer's: a broken one does not spoil the workbook.
    if (error instanceof FaultError || error instanceof SyntaxError) return null;
    throw error;
  }
}

export function ownStateXml(state: OwnState): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<state xmlns="${STATE_NAMESPACE}">${escapeText(JSON.stringify(state))}</state>`;
}

/** Tells texts apart; not against forgery. FNV-1a twice, and the length. */
export function fingerprint(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x01000193;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ (code + at), 0x85ebca6b);
  }
  return `${text.length}:${(a >>> 0).toString(16)}${(b >>> 0).toString(16).padStart(8, "0")}`;
}
