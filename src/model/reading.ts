/** What an indicator value says, once read: the READING of the result format. Grammar: grammar/SPEC.md. */
import * as z from "zod/mini";

export const operatorSchema = z.enum([">=", "<=", ">", "<", "="]);
export type Operator = z.infer<typeof operatorSchema>;

/** Decimal digits without idle zeros or separators: "4", "0.5", "-1". */
const digitsSchema = z.string().check(z.regex(/^-?\d+(\.\d*[1-9])?$/));

const quantitySchema = z.strictObject({
  kind: z.literal("quantity"),
  operator: z.nullable(operatorSchema),
  number: digitsSchema,
  /** As written, brackets removed and full-width characters folded: "次", "%", "万元", "元/人·月"; null if none. A 万 or 亿 stays part of the unit. */
  unit: z.nullable(z.string().check(z.minLength(1))),
});
const qualitySchema = z.strictObject({ kind: z.literal("quality"), word: z.string().check(z.minLength(1)) });
/** The last day on which the deadline is met, ISO. */
const deadlineSchema = z.strictObject({ kind: z.literal("deadline"), date: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)) });
const limitSchema = z.strictObject({ kind: z.literal("limit"), of: z.literal("budget") });
const emptySchema = z.strictObject({ kind: z.literal("empty") });
const unreadableSchema = z.strictObject({ kind: z.literal("unreadable") });

export type Quantity = z.infer<typeof quantitySchema>;
export type Quality = z.infer<typeof qualitySchema>;
export type Deadline = z.infer<typeof deadlineSchema>;
/** Never nested: a list in a list is one list. */
export interface Several {
  readonly kind: "several";
  readonly parts: readonly Reading[];
}
export type Reading =
  | Readonly<Quantity>
  | Readonly<Quality>
  | Readonly<Deadline>
  | Readonly<z.infer<typeof limitSchema>>
  | Several
  | Readonly<z.infer<typeof emptySchema>>
  | Readonly<z.infer<typeof unreadableSchema>>;

export const readingSchema: z.ZodMiniType<Reading> = z.lazy(() =>
  z.union([
    quantitySchema,
    qualitySchema,
    deadlineSchema,
    limitSchema,
    z.strictObject({ kind: z.literal("several"), parts: z.array(readingSchema).check(z.minLength(2)) }),
    emptySchema,
    unreadableSchema,
  ]),
);

export const EMPTY_READING: Reading = { kind: "empty" };
export const UNREADABLE: Reading = { kind: "unreadable" };
