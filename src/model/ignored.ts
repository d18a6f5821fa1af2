/** 「说明并保留」: a finding that a person has answered for. Stored in the workbook (workbook-state.ts). */
import * as z from "zod/mini";

export const ignoredSchema = z.strictObject({
  /** Finding.key */
  key: z.string(),
  text: z.string().check(z.minLength(1)),
  /** ISO day. */
  date: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
  /** Finding.message when it was answered for: another message says that what it rests on has changed, and it comes back. */
  basis: z.string(),
});
export type Ignored = Readonly<z.infer<typeof ignoredSchema>>;
