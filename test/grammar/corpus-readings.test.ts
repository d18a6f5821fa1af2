/** Every distinct value of the published corpus against a table that was reviewed line by line (test/golden/readings.json). */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseReading } from "../../src/grammar/parse";
import { printReading } from "../../src/grammar/print";
import { readingSchema, type Reading } from "../../src/model/reading";
import golden from "../golden/readings.json";

const CORPUS = join(__dirname, "..", "corpus");
const VALUE_KEYS = new Set(["年度指标值", "指标目标值", "实际完成值"]);

interface Value {
  readonly text: string;
  readonly year: number | null;
}

function valuesIn(node: unknown, year: number | null, found: Value[]): void {
  if (Array.isArray(node)) for (const child of node) valuesIn(child, year, found);
  else if (node !== null && typeof node === "object") {
    for (const [key, child] of Object.entries(node)) {
      if (VALUE_KEYS.has(key) && typeof child === "string") found.push({ text: child, year });
      else valuesIn(child, year, found);
    }
  }
}

const values: Value[] = [];
let forms = 0;
for (const file of readdirSync(CORPUS).filter((name) => name.endsWith(".json"))) {
  for (const form of JSON.parse(readFileSync(join(CORPUS, file), "utf8")) as { year?: number }[]) {
    forms++;
    valuesIn(form, form.year ?? null, values);
  }
}
const expected = new Map(golden.map((entry) => [entry.text, entry.reading as Reading]));

test("the whole corpus was read, and the table holds its values and no others", () => {
  expect(forms).toBe(68);
  expect(new Set(values.map(({ text }) => text))).toEqual(new Set(expected.keys()));
});

test("G1–G23: every corpus value reads as the reviewed table says", () => {
  for (const { text, year } of values) expect({ text, reading: parseReading(text, { year }) }).toEqual({ text, reading: expected.get(text) });
});

test("G22, G23: no corpus value with a digit, an operator or a limit is a bare word, and none is unreadable", () => {
  for (const { text, year } of values) {
    const { kind } = parseReading(text, { year });
    expect({ text, kind }).not.toEqual({ text, kind: "unreadable" });
    if (/[0-9<>=≥≤]|预算|等于|以上|以内/.test(text)) expect({ text, kind }).not.toEqual({ text, kind: "quality" });
  }
});

test("G24: corpus readings are valid and survive printing", () => {
  for (const { text, year } of values) {
    const reading = parseReading(text, { year });
    expect(readingSchema.safeParse(reading).success).toBe(true);
    expect(parseReading(printReading(reading), { year })).toEqual(reading);
  }
});
