/** The machine-readable result, schema 1: a contract with other people's scripts. Tests validate real output against it. */
import * as z from "zod";
import { faultCodeSchema } from "../model/fault";
import { severitySchema } from "../model/finding";
import { readingSchema } from "../model/reading";

/** "G15", or "'资金'!C5" for a cell of another sheet. */
const cell = z.string().regex(/^(?:'(?:[^']|'')+'!)?[A-Z]{1,3}[1-9]\d{0,6}$/);
const range = z.string().regex(/^[A-Z]{1,3}[1-9]\d{0,6}:[A-Z]{1,3}[1-9]\d{0,6}$/);
/** Exact decimal digits; never a JSON number. */
const digits = z.string().regex(/^-?\d+(\.\d+)?$/);
const holding = z.strictObject({ cell, value: z.string().nullable() });
const valueCell = z.strictObject({ cell, text: z.string(), reading: readingSchema });

const fundRow = z.strictObject({
  label: z.string(),
  initial: holding.nullable(),
  annual: holding.nullable(),
  executed: holding.nullable(),
  weight: holding.nullable(),
  rate: holding.nullable(),
  score: holding.nullable(),
});

const indicator = z.strictObject({
  level1: z.string(),
  level2: z.string(),
  name: z.string(),
  target: valueCell.nullable(),
  actual: valueCell.nullable(),
  weight: holding.nullable(),
  score: holding.nullable(),
  reason: z.strictObject({ cell, text: z.string() }).nullable(),
  computed: z.strictObject({ status: z.enum(["met", "unmet", "judged", "not-applicable", "unreadable"]), score: digits.nullable() }),
});

const form = z.strictObject({
  kind: z.enum(["self-evaluation", "target-declaration", "performance-target"]),
  sheet: z.string(),
  range,
  hidden: z.literal(true).optional(),
  title: z.string().nullable(),
  year: z.int().nullable(),
  project: z.string().nullable(),
  department: z.string().nullable(),
  unit: z.string().nullable(),
  funds: z
    .strictObject({
      unit: z.enum(["万元", "元"]).nullable(),
      rows: z.array(fundRow),
      computed: z.strictObject({ rate: digits, score: digits.nullable() }).nullable(),
    })
    .nullable(),
  indicators: z.array(indicator),
  total: z
    .strictObject({
      weight: holding.nullable(),
      score: holding.nullable(),
      computed: z.strictObject({ weight: digits, score: digits.nullable() }),
    })
    .nullable(),
  grade: z.strictObject({ cell, value: z.string().nullable(), computed: z.enum(["优", "良", "中", "差"]).nullable() }).nullable(),
  policy: z.strictObject({
    id: z.string(),
    rateRounding: z.enum(["down", "half-up"]),
    scoreRounding: z.enum(["down", "half-up"]),
    why: z.string(),
  }),
});

const finding = z.strictObject({
  rule: z.string().regex(/^[a-z]+\/[a-z0-9-]+$/),
  severity: severitySchema,
  form: z.int().min(0),
  sheet: z.string(),
  cell,
  message: z.string().min(1),
  related: z.array(cell),
});

const write = z.strictObject({
  sheet: z.string(),
  cell,
  before: z.string().nullable(),
  after: z.string(),
  shown: z.string(),
  why: z.string(),
});

const workbook = z.strictObject({
  path: z.string(),
  fault: z.strictObject({ code: faultCodeSchema, message: z.string().min(1) }).nullable(),
  forms: z.array(form),
  findings: z.array(finding),
  writes: z.array(write),
  marks: z.array(z.strictObject({ sheet: z.string(), cell, rule: z.string() })),
  /** Findings that somebody has answered for in the workbook (说明并保留); there only if there are any, and none of `findings`. */
  ignored: z.array(finding.extend({ text: z.string(), date: z.string() })).optional(),
});

export const resultSchema = z.strictObject({ schema: z.literal(1), workbooks: z.array(workbook) });

export type JsonResult = z.infer<typeof resultSchema>;
export type JsonWorkbook = z.infer<typeof workbook>;
export type JsonForm = z.infer<typeof form>;
export type JsonHolding = z.infer<typeof holding>;
