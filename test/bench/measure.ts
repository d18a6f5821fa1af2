/**
 * Measurements in a process of their own: `measure.ts RUNS WHAT=FILE …`. Run by run each of them in turn, so that what is held
 * against each other was measured on the machine in the same state.
 */
import { readFileSync } from "node:fs";
import { inflateRawSync } from "node:zlib";
import ExcelJS from "exceljs";
import { nodeCodec } from "../../src/cli/node-codec";
import { showNumber } from "../../src/host/number-text";
import { openWorkbook } from "../../src/host/xlsx/open";
import { DEFAULT_SETTINGS } from "../../src/model/settings";
import { review } from "../../src/review/review";

export interface Measurement {
  /** By what was measured, in the order of the runs. */
  readonly milliseconds: Readonly<Record<string, readonly number[]>>;
  readonly peakMegabytes: number;
}

/** Unzip every entry and look once at every character of the sheets: nothing that reads the file can be faster. */
function floor(path: string): number {
  const bytes = readFileSync(path);
  let at = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const entries = bytes.readUInt16LE(at + 10);
  at = bytes.readUInt32LE(at + 16);
  let cells = 0;
  for (let i = 0; i < entries; i++) {
    const [size, nameLength, extraLength, commentLength, local] = [bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32), bytes.readUInt32LE(at + 42)];
    const name = bytes.toString("utf8", at + 46, at + 46 + nameLength);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const text = inflateRawSync(bytes.subarray(start, start + size)).toString("utf8");
    if (name.startsWith("xl/worksheets/")) cells += cellsIn(text);
    at += 46 + nameLength + extraLength + commentLength;
  }
  return cells;
}

function cellsIn(text: string): number {
  let cells = 0;
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) === LESS && text.charCodeAt(at + 1) === C && text.charCodeAt(at + 2) === SPACE) cells++;
  return cells;
}

const [LESS, C, SPACE] = [60, 99, 32];

async function exceljs(path: string): Promise<number> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  return workbook.worksheets.length;
}

function findings(path: string): number {
  const workbook = openWorkbook(readFileSync(path), { codec: nodeCodec });
  return review(workbook.grid(), { settings: DEFAULT_SETTINGS, showNumber }).forms.length;
}

function write(path: string): number {
  const workbook = openWorkbook(readFileSync(path), { codec: nodeCodec });
  const result = review(workbook.grid(), { settings: DEFAULT_SETTINGS, showNumber });
  workbook.apply(result.plan);
  return workbook.save().length;
}

function read(path: string): number {
  return openWorkbook(readFileSync(path), { codec: nodeCodec }).grid().sheets.length;
}

const WHAT: Readonly<Record<string, (path: string) => number | Promise<number>>> = { floor, exceljs, read, findings, write };

async function main(): Promise<void> {
  const [runs = "1", ...words] = process.argv.slice(2);
  const jobs = words.map((word) => {
    const [what = "", path = ""] = word.split("=");
    const job = WHAT[what];
    if (!job) throw new Error(`no such measurement: ${what}`);
    return { what, path, job, milliseconds: [] as number[] };
  });
  for (let i = 0; i < Number(runs); i++) {
    for (const { job, path, milliseconds } of jobs) {
      const start = process.hrtime.bigint();
      await job(path);
      milliseconds.push(Number(process.hrtime.bigint() - start) / 1e6);
    }
  }
  const result: Measurement = { milliseconds: Object.fromEntries(jobs.map(({ what, milliseconds }) => [what, milliseconds])), peakMegabytes: process.resourceUsage().maxRSS / 1024 };
  process.stdout.write(JSON.stringify(result));
}

void main();
