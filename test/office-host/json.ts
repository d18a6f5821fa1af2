/** JSON as it goes over the wire, and the few checks that turn `unknown` into it without `any`. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isJsonObject(value: Json | undefined): value is JsonObject {
  return isRecord(value);
}

/** A two-dimensional array, or null for anything else: what the values of a range look like. */
export function asRows(value: Json): readonly (readonly Json[])[] | null {
  if (!Array.isArray(value)) return null;
  const rows: (readonly Json[])[] = [];
  for (const row of value as readonly Json[]) {
    if (!Array.isArray(row)) return null;
    rows.push(row as readonly Json[]);
  }
  return rows;
}
