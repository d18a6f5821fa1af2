/** What a real Excel answers to the pane's self-test; written by host/office, kept beside the emulated Excel's answers in the tests. */
import * as z from "zod";

/** One question's answer. */
export const answerSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("answer"), value: z.json() }),
  /** Excel refused where nobody expected it to. */
  z.strictObject({ kind: z.literal("refused"), code: z.string(), location: z.string() }),
  /** This Excel is older than the question. */
  z.strictObject({ kind: z.literal("absent") }),
  /** The question itself is wrong. */
  z.strictObject({ kind: z.literal("broken"), message: z.string() }),
]);
export type Answer = z.infer<typeof answerSchema>;

export const selfTestSchema = z.strictObject({
  /** Of this form of the file. A question that changes its meaning changes its id instead. */
  version: z.literal(1),
  excel: z.strictObject({ host: z.string(), platform: z.string(), version: z.string(), language: z.string() }),
  /** The highest version of each set of requirements; null where there is none. */
  sets: z.record(z.string(), z.string().nullable()),
  /** By the question's id. */
  answers: z.record(z.string(), answerSchema),
});
export type SelfTest = z.infer<typeof selfTestSchema>;
