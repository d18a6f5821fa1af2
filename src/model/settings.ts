/** What a user can set for one workbook; stored inside it, so it is parsed like anything from outside. */
import * as z from "zod/mini";

/** keep: a person's score stands; rule: indicator scores that differ from the rule score are replaced. */
export const scoreModeSchema = z.enum(["keep", "rule"]);
export type ScoreMode = z.infer<typeof scoreModeSchema>;

/** A positive decimal as digits; thresholds are decimals like everything else that is compared with scores. */
const digits = z.string().check(z.regex(/^\d+(\.\d+)?$/));

export const settingsSchema = z.strictObject({
  version: z.literal(1),
  /** A policy id, or "auto": chosen from the form's year and place. */
  policy: z.string().check(z.minLength(1)),
  scores: scoreModeSchema,
  /** Replace thresholds of the policy; absent = the policy's own. */
  thresholds: z._default(
    z.strictObject({
      /** Percent: a rate below this wants an explanation (90). */
      lowRate: z.optional(digits),
      /** Factor: an actual of at least target × this is over-achieved (1.3). */
      overAchieved: z.optional(digits),
      /** Factor: an actual of at most limit × this is far below it (0.6). */
      farBelowLimit: z.optional(digits),
    }),
    {},
  ),
  /**
   * How a limit (≤) that was exceeded is scored; absent = as the policy says. ratio (form A): target ÷ actual × weight;
   * linear (form B): (1 − (actual − target) ÷ target) × weight, 0 from twice the target.
   */
  exceededLimit: z.optional(z.enum(["ratio", "linear"])),
  /** Rules that this workbook does without, by id. An id that no rule has is of a later version: kept, and of no effect. */
  rulesOff: z._default(z.array(z.string()), []),
  /** Another severity for a rule in this workbook, by id. */
  severities: z._default(z.record(z.string(), z.enum(["error", "warning", "info"])), {}),
  /** A run fills blanks at once; else they wait in the preview with the corrections. Marks are set by every run. */
  autoFill: z._default(z.boolean(), true),
  /** A form that was edited is checked again by itself; null: where that costs next to nothing (Capabilities.cheapReads). */
  autoRecheck: z._default(z.nullable(z.boolean()), null),
});
export type Settings = z.infer<typeof settingsSchema>;

export const DEFAULT_SETTINGS: Settings = { version: 1, policy: "auto", scores: "keep", thresholds: {}, rulesOff: [], severities: {}, autoFill: true, autoRecheck: null };
