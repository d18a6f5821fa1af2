/** `npm run bench`: medians and peak memory over generated workbooks, beside two yardsticks measured in the same run. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { buildSync } from "esbuild";
import { generateWorkbook } from "./generate";
import type { Measurement } from "./measure";

const SIZES = [1, 20, 200, 1000];
const RUNS = 7;
/** As `npm run review` starts: its flags, and the sources as one script. exceljs stays what its authors ship. */
const FLAGS = ["--min-semi-space-size=32", "--max-semi-space-size=32", "--no-lazy-feedback-allocation"];
const SCRIPT = resolve(__dirname, "../../node_modules/.cache/jixiao-review/measure.cjs");
buildSync({ entryPoints: [resolve(__dirname, "measure.ts")], bundle: true, platform: "node", target: "node20", external: ["exceljs"], outfile: SCRIPT });

const WHAT = [
  ["floor", "unzip + one scan (the floor)"],
  ["exceljs", "exceljs reads"],
  ["read", "ours: read all cells"],
  ["findings", "ours: file → findings"],
  ["write", "ours: draft → written copy"],
] as const;

function measure(runs: number, jobs: readonly string[]): Measurement {
  return JSON.parse(execFileSync(process.execPath, [...FLAGS, SCRIPT, `${runs}`, ...jobs], { encoding: "utf8" })) as Measurement;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

const folder = mkdtempSync(join(tmpdir(), "jixiao-bench-"));
try {
  console.log(`${cpus()[0]?.model ?? "?"} × ${cpus().length}, node ${process.version}, medians of ${RUNS} runs, each beside one of the floor; cold start and peak memory are of processes with one run`);
  for (const size of SIZES) {
    const published = join(folder, `published-${size}.xlsx`);
    const draft = join(folder, `draft-${size}.xlsx`);
    writeFileSync(published, generateWorkbook(size, false));
    writeFileSync(draft, generateWorkbook(size, true));
    console.log(`\n${size} form${size > 1 ? "s" : ""}, ${size * 456} cells`);
    for (const [what, title] of WHAT) {
      const job = `${what}=${what === "write" ? draft : published}`;
      const { milliseconds } = measure(RUNS, [...new Set([`floor=${published}`, job])]);
      const once = measure(1, [job]);
      const time = median(milliseconds[what] ?? []);
      const share = time / median(milliseconds["floor"] ?? []);
      console.log(`  ${title.padEnd(30)} ${time.toFixed(0).padStart(7)} ms  ${`(${share.toFixed(1)} × floor)`.padStart(16)}  cold ${(once.milliseconds[what]?.[0] ?? 0).toFixed(0).padStart(6)} ms  ${once.peakMegabytes.toFixed(0).padStart(5)} MB`);
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
