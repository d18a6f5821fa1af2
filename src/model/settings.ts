/** What a user can set for one workbook; stored inside it, so it is parsed like anything from outside. */
import * as z from "zod";

/** keep: a person's score stands; rule: indicator scores that differ from the rule score are replaced. */
export const scoreModeSchema = z.enum(["keep", "rule"]);
export type ScoreMode = z.infer<typeof scoreModeSchema>;

/** A positive decimal as digits; thresholds are decimals like everything else that is compared with scores. */
const digits = z.string().regex(/^\d+(\.\d+)?$/);

export const settingsSchema = z.strictObject({
  version: z.literal(1),
  /** A policy id, or "auto": chosen from the form's year and place. */
  policy: z.string().min(1),
  scores: scoreModeSchema,
  /** Replace thresholds of the policy; absent = the policy's own. */
  thresholds: z
    .strictObject({
      /** Percent: a rate below this wants an explanation (90). */
      lowRate: digits.optional(),
      /** Factor: an actual of at least target × this is over-achieved (1.3). */
      overAchieved: digits.optional(),
      /** Factor: an actual of at most limit × this is far below it (0.6). */
      farBelowLimit: digits.optional(),
    })
    .default({}),
  /** Rules that this workbook does without, by id. */
  rulesOff: z.array(z.string()).default([]),
  /** Another severity for a rule in this workbook, by id. */
  severities: z.record(z.string(), z.enum(["error", "warning", "info"])).default({}),
  /** A run fills blanks at once; else they wait in the preview with the corrections. Marks are set by every run. */
  autoFill: z.boolean().default(true),
  /** A form that was edited is checked again by itself; null: where that costs next to nothing (Capabilities.cheapReads). */
  autoRecheck: z.boolean().nullable().default(null),
});
export type Settings = z.infer<typeof settingsSchema>;

export const DEFAULT_SETTINGS: Settings = { version: 1, policy: "auto", scores: "keep", thresholds: {}, rulesOff: [], severities: {}, autoFill: true, autoRecheck: null };
